import { bundle, isStale } from './bundle.mjs';
import { dependenciesAreFresh, ensureInstalled } from './install.mjs';
import { nodeComplaint } from './node-version.mjs';
import { withSetupLock } from './setup-lock.mjs';

/** Says on standard error what set-up is doing, one line a step. */
export const sayOnStderr = (line) => process.stderr.write(`${line}\n`);

/**
 * Makes a checkout ready to run: Node new enough, locked dependencies installed, the named bundles built.
 *
 * Needs nothing but Node itself, because it runs before anything is installed.
 */
export async function makeReady(targets, say = sayOnStderr) {
  const complaint = nodeComplaint(process.version);
  if (complaint) throw new Error(complaint);
  if (dependenciesAreFresh() && !targets.some(isStale)) return;
  await withSetupLock(say, async () => {
    ensureInstalled(say);
    for (const name of targets) if (isStale(name)) await bundle(name, say);
  });
}
