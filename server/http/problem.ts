import type { Response } from 'express';
import { InputFault, type Issue } from '../../engine/units';

/** A refusal in the words of RFC 9457 (problem details). */
export interface Problem {
  /** A stable name of the kind of problem, `urn:ballast:problem:…`. */
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly issues?: readonly Issue[];
  /** For a stale save: the revision that stands there now. */
  readonly currentRevision?: number | null;
}

/** A request that is refused, and how. */
export class HttpFault extends Error {
  override readonly name = 'HttpFault';
  constructor(
    readonly status: number,
    /** The kind in kebab-case, for programs. */
    readonly kind: string,
    readonly detail: string,
    readonly extra: {
      readonly issues?: readonly Issue[];
      readonly currentRevision?: number | null;
      readonly headers?: Readonly<Record<string, string>>;
    } = {},
  ) {
    super(detail);
  }
}

const TITLES = new Map([
  [400, 'The request cannot be read'],
  [403, 'Not allowed'],
  [404, 'Not found'],
  [405, 'Not possible here'],
  [412, 'Someone else was first'],
  [413, 'Too large'],
  [415, 'Not a kind of content that is taken here'],
  [421, 'Not the server for this name'],
  [422, 'The document has mistakes'],
  [428, 'A condition is missing'],
  [429, 'Too many requests'],
  [500, 'A fault of ours'],
  [503, 'Not ready'],
]);

/** Any error as the fault it means to a caller; what is not the caller's doing says nothing of the inside. */
export function faultOf(error: unknown): HttpFault {
  if (error instanceof HttpFault) return error;
  if (error instanceof InputFault)
    return new HttpFault(422, 'invalid-document', error.message, { issues: error.issues });
  const status = statusOf(error);
  if (status === 413) return new HttpFault(413, 'too-large', 'The document is larger than this server takes.');
  if (status === 415) return new HttpFault(415, 'encoding', 'Send the document without content encoding.');
  if (status !== null) return new HttpFault(400, 'unreadable', 'The request cannot be read.');
  return new HttpFault(500, 'internal', 'Something went wrong here; the log of the server says what.');
}

/** The status of an error that Express or its body reader blames on the caller. */
function statusOf(error: unknown): number | null {
  if (!(error instanceof Error) || !('status' in error)) return null;
  const status = error.status;
  return typeof status === 'number' && status >= 400 && status < 500 ? status : null;
}

/** Answers with a fault as `application/problem+json`. */
export function sendProblem(response: Response, fault: HttpFault): void {
  const { headers = {}, ...extra } = fault.extra;
  const problem: Problem = {
    type: `urn:ballast:problem:${fault.kind}`,
    title: TITLES.get(fault.status) ?? 'Refused',
    status: fault.status,
    detail: fault.detail,
    ...extra,
  };
  response
    .status(fault.status)
    .set({ 'Cache-Control': 'no-store', ...headers })
    .type('application/problem+json')
    .send(JSON.stringify(problem));
}
