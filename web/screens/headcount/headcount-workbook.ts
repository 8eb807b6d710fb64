import writeWorkbook from 'write-excel-file/universal';
import { HEADCOUNT_FIGURES, type HeadcountAnswer, headcountRates } from '../../../engine/answers';
import type { Plan } from '../../../engine/plan';
import { plannedOf } from './week-edits';

type Cell = string | number | null | undefined;

/** A sheet before it is written: a name, a first row of heads, and values. */
export interface PlainSheet {
  readonly name: string;
  readonly rows: readonly (readonly Cell[])[];
  /** Columns in characters. */
  readonly widths: readonly number[];
}

/**
 * The headcount as a workbook for finance: every week and row as values, the gap as a grid, the hires, and the
 * assumptions behind them. Texts stay texts, whatever they start with.
 */
export async function headcountWorkbook(
  plan: Plan,
  answer: HeadcountAnswer,
  service: HeadcountAnswer | null,
): Promise<Blob> {
  const sheets = headcountSheets(plan, answer, service);
  return writeWorkbook(
    sheets.map(({ name, rows, widths }) => ({
      sheet: name,
      columns: widths.map((width) => ({ width })),
      stickyRowsCount: 1,
      data: rows.map((row, at) => row.map((cell) => styled(cell, at === 0))),
    })),
  ).toBlob();
}

function styled(cell: Cell, isHead: boolean) {
  if (cell === null || cell === undefined || (typeof cell === 'number' && !Number.isFinite(cell))) return null;
  if (typeof cell === 'number') return { type: Number, value: cell };
  return { type: String, value: cell, ...(isHead ? { fontWeight: 'bold' as const } : {}) };
}

/** The sheets as plain values. */
export function headcountSheets(plan: Plan, answer: HeadcountAnswer, service: HeadcountAnswer | null): PlainSheet[] {
  return [
    weeksSheet(answer, service),
    gapSheet(answer),
    hiresSheet(plan),
    teamsSheet(plan),
    plannedSheet(plan, answer),
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

function hiresSheet(plan: Plan): PlainSheet {
  const rows = plan.teams.flatMap((team) =>
    team.hires.map((hire): Cell[] => [team.name, hire.date, hire.heads, hire.experienceMonths ?? 0]),
  );
  return {
    name: 'Hires',
    rows: [['Team', 'First day on contacts', 'Heads', 'Months of experience'], ...rows],
    widths: [28, 20, 10, 20],
  };
}

function teamsSheet(plan: Plan): PlainSheet {
  const sites = new Map(plan.sites.map((site) => [site.id, site]));
  const head = [
    'Team',
    'Site',
    'Heads on the first day',
    'Paid hours a week',
    'Attrition a year',
    'Shrinkage at work',
    'Shrinkage away',
    'Adherence',
    'First-month speed',
    'Months to full speed',
    'Weeks of training',
    'Loss in training',
    'No-shows',
    'Agents to a team lead',
    'Wage an hour',
    'Benefits on top',
    'Source of shrinkage',
    'Source of learning',
  ];
  const rows = plan.teams.map((team): Cell[] => {
    const site = sites.get(team.site);
    return [
      team.name,
      site?.name,
      team.headcount.reduce((sum, entry) => sum + entry.heads, 0),
      team.paidHoursPerWeek,
      team.attritionPerYear,
      team.shrinkage.inOffice,
      team.shrinkage.outOfOffice,
      team.adherence ?? 1,
      team.learning.firstMonthSpeed,
      team.learning.monthsToFullSpeed,
      team.onboarding?.trainingWeeks ?? 0,
      team.onboarding?.trainingLossShare ?? 0,
      team.onboarding?.noShowShare ?? 0,
      team.spanOfControl,
      site?.wage.perHour,
      site?.wage.benefitsShare,
      team.shrinkage.source,
      team.learning.source,
    ];
  });
  return { name: 'Assumptions', rows: [head, ...rows], widths: [28, 20, ...head.slice(2).map(() => 16)] };
}

/** Weeks that were planned by hand. */
function plannedSheet(plan: Plan, { weeks }: HeadcountAnswer): PlainSheet {
  const fields = ['attritionPerYear', 'inOffice', 'outOfOffice', 'extraHours'] as const;
  const rows = plan.teams.flatMap((team) =>
    fields.flatMap((field) =>
      weeks.flatMap((week, at): Cell[][] => {
        const value = plannedOf(team, field, at);
        return value === null ? [] : [[team.name, week.label, week.startDate, field, value]];
      }),
    ),
  );
  return {
    name: 'Planned by hand',
    rows: [['Team', 'Week', 'From', 'What', 'Value'], ...rows],
    widths: [28, 11, 12, 20, 12],
  };
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
      ...provenance.warnings.map((warning): Cell[] => ['Note', warning]),
    ],
    widths: [22, 100],
  };
}
