import { type Kysely, type MigrationProvider, Migrator, sql } from 'kysely';
import type { Tables } from './tables';

/** Every change of the store's tables, in order; a change that has been shipped is never edited. */
const migrations: MigrationProvider = {
  getMigrations: async () => ({
    '001-plan-revisions': {
      async up(db: Kysely<unknown>): Promise<void> {
        await db.schema
          .createTable('plan_revisions')
          .addColumn('plan_id', 'text', (column) => column.notNull())
          .addColumn('revision', 'integer', (column) => column.notNull().check(sql`revision > 0`))
          .addColumn('name', 'text', (column) => column.notNull())
          .addColumn('document', 'text', (column) => column.notNull())
          .addColumn('hash', 'text', (column) => column.notNull())
          .addColumn('created_at', 'timestamptz', (column) => column.notNull())
          .addColumn('author', 'text', (column) => column.notNull())
          .addColumn('note', 'text', (column) => column.notNull())
          .addPrimaryKeyConstraint('plan_revisions_key', ['plan_id', 'revision'])
          .execute();
        // The database itself refuses to rewrite history, whoever asks.
        await sql`
          create function plan_revisions_are_final() returns trigger language plpgsql as
          $$ begin raise exception 'plan revisions are never changed or deleted'; end $$
        `.execute(db);
        await sql`
          create trigger plan_revisions_final before update or delete on plan_revisions
          for each row execute function plan_revisions_are_final()
        `.execute(db);
      },
    },
  }),
};

/** Brings the store's tables up to date; all of it or, on any fault, nothing. */
export async function migrate(db: Kysely<Tables>): Promise<void> {
  const { error } = await new Migrator({ db, provider: migrations }).migrateToLatest();
  if (error !== undefined) throw new Error('The store could not be brought up to date.', { cause: error });
}
