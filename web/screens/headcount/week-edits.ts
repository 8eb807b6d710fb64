import type { Plan } from '../../../engine/plan';
import { addDays, daysBetween } from '../../format';
import type { Editable } from '../../state';

type DraftTeam = Editable<Plan>['teams'][number];
type Team = Plan['teams'][number];

/** Figures of a team that may be planned for single weeks in place of the usual one. */
export const PLANNED_FIELDS = ['attritionPerYear', 'inOffice', 'outOfOffice', 'extraHours'] as const;
/** The same of one component of its shrinkage, by its id. */
type PartField = `part:${string}`;
export type PlannedField = (typeof PLANNED_FIELDS)[number] | PartField;

/** What of a team is planned week by week. */
export type WeekField = 'hires' | PlannedField;

/** What a field is called. */
export const PLANNED_LABELS: Readonly<Record<(typeof PLANNED_FIELDS)[number], string>> = {
  attritionPerYear: 'Attrition a year',
  inOffice: 'Shrinkage at work',
  outOfOffice: 'Shrinkage away',
  extraHours: 'Overtime',
};

const isPart = (field: WeekField): field is PartField => field.startsWith('part:');
export const partField = (id: string): PartField => `part:${id}`;

/** The component that a field is of. */
function partOf<Part extends { readonly id: string }>(parts: readonly Part[] | undefined, field: PartField) {
  return parts?.find(({ id }) => partField(id) === field);
}

const weekOf = (startDate: string, date: string) => Math.floor(daysBetween(startDate, date) / 7);

/** Heads that start on contacts in a week, people who come back included. */
export function hiresOfWeek(team: Team, startDate: string, week: number): number {
  return team.hires.reduce((sum, hire) => sum + (weekOf(startDate, hire.date) === week ? hire.heads : 0), 0);
}

/** What is planned for a week; null where the usual holds. */
export function plannedOf(team: Team, field: PlannedField, week: number): number | null {
  if (isPart(field)) return partOf(team.shrinkageComponents, field)?.byWeek?.[week] ?? null;
  return team.byWeek?.[field]?.[week] ?? null;
}

/** What holds in a week that is not planned by hand; a component follows the month of the week's fourth day. */
export function usualOf(team: Team, field: PlannedField, startDate: string, week: number): number {
  if (isPart(field)) {
    const part = partOf(team.shrinkageComponents, field);
    const month = Number(addDays(startDate, week * 7 + 3).slice(5, 7)) - 1;
    return part ? part.share * (part.byMonth?.[month] ?? 1) : 0;
  }
  if (field === 'attritionPerYear') return team.attritionPerYear;
  return field === 'extraHours' ? 0 : team.shrinkage[field];
}

/** Sets a week of a team: hires of the week together, or a figure in place of the usual one (null: the usual again). */
export function setWeek(
  team: DraftTeam,
  calendar: { readonly startDate: string; readonly weeks: number },
  field: WeekField,
  week: number,
  value: number | null,
): void {
  if (field === 'hires') {
    setHires(team, calendar.startDate, week, value ?? 0);
    return;
  }
  const withValue = (known: readonly (number | null)[] = []) => {
    const values = Array.from({ length: calendar.weeks }, (_, at) => known[at] ?? null);
    values[week] = value;
    return values.some((one) => one !== null) ? values : undefined;
  };
  if (isPart(field)) {
    const part = partOf(team.shrinkageComponents, field);
    if (!part) return;
    const values = withValue(part.byWeek);
    if (values) part.byWeek = values;
    else delete part.byWeek;
    return;
  }
  team.byWeek ??= {};
  const values = withValue(team.byWeek[field]);
  if (values) team.byWeek[field] = values;
  else delete team.byWeek[field];
  if (Object.keys(team.byWeek).length === 0) delete team.byWeek;
}

/** One class on the week's first day, or the classes that are there, scaled. */
function setHires(team: DraftTeam, startDate: string, week: number, heads: number): void {
  const here = team.hires.filter((hire) => weekOf(startDate, hire.date) === week);
  const before = here.reduce((sum, hire) => sum + hire.heads, 0);
  if (heads === 0) {
    team.hires = team.hires.filter((hire) => !here.includes(hire));
    return;
  }
  if (here.length > 0 && before > 0) {
    for (const hire of here) hire.heads = (hire.heads * heads) / before;
    return;
  }
  team.hires = team.hires.filter((hire) => !here.includes(hire));
  team.hires.push({ date: addDays(startDate, week * 7), heads });
  team.hires.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}

/** How a stretch of weeks is changed. */
export type RangeChange =
  | { readonly kind: 'set'; readonly value: number }
  | { readonly kind: 'scale'; readonly percent: number }
  | { readonly kind: 'usual' };

/** Changes a figure of some teams from one week to another, both included. */
export function changeRange(
  teams: readonly DraftTeam[],
  calendar: { readonly startDate: string; readonly weeks: number },
  field: WeekField,
  from: number,
  to: number,
  change: RangeChange,
): void {
  for (const team of teams) {
    for (let week = from; week <= to; week++) {
      const now =
        field === 'hires'
          ? hiresOfWeek(team as Team, calendar.startDate, week)
          : (plannedOf(team as Team, field, week) ?? usualOf(team as Team, field, calendar.startDate, week));
      const value =
        change.kind === 'set'
          ? change.value
          : change.kind === 'scale'
            ? now * (1 + change.percent / 100)
            : field === 'hires'
              ? 0
              : null;
      setWeek(team, calendar, field, week, value === null ? null : Math.round(value * 1e9) / 1e9);
    }
  }
}
