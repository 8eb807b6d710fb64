import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';

/** One file of the built screens, ready to send in three encodings. */
export interface Asset {
  readonly type: string;
  readonly tag: string;
  /** The name carries a hash of the content, so it never changes under that name. */
  readonly immutable: boolean;
  readonly plain: Buffer;
  readonly br: Buffer | null;
  readonly gzip: Buffer | null;
}

/** The built screens by address path. */
export type Assets = ReadonlyMap<string, Asset>;

const TYPES = new Map([
  ['.css', 'text/css; charset=utf-8'],
  ['.csv', 'text/csv; charset=utf-8'],
  ['.html', 'text/html; charset=utf-8'],
  ['.ico', 'image/x-icon'],
  ['.js', 'text/javascript; charset=utf-8'],
  ['.json', 'application/json'],
  ['.png', 'image/png'],
  ['.svg', 'image/svg+xml'],
  ['.txt', 'text/plain; charset=utf-8'],
  ['.wasm', 'application/wasm'],
  ['.webmanifest', 'application/manifest+json'],
  ['.woff2', 'font/woff2'],
]);

/**
 * Reads the built screens into memory.
 *
 * They are few megabytes; held in a map, no address can reach any other file, and a rebuild cannot change them under
 * a page that is open.
 */
export async function loadAssets(folder: string): Promise<Assets> {
  const assets = new Map<string, Asset>();
  for (const name of await readdir(folder, { recursive: true })) {
    const file = join(folder, name);
    if (/\.(br|gz)$/.test(name) || name.startsWith('.') || !(await stat(file)).isFile()) continue;
    const plain = await readFile(file);
    const path = `/${name.split(sep).join('/')}`;
    assets.set(path, {
      type: TYPES.get(extname(name)) ?? 'application/octet-stream',
      tag: `"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`,
      immutable: path.startsWith('/assets/'),
      plain,
      br: await readIfThere(`${file}.br`),
      gzip: await readIfThere(`${file}.gz`),
    });
  }
  return assets;
}

async function readIfThere(file: string): Promise<Buffer | null> {
  try {
    return await readFile(file);
  } catch {
    return null;
  }
}
