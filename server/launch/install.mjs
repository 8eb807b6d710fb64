import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { inRoot } from './paths.mjs';

/**
 * Whether what npm installed is what the lock file asks for.
 *
 * npm keeps its own record in node_modules and writes it last, so an interrupted installation has none. Packages that
 * the record has beyond the lock file do no harm; optional ones (for other platforms) may be missing.
 */
export function installedMatches(lockText, recordText) {
  const wanted = Object.entries(JSON.parse(lockText).packages ?? {});
  const present = new Map(Object.entries(JSON.parse(recordText).packages ?? {}));
  return wanted.every(([path, entry]) => {
    if (path === '') return true;
    const found = present.get(path);
    if (found === undefined) return entry.optional === true || entry.devOptional === true;
    return found.version === entry.version && found.integrity === entry.integrity;
  });
}

/** Whether node_modules holds what package-lock.json names. */
export function dependenciesAreFresh() {
  const lock = readFileSync(inRoot('package-lock.json'), 'utf8');
  try {
    return installedMatches(lock, readFileSync(inRoot('node_modules', '.package-lock.json'), 'utf8'));
  } catch {
    return false;
  }
}

/** Installs the locked dependencies if they are missing or stale; true when there was something to do. */
export function ensureInstalled(say) {
  if (dependenciesAreFresh()) return false;
  say('Installing the locked dependencies (npm ci) ...');
  const windows = process.platform === 'win32';
  const result = spawnSync(windows ? 'npm.cmd' : 'npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: inRoot(),
    stdio: ['ignore', 2, 2],
    shell: windows,
  });
  if (result.error) throw new Error(`npm could not be started: ${result.error.message}`);
  if (result.status !== 0) throw new Error('npm ci failed; what it printed above says why.');
  return true;
}
