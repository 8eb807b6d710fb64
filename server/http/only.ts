import type { RequestHandler } from 'express';
import { HttpFault } from './problem';

/** Answers every other method on a route: not this one, these. */
export function only(allowed: string): RequestHandler {
  return (request) => {
    throw new HttpFault(405, 'method', `${request.method} is not possible here; ${allowed} is.`, {
      headers: { Allow: allowed },
    });
  };
}
