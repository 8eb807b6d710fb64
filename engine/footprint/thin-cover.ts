import type { Queue } from './capability';

/** Raises each team's weight where its queues are thinly covered, and lowers it where they are well covered. */
export function shiftToThinCover(
  weights: readonly Float32Array[],
  onDuty: readonly Float32Array[],
  queues: readonly Queue[],
  need: readonly Float32Array[],
  wanted: readonly Float64Array[],
  intervals: number,
): void {
  const thin = wanted.map(() => new Float64Array(intervals));
  const cover = new Float64Array(intervals);
  queues.forEach((queue, at) => {
    const needed = need[at]!;
    cover.fill(0);
    for (const edge of queue.edges) {
      const duty = onDuty[edge.team]!;
      const total = wanted[edge.team]!;
      for (let t = 0; t < intervals; t++) {
        if (total[t]! > 0) cover[t] = cover[t]! + (duty[t]! * edge.proficiency * needed[t]!) / total[t]!;
      }
    }
    // From cover to what a thinly covered queue calls for: need times need over cover.
    for (let t = 0; t < intervals; t++) {
      cover[t] = needed[t]! > 0 ? (needed[t]! * needed[t]!) / Math.max(cover[t]!, needed[t]! * 0.05) : 0;
    }
    for (const edge of queue.edges) addTo(thin[edge.team]!, cover);
  });
  weights.forEach((weight, team) => {
    const total = wanted[team]!;
    const call = thin[team]!;
    for (let t = 0; t < intervals; t++) {
      if (weight[t]! > 0) weight[t] = weight[t]! * Math.min(4, Math.max(0.25, (call[t]! / total[t]!) ** 0.6));
    }
  });
}

export function addTo(sums: Float64Array, values: Float32Array | Float64Array): void {
  for (let t = 0; t < sums.length; t++) sums[t] = sums[t]! + values[t]!;
}
