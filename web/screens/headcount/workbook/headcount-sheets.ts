import { HEADCOUNT_FIGURES, type HeadcountAnswer, headcountRates } from '../../../../engine/answers';
import type { Plan } from '../../../../engine/plan';
import type { Cell, FormattedCell, PlainSheet } from '../../../format';
import { plannedOf } from '../week-edits';
import { type AnyColumn, INPUT_SHEETS, type InputSheet, KEY_HEAD, PLANNED_SHEET, readOnly } from './input-sheets';
import { plannedFields } from './read-planned';

/**
 * The headcount as sheets of values for finance: every week and row, the gap as a grid, and what they rest on. The sheets of
 * inputs can be changed and opened again; the others are results.
 */
export function headcountSheets(plan: Plan, answer: HeadcountAnswer, service: HeadcountAnswer | null): PlainSheet[] {
  return [
    weeksSheet(answer, service),
    gapSheet(answer),
    ...INPUT_SHEETS.map((sheet) => inputSheet(plan, sheet)),
    plannedSheet(plan, answer),
    sourcesSheet(plan),
    notesSheet(plan, answer),
  ];
}

function weeksSheet(answer: HeadcountAnswer, service: HeadcountAnswer | null): PlainSheet {
  const rates = ['gapFte', 'speed', 'productiveShare', 'occupancy', 'paidFte', 'productiveFte'] as const;
  const head = ['Row', 'Week', 'From', 'Period', ...HEADCOUNT_FIGURES, ...rates, 'serviceOfWholePlan'];
  const rows = answer.groups.flatMap((group) =>
    answer.weeks.map((week, at): Cell[] => {
      const derived = headcountRates(group.weekly, at);
      return [
        group.name,
        week.label,
        week.startDate,
        week.periodLabel,
        ...HEADCOUNT_FIGURES.map((figure) => group.weekly[figure][at]),
        ...rates.map((rate) => derived[rate]),
        service?.service?.all[at],
      ];
    }),
  );
  return { name: 'Headcount', rows: [head, ...rows], widths: [28, 11, 12, 10, ...head.slice(4).map(() => 14)] };
}

function gapSheet({ groups, weeks }: HeadcountAnswer): PlainSheet {
  return {
    name: 'Gap in FTE',
    rows: [
      ['Row', ...weeks.map((week) => week.label)],
      ...groups.map((group) => [group.name, ...weeks.map((_, at) => headcountRates(group.weekly, at).gapFte)]),
    ],
    widths: [28, ...weeks.map(() => 10)],
  };
}

/** A table of inputs: a key, and what each entry holds, in the form in which it is read back. */
function inputSheet(plan: Plan, { name, table, columns }: InputSheet): PlainSheet {
  const own = columns(plan);
  const rows = table
    .rows(readOnly(plan))
    .map((row): (Cell | FormattedCell)[] => [table.keyOf(row), ...own.map((column) => cellOf(column, row))]);
  return {
    name,
    rows: [[KEY_HEAD, ...own.map(({ label }) => label)], ...rows],
    widths: [24, ...own.map(({ width }) => Math.max(12, Math.round(width / 7)))],
  };
}

function cellOf(column: AnyColumn, row: unknown): Cell | FormattedCell {
  const value = column.get(row);
  if (column.kind === 'choice') return column.choices.find((choice) => choice.value === value)?.label ?? String(value);
  if (column.kind === 'share' && typeof value === 'number') return { value, format: '0.0#%' };
  return value;
}

/** Figures that are planned for single weeks. */
function plannedSheet(plan: Plan, { weeks }: HeadcountAnswer): PlainSheet {
  const rows = plan.teams.flatMap((team) => {
    return plannedFields(team).flatMap(({ field, label }) =>
      weeks.flatMap((week, at): (Cell | FormattedCell)[][] => {
        const value = plannedOf(team, field, at);
        return value === null
          ? []
          : [[team.id, team.name, week.label, week.startDate, field, label, { value, format: '0.0#%' }]];
      }),
    );
  });
  return {
    name: PLANNED_SHEET,
    rows: [[KEY_HEAD, 'Team', 'Week', 'From', 'Field', 'What', 'Value'], ...rows],
    widths: [24, 28, 11, 12, 20, 24, 12],
  };
}

/** What every team's assumptions rest on. */
function sourcesSheet(plan: Plan): PlainSheet {
  const sites = new Map(plan.sites.map((site) => [site.id, site]));
  const rows = plan.teams.map((team): Cell[] => {
    const site = sites.get(team.site);
    return [
      team.name,
      site?.name,
      team.headcount.reduce((sum, entry) => sum + entry.heads, 0),
      team.paidHoursPerWeek,
      site?.wage.perHour,
      site?.wage.benefitsShare,
      team.shrinkage.inOffice,
      team.shrinkage.outOfOffice,
      ...[
        team.shrinkage,
        team.learning,
        team.onboarding,
        team.hiring,
        team.attritionResponse,
        team.coverOverhead,
      ].flatMap((facts): Cell[] => [facts?.source, facts?.grade]),
    ];
  });
  const head = [
    'Team',
    'Site',
    'Heads on the first day',
    'Paid hours a week',
    'Wage an hour',
    'Benefits on top',
    'Shrinkage at work',
    'Shrinkage away',
    ...['shrinkage', 'learning', 'onboarding', 'hiring', 'response to load and pay', 'shift cover'].flatMap((what) => [
      `Source of ${what}`,
      'Grade',
    ]),
  ];
  return { name: 'Sources', rows: [head, ...rows], widths: [28, 20, ...head.slice(2).map(() => 16)] };
}

function notesSheet(plan: Plan, { provenance, percentile, sentence }: HeadcountAnswer): PlainSheet {
  return {
    name: 'About',
    rows: [
      ['What', 'Value'],
      ['Plan', plan.name],
      ['Sentence', sentence],
      ['Demand', percentile === null ? 'the forecast' : `P${percentile} of each day, in all streams at once`],
      ['Method', provenance.method],
      ['Plan hash', provenance.planHash],
      ['Engine', provenance.engineVersion],
      ['Full-time equivalent', '40 paid hours a week'],
      ['Currency', plan.currency],
      [
        'Opening it again',
        `Sheets with a column "${KEY_HEAD}" are inputs: change values, add rows without a key, delete rows. The other sheets are results.`,
      ],
      ...provenance.warnings.map((warning): Cell[] => ['Note', warning]),
    ],
    widths: [22, 100],
  };
}
