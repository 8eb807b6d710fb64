import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Kysely, PostgresDialect, type PostgresPool } from 'kysely';
import { InputFault, issue } from '../../engine/units';
import { type FolderLock, lockFolder } from './folder-lock';
import { migrate } from './migrations';
import { pglitePool } from './pglite-pool';
import { PlanStore } from './plan-store';
import type { Tables } from './tables';

/** Where the store lives: embedded in a data folder or in memory, or on a PostgreSQL server. */
export type StorePlace =
  | { readonly kind: 'folder'; readonly folder: string }
  | { readonly kind: 'memory' }
  | { readonly kind: 'postgres'; readonly url: string };

/** An open store, until it is closed. */
export interface OpenStore {
  readonly plans: PlanStore;
  /** Tells whoever else wants the data folder where this process answers. */
  announce(address: string): Promise<void>;
  /** Whether the database answers. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

export interface OpeningHooks {
  /** Told what takes long. */
  readonly say?: (line: string) => void;
  /** What can still go wrong before the long work; runs once the place is ours. */
  readonly whenLocked?: () => Promise<void>;
}

/**
 * Opens the store and brings its tables up to date.
 *
 * Errors: `FolderHeld` when another process has the data folder. PGlite takes no lock of its own and loses rows when
 * two processes open one folder, so nothing of it is touched before the lock is held.
 */
export async function openStore(place: StorePlace, hooks: OpeningHooks = {}): Promise<OpenStore> {
  const { say = () => {}, whenLocked = async () => {} } = hooks;
  const lock = place.kind === 'folder' ? await lockFolder(place.folder) : null;
  try {
    await whenLocked();
    return await openDatabase(place, lock, say);
  } catch (error) {
    await lock?.release();
    throw error;
  }
}

async function openDatabase(
  place: StorePlace,
  lock: FolderLock | null,
  say: (line: string) => void,
): Promise<OpenStore> {
  const pool = place.kind === 'postgres' ? await serverPool(place.url) : pglitePool(await embedded(place, say));
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  try {
    await migrate(db);
  } catch (error) {
    await pool.end();
    throw error;
  }
  return {
    plans: new PlanStore(db),
    announce: async (address) => lock?.announce(address),
    ping: async () => {
      await db.selectFrom('plan_revisions').select('revision').limit(1).execute();
    },
    close: async () => {
      await db.destroy();
      await lock?.release();
    },
  };
}

async function embedded(place: { kind: 'memory' } | { kind: 'folder'; folder: string }, say: (line: string) => void) {
  const { PGlite } = await import('@electric-sql/pglite');
  if (place.kind === 'memory') return PGlite.create();
  const folder = join(place.folder, 'store');
  await removeUnfinished(place.folder);
  if (!existsSync(folder)) {
    say(`Creating the store in ${place.folder} (once, a few seconds) ...`);
    // Made aside and moved in when it is whole, so that a start that is cut short leaves no half store behind.
    const draft = join(place.folder, `new-store-${randomUUID()}`);
    await (await PGlite.create(draft)).close();
    await rename(draft, folder);
  }
  return PGlite.create(folder);
}

async function removeUnfinished(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (name.startsWith('new-store-')) await rm(join(folder, name), { recursive: true, force: true });
  }
}

async function serverPool(url: string): Promise<PostgresPool> {
  const { default: pg } = await import('pg');
  const pool = new pg.Pool({ connectionString: url, max: 8, connectionTimeoutMillis: 10_000 });
  // A connection that breaks while it is idle is replaced by the pool; the next query tells if the server is gone.
  pool.on('error', () => {});
  try {
    (await pool.connect()).release();
  } catch (error) {
    await pool.end();
    // The address may hold a password, so only the server's own words are passed on.
    const reason = error instanceof Error ? error.message || error.name : String(error);
    const message = `DATABASE_URL: the PostgreSQL server cannot be used (${reason})`;
    throw new InputFault([issue('setting.database', 'DATABASE_URL', reason, 'a server that answers', message)]);
  }
  return pool as unknown as PostgresPool;
}
