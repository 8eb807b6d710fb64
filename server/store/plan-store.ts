import type { Kysely } from 'kysely';
import type { Tables } from './tables';

/** What is known of a plan's revision without its document. */
export interface RevisionSummary {
  readonly id: string;
  readonly name: string;
  readonly revision: number;
  readonly hash: string;
  /** When the revision was saved. */
  readonly updated: Date;
  readonly author: string;
  readonly note: string;
}

export interface PlanRevision extends RevisionSummary {
  /** The plan as JSON text. */
  readonly document: string;
}

/** A revision about to be saved. */
export interface Draft {
  readonly id: string;
  readonly name: string;
  readonly document: string;
  readonly hash: string;
  readonly author: string;
  readonly note: string;
}

/** What the caller believes is stored: this revision, nothing yet, or whatever there is. */
export type Expected = number | 'absent' | 'present';

export type SaveResult =
  | { readonly kind: 'saved' | 'unchanged'; readonly revision: RevisionSummary }
  /** Someone else was first; `current` is what stands there now. */
  | { readonly kind: 'stale'; readonly current: RevisionSummary | null };

const SUMMARY = ['plan_id', 'name', 'revision', 'hash', 'created_at', 'author', 'note'] as const;

/** Plans as append-only revisions: nothing is overwritten, and who saves on an old revision is told. */
export class PlanStore {
  constructor(
    private readonly db: Kysely<Tables>,
    private readonly now: () => Date = () => new Date(),
  ) {}

  /** The newest revision of every plan, by name. */
  async list(): Promise<readonly RevisionSummary[]> {
    const rows = await this.db
      .selectFrom('plan_revisions')
      .distinctOn('plan_id')
      .select(SUMMARY)
      .orderBy('plan_id')
      .orderBy('revision', 'desc')
      .execute();
    return rows.map(summaryOf).sort((a, b) => a.name.localeCompare(b.name, 'en') || (a.id < b.id ? -1 : 1));
  }

  /** The newest revision of a plan, or the one asked for; null when there is none. */
  async read(id: string, revision?: number): Promise<PlanRevision | null> {
    let query = this.db
      .selectFrom('plan_revisions')
      .select([...SUMMARY, 'document'])
      .where('plan_id', '=', id);
    if (revision !== undefined) query = query.where('revision', '=', revision);
    const row = await query.orderBy('revision', 'desc').limit(1).executeTakeFirst();
    return row === undefined ? null : { ...summaryOf(row), document: row.document };
  }

  /** Revisions of a plan, newest first: at most `limit` of those before `before`. */
  async revisions(id: string, limit = 200, before = 2 ** 31 - 1): Promise<readonly RevisionSummary[]> {
    const rows = await this.db
      .selectFrom('plan_revisions')
      .select(SUMMARY)
      .where('plan_id', '=', id)
      .where('revision', '<', before)
      .orderBy('revision', 'desc')
      .limit(limit)
      .execute();
    return rows.map(summaryOf);
  }

  /**
   * Adds a revision if the plan still stands where the caller believes it to stand.
   *
   * The primary key decides between writers that read the same revision: one inserts the next, the others find it
   * taken. A document that is already the newest one adds nothing.
   */
  async save(draft: Draft, expected: Expected): Promise<SaveResult> {
    return this.db.transaction().execute(async (db) => {
      const current = await newest(db, draft.id);
      if (!matches(current, expected)) return { kind: 'stale', current };
      if (current !== null && (await isDocumentOf(db, current, draft.document))) {
        return { kind: 'unchanged', revision: current };
      }
      const inserted = await db
        .insertInto('plan_revisions')
        .values({
          plan_id: draft.id,
          revision: (current?.revision ?? 0) + 1,
          name: draft.name,
          document: draft.document,
          hash: draft.hash,
          created_at: this.now(),
          author: draft.author,
          note: draft.note,
        })
        .onConflict((conflict) => conflict.columns(['plan_id', 'revision']).doNothing())
        .returning(SUMMARY)
        .executeTakeFirst();
      if (inserted === undefined) return { kind: 'stale', current: await newest(db, draft.id) };
      return { kind: 'saved', revision: summaryOf(inserted) };
    });
  }
}

async function newest(db: Kysely<Tables>, id: string): Promise<RevisionSummary | null> {
  const row = await db
    .selectFrom('plan_revisions')
    .select(SUMMARY)
    .where('plan_id', '=', id)
    .orderBy('revision', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? null : summaryOf(row);
}

/** Whether the revision holds this very text; the database compares, so that a long document need not travel. */
async function isDocumentOf(db: Kysely<Tables>, revision: RevisionSummary, document: string): Promise<boolean> {
  const row = await db
    .selectFrom('plan_revisions')
    .select('revision')
    .where('plan_id', '=', revision.id)
    .where('revision', '=', revision.revision)
    .where('document', '=', document)
    .executeTakeFirst();
  return row !== undefined;
}

function matches(current: RevisionSummary | null, expected: Expected): boolean {
  if (expected === 'absent') return current === null;
  if (expected === 'present') return current !== null;
  return current?.revision === expected;
}

function summaryOf(row: {
  plan_id: string;
  name: string;
  revision: number;
  hash: string;
  created_at: Date;
  author: string;
  note: string;
}): RevisionSummary {
  const { plan_id: id, name, revision, hash, created_at: updated, author, note } = row;
  return { id, name, revision, hash, updated, author, note };
}
