import { checkpoint, InputFault, issue, type RunControl, wholeHeads } from '../units';
import { erlangA } from './erlang-a';
import { type DayLoad, modifiedOfferedLoad } from './offered-load';
import { type QueueOverTime, queueOverTime } from './queue-over-time';
import { requiredAgentsSeries } from './required-agents-series';

/** How the requirement follows changing demand. */
export type DayMethod =
  /** Each interval as if it lasted forever; for comparison. */
  | 'stationary'
  /** Each interval to the load that really meets it. */
  | 'offered-load'
  /** Corrected until the level holds all day. */
  | 'iterative';

/** Agents by which a correction may miss; less than that moves nobody. */
const SLACK = 0.1;

/** A day to staff to one service level. */
export interface StaffDayInput extends DayLoad {
  /** Mean patience in seconds, above 0. */
  readonly patienceSeconds: number;
  /** Share of contacts to be answered within the threshold in every interval, above 0 to below 1. */
  readonly serviceLevel: number;
  /** Answer threshold, 20 unless given. */
  readonly targetSeconds?: number | undefined;
  /** Most corrections, 12 unless given. */
  readonly mostRounds?: number | undefined;
}

/** Agents through the day and what they come to. */
export interface StaffedDay {
  readonly method: DayMethod;
  /** Fractional agents by interval: what to add to other queues. */
  readonly agents: Float64Array;
  /** Whole agents by interval, those that the figures are for. */
  readonly heads: Int32Array;
  readonly figures: QueueOverTime;
  /** Furthest that an interval with contacts falls short of the target, in points; 0 when none does. */
  readonly worstShortPoints: number;
  /** Corrections made. */
  readonly rounds: number;
  /** Of `iterative`: whether the last correction changed nobody. True for the others. */
  readonly settled: boolean;
}

/**
 * Agents by interval for a day whose load changes, by one of three methods, with the service level that each really gives.
 *
 * Use `iterative` for the answer, `stationary` for the comparison with what planners are used to, and `offered-load` where a
 * formula is wanted: it is usually close, and takes no iteration. Iteration asks in every interval which steady rate
 * would give the level just seen, and staffs to that rate next time.
 *
 * Formula: `stationary` Erlang A at the interval's rate; `offered-load` Erlang A at modified offered load / handle time.
 * Source: Green, Kolesar & Soares, Oper. Res. 49 (2001), for the stationary method; Jennings et al. (1996) for the offered
 * load; Feldman, Mandelbaum, Massey & Whitt, Staffing of Time-Varying Queues to Achieve Time-Stable Performance, Management
 * Science 54 (2008), for the iteration, here on the exact state of the queue (`queueOverTime`) instead of simulated days.
 * Units and range: see `StaffDayInput`. Agents are rounded up in every interval, so that small queues lie above the target.
 * Cost: one `queueOverTime` a round, five to twelve rounds.
 *
 * @example staffDay({ arrivalsPerHour, intervalMinutes: 15, handleTimeSeconds: 300, patienceSeconds: 120, serviceLevel: 0.8 }, 'iterative').heads
 */
export function staffDay(input: StaffDayInput, method: DayMethod, control?: RunControl): StaffedDay {
  check(input);
  const { handleTimeSeconds, patienceSeconds, serviceLevel, targetSeconds } = input;
  const work = { handleTimeSeconds, patienceSeconds };
  const targets = { serviceLevel, targetSeconds };
  const offered = modifiedOfferedLoad(input);
  const count = offered.length;
  let rates = Float64Array.from(
    method === 'stationary' ? input.arrivalsPerHour : offered,
    method === 'stationary' ? (rate) => rate : (load) => (load * 3600) / handleTimeSeconds,
  );
  let best: StaffedDay | null = null;
  let before: Int32Array | null = null;
  const most = method === 'iterative' ? (input.mostRounds ?? 12) : 0;
  for (let round = 0; ; round++) {
    checkpoint(control, round / (most + 1), 'Staffing the day');
    const agents = requiredAgentsSeries(work, targets, rates);
    const heads = Int32Array.from(agents, (need, t) => steadied(need, before?.[t]));
    const last = before;
    before = heads;
    const figures = queueOverTime({ ...input, agents: heads });
    const worstShortPoints = worstShort(figures, input);
    const settled = method !== 'iterative' || (last !== null && same(heads, last));
    const now: StaffedDay = { method, agents, heads, figures, worstShortPoints, rounds: round, settled };
    if (settled || best === null || worstShortPoints <= best.worstShortPoints) best = now;
    if (settled || round >= most) break;
    const next = new Float64Array(count);
    for (let t = 0; t < count; t++) {
      // Where nobody can be answered in time the level says nothing about the rate.
      const seen = figures.serviceLevel[t]!;
      const usable = heads[t]! > 0 && seen > 1e-6 && seen < 1 - 1e-9 && rates[t]! > 0;
      const steady = usable ? rateWithLevel(input, heads[t]!, seen) : rates[t]!;
      // The far half of a large correction belongs to the neighbors.
      next[t] = usable ? Math.sqrt(steady * rates[t]!) : rates[t]!;
    }
    rates = next;
  }
  checkpoint(control, 1, 'Staffing the day');
  return best;
}

/** Whole agents, but as before where the need is beyond them by less than the noise of a correction. */
function steadied(need: number, before: number | undefined): number {
  const heads = wholeHeads(need);
  if (before === undefined || Math.abs(heads - before) !== 1) return heads;
  return need > before - 1 - SLACK && need < before + SLACK ? before : heads;
}

/** The steady rate at which so many agents give just this level. */
function rateWithLevel(input: StaffDayInput, agents: number, level: number): number {
  const { handleTimeSeconds, patienceSeconds, targetSeconds } = input;
  const levelAt = (arrivalsPerHour: number) =>
    erlangA({ arrivalsPerHour, handleTimeSeconds, agents, patienceSeconds, targetSeconds }).serviceLevel;
  let low = 0;
  let high = (2 * agents * 3600) / handleTimeSeconds + 1;
  while (levelAt(high) > level && high < 1e9) high *= 2;
  for (let round = 0; round < 50; round++) {
    const middle = (low + high) / 2;
    if (levelAt(middle) > level) low = middle;
    else high = middle;
  }
  return high;
}

function worstShort({ serviceLevel }: QueueOverTime, { arrivalsPerHour, serviceLevel: target }: StaffDayInput): number {
  let worst = 0;
  serviceLevel.forEach((level, t) => {
    if (arrivalsPerHour[t]! > 0) worst = Math.max(worst, 100 * (target - level));
  });
  return worst;
}

function same(a: Int32Array, b: Int32Array): boolean {
  return a.every((value, t) => value === b[t]);
}

function check({ serviceLevel, patienceSeconds, mostRounds = 12 }: StaffDayInput): void {
  const issues = [];
  if (!(serviceLevel > 0 && serviceLevel < 1)) {
    issues.push(issue('day.level', 'serviceLevel', serviceLevel, 'a share above 0 and below 1'));
  }
  if (!(patienceSeconds > 0)) {
    issues.push(issue('day.patience', 'patienceSeconds', patienceSeconds, 'seconds above 0, or Infinity'));
  }
  if (!(Number.isInteger(mostRounds) && mostRounds >= 0 && mostRounds <= 100)) {
    issues.push(issue('day.rounds', 'mostRounds', mostRounds, 'a whole number from 0 to 100'));
  }
  if (issues.length > 0) throw new InputFault(issues);
}
