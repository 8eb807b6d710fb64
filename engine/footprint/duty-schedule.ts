import type { Grid } from '../calendar';
import type { PlannedArrivals } from '../demand';
import type { Plan } from '../plan';
import type { HeadProjection } from '../workforce';
import type { Queue } from './capability';
import { planHeads } from './plan-heads';
import { queueNeeds } from './queue-needs';
import { siteOpening } from './site-opening';
import { addTo, shiftToThinCover } from './thin-cover';

/** How often supply is moved to where cover is thin; more changes the hours by less than one percent. */
const BALANCING_PASSES = 3;
/** Shifts can't follow every half-hour: agents on duty are evened out over this many hours each way. */
const SHIFT_SMOOTHING_HOURS = 1.5;

/** When each team's people are on duty, before anything goes wrong. One array a team, one value an interval. */
export interface DutySchedule {
  /** Agents on contacts or ready for one. */
  readonly onDuty: readonly Float32Array[];
  /** Share of each interval in which the team's site is open. */
  readonly open: readonly Float32Array[];
  /** Agents on duty for whom the site has seats, by week; infinite at home. */
  readonly seatLimit: readonly Float64Array[];
  readonly heads: readonly HeadProjection[];
  /** Productive hours for which there was no seat in opening hours, by team. */
  readonly unseatedHours: Float64Array;
}

/**
 * Lays each team's productive hours of a week over its site's opening hours, where its queues need them.
 *
 * Use for plans of months: it stands for the rosters that planners will make, without making them. Hours follow the
 * need of the team's queues, shift towards times at which few sites are open, respect the seats, and are evened out
 * over an hour and a half each way as shifts do. A site holiday costs its hours; they are not made up on other days.
 *
 * Units: agents an interval. Cost: passes × intervals × (teams + queue memberships).
 */
export function dutySchedule(
  plan: Plan,
  grid: Grid,
  queues: readonly Queue[],
  arrivals: readonly PlannedArrivals[],
): DutySchedule {
  const heads = planHeads(plan, grid, queues, arrivals);
  const opening = new Map(plan.sites.map((site) => [site.id, siteOpening(site, grid)]));
  const open = plan.teams.map((team) => opening.get(team.site)!.open);
  const weeklyHours = plan.teams.map((team, at) => {
    const { kept } = opening.get(team.site)!;
    return Float64Array.from(heads[at]!.productiveHours, (hours, week) => hours * kept[week]!);
  });
  const seatLimit = seatLimits(plan, grid, heads);
  const need = queueNeeds(plan, grid, queues, arrivals);
  const wanted = wantedAgents(plan, grid, queues, need);
  const weights = wanted.map((agents, team) => product(agents, open[team]!));
  const onDuty = plan.teams.map(() => new Float32Array(grid.intervals));
  const unseatedHours = new Float64Array(plan.teams.length);
  for (let pass = 0; pass <= BALANCING_PASSES; pass++) {
    const last = pass === BALANCING_PASSES;
    plan.teams.forEach((_, team) => {
      if (last) smooth(weights[team]!, open[team]!, Math.round((SHIFT_SMOOTHING_HOURS * 60) / grid.intervalMinutes));
      const unseated = layHours(onDuty[team]!, weights[team]!, weeklyHours[team]!, seatLimit[team]!, grid);
      unseatedHours[team] = unseated;
    });
    if (!last) shiftToThinCover(weights, onDuty, queues, need, wanted);
  }
  return { onDuty, open, seatLimit, heads, unseatedHours };
}

function product(values: Float64Array, shares: Float32Array): Float32Array {
  const products = new Float32Array(values.length);
  for (let t = 0; t < values.length; t++) products[t] = values[t]! * shares[t]!;
  return products;
}

/** Agents whom a team can have on duty at once: its part of the site's seats, less those on breaks and in meetings. */
function seatLimits(plan: Plan, grid: Grid, heads: readonly HeadProjection[]): Float64Array[] {
  const sites = new Map(plan.sites.map((site) => [site.id, site]));
  return plan.teams.map((team, at) => {
    const seats = sites.get(team.site)!.seats;
    return Float64Array.from({ length: grid.weeks }, (_, week) => {
      if (seats === null) return Number.POSITIVE_INFINITY;
      let siteHeads = 0;
      plan.teams.forEach((other, index) => {
        if (other.site === team.site) siteHeads += heads[index]!.heads[week]!;
      });
      const part = siteHeads > 0 ? heads[at]!.heads[week]! / siteHeads : 0;
      return seats * part * (1 - heads[at]!.inOffice[week]!);
    });
  });
}

/** Agents that a team's queues would like together. */
function wantedAgents(plan: Plan, grid: Grid, queues: readonly Queue[], need: readonly Float32Array[]): Float64Array[] {
  const wanted = plan.teams.map(() => new Float64Array(grid.intervals));
  queues.forEach((queue, at) => {
    for (const edge of queue.edges) addTo(wanted[edge.team]!, need[at]!);
  });
  return wanted;
}

/** Puts a week's hours where the weights are; hours without a seat move to where seats are free. Returns hours left over. */
function layHours(
  onDuty: Float32Array,
  weights: Float32Array,
  weeklyHours: Float64Array,
  seatLimit: Float64Array,
  grid: Grid,
): number {
  const hoursPerInterval = grid.intervalMinutes / 60;
  let unseated = 0;
  for (let week = 0; week < grid.weeks; week++) {
    const from = grid.weekStarts[week]!;
    const to = grid.weekStarts[week + 1]!;
    onDuty.fill(0, from, to);
    let left = weeklyHours[week]! / hoursPerInterval;
    for (let round = 0; round < 6 && left > 1e-6; round++) {
      let room = 0;
      for (let t = from; t < to; t++) if (onDuty[t]! < seatLimit[week]!) room += weights[t]!;
      if (room <= 0) break;
      const rate = left / room;
      let placed = 0;
      for (let t = from; t < to; t++) {
        const before = onDuty[t]!;
        if (weights[t]! <= 0 || before >= seatLimit[week]!) continue;
        const after = Math.min(seatLimit[week]!, before + weights[t]! * rate);
        onDuty[t] = after;
        placed += after - before;
      }
      left -= placed;
    }
    unseated += Math.max(0, left) * hoursPerInterval;
  }
  return unseated;
}

/** A moving average within opening hours. */
function smooth(values: Float32Array, open: Float32Array, reach: number): void {
  const before = values.slice();
  const length = values.length;
  // The window's sum and count move along with it.
  let sum = 0;
  let count = 0;
  const enter = (t: number) => {
    if (t < 0 || t >= length || open[t] === 0) return;
    sum += before[t]!;
    count++;
  };
  const leave = (t: number) => {
    if (t < 0 || t >= length || open[t] === 0) return;
    sum -= before[t]!;
    count--;
    // Nothing of rounding is carried past a night.
    if (count === 0) sum = 0;
  };
  for (let t = 0; t < reach; t++) enter(t);
  for (let t = 0; t < length; t++) {
    enter(t + reach);
    leave(t - reach - 1);
    if (open[t]! > 0) values[t] = (Math.max(0, sum) / count) * open[t]!;
  }
}
