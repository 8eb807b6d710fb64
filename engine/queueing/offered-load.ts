import { InputFault, type Issue, issue } from '../units';
import { need } from './queue-input';

/** Arrivals over a day, or any stretch of equal intervals. */
export interface DayLoad {
  /** Contacts an hour in each interval. */
  readonly arrivalsPerHour: ArrayLike<number>;
  readonly intervalMinutes: number;
  readonly handleTimeSeconds: number;
  /** `steps`: the rate is constant within an interval (the default); `linear`: it runs straight between the middles. */
  readonly shape?: 'steps' | 'linear' | undefined;
  /** Whether the stretch repeats, so that its end runs into its start; true unless given. Otherwise it starts empty. */
  readonly repeats?: boolean | undefined;
}

/**
 * Mean number of contacts that would be in hand if nobody ever waited, by interval: the load that staff really meets.
 *
 * Use in place of arrivals × handle time wherever handle times are not short beside the time in which demand changes: load
 * lags behind arrivals by about a handle time, so staffing to the interval's own rate is too little after a peak and too
 * much before it.
 *
 * Formula: m' = arrivals - m / handle time, solved in closed form over each step or straight line; mean over the interval.
 * Source: Jennings, Mandelbaum, Massey & Whitt, Server Staffing to Meet Time-Varying Demand, Management Science 42 (1996),
 * section 4; Eick, Massey & Whitt, The Physics of the M_t/G/∞ Queue, Oper. Res. 41 (1993).
 * Units: erlangs. Valid: exponential handle times; exact then for a system with an agent for everyone. Cost: O(intervals).
 *
 * @example modifiedOfferedLoad({ arrivalsPerHour: [60, 120], intervalMinutes: 30, handleTimeSeconds: 600 })
 */
export function modifiedOfferedLoad(day: DayLoad): Float64Array {
  checkDay(day);
  const { arrivalsPerHour, handleTimeSeconds: handle, shape = 'steps', repeats = true } = day;
  const count = arrivalsPerHour.length;
  const halves = shape === 'linear' ? 2 : 1;
  const span = (day.intervalMinutes * 60) / halves;
  const keep = Math.exp(-span / handle);
  const mean = new Float64Array(count);
  const rate = (at: number) =>
    arrivalsPerHour[repeats ? (at + count) % count : Math.min(count - 1, Math.max(0, at))]! / 3600;
  let start = 0;
  // Twice around when it repeats: what the first round leaves after a whole day is the start of the second.
  for (let round = repeats && count > 0 ? roundsUntilSettled(span * halves * count, handle) : 1; round > 0; round--) {
    for (let t = 0; t < count; t++) {
      let sum = 0;
      for (let half = 0; half < halves; half++) {
        const [from, to] = halves === 1 ? [rate(t), rate(t)] : ends(rate, t, half);
        const slope = (to - from) / span;
        // m(x) = handle (from + slope x) - slope handle² + rest e^(-x / handle)
        const rest = start - handle * from + slope * handle * handle;
        sum +=
          handle * (from + to) * 0.5 * span -
          slope * handle * handle * span +
          rest * handle * -Math.expm1(-span / handle);
        start = handle * to - slope * handle * handle + rest * keep;
      }
      mean[t] = Math.max(0, sum / (span * halves));
    }
  }
  return mean;
}

/** The rate at both ends of half an interval, when rates run straight between the middles of intervals. */
function ends(rate: (at: number) => number, t: number, half: number): [number, number] {
  const here = rate(t);
  return half === 0 ? [(rate(t - 1) + here) / 2, here] : [here, (here + rate(t + 1)) / 2];
}

function roundsUntilSettled(daySeconds: number, handle: number): number {
  return 1 + Math.min(1000, Math.ceil((36 * handle) / daySeconds));
}

/** Throws one fault with all that is wrong with a day. */
export function checkDay({ arrivalsPerHour, intervalMinutes, handleTimeSeconds }: DayLoad): void {
  const issues: Issue[] = [];
  need(issues, 'handleTimeSeconds', handleTimeSeconds, 1e7, true);
  if (!(intervalMinutes >= 1 && intervalMinutes <= 1440)) {
    issues.push(issue('day.interval', 'intervalMinutes', intervalMinutes, 'minutes from 1 to 1440'));
  }
  for (let t = 0; t < arrivalsPerHour.length; t++) need(issues, `arrivalsPerHour[${t}]`, arrivalsPerHour[t], 1e8);
  if (issues.length > 0) throw new InputFault(issues);
}
