import type { Request, RequestHandler, Response } from 'express';
import type { Asset, Assets } from './assets';
import { noneMatchHits } from './entity-tag';
import { HttpFault } from './problem';

/**
 * Sends the built screens, and the start page for every address inside the application.
 *
 * An address whose last part has a dot names a file; when there is none it is not found.
 */
export function serveAssets(assets: Assets): RequestHandler {
  return (request, response) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      throw new HttpFault(405, 'method', `${request.method} is not possible here; GET is.`, {
        headers: { Allow: 'GET, HEAD' },
      });
    }
    const asset = assets.get(request.path) ?? (isPage(request.path) ? assets.get('/index.html') : undefined);
    if (asset === undefined) throw new HttpFault(404, 'no-such-page', `There is nothing at ${request.path}.`);
    send(request, response, asset);
  };
}

function isPage(path: string): boolean {
  return !/\.[^/]*$/.test(path);
}

function send(request: Request, response: Response, asset: Asset): void {
  response.set({
    'Content-Type': asset.type,
    ETag: asset.tag,
    Vary: 'Accept-Encoding',
    'Cache-Control': asset.immutable ? 'public, max-age=31536000, immutable' : 'no-cache',
  });
  if (noneMatchHits(request.headers['if-none-match'], asset.tag)) {
    response.status(304).end();
    return;
  }
  const [encoding, bytes] = encoded(request, asset);
  if (encoding !== null) response.set('Content-Encoding', encoding);
  response.set('Content-Length', String(bytes.length));
  response.end(request.method === 'HEAD' ? undefined : bytes);
}

function encoded(request: Request, asset: Asset): [string | null, Buffer] {
  const accepted = request.acceptsEncodings();
  if (asset.br !== null && accepted.includes('br')) return ['br', asset.br];
  if (asset.gzip !== null && accepted.includes('gzip')) return ['gzip', asset.gzip];
  return [null, asset.plain];
}
