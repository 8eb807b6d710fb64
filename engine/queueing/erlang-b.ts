import { freeAgentOdds } from './erlang-b-kernel';
import { type AnswerTarget, checkQueueInput, type QueueInput } from './queue-input';
import type { QueueFigures } from './queue-metric';
import { serviceLevelOf } from './service-level';

/**
 * Probability that a contact is turned away when there is no place to wait (Erlang B).
 *
 * Use for trunks, seats and licences; where contacts wait use `waitProbability`. Fractional agents continue the
 * formula (Jagers & van Doorn 1986).
 *
 * Formula: B = (a^n / n!) / sum over i = 0 … n of a^i / i!, with a the load and n the agents.
 * Source: Erlang (1917); Cooper, Introduction to Queueing Theory (2nd ed., 1981), ch. 3.
 * Units: load in erlangs, agents whole or fractional. Valid: both at least 0. Relative error below 1e-12.
 * Cost: at most 2 µs at any size.
 *
 * @example blockingProbability(10, 14) // 0.0568
 */
export function blockingProbability(load: number, agents: number): number {
  if (agents <= 0) return 1;
  return load > 0 ? 1 / (1 + freeAgentOdds(agents, load)) : 0;
}

/**
 * Figures of a loss system: contacts that find all agents busy leave at once.
 *
 * Use for trunks and for channels without a queue. Nobody waits, so service level is the share that is not blocked
 * (all of the answered, by the definition over answered).
 * Source: as `blockingProbability`. Units and range: see `QueueInput`. Cost: at most 2 µs.
 *
 * @example erlangB({ arrivalsPerHour: 200, handleTimeSeconds: 180, agents: 14 }).blocking // 0.0568
 */
export function erlangB(input: QueueInput & AnswerTarget): QueueFigures {
  checkQueueInput(input);
  const load = (input.arrivalsPerHour / 3600) * input.handleTimeSeconds;
  const odds = input.agents > 0 ? (load > 0 ? freeAgentOdds(input.agents, load) : Number.POSITIVE_INFINITY) : 0;
  const answered = odds === Number.POSITIVE_INFINITY ? 1 : odds / (1 + odds);
  return {
    waitProbability: 0,
    serviceLevel: serviceLevelOf(
      {
        offered: 1,
        answered,
        answeredWithinTarget: answered,
        abandonedWithinTarget: 0,
        abandonedWithinShortThreshold: 0,
      },
      input.definition ?? 'answeredOverOffered',
    ),
    asaSeconds: 0,
    meanWaitSeconds: 0,
    abandonment: 0,
    blocking: 1 / (1 + odds),
    occupancy: input.agents > 0 ? Math.min(1, (load * answered) / input.agents) : 0,
    queueLength: 0,
    offeredLoad: load,
  };
}
