import express, { type Request, type RequestHandler } from 'express';
import { InputFault } from '../../engine/units';
import { readJsonBytes } from '../text';
import { HttpFault } from './problem';

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
  try {
    return readJsonBytes(bytes instanceof Uint8Array ? bytes : new Uint8Array());
  } catch (error) {
    if (!(error instanceof InputFault)) throw error;
    throw new HttpFault(400, 'not-json', error.message, { issues: error.issues });
  }
}
