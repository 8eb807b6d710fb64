import { produce } from 'immer';
import type { Plan } from '../../../../engine/plan';
import type { DraftPlan } from '../rules';
import { INPUT_SHEETS, PLANNED_SHEET } from './input-sheets';
import { readInput } from './read-input';
import { readPlanned } from './read-planned';
import type { Found, OpenedSheet, SheetChange } from './sheet-values';

/** What an opened workbook would do to the plan. */
export interface SheetReading {
  readonly changes: readonly SheetChange[];
  /** Everything that can't be read, with its place; with any of it nothing lands. */
  readonly refused: readonly string[];
  /** Worth knowing: sheets that were left out, another state of the plan. */
  readonly notes: readonly string[];
  /** The plan with the changes; only to be used if nothing was refused. */
  readonly next: Plan;
}

const MOST_REFUSED = 200;

/**
 * Reads a headcount workbook back onto the plan: entries are found by their key, rows without one are new, keys that are gone
 * remove theirs. A sheet that is missing, or a column, changes nothing.
 */
export function readSheets(plan: Plan, sheets: readonly OpenedSheet[], hash: string): SheetReading {
  const changes: SheetChange[] = [];
  const refused: string[] = [];
  const refuse = (words: string) => {
    if (refused.length < MOST_REFUSED) refused.push(words);
  };
  const known = [...INPUT_SHEETS.map(({ name }) => name), PLANNED_SHEET];
  const missing = known.filter((name) => !sheets.some((sheet) => sheet.name === name));
  const notes: string[] = [];
  if (missing.length === known.length) {
    const names = sheets.map(({ name }) => `“${name.slice(0, 31)}”`).join(', ');
    refuse(`Found the sheets ${names}; allowed: a workbook of this screen, with “${known[0]}” and others`);
  } else if (missing.length > 0) {
    notes.push(`Left as they are, for want of a sheet: ${missing.join(', ')}.`);
  }
  const stated = sheets.find(({ name }) => name === 'About')?.rows.find(([what]) => what === 'Plan hash')?.[1];
  if (stated !== undefined && stated !== hash) {
    notes.push('The workbook was written from another state of this plan, or from another plan: look at every change.');
  }
  const next = produce(plan, (draft) => writeSheets(draft, plan, sheets, { changes, refuse }));
  return { changes, refused, notes, next };
}

/** Writes what the sheets say onto a draft of the plan; what can't be read is refused and left. */
export function writeSheets(draft: DraftPlan, plan: Plan, sheets: readonly OpenedSheet[], found: Found): void {
  const byName = new Map(sheets.map((sheet) => [sheet.name, sheet]));
  for (const sheet of INPUT_SHEETS) {
    const opened = byName.get(sheet.name);
    if (opened) readInput(draft, plan, sheet, opened, found);
  }
  const planned = byName.get(PLANNED_SHEET);
  if (planned) readPlanned(draft, plan, planned, found);
}
