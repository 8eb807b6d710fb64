import type { Request } from 'express';
import type { Expected, RevisionSummary } from '../store';
import { HttpFault } from './problem';

/** A revision's strong entity tag: its number and its content. */
export function entityTag(revision: Pick<RevisionSummary, 'revision' | 'hash'>): string {
  return `"${revision.revision}-${revision.hash}"`;
}

/** Whether an `If-None-Match` names the tag; weak comparison, as RFC 9110 has it for reading. */
export function noneMatchHits(header: string | undefined, tag: string): boolean {
  return header !== undefined && tagsOf(header).some((given) => given === '*' || given.replace(/^W\//, '') === tag);
}

/**
 * What a save expects to find, from `If-Match` or `If-None-Match: *`.
 *
 * Given what is stored, a tag that names it (strong comparison) turns into its revision number; any other is stale.
 */
export function expectedBy(request: Request, current: RevisionSummary | null): Expected {
  const match = request.headers['if-match'];
  const noneMatch = request.headers['if-none-match'];
  if (match === undefined && noneMatch === undefined) {
    throw new HttpFault(
      428,
      'precondition-required',
      'Say what you change: If-Match with the ETag that you read, or If-None-Match: * for a new plan.',
    );
  }
  if (noneMatch !== undefined) {
    if (match === undefined && noneMatch.trim() === '*') return 'absent';
    throw new HttpFault(400, 'precondition', 'A save takes If-Match with an ETag, or If-None-Match: *, and not both.');
  }
  const tags = tagsOf(match ?? '');
  if (tags.includes('*')) return 'present';
  if (current === null || !tags.includes(entityTag(current))) throw stale(current);
  return current.revision;
}

/** The refusal of a save on something that has changed meanwhile. */
export function stale(current: RevisionSummary | null): HttpFault {
  const detail =
    current === null
      ? 'There is no such plan yet; save it with If-None-Match: *.'
      : `The plan stands at revision ${current.revision}, saved ${current.updated.toISOString()} by ${current.author}.`;
  return new HttpFault(412, 'stale-revision', detail, {
    currentRevision: current?.revision ?? null,
    ...(current === null ? {} : { headers: { ETag: entityTag(current) } }),
  });
}

function tagsOf(header: string): string[] {
  return header.match(/\*|(?:W\/)?"[^"]*"/g) ?? [];
}
