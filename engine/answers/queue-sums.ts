import type { QueueTally } from '../simulate';
import { type Estimate, ratioEstimate } from '../stats';

/** A mean with its 95 % confidence interval. */
export type Interval = Estimate;

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

/** The ratio of two sums over samples with its interval, clipped to 0 … most. */
export function ratioInterval(
  samples: readonly QueueSums[],
  part: keyof QueueTally,
  whole: keyof QueueTally,
  most: number,
): Interval {
  const of = (field: keyof QueueTally) => samples.map((sample) => sample[field]);
  return ratioEstimate(of(part), of(whole), most);
}
