/**
 * A team's people over the weeks of a plan. Heads are fractional expectations; screens round once.
 *
 * Every week: employed at the end of the week before + joined + transfers in - transfers out - promoted = employed;
 * employed - leavers = end. Employed = heads on contacts + trainees + on leave.
 */
export interface HeadProjection {
  /** Employed on the plan's first morning. */
  startHeads: number;
  /** Heads on contacts in each week, those who start in it included, those on leave not. */
  readonly heads: Float64Array;
  /** Mean speed of those heads against full speed, and mean resolution against that of the experienced. */
  readonly speed: Float64Array;
  readonly quality: Float64Array;
  /** Those who start on contacts, having finished training where there is one. */
  readonly hires: Float64Array;
  /** All who leave at the end of the week, and those of them who leave from training. */
  readonly leavers: Float64Array;
  readonly trainingLeavers: Float64Array;
  /** New on the payroll in the week, people who come back among them, and the accepted offers behind them. */
  readonly joined: Float64Array;
  readonly rehires: Float64Array;
  readonly offers: Float64Array;
  readonly transfersIn: Float64Array;
  readonly transfersOut: Float64Array;
  readonly promoted: Float64Array;
  /** Heads in training, on contacts with somebody beside, and away for weeks. */
  readonly trainees: Float64Array;
  readonly nesting: Float64Array;
  readonly onLeave: Float64Array;
  readonly employed: Float64Array;
  readonly endHeads: Float64Array;
  /** Leavers a year over heads, as it came out of tenure, occupancy and pay. */
  readonly attritionPerYear: Float64Array;
  readonly inOffice: Float64Array;
  readonly outOfOffice: Float64Array;
  readonly productiveShare: Float64Array;
  /** Paid hours of those on contacts, those of them beyond the usual, and all paid hours. */
  readonly contactHours: Float64Array;
  readonly extraHours: Float64Array;
  readonly paidHours: Float64Array;
  /** Hours on contacts or ready for one, before closed days. */
  readonly productiveHours: Float64Array;
}

/** A projection of so many weeks with nobody in it. */
export function emptyProjection(weeks: number): HeadProjection {
  const column = () => new Float64Array(weeks);
  return {
    startHeads: 0,
    heads: column(),
    speed: column(),
    quality: column(),
    hires: column(),
    leavers: column(),
    trainingLeavers: column(),
    joined: column(),
    rehires: column(),
    offers: column(),
    transfersIn: column(),
    transfersOut: column(),
    promoted: column(),
    trainees: column(),
    nesting: column(),
    onLeave: column(),
    employed: column(),
    endHeads: column(),
    attritionPerYear: column(),
    inOffice: column(),
    outOfOffice: column(),
    productiveShare: column(),
    contactHours: column(),
    extraHours: column(),
    paidHours: column(),
    productiveHours: column(),
  };
}
