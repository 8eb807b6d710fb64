import { type HeadcountAnswer, type HeadcountGroup, headcountRates } from '../../../engine/answers';
import type { Plan } from '../../../engine/plan';
import { wholeHeads } from '../../../engine/units';
import { formatCount, formatDay, formatFte, formatMoney, formatNumber, formatShare, signed } from '../../format';
import type { GridColumn } from '../../grid';
import css from './headcount.module.css';
import { hiresOfWeek, PLANNED_LABELS, type PlannedField, partField, plannedOf, usualOf } from './week-edits';

/** A week of the grid. */
export interface WeekRow {
  readonly week: number;
  readonly label: string;
  readonly period: string;
  readonly start: string;
}

export const weekRows = (answer: HeadcountAnswer): WeekRow[] =>
  answer.weeks.map(({ index, label, periodLabel, startDate }) => ({
    week: index,
    label,
    period: periodLabel,
    start: startDate,
  }));

/** Behind a figure that is planned for its week alone. */
export const PLANNED_MARK = ' •';

interface Facts {
  readonly plan: Plan;
  readonly teams: readonly Plan['teams'][number][];
  readonly group: HeadcountGroup;
  readonly unit: 'fte' | 'heads';
  /** Service of the undisturbed plan by week, when it has been worked out. */
  readonly service: Float64Array | null;
}

/** The columns of a group's weeks: what is needed, who is there, and what of it is planned by hand. */
export function weekColumns({ plan, teams, group, unit, service }: Facts): GridColumn<WeekRow>[] {
  const { weekly } = group;
  const one = teams.length === 1 ? teams[0] : undefined;
  const heads = unit === 'heads';
  const size = heads ? formatCount : formatFte;
  const required = (week: number) => (heads ? wholeHeads(weekly.requiredHeads[week]!) : weekly.requiredFte[week]!);
  const available = (week: number) => (heads ? weekly.heads[week]! : weekly.availableFte[week]!);
  const shown = (
    key: string,
    label: string,
    hint: string,
    get: (week: number) => number,
    write: (value: number) => string,
    width = 84,
  ): GridColumn<WeekRow> => ({
    kind: 'shown',
    key,
    label,
    hint,
    path: key,
    width,
    get: ({ week }) => get(week),
    text: ({ week }) => (Number.isNaN(get(week)) ? '–' : write(get(week))),
    numeric: true,
  });
  const planned = (
    key: keyof typeof PLANNED_LABELS,
    hint: string,
    ends: readonly [number, number],
  ): GridColumn<WeekRow> => ({
    kind: 'share',
    key,
    label: PLANNED_LABELS[key],
    hint: `${hint}. ${PLANNED_MARK.trim()} marks weeks planned by hand; an empty cell takes the usual again`,
    path: `byWeek.${key}`,
    width: 96,
    min: ends[0],
    max: ends[1],
    orNothing: true,
    write: (value) => formatShare(value),
    get: ({ week }) => Math.round(inForce(teams, key, weekly, week) * 1e9) / 1e9,
    text: ({ week }) =>
      `${formatShare(inForce(teams, key, weekly, week))}${teams.some((team) => plannedOf(team, key, week) !== null) ? PLANNED_MARK : ''}`,
    set: () => {},
    isFixed: () => ends[0] === ends[1],
  });
  const overtime = Math.min(...teams.map((team) => team.overtime?.maxShare ?? 0));
  const timeOff = Math.min(...teams.map((team) => team.voluntaryTimeOff?.maxShare ?? 0));
  return [
    {
      kind: 'shown',
      key: 'label',
      label: 'Week',
      path: 'week',
      width: 150,
      get: (row) => row.label,
      text: (row) => `${row.label}, ${formatDay(row.start)}`,
    },
    shown(
      'required',
      'Required',
      heads
        ? 'Heads on contacts that the requirement takes, rounded up once'
        : 'Paid FTE on contacts that the requirement takes',
      required,
      size,
    ),
    shown('available', 'Available', heads ? 'Heads on contacts' : 'Paid FTE on contacts', available, size),
    {
      kind: 'shown',
      key: 'gap',
      label: 'Gap',
      hint: 'Available less required: below zero people are missing',
      path: 'gap',
      width: 84,
      numeric: true,
      get: ({ week }) => available(week) - required(week),
      render: ({ week }) => {
        const gap = available(week) - required(week);
        return <span className={gap < -0.05 ? css.short : undefined}>{signed(gap, size)}</span>;
      },
    },
    shown(
      'paid',
      'Paid FTE',
      'All paid hours: on contacts, in training and on paid leave',
      (week) => headcountRates(weekly, week).paidFte,
      formatFte,
    ),
    shown(
      'productive',
      'Productive FTE',
      'Hours on contacts or ready for one, after shrinkage and closed days',
      (week) => headcountRates(weekly, week).productiveFte,
      formatFte,
    ),
    shown(
      'employed',
      'Employed',
      'Heads on contacts, in training and on leave',
      (week) => weekly.employed[week]!,
      formatFte,
    ),
    shown(
      'trainees',
      'In training',
      'Paid heads that are not on contacts yet',
      (week) => weekly.trainees[week]!,
      formatFte,
    ),
    {
      kind: 'number',
      key: 'hires',
      label: 'Hires',
      hint: 'Heads that start on contacts in the week',
      path: 'hires',
      width: 76,
      min: 0,
      max: 100_000,
      write: (value) => (value === 0 ? '' : formatNumber(value, 1)),
      get: ({ week }) => teams.reduce((sum, team) => sum + hiresOfWeek(team, plan.calendar.startDate, week), 0),
      set: () => {},
      isFixed: () => !one,
    },
    shown('leavers', 'Leavers', 'Heads that leave at the end of the week', (week) => weekly.leavers[week]!, formatFte),
    planned('attritionPerYear', 'Leavers a year over heads', [0, 50]),
    planned('inOffice', 'Paid time away from contacts while at work', [0, 0.9]),
    planned('outOfOffice', 'Paid time away from work', [0, 0.9]),
    ...(one?.shrinkageComponents ?? []).map(
      ({ id, name, kind }, at): GridColumn<WeekRow> => partColumn(plan, one!, { id, name, kind, at }),
    ),
    planned('extraHours', 'Paid hours beyond the usual; below zero time off without pay. Its limits are the team’s', [
      -timeOff || 0,
      overtime,
    ]),
    shown(
      'speed',
      'Speed',
      'Mean speed of those on contacts against full speed',
      (week) => headcountRates(weekly, week).speed,
      formatShare,
    ),
    ...(teams.some((team) => team.learning.firstMonthQuality !== undefined)
      ? [
          shown(
            'quality',
            'Quality',
            'Mean resolution against that of the experienced',
            (week: number) => headcountRates(weekly, week).quality,
            formatShare,
          ),
        ]
      : []),
    shown(
      'occupancy',
      'Load',
      'Work over what people can do',
      (week) => headcountRates(weekly, week).occupancy,
      formatShare,
    ),
    shown(
      'cost',
      'Labor cost',
      'Wages, benefits and overtime of own people, and what providers bill for theirs',
      (week) => weekly.laborCost[week]!,
      (value) => formatMoney(value, plan.currency),
      96,
    ),
    ...(service
      ? [
          shown(
            'service',
            'Service, whole plan',
            'Contacts of all streams served within their own target',
            (week: number) => service[week] ?? Number.NaN,
            formatShare,
            96,
          ),
        ]
      : []),
  ];
}

/** One component of a team's shrinkage, week by week. */
function partColumn(
  plan: Plan,
  team: Plan['teams'][number],
  { id, name, kind, at }: { readonly id: string; readonly name: string; readonly kind: string; readonly at: number },
): GridColumn<WeekRow> {
  const field: PlannedField = partField(id);
  const holds = (week: number) => plannedOf(team, field, week) ?? usualOf(team, field, plan.calendar.startDate, week);
  return {
    kind: 'share',
    key: field,
    label: name,
    hint: `A part of shrinkage ${kind === 'in-office' ? 'at work' : 'away'}, which stands for all of its parts in weeks in which it is planned itself. ${PLANNED_MARK.trim()} marks weeks planned by hand`,
    path: `shrinkageComponents[${at}].byWeek`,
    width: 96,
    min: 0,
    max: 0.9,
    orNothing: true,
    write: (value) => formatShare(value),
    get: ({ week }) => Math.round(holds(week) * 1e9) / 1e9,
    text: ({ week }) => `${formatShare(holds(week))}${plannedOf(team, field, week) === null ? '' : PLANNED_MARK}`,
    set: () => {},
  };
}

/** What holds in a week: the figure planned for it, or what came out of the teams together. */
function inForce(
  teams: readonly Plan['teams'][number][],
  key: keyof typeof PLANNED_LABELS,
  weekly: HeadcountGroup['weekly'],
  week: number,
): number {
  const planned = teams.map((team) => plannedOf(team, key, week));
  const [first = null] = planned;
  if (first !== null && planned.every((value) => value === first)) return first;
  const over = (part: Float64Array, whole: number, usual: number) => (whole > 0 ? part[week]! / whole : usual);
  const [team] = teams;
  if (!team) return 0;
  const hours = weekly.contactHours[week]!;
  switch (key) {
    case 'attritionPerYear':
      return teams.length === 1
        ? team.attritionPerYear
        : over(weekly.attritionHeads, weekly.employed[week]!, team.attritionPerYear);
    case 'inOffice':
      return over(weekly.inOfficeHours, hours, team.shrinkage.inOffice);
    case 'outOfOffice':
      return over(weekly.outOfOfficeHours, hours, team.shrinkage.outOfOffice);
    case 'extraHours':
      return over(weekly.extraHours, hours - weekly.extraHours[week]!, 0);
  }
}
