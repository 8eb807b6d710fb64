import { poissonDeviance } from '../stats';
import { addWaitMoments, clearMoments, fallingReach, MOMENTS, plungingReach } from './log-concave-integral';
import { QUEUE_METRIC as M } from './queue-metric';

/**
 * Erlang A from panels of its wait density on either side of the peak: the part of `erlangAKernel` for large systems.
 *
 * `given` holds odds, arrivals and services per mean patience, and target in patiences. Leaves the answered share in
 * the place of occupancy and the wait of the answered in patiences, as the kernel's sums do.
 */
export function integrateWaits(given: Float64Array, out: Float64Array): void {
  const odds = given[0]!;
  const b = given[1]!;
  const c = given[2]!;
  const target = given[3]!;
  const over = b > c;
  const peak = over ? Math.log1p((b - c) / c) : 0;
  const end = peak + (over ? fallingReach(0, c) : fallingReach(c - b, b));
  const start = over ? Math.max(0, peak - plungingReach(0, c)) : 0;
  const free = over ? odds * Math.exp(-poissonDeviance(c, b)) : odds;
  clearMoments();
  addSpan(b, c, peak, start, peak);
  addSpan(b, c, peak, peak, end);
  const all = MOMENTS[0]!;
  const stayed = MOMENTS[1]!;
  const left = MOMENTS[2]!;
  const waits = MOMENTS[3]!;
  const total = free + c * all;
  const answered = (free + c * stayed) / total;
  clearMoments();
  let level: number;
  let beyond: number;
  if (target < peak || (!over && target < 0.02 * end)) {
    const rising = b * Math.exp(-target);
    const near = rising > c ? Math.max(0, target - plungingReach(rising - c, rising)) : 0;
    addSpan(b, c, peak, near, target);
    level = (free + c * MOMENTS[1]!) / total;
    beyond = (c * Math.max(0, all - MOMENTS[0]!)) / total;
  } else {
    addSpan(b, c, peak, target, end);
    level = answered - (c * MOMENTS[1]!) / total;
    beyond = (c * MOMENTS[0]!) / total;
  }
  out[M.waitProbability] = (c * all) / total;
  out[M.serviceLevel] = level;
  out[M.asa] = (c * waits) / (free + c * stayed);
  out[M.abandonment] = (c * left) / total;
  out[M.occupancy] = answered;
  out[M.leftWithinTarget] = 1 - Math.exp(-target) * Math.min(1, beyond);
}

/** One panel where the density is narrow; with few services per patience its flanks are long, and panels widen outwards. */
function addSpan(b: number, c: number, peak: number, low: number, high: number): void {
  if (c >= 20) {
    addWaitMoments(b, c, peak, low, high);
    return;
  }
  let width = 1;
  if (low < peak) {
    for (let from = low; from < high; from += width) addWaitMoments(b, c, peak, from, Math.min(high, from + width));
    return;
  }
  for (let from = low; from < high; from += width, width *= 2) {
    addWaitMoments(b, c, peak, from, Math.min(high, from + width));
  }
}
