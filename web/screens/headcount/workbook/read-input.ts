import type { Plan } from '../../../../engine/plan';
import type { AnyRuleTable, DraftPlan } from '../rules';
import { type AnyColumn, type InputSheet, KEY_HEAD } from './input-sheets';
import {
  type Found,
  isBlank,
  isSame,
  type OpenedSheet,
  readValue,
  type SheetValue,
  short,
  textOf,
  wordsOf,
} from './sheet-values';

/** A sheet of inputs, and what its lines are read with. */
interface Input {
  readonly sheet: InputSheet;
  readonly draft: DraftPlan;
  readonly columns: readonly AnyColumn[];
  readonly placeOf: (label: string) => number;
  readonly seen: Set<string>;
  readonly known: ReadonlyMap<string, unknown>;
  readonly found: Found;
}

/** Writes a sheet of inputs onto the draft: entries by key, lines with none that is known are new, keys that are gone go. */
export function readInput(draft: DraftPlan, plan: Plan, sheet: InputSheet, opened: OpenedSheet, found: Found): void {
  const { table, name } = sheet;
  const [head = [], ...lines] = opened.rows;
  const placeOf = (label: string) => head.findIndex((cell) => textOf(cell) === label);
  if (placeOf(KEY_HEAD) < 0) {
    found.refuse(`${name}, row 1: found no column “${KEY_HEAD}”; allowed: the heads as they were written`);
    return;
  }
  const input: Input = {
    sheet,
    draft,
    columns: sheet.columns(plan),
    placeOf,
    seen: new Set(),
    known: new Map(table.rows(draft).map((row) => [table.keyOf(row), row])),
    found,
  };
  removeGone(input, new Set(lines.map((line) => textOf(line[placeOf(KEY_HEAD)]))));
  for (const [index, line] of lines.entries()) {
    if (!isBlank(line)) readLine(input, line, `${name}, row ${index + 2}`);
  }
}

function readLine(input: Input, line: readonly SheetValue[], place: string): void {
  const { sheet, draft, columns, placeOf, seen, known, found } = input;
  const { table, name } = sheet;
  const written = textOf(line[placeOf(KEY_HEAD)]);
  // An entry that this state of the plan doesn't have is a new one.
  const key = known.has(written) || !table.add ? written : '';
  if (key !== '' && (seen.has(key) || !known.has(key))) {
    const why = seen.has(key) ? 'a key once only' : 'a key of this plan';
    found.refuse(`${place}: found the key “${short(key)}”; allowed: ${why}`);
    return;
  }
  seen.add(key);
  const row = key === '' ? addRow(draft, table, textOf(line[placeOf('Team')]), place, found) : known.get(key);
  if (row === undefined) return;
  const entry = table.nameOf(row);
  for (const column of columns) {
    const at = placeOf(column.label);
    if (at < 0 || column.kind === 'shown' || !column.set || column.isFixed?.(row)) continue;
    const before = column.get(row);
    // What stands already needs no reading, not even a name that couldn't be read.
    if (textOf(line[at]) === textOf(before ?? '')) continue;
    const reading = readValue(column, line[at]);
    if (!reading.ok) {
      found.refuse(`${place}, ${reading.message}`);
      continue;
    }
    if (isSame(before, reading.value)) continue;
    column.set(row, reading.value);
    if (key === '') continue;
    const [was, is] = [wordsOf(column, before), wordsOf(column, reading.value)];
    found.changes.push({ sheet: name, row: entry, what: column.label, before: was, after: is });
  }
  if (key === '') {
    const words = columns
      .map((column) => wordsOf(column, column.get(row)))
      .filter((text) => text !== 'nothing')
      .join(', ');
    found.changes.push({
      sheet: name,
      row: table.nameOf(row),
      what: 'New row',
      before: '',
      after: words.slice(0, 200),
    });
  }
}

/** A new entry, for the team that the line names where entries belong to one. */
function addRow(draft: DraftPlan, table: AnyRuleTable, name: string, place: string, { refuse }: Found): unknown {
  if (!table.add) {
    refuse(`${place}: found no key; allowed: the key of an entry, since none can be added here`);
    return undefined;
  }
  const named = draft.teams.filter((team) => team.name === name || team.id === name);
  const team = table.isOfTeam ? (named.length === 1 ? named[0] : undefined) : draft.teams[0];
  if (!team) {
    const many = named.length > 1 ? `, as ${named.length} teams are called` : '';
    refuse(`${place}, Team: found “${short(name)}”${many}; allowed: the name of one team, or its id`);
    return undefined;
  }
  const before = new Set(table.rows(draft).map((row) => table.keyOf(row)));
  table.add(draft, team);
  const added = table.rows(draft).filter((row) => !before.has(table.keyOf(row)));
  // The first entry of a list may bring company, such as what was one share until now; a sheet says all there is.
  for (const row of added.slice(0, -1).reverse()) table.remove?.(draft, row);
  return added.at(-1);
}

/** Takes out entries whose key stands in no line, from the last on, so that those before keep their places. */
function removeGone({ sheet: { table, name }, draft, known, found }: Input, stated: ReadonlySet<string>): void {
  if (!table.remove) return;
  for (const [key, row] of [...known].reverse()) {
    if (stated.has(key)) continue;
    found.changes.push({ sheet: name, row: table.nameOf(row), what: 'Row removed', before: '', after: '' });
    table.remove(draft, row);
  }
}
