import { freeAgentOdds } from './erlang-b-kernel';
import { QUEUE_METRIC as M } from './queue-metric';

/**
 * Figures of a queue in which nobody gives up (Erlang C), written into an array without allocation.
 *
 * Use in loops over many intervals; `erlangC` is the same by name and checks its input. When load reaches the agents
 * there is no balance: everyone waits, service level 0, waits infinite.
 *
 * Formula: C = 1 / (1 + (1 - a/n) odds), odds of a free agent in Erlang's loss system; the wait of those who wait is
 * exponential with mean handle time / (n - a).
 * Source: Cooper (1981), ch. 3. Units: contacts a second, seconds, agents whole or fractional; `out` has
 * `QUEUE_METRICS` places, see `QUEUE_METRIC`. Cost: that of `freeAgentOdds` and one exponential.
 *
 * @example erlangCKernel(100 / 1800, 180, 14, 20, out); out[QUEUE_METRIC.serviceLevel] // 0.88835
 */
export function erlangCKernel(
  arrivalsPerSecond: number,
  handleTimeSeconds: number,
  agents: number,
  targetSeconds: number,
  out: Float64Array,
): void {
  const load = arrivalsPerSecond * handleTimeSeconds;
  if (!(load > 0)) {
    writeNoLoad(out);
    return;
  }
  if (agents <= load) {
    writeOverload(out);
    return;
  }
  const spare = (agents - load) / agents;
  const wait = 1 / (1 + spare * freeAgentOdds(agents, load));
  const waitOfWaiting = handleTimeSeconds / (agents - load);
  const meanWait = wait * waitOfWaiting;
  const late = wait * Math.exp(-targetSeconds / waitOfWaiting);
  out[M.waitProbability] = wait;
  out[M.serviceLevel] = 1 - late;
  out[M.asa] = meanWait;
  out[M.meanWait] = meanWait;
  out[M.abandonment] = 0;
  out[M.occupancy] = load / agents;
  out[M.leftWithinTarget] = 1 - late;
  out[M.queueLength] = arrivalsPerSecond * meanWait;
}

/** No contacts: nobody waits, and the target is met. */
export function writeNoLoad(out: Float64Array): void {
  out.fill(0, 0, 8);
  out[M.serviceLevel] = 1;
  out[M.leftWithinTarget] = 1;
}

function writeOverload(out: Float64Array): void {
  out[M.waitProbability] = 1;
  out[M.serviceLevel] = 0;
  out[M.asa] = Number.POSITIVE_INFINITY;
  out[M.meanWait] = Number.POSITIVE_INFINITY;
  out[M.abandonment] = 0;
  out[M.occupancy] = 1;
  out[M.leftWithinTarget] = 0;
  out[M.queueLength] = Number.POSITIVE_INFINITY;
}
