import type { PGlite } from '@electric-sql/pglite';
import type { PostgresPool, PostgresPoolClient, PostgresQueryResult } from 'kysely';

/**
 * An embedded PGlite seen as a connection pool of one, which is all that Kysely's own PostgreSQL dialect asks for.
 *
 * PGlite is a single session: whoever holds the connection holds it until it is released, and the others wait their
 * turn, so that two transactions never mix.
 */
export function pglitePool(database: PGlite): PostgresPool {
  let turn: Promise<void> = Promise.resolve();
  return {
    async connect(): Promise<PostgresPoolClient> {
      const before = turn;
      let leave: () => void = () => {};
      turn = new Promise((resolve) => {
        leave = resolve;
      });
      await before;
      const query = async (sql: string, parameters: readonly unknown[]) => {
        const { rows, affectedRows } = await database.query(sql, [...parameters]);
        const result = { command: commandOf(sql), rowCount: affectedRows ?? rows.length, rows };
        return result as PostgresQueryResult<never>;
      };
      // Cursors are only for streamed queries, which the store does not make.
      return { query: query as unknown as PostgresPoolClient['query'], release: () => leave() };
    },
    async end(): Promise<void> {
      await turn;
      await database.close();
    },
  };
}

function commandOf(sql: string): string {
  return /^\s*(\w+)/.exec(sql)?.[1]?.toUpperCase() ?? '';
}
