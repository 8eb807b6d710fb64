import type { RequestHandler } from 'express';
import { HttpFault } from './problem';

const LOOPBACK_NAMES = new Set(['localhost', '127.0.0.1', '[::1]']);
const READING = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Lets only requests through that were sent to a loopback name.
 *
 * A foreign page can have its own name resolve to 127.0.0.1 (DNS rebinding) and would then count as same-origin; its
 * name in the Host header gives it away. Any port will do, since the port may be forwarded.
 */
export const onlyLoopbackNames: RequestHandler = (request, _response, next) => {
  const host = request.headers.host ?? '';
  const name = host.replace(/:\d+$/, '').toLowerCase();
  if (LOOPBACK_NAMES.has(name)) return next();
  throw new HttpFault(421, 'foreign-host', 'This server answers to localhost, 127.0.0.1 and [::1] alone.');
};

/** Refuses writes that a page of another site makes in the user's browser. */
export const noForeignWrites: RequestHandler = (request, _response, next) => {
  if (READING.has(request.method)) return next();
  const site = request.headers['sec-fetch-site'];
  const origin = request.headers.origin;
  const foreignSite = site !== undefined && site !== 'same-origin' && site !== 'none';
  const foreignOrigin = origin !== undefined && origin !== `http://${request.headers.host}`;
  if (foreignSite || foreignOrigin) {
    throw new HttpFault(403, 'foreign-origin', 'Changes are taken from this server’s own pages alone.');
  }
  next();
};
