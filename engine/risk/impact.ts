/** The daily figures of a run that an impact is measured on; NaN where nothing was offered. */
export interface DailyFigures {
  readonly serviceLevel: Float64Array;
  readonly abandoned: Float64Array;
  readonly lost: Float64Array;
  readonly backlog: Float64Array;
  readonly productiveHours: Float64Array;
  readonly cost: Float64Array;
  readonly customersAtRisk: Float64Array;
  readonly valueAtRisk: Float64Array;
}

/** What a disruption did, against the same plan left alone; days are counted from the horizon's first. */
export interface ImpactFigures {
  readonly worstServiceLevel: number | null;
  readonly worstDay: number | null;
  readonly worstDropPoints: number;
  readonly daysToRecover: number | null;
  readonly daysToSurvive: number | null;
  readonly recoveredDay: number | null;
  readonly daysBelow: number;
  readonly contactsLost: number;
  readonly contactsAbandoned: number;
  readonly backlogPeak: number;
  readonly productiveHoursLost: number;
  readonly cost: number;
  readonly customersAtRisk: number;
  readonly valueAtRisk: number;
}

/** Service this close to the undisturbed plan counts as recovered, in points. */
export const RECOVERED_WITHIN_POINTS = 2;

/**
 * Measures a disrupted run against the undisturbed one, day by day.
 *
 * Time to recover runs from the disruption's start to the first day after which service stays within two points of the
 * undisturbed plan; null when the horizon (or the window that was run) ends before. Time to survive is how many days service
 * stays within two points from the start; null when it never leaves. Losses are differences, so what the
 * plan loses anyway is not counted twice.
 *
 * Source: time to recover and time to survive as in Simchi-Levi et al. (2014, Harvard Business Review; 2015, Interfaces 45(5)).
 * Units: days, contacts, plan currency, points of service level. Cost: linear in days.
 */
export function measureImpact(
  base: DailyFigures,
  hit: DailyFigures,
  startDay: number,
  lastDay = base.serviceLevel.length - 1,
): ImpactFigures {
  let worst = 0;
  let worstDay: number | null = null;
  let firstBelow = -1;
  let lastBelow = -1;
  let lastServed = -1;
  let daysBelow = 0;
  const first = Math.max(0, startDay);
  for (let day = first; day <= lastDay; day++) {
    const drop = (base.serviceLevel[day]! - hit.serviceLevel[day]!) * 100;
    if (Number.isNaN(drop)) continue;
    lastServed = day;
    if (drop > RECOVERED_WITHIN_POINTS) {
      daysBelow++;
      if (firstBelow < 0) firstBelow = day;
      lastBelow = day;
    }
    if (drop > worst) {
      worst = drop;
      worstDay = day;
    }
  }
  const recoveredDay = lastBelow < 0 ? first : lastBelow < lastServed ? lastBelow + 1 : null;
  const more = (figure: keyof DailyFigures) => {
    let sum = 0;
    for (let day = first; day <= lastDay; day++) sum += hit[figure][day]! - base[figure][day]!;
    return sum;
  };
  let backlogPeak = 0;
  for (let day = first; day <= lastDay; day++)
    backlogPeak = Math.max(backlogPeak, hit.backlog[day]! - base.backlog[day]!);
  return {
    worstServiceLevel: worstDay === null ? null : hit.serviceLevel[worstDay]!,
    worstDay,
    worstDropPoints: worst,
    daysToRecover: recoveredDay === null ? null : lastBelow < 0 ? 0 : recoveredDay - startDay,
    daysToSurvive: firstBelow < 0 ? null : firstBelow - first,
    recoveredDay,
    daysBelow,
    contactsLost: more('lost'),
    contactsAbandoned: more('abandoned'),
    backlogPeak,
    productiveHoursLost: -more('productiveHours'),
    cost: more('cost'),
    customersAtRisk: more('customersAtRisk'),
    valueAtRisk: more('valueAtRisk'),
  };
}
