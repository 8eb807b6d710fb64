import { InputFault, issue } from '../units';
import type { ImpatientQueueInput } from './erlang-a';
import { erlangAKernel } from './erlang-a-kernel';
import { checkQueueInput } from './queue-input';
import { QUEUE_METRIC as M, QUEUE_METRICS } from './queue-metric';

/** Whose wait: everyone's, until they are answered or give up, or only the wait of the answered. */
export type Waiters = 'everyone' | 'answered';

const SCRATCH = new Float64Array(QUEUE_METRICS);

/**
 * The wait that a given share of contacts does not exceed: the 90th percentile of waiting, say.
 *
 * Use beside averages, which hide the long waits. Bisection on the distribution of waits of Erlang A; infinite patience
 * gives that of Erlang C.
 *
 * Source: Mandelbaum & Zeltyn (2005), section 4. Units: share 0 up to 1, seconds out; 0 where that share is answered at
 * once, Infinity where the queue has no balance. Relative error below 1e-9. Cost: about 60 evaluations, 50 µs.
 *
 * @example waitQuantile({ arrivalsPerHour: 200, handleTimeSeconds: 180, agents: 11, patienceSeconds: 120 }, 0.9) // seconds
 */
export function waitQuantile(
  input: Omit<ImpatientQueueInput, 'targetSeconds' | 'definition'>,
  share: number,
  waiters: Waiters = 'everyone',
): number {
  checkQueueInput(input);
  if (!(share >= 0 && share < 1)) {
    throw new InputFault([issue('queue.out-of-range', 'share', share, 'a share from 0 to below 1')]);
  }
  return quantileOfWait((seconds) => reached(input, seconds, waiters), share, input.handleTimeSeconds);
}

/**
 * The least time within which a share of waiters is through, for any rising share by time.
 *
 * Use with the figures of any queue; `waitQuantile` has Erlang A and C. Formula: doubling from a first guess, then halving.
 * Units: seconds; 0 where the share is through at once, Infinity where it never is. Error: a part `exact` of the answer,
 * 1e-12 unless given. Cost: 60 evaluations, 20 at 1e-6.
 */
export function quantileOfWait(
  reachedWithin: (seconds: number) => number,
  share: number,
  firstGuess: number,
  exact = 1e-12,
): number {
  if (reachedWithin(0) >= share) return 0;
  let low = 0;
  let high = firstGuess;
  while (reachedWithin(high) < share) {
    low = high;
    high *= 2;
    if (high > 1e15) return Number.POSITIVE_INFINITY;
  }
  for (let i = 0; i < 200 && high - low > exact * high; i++) {
    const middle = (low + high) / 2;
    if (reachedWithin(middle) < share) low = middle;
    else high = middle;
  }
  return high;
}

/** Share of the waiters who are through within so many seconds. */
function reached(input: Omit<ImpatientQueueInput, 'targetSeconds'>, seconds: number, waiters: Waiters): number {
  const rate = input.arrivalsPerHour / 3600;
  erlangAKernel(rate, input.handleTimeSeconds, input.agents, input.patienceSeconds, seconds, SCRATCH);
  if (waiters === 'answered') {
    const answered = 1 - SCRATCH[M.abandonment]!;
    return answered > 0 ? SCRATCH[M.serviceLevel]! / answered : 0;
  }
  return seconds > 0 ? SCRATCH[M.leftWithinTarget]! : SCRATCH[M.serviceLevel]!;
}
