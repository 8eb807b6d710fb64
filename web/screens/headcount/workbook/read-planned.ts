import type { Plan } from '../../../../engine/plan';
import { daysBetween, formatShare } from '../../../format';
import type { DraftPlan } from '../rules';
import { PLANNED_FIELDS, PLANNED_LABELS, type PlannedField, partField, plannedOf, setWeek } from '../week-edits';
import { KEY_HEAD } from './input-sheets';
import {
  type Found,
  isBlank,
  isSame,
  type OpenedSheet,
  readValue,
  type SheetValue,
  short,
  textOf,
} from './sheet-values';

type Team = Plan['teams'][number];

/** What of a team may be planned for single weeks, with what it is called. */
export const plannedFields = (team: Team): readonly { readonly field: PlannedField; readonly label: string }[] => [
  ...PLANNED_FIELDS.map((field) => ({ field, label: PLANNED_LABELS[field] })),
  ...(team.shrinkageComponents ?? []).map(({ id, name }) => ({ field: partField(id), label: name })),
];

const HEADS = [KEY_HEAD, 'From', 'Field', 'Value'] as const;

/** Writes the figures planned for single weeks onto the draft; weeks without a line are as usual again. */
export function readPlanned(draft: DraftPlan, plan: Plan, opened: OpenedSheet, found: Found): void {
  const [head = [], ...lines] = opened.rows;
  const places = HEADS.map((label) => head.findIndex((cell) => textOf(cell) === label));
  const missing = HEADS.filter((_, at) => places[at]! < 0);
  if (missing.length > 0) {
    found.refuse(`${opened.name}, row 1: found no column “${missing.join('”, “')}”; allowed: the heads as written`);
    return;
  }
  const wanted = new Map<string, number>();
  for (const [index, line] of lines.entries()) {
    if (isBlank(line)) continue;
    const reading = readLine(
      plan,
      places.map((place) => line[place]),
    );
    if (typeof reading === 'string') found.refuse(`${opened.name}, row ${index + 2}, ${reading}`);
    else if (reading) wanted.set(keyOf(reading.team, reading.field, reading.week), reading.value);
  }
  for (const team of plan.teams) {
    const target = draft.teams.find(({ id }) => id === team.id);
    if (!target) continue;
    for (const { field, label } of plannedFields(team)) {
      for (let week = 0; week < plan.calendar.weeks; week++) {
        const before = plannedOf(team, field, week);
        const after = wanted.get(keyOf(team, field, week)) ?? null;
        if (isSame(before, after)) continue;
        setWeek(target, plan.calendar, field, week, after);
        const words = (value: number | null) => (value === null ? 'as usual' : formatShare(value));
        const what = `${label}, week ${week + 1}`;
        found.changes.push({ sheet: opened.name, row: team.name, what, before: words(before), after: words(after) });
      }
    }
  }
}

const keyOf = (team: Team, field: PlannedField, week: number) => JSON.stringify([team.id, field, week]);

/** A line as a figure of a week, or what is wrong with it; null for a figure that was emptied. */
function readLine(plan: Plan, [key, from, field, value]: readonly SheetValue[]) {
  const team = plan.teams.find(({ id }) => id === textOf(key));
  if (!team) return `${KEY_HEAD}: found “${short(textOf(key))}”; allowed: the id of a team`;
  const known = plannedFields(team).find((one) => one.field === textOf(field));
  if (!known) {
    const allowed = `${PLANNED_FIELDS.join(', ')}, or part:ID of a component of the team’s shrinkage`;
    return `Field: found “${short(textOf(field))}”; allowed: ${allowed}`;
  }
  const day = textOf(from);
  const week = /^\d{4}-\d{2}-\d{2}$/.test(day) ? Math.floor(daysBetween(plan.calendar.startDate, day) / 7) : -1;
  if (!(week >= 0 && week < plan.calendar.weeks)) {
    return `From: found “${short(day)}”; allowed: a day of the plan, such as ${plan.calendar.startDate}`;
  }
  if (textOf(value) === '') return null;
  const [min, max] = endsOf(team, known.field);
  const reading = readValue(
    { kind: 'share', key: 'value', label: 'Value', path: '', width: 0, get: () => null, write: formatShare, min, max },
    value,
  );
  if (!reading.ok) return reading.message;
  return { team, field: known.field, week, value: reading.value as number };
}

function endsOf(team: Team, field: PlannedField): readonly [number, number] {
  if (field === 'attritionPerYear') return [0, 50];
  if (field === 'extraHours') return [-(team.voluntaryTimeOff?.maxShare ?? 0) || 0, team.overtime?.maxShare ?? 0];
  return [0, 0.9];
}
