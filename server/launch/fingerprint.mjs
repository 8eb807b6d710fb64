import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const NOT_SOURCE = new Set(['node_modules', 'dist', '.git']);

/** A hash that changes whenever a file below the given files and folders is added, removed or written. */
export function fingerprint(root, entries) {
  const hash = createHash('sha256');
  for (const entry of entries) addPath(hash, root, entry);
  return hash.digest('hex');
}

function addPath(hash, root, path) {
  const full = join(root, path);
  const stat = statSync(full, { throwIfNoEntry: false });
  if (stat === undefined) return;
  if (!stat.isDirectory()) {
    hash.update(`${path}\0${stat.size}\0${stat.mtimeMs}\n`);
    return;
  }
  for (const name of readdirSync(full).sort()) {
    if (!NOT_SOURCE.has(name)) addPath(hash, root, join(path, name));
  }
}

/** What a stamp file says, or an empty text when there is none. */
export function readStamp(file) {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    return '';
  }
}

export function writeStamp(file, text) {
  writeFileSync(file, `${text}\n`);
}
