import { MINUTES_PER_DAY } from '../../calendar';
import type { History } from '../history';
import { formatStamp } from '../stamps';

/** A run of zeros where other weeks had contacts: an outage, or a closure that was written as zero. */
export interface ZeroRun {
  readonly id: string;
  readonly series: string;
  readonly from: string;
  readonly to: string;
  readonly intervals: number;
  /** Contacts that other weeks had there. */
  readonly expected: number;
  /** Slots of the run. */
  readonly first: number;
}

/** Runs that chance alone would bring in one history of a hundred or more are left alone. */
const CHANCE = 0.01;
const FEWEST = 20;
const MOST_LISTED = 200;

/**
 * Runs of zeros that are no chance: the same slots of other weeks had at least 20 contacts together, and so many that
 * counts as scattered as these are would all be zero in less than one history of a hundred.
 *
 * Formula: intervals × exp(-expected × ln D ÷ (D - 1)) < 0.01, the zero probability of negative binomial counts of
 * dispersion D = variance ÷ mean (Poisson for D of 1), whole numbers counted in their greatest common divisor, so that the
 * same history in other units has the same runs. Units: contacts. Valid: intervals up to a day, at least three weeks.
 * Cost: O(intervals).
 */
export function zeroRuns(histories: readonly History[]): readonly ZeroRun[] {
  const runs: ZeroRun[] = [];
  for (const { series, clock, start, values } of histories) {
    if (clock.kind === 'steps' || clock.grainMinutes > MINUTES_PER_DAY) continue;
    const week = Math.round((7 * MINUTES_PER_DAY) / clock.grainMinutes);
    if (values.length < 3 * week) continue;
    const sums = new Float64Array(week);
    const seen = new Float64Array(week);
    for (let i = 0; i < values.length; i++) {
      if (!(values[i]! > 0)) continue;
      sums[i % week]! += values[i]!;
      seen[i % week]! += 1;
    }
    let scatter = 0;
    let level = 0;
    for (let i = 0; i < values.length; i++) {
      if (!(values[i]! > 0)) continue;
      const mean = sums[i % week]! / seen[i % week]!;
      scatter += (values[i]! - mean) ** 2;
      level += mean;
    }
    const unit = commonUnit(values);
    const dispersion = Math.max(1, level > 0 ? scatter / level / unit : 1);
    const perContact = dispersion > 1.001 ? Math.log(dispersion) / (dispersion - 1) : 1;
    const noChance = unit * Math.max(FEWEST, Math.log(values.length / CHANCE) / perContact);
    // Slots that hardly ever have a contact are quiet, not out of order.
    const usual = (i: number) => (seen[i % week]! * week * 2 >= values.length ? sums[i % week]! / seen[i % week]! : 0);
    const stamp = (i: number) => formatStamp(clock, start + i * clock.grainMinutes);
    let from = -1;
    let last = -1;
    let expected = 0;
    for (let i = 0; i <= values.length; i++) {
      const value = values[i];
      if (value === 0 && usual(i) > 0) {
        if (from < 0) from = i;
        last = i;
        expected += usual(i);
      } else if (from >= 0 && (value === undefined || value > 0)) {
        if (expected >= noChance && runs.length < MOST_LISTED) {
          const intervals = last - from + 1;
          runs.push({
            id: `zero-run ${series} ${stamp(from)}`,
            series,
            from: stamp(from),
            to: stamp(last),
            intervals,
            expected,
            first: from,
          });
        }
        from = -1;
        expected = 0;
      }
    }
  }
  return runs;
}

/** Greatest common divisor of whole numbers; 1 where there are others. */
function commonUnit(values: Float64Array): number {
  let unit = 0;
  for (const value of values) {
    if (!(value > 0)) continue;
    if (!Number.isInteger(value)) return 1;
    let rest = value;
    while (rest > 0) [unit, rest] = [rest, unit % rest];
    if (unit === 1) return 1;
  }
  return Math.max(1, unit);
}

/** Makes the zeros of some runs missing, in place. */
export function takeAsMissing(histories: readonly History[], runs: readonly ZeroRun[], ids: readonly string[]): void {
  const bySeries = new Map(histories.map((history) => [history.series, history]));
  for (const run of runs) {
    if (!ids.includes(run.id)) continue;
    bySeries.get(run.series)?.values.fill(Number.NaN, run.first, run.first + run.intervals);
  }
}
