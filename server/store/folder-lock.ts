import { randomUUID } from 'node:crypto';
import { link, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { isRunning, markOfThisProcess, type ProcessMark } from './process-mark';

/** Who holds a data folder, as the lock file tells it. */
export interface Holder extends ProcessMark {
  /** A random word that no other lock has. */
  readonly token: string;
  readonly host: string;
  /** When the lock was taken, ISO 8601 UTC. */
  readonly since: string;
  /** Where its holder answers, once it does. */
  readonly address: string | null;
}

/** The data folder is in use by another process, which goes on undisturbed. */
export class FolderHeld extends Error {
  override readonly name = 'FolderHeld';
  constructor(
    readonly folder: string,
    readonly holder: Holder,
    readonly lockFile: string,
  ) {
    const where = holder.address ? ` at ${holder.address}` : '';
    super(
      `The data folder ${folder} is in use by process ${holder.pid} on ${holder.host} since ${holder.since}${where}.` +
        (holder.host === hostname()
          ? ' Use that one, or name another folder: BALLAST_DATA=another-folder.'
          : ` If that machine is gone for good, delete ${lockFile}.`),
    );
  }
}

/** A folder that this process alone may write to until it lets go. */
export interface FolderLock {
  readonly holder: Holder;
  /** Tells others where this process answers. */
  announce(address: string): Promise<void>;
  release(): Promise<void>;
}

/**
 * Takes the data folder for this process, or throws `FolderHeld` with who has it.
 *
 * The lock is a file that comes into being complete and at once (a hard link), so only one process can make it. One
 * left by a process that is gone is taken over by whoever first makes the claim file of that lock's own token; the
 * claim is checked again before the lock is replaced, so that of any number of starters exactly one gets through.
 */
export async function lockFolder(folder: string): Promise<FolderLock> {
  await mkdir(folder, { recursive: true });
  const lockFile = join(folder, 'lock.json');
  const mark = await markOfThisProcess();
  const mine: Holder = {
    ...mark,
    token: randomUUID(),
    host: hostname(),
    since: new Date().toISOString(),
    address: null,
  };
  for (;;) {
    if (await placeNew(lockFile, mine)) break;
    const holder = await readHolder(lockFile);
    if (holder === null) continue;
    if (holder.host !== mine.host || (await isRunning(holder))) throw new FolderHeld(folder, holder, lockFile);
    if (await takeOver(folder, lockFile, holder, mine)) break;
    await pause(20);
  }
  return lockOf(lockFile, mine);
}

function lockOf(lockFile: string, mine: Holder): FolderLock {
  let holder = mine;
  return {
    get holder() {
      return holder;
    },
    async announce(address) {
      holder = { ...mine, address };
      await replace(lockFile, holder);
    },
    async release() {
      if ((await readHolder(lockFile))?.token === mine.token) await rm(lockFile, { force: true });
    },
  };
}

/** Takes over the lock of a process that is gone; false when another starter was first. */
async function takeOver(folder: string, lockFile: string, gone: Holder, mine: Holder): Promise<boolean> {
  for (let attempt = 1; ; attempt++) {
    const claimFile = join(folder, `claim-${gone.token}-${attempt}.json`);
    if (await placeNew(claimFile, mine)) {
      const still = (await readHolder(lockFile))?.token === gone.token;
      if (still) {
        await replace(lockFile, mine);
        await removeClaims(folder, gone.token);
      } else {
        await rm(claimFile, { force: true });
      }
      return still;
    }
    const claimant = await readHolder(claimFile);
    if (claimant === null || (await isRunning(claimant))) return false;
    // The claimant is gone too: whether it came to replace the lock is settled now.
    if ((await readHolder(lockFile))?.token !== gone.token) return false;
  }
}

/** Removes the claims on a lock, but no draft that another starter is about to make one of. */
async function removeClaims(folder: string, token: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (name.startsWith(`claim-${token}-`) && name.endsWith('.json')) await rm(join(folder, name), { force: true });
  }
}

/** Makes a file that is complete from its first moment; false when there is one already. */
async function placeNew(file: string, holder: Holder): Promise<boolean> {
  const draft = `${file}.${holder.token}`;
  await writeFile(draft, JSON.stringify(holder));
  try {
    await link(draft, file);
    return true;
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'EEXIST') return false;
    throw new Error(`${file} could not be made (${code}); the data folder must be on a file system with hard links.`, {
      cause: error,
    });
  } finally {
    await rm(draft, { force: true });
  }
}

async function replace(file: string, holder: Holder): Promise<void> {
  const draft = `${file}.${holder.token}`;
  await writeFile(draft, JSON.stringify(holder));
  await rename(draft, file);
}

async function readHolder(file: string): Promise<Holder | null> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
  try {
    return JSON.parse(text) as Holder;
  } catch (cause) {
    throw new Error(`${file} is not a lock that Ballast wrote; move it away if no Ballast is running.`, { cause });
  }
}
