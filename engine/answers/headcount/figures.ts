/** Everything that headcount says of a team and week; groups add it up. */
export const HEADCOUNT_FIGURES = [
  'startHeads',
  'joined',
  'rehires',
  'transfersIn',
  'transfersOut',
  'promoted',
  'leavers',
  'trainingLeavers',
  'endHeads',
  'employed',
  'heads',
  'trainees',
  'nesting',
  'onLeave',
  'hires',
  'offers',
  'leads',
  'indirectHeads',
  'requiredFte',
  'availableFte',
  'requiredHeads',
  'requiredHours',
  'fullSpeedHours',
  'productiveHours',
  'speedHours',
  'qualityHeads',
  'contactHours',
  'paidHours',
  'extraHours',
  'overtimeHours',
  'inOfficeHours',
  'outOfOfficeHours',
  'attritionHeads',
  'overtimeRoomFte',
  'workHours',
  'answerable',
  'laborCost',
] as const;

export type HeadcountFigure = (typeof HEADCOUNT_FIGURES)[number];

/**
 * Figures by week. Heads are fractional expectations; FTE are paid hours over 40 a week.
 *
 * `startHeads` + joined + transfers in - transfers out - promoted = employed; employed - leavers = `endHeads`.
 * `fullSpeedHours` are hours given to queues, at the speed of tenure and proficiency there; `speedHours` at that of tenure.
 * `qualityHeads` are heads on contacts × their resolution against that of the experienced.
 * `extraHours` are paid hours beyond the usual (below 0: off without pay), `inOfficeHours` and `outOfOfficeHours` each kind of
 * shrinkage of the paid hours on contacts, `attritionHeads` heads × attrition a year: they make rates of groups.
 * `requiredFte` and `availableFte` count paid positions on contacts, in one unit: what the team's own people make of one.
 */
export type HeadcountColumns = { readonly [Figure in HeadcountFigure]: Float64Array };

export function emptyColumns(weeks: number): HeadcountColumns {
  return Object.fromEntries(
    HEADCOUNT_FIGURES.map((figure) => [figure, new Float64Array(weeks)]),
  ) as unknown as HeadcountColumns;
}

export function addColumns(into: HeadcountColumns, more: HeadcountColumns): void {
  for (const figure of HEADCOUNT_FIGURES) {
    const sum = into[figure];
    const values = more[figure];
    for (let week = 0; week < sum.length; week++) sum[week]! += values[week]!;
  }
}

/** Shares and rates that come out of the columns; NaN where there is nobody. */
export interface HeadcountRates {
  /** Available less required; below 0 people are missing. */
  readonly gapFte: number;
  /** Mean speed on contacts against full speed. */
  readonly speed: number;
  /** Mean resolution on contacts against that of the experienced. */
  readonly quality: number;
  /** Productive hours over the paid hours of those on contacts. */
  readonly productiveShare: number;
  /** Work over what people can do. */
  readonly occupancy: number;
  /** Leavers a year over heads, this week's taken for a year. */
  readonly attritionPerYear: number;
  readonly paidFte: number;
  readonly productiveFte: number;
}

/** The rates of a week. */
export function headcountRates(columns: HeadcountColumns, week: number): HeadcountRates {
  const at = (figure: HeadcountFigure) => columns[figure][week]!;
  return {
    gapFte: at('availableFte') - at('requiredFte'),
    speed: at('speedHours') / at('productiveHours'),
    quality: at('qualityHeads') / at('heads'),
    productiveShare: at('productiveHours') / at('contactHours'),
    occupancy: at('workHours') / at('fullSpeedHours'),
    attritionPerYear: (at('leavers') / at('employed')) * (365.25 / 7),
    paidFte: at('paidHours') / 40,
    productiveFte: at('productiveHours') / 40,
  };
}
