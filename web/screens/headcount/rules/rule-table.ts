import type { Plan } from '../../../../engine/plan';
import type { GridColumn } from '../../../grid';
import type { Editable } from '../../../state';

export type DraftPlan = Editable<Plan>;
export type DraftTeam = DraftPlan['teams'][number];
export type Team = Plan['teams'][number];

/** What people may be planned by, as a table: one description for the editor, the workbook and its import. */
export interface RuleTable<Row> {
  readonly key: string;
  readonly title: string;
  /** What the table is for, in a sentence. */
  readonly what: string;
  /** The entries in the plan's order; called with a draft, they may be written to. */
  readonly rows: (plan: DraftPlan) => Row[];
  readonly columns: (plan: Plan) => GridColumn<Row>[];
  /** A row's place in the plan's document, such as `teams[3]`. */
  readonly placeOf: (row: Row) => string;
  /** What a row is told apart by in a workbook. */
  readonly keyOf: (row: Row) => string;
  /** What a row is called in the name of a step. */
  readonly nameOf: (row: Row) => string;
  /** Whether entries belong to teams. */
  readonly isOfTeam?: boolean | undefined;
  /** Adds an entry with usual values, for a team where entries belong to one. */
  readonly add?: ((plan: DraftPlan, team: DraftTeam) => void) | undefined;
  readonly remove?: ((plan: DraftPlan, row: Row) => void) | undefined;
  /** What is said where there are no entries. */
  readonly empty?: string | undefined;
}

/** A table as the editor takes it, whatever its rows are. */
// biome-ignore lint/suspicious/noExplicitAny: rows go from a table's `rows` to its own columns and nowhere else
export type AnyRuleTable = RuleTable<any>;

/** An entry of a team's list, with where it stands. */
export interface TeamEntry<Entry> {
  readonly team: DraftTeam;
  readonly teamAt: number;
  readonly entry: Entry;
  readonly at: number;
}

/** What an entry is and on which day, as a key; the second of the same day gets a number. */
export function datedKey(what: string, date: string, before: number): string {
  return `${what}/${date}${before > 0 ? `#${before + 1}` : ''}`;
}

/** All entries of a list that teams hold, team after team. */
export function teamEntries<Entry>(
  plan: DraftPlan,
  listOf: (team: DraftTeam) => readonly Entry[] | undefined,
): TeamEntry<Entry>[] {
  return plan.teams.flatMap((team, teamAt) =>
    (listOf(team) ?? []).map((entry, at): TeamEntry<Entry> => ({ team, teamAt, entry, at })),
  );
}

/** A day as text; dates come from the plan's first day on where nothing else is said. */
export const DAY = { pattern: /^\d{4}-\d{2}-\d{2}$/, allowed: 'a date such as 2027-03-01' } as const;
