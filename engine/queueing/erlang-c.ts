import { freeAgentOdds } from './erlang-b-kernel';
import { erlangCKernel } from './erlang-c-kernel';
import { type AnswerTarget, checkQueueInput, type QueueInput, USUAL_TARGET_SECONDS } from './queue-input';
import { QUEUE_METRIC as M, QUEUE_METRICS, type QueueFigures } from './queue-metric';

const SCRATCH = new Float64Array(QUEUE_METRICS);

/**
 * Probability that a contact must wait when nobody gives up (Erlang C).
 *
 * Use when patience is long beside the wait; in overload or with impatient customers use `erlangA`.
 *
 * Formula: C = B / (1 - (a/n)(1 - B)), with B Erlang's blocking probability, a the load, n the agents.
 * Source: Cooper (1981), ch. 3. Units: load in erlangs, agents whole or fractional. Valid: load below agents, otherwise
 * everyone waits (1). Relative error below 1e-12. Cost: at most 2 µs at any size.
 *
 * @example waitProbability(10, 14) // 0.1741
 */
export function waitProbability(load: number, agents: number): number {
  if (load <= 0) return agents > 0 ? 0 : 1;
  if (agents <= load) return 1;
  return 1 / (1 + ((agents - load) / agents) * freeAgentOdds(agents, load));
}

/**
 * Figures of a queue in which nobody gives up (Erlang C, M/M/n).
 *
 * Use as the comparison that planners know; where customers abandon, and in overload, use `erlangA`. When the load
 * reaches the agents the queue has no balance: everyone waits (1), service level 0, waits infinite, occupancy 1.
 *
 * Formula: service level = 1 - C exp(-(n - a) target / handle time); mean wait = C handle time / (n - a).
 * Source: Cooper (1981), ch. 3. Units and range: see `QueueInput`. Cost: at most 2 µs.
 *
 * @example erlangC({ arrivalsPerHour: 200, handleTimeSeconds: 180, agents: 14 }).serviceLevel // 0.88835
 */
export function erlangC(input: QueueInput & AnswerTarget): QueueFigures {
  checkQueueInput(input);
  const rate = input.arrivalsPerHour / 3600;
  erlangCKernel(rate, input.handleTimeSeconds, input.agents, input.targetSeconds ?? USUAL_TARGET_SECONDS, SCRATCH);
  return figuresOf(SCRATCH, rate * input.handleTimeSeconds);
}

/** A kernel's figures by name. */
export function figuresOf(out: Float64Array, offeredLoad: number, serviceLevel = out[M.serviceLevel]!): QueueFigures {
  return {
    waitProbability: out[M.waitProbability]!,
    serviceLevel,
    asaSeconds: out[M.asa]!,
    meanWaitSeconds: out[M.meanWait]!,
    abandonment: out[M.abandonment]!,
    blocking: 0,
    occupancy: out[M.occupancy]!,
    queueLength: out[M.queueLength]!,
    offeredLoad,
  };
}
