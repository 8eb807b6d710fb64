import type { QueueTally } from '../simulate';

/** A mean with its 95 % confidence interval. */
export interface Interval {
  readonly mean: number;
  readonly lo95: number;
  readonly hi95: number;
}

/** Tallies of one replication or batch, added up. */
export class QueueSums implements QueueTally {
  offered = 0;
  answered = 0;
  answeredWithinTarget = 0;
  abandoned = 0;
  waited = 0;
  answerSeconds = 0;
  busySeconds = 0;
  staffedSeconds = 0;
}

export function addUp(sums: QueueSums, tally: QueueTally): void {
  sums.offered += tally.offered;
  sums.answered += tally.answered;
  sums.answeredWithinTarget += tally.answeredWithinTarget;
  sums.abandoned += tally.abandoned;
  sums.waited += tally.waited;
  sums.answerSeconds += tally.answerSeconds;
  sums.busySeconds += tally.busySeconds;
  sums.staffedSeconds += tally.staffedSeconds;
}

/**
 * The ratio of two sums over independent samples, with an interval.
 *
 * Use for figures per contact: the mean of the samples' own ratios would be biased where samples differ in size.
 * Formula: ratio = Σ part / Σ whole; variance from the residuals part - ratio × whole, by the delta method.
 * Source: Law, Simulation Modeling and Analysis (5th ed., 2015), section 9.5. Units: those of part over whole; clipped
 * to 0 … most. With nothing in the whole all three are 0. Cost: O(samples).
 */
export function ratioInterval(
  samples: readonly QueueSums[],
  spread: number,
  part: keyof QueueTally,
  whole: keyof QueueTally,
  most: number,
): Interval {
  let parts = 0;
  let wholes = 0;
  for (const sample of samples) {
    parts += sample[part];
    wholes += sample[whole];
  }
  if (wholes === 0) return { mean: 0, lo95: 0, hi95: 0 };
  const mean = parts / wholes;
  let squares = 0;
  for (const sample of samples) squares += (sample[part] - mean * sample[whole]) ** 2;
  const count = samples.length;
  const half = (spread * Math.sqrt((squares * count) / (count - 1))) / wholes;
  return { mean, lo95: Math.max(0, mean - half), hi95: Math.min(most, mean + half) };
}
