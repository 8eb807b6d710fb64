import type { Queue } from './capability';

/** Cover below this share of need calls for no more than that: an empty night would draw everybody. */
const THINNEST = 0.05;

/**
 * Raises each team's weight where its queues are thinly covered, and lowers it where they are well covered.
 *
 * A queue calls for need × need ÷ cover; a team's weight moves by the square root of what its queues call for over
 * what they need, so that passes settle instead of overshooting, and at most fourfold. Cost: intervals × memberships.
 */
export function shiftToThinCover(
  weights: readonly Float32Array[],
  onDuty: readonly Float32Array[],
  queues: readonly Queue[],
  need: readonly Float32Array[],
  wanted: readonly Float64Array[],
): void {
  const thin = wanted.map((total) => new Float64Array(total.length));
  const perNeed = wanted.map((total, team) => dutyPerNeed(onDuty[team]!, total));
  const cover = new Float64Array(wanted[0]?.length ?? 0);
  queues.forEach((queue, at) => {
    cover.fill(0);
    for (const edge of queue.edges) addScaled(cover, perNeed[edge.team]!, edge.proficiency);
    coverToCall(cover, need[at]!);
    for (const edge of queue.edges) addTo(thin[edge.team]!, cover);
  });
  weights.forEach((weight, team) => {
    followCall(weight, thin[team]!, wanted[team]!);
  });
}

function dutyPerNeed(duty: Float32Array, total: Float64Array): Float64Array {
  const rates = new Float64Array(duty.length);
  for (let t = 0; t < rates.length; t++) if (duty[t]! > 0 && total[t]! > 0) rates[t] = duty[t]! / total[t]!;
  return rates;
}

/** From agents for each of need to what a thinly covered queue calls for: need over cover, need times. */
function coverToCall(cover: Float64Array, need: Float32Array): void {
  for (let t = 0; t < cover.length; t++) {
    cover[t] = need[t]! > 0 ? need[t]! / Math.max(cover[t]!, THINNEST) : 0;
  }
}

function followCall(weight: Float32Array, call: Float64Array, total: Float64Array): void {
  for (let t = 0; t < weight.length; t++) {
    if (weight[t]! > 0) weight[t] = weight[t]! * Math.min(4, Math.max(0.25, Math.sqrt(call[t]! / total[t]!)));
  }
}

function addScaled(sums: Float64Array, values: Float64Array, factor: number): void {
  for (let t = 0; t < sums.length; t++) sums[t] = sums[t]! + values[t]! * factor;
}

export function addTo(sums: Float64Array, values: Float32Array | Float64Array): void {
  for (let t = 0; t < sums.length; t++) sums[t] = sums[t]! + values[t]!;
}
