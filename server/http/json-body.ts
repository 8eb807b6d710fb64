import express, { type Request, type RequestHandler } from 'express';
import { parseJson } from '../../engine/plan';
import { InputFault } from '../../engine/units';
import { HttpFault } from './problem';

/** Plans nest about eight levels deep; anything far beyond is an attack on recursion. */
const DEEPEST = 64;

/** Takes the body of a JSON request as bytes, up to a size, and nothing else. */
export function jsonBytes(limitBytes: number): RequestHandler[] {
  const isJson: RequestHandler = (request, _response, next) => {
    const kind = request.headers['content-type'] ?? '';
    if (/^application\/(json|[\w.-]+\+json)\s*(;\s*charset="?utf-8"?\s*)?$/i.test(kind)) return next();
    throw new HttpFault(415, 'content-type', 'Send the document as application/json in UTF-8.', {
      headers: { Accept: 'application/json' },
    });
  };
  return [isJson, express.raw({ type: () => true, limit: limitBytes, inflate: false })];
}

/** The JSON value of a request whose bytes `jsonBytes` has taken. */
export function jsonOf(request: Request): unknown {
  const bytes: unknown = request.body;
  const text = bytes instanceof Uint8Array ? utf8Of(bytes) : '';
  let value: unknown;
  try {
    value = parseJson(text);
  } catch (error) {
    if (!(error instanceof InputFault)) throw error;
    throw new HttpFault(400, 'not-json', error.message, { issues: error.issues });
  }
  if (isDeeperThan(value, DEEPEST)) {
    throw new HttpFault(400, 'too-deep', `The document nests deeper than ${DEEPEST} levels.`);
  }
  return value;
}

function utf8Of(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new HttpFault(400, 'not-utf-8', 'The document is not UTF-8 text.');
  }
}

/** Whether a JSON value nests deeper than so many levels; walks level by level, so that depth costs no stack. */
export function isDeeperThan(value: unknown, levels: number): boolean {
  let level: unknown[] = [value];
  for (let depth = 0; depth <= levels; depth++) {
    const below: unknown[] = [];
    for (const item of level) {
      if (typeof item === 'object' && item !== null) for (const inner of Object.values(item)) below.push(inner);
    }
    if (below.length === 0) return false;
    level = below;
  }
  return true;
}
