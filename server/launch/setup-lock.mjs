import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { DIST } from './paths.mjs';

const LOCK = join(DIST, 'setup.lock');

/** Runs a set-up step while no other process of this checkout does; waits for one that is at it. */
export async function withSetupLock(say, work) {
  mkdirSync(DIST, { recursive: true });
  for (let round = 0; !tryLock(); round++) {
    if (round === 0) say('Waiting for another Ballast process that is setting up this checkout ...');
    await pause(200);
  }
  try {
    return await work();
  } finally {
    rmSync(LOCK, { force: true });
  }
}

function tryLock() {
  try {
    writeFileSync(LOCK, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    if (holderIsGone()) rmSync(LOCK, { force: true });
    return false;
  }
}

function holderIsGone() {
  try {
    const pid = Number(readFileSync(LOCK, 'utf8'));
    // A file without a number is being written, or its writer died in that moment.
    if (!(pid > 0)) return Date.now() - statSync(LOCK).mtimeMs > 5000;
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return error.code === 'ESRCH';
  }
}
