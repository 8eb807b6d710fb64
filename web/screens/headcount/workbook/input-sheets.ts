import type { Plan } from '../../../../engine/plan';
import type { GridColumn } from '../../../grid';
import { type AnyRuleTable, type DraftPlan, RULE_TABLES } from '../rules';

// biome-ignore lint/suspicious/noExplicitAny: rows go from a table's `rows` to its own columns and nowhere else
export type AnyColumn = GridColumn<any>;

/** A sheet of a workbook that is read back: entries of the plan by key, a column each for what may be changed. */
export interface InputSheet {
  readonly name: string;
  /** What the entries are found, added and removed by. */
  readonly table: AnyRuleTable;
  readonly columns: (plan: Plan) => readonly AnyColumn[];
}

const sheetOf = (table: AnyRuleTable, name = table.title): InputSheet => ({
  name,
  table,
  columns: (plan) => table.columns(plan),
});

/** What holds for each team, in one sheet: columns of several tables side by side. */
const assumptions: InputSheet = {
  name: 'Assumptions',
  table: RULE_TABLES.onboarding,
  columns: (plan) => {
    const seen = new Set<string>();
    return [RULE_TABLES.stay, RULE_TABLES.onboarding, RULE_TABLES.hiring]
      .flatMap((table) => table.columns(plan) as AnyColumn[])
      .filter(({ key }) => key !== 'hires' && !seen.has(key) && seen.add(key));
  },
};

/** The sheets that a workbook is read back from, in their order. */
export const INPUT_SHEETS: readonly InputSheet[] = [
  assumptions,
  sheetOf(RULE_TABLES.hires),
  sheetOf(RULE_TABLES.transfers),
  sheetOf(RULE_TABLES.leaves),
  sheetOf(RULE_TABLES.shrinkage),
  sheetOf(RULE_TABLES.rooms),
  sheetOf(RULE_TABLES.freezes),
  sheetOf(RULE_TABLES.shifts),
  sheetOf(RULE_TABLES.launches),
];

/** The head of the column that tells entries apart. */
export const KEY_HEAD = 'Key';
/** The sheet of figures that are planned for single weeks. */
export const PLANNED_SHEET = 'Planned by hand';

/** A plan is only read through this; the same functions write when they are given a draft. */
export const readOnly = (plan: Plan): DraftPlan => plan as DraftPlan;
