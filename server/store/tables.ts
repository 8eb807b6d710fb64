import type { ColumnType } from 'kysely';

/** One state of one plan; rows are only ever added. */
export interface PlanRevisions {
  plan_id: string;
  revision: number;
  /** The plan's name at this revision, so that a list needs no documents. */
  name: string;
  /** The plan as JSON text, exactly as it was accepted. */
  document: string;
  hash: string;
  created_at: ColumnType<Date, Date, never>;
  author: string;
  note: string;
}

export interface Tables {
  plan_revisions: PlanRevisions;
}
