import { erlangAKernel, QUEUE_METRIC, QUEUE_METRICS } from '../queueing';
import { gammaQuantile } from '../stats';

/** A queue in one interval, and what is at stake in it. */
export interface ValueQueue {
  readonly arrivalsPerHour: number;
  readonly handleTimeSeconds: number;
  readonly patienceSeconds: number;
  /** Spread of the day around its forecast, as a coefficient of variation. */
  readonly variation: number;
  /** What a contact that gives up costs: contribution lost, customers lost. */
  readonly perAbandoned: number;
  /** What an agent costs for an hour on duty. */
  readonly agentHour: number;
}

/** Days of equal probability that stand for all days. */
const DAYS = 16;
const SCRATCH = new Float64Array(QUEUE_METRICS);

/** Share of contacts that give up, over days busier and quieter than forecast, weighted by their contacts. */
export function abandonedShare(queue: ValueQueue, agents: number): number {
  const { arrivalsPerHour, handleTimeSeconds, patienceSeconds } = queue;
  let abandoned = 0;
  for (const busy of busyDays(queue.variation)) {
    erlangAKernel((arrivalsPerHour / 3600) * busy, handleTimeSeconds, agents, patienceSeconds, 20, SCRATCH);
    abandoned += busy * SCRATCH[QUEUE_METRIC.abandonment]!;
  }
  return abandoned / busyDays(queue.variation).length;
}

const knownDays = new Map<number, readonly number[]>();

/** Middles of equal parts of a gamma factor of mean 1, scaled so that their mean is 1. */
function busyDays(variation: number): readonly number[] {
  if (variation <= 0) return [1];
  const known = knownDays.get(variation);
  if (known) return known;
  const shape = 1 / (variation * variation);
  const raw = Array.from({ length: DAYS }, (_, at) => gammaQuantile(shape, (at + 0.5) / DAYS));
  const mean = raw.reduce((sum, value) => sum + value, 0) / DAYS;
  const days = raw.map((value) => value / mean);
  if (knownDays.size > 100) knownDays.clear();
  knownDays.set(variation, days);
  return days;
}

/** Cost of an hour: agents on duty and what is lost with those who give up. */
export function hourlyLoss(queue: ValueQueue, agents: number): number {
  return agents * queue.agentHour + queue.arrivalsPerHour * abandonedShare(queue, agents) * queue.perAbandoned;
}

/** What one agent more would bring in an hour, less what it costs: the marginal net benefit; below 0 there are enough. */
export function marginalBenefit(queue: ValueQueue, agents: number): number {
  return hourlyLoss(queue, agents) - hourlyLoss(queue, agents + 1);
}

/**
 * Agents that lose least: where one more would cost as much as the contacts that it saves are worth, in fractions.
 *
 * Use beside the fewest agents that keep a promise: a dear contact deserves more people than the promise asks for, a
 * cheap one fewer. The loss, agents × cost + arrivals × share who give up × cost of each, is convex in the agents; the
 * least is found by golden section. 0 where no contact is worth its agent.
 *
 * Source: economic staffing (Borst, Mandelbaum & Reiman, Operations Research 52, 2004) with abandonment; for large uncertain
 * loads it is the newsvendor's: P(load > agents) = agent hour ÷ (contacts an agent finishes an hour × cost of each)
 * (Harrison & Zeevi, M&SOM 7, 2005). Valid: finite patience above 0. Accuracy 1e-5 of the load. Cost: some 30
 * evaluations of Erlang A for each of 16 days, 1 ms.
 *
 * @example bestAgents({ arrivalsPerHour: 100, handleTimeSeconds: 180, patienceSeconds: 120, variation: 0, perAbandoned: 30, agentHour: 20 }) // 9.69
 */
export function bestAgents(queue: ValueQueue): number {
  const load = (queue.arrivalsPerHour * queue.handleTimeSeconds) / 3600;
  if (load <= 0 || queue.perAbandoned <= 0) return 0;
  let low = 0;
  let high = load * (1 + 4 * queue.variation) + 8 * Math.sqrt(load) + 8;
  const ratio = (Math.sqrt(5) - 1) / 2;
  let left = high - ratio * (high - low);
  let right = low + ratio * (high - low);
  let atLeft = hourlyLoss(queue, left);
  let atRight = hourlyLoss(queue, right);
  while (high - low > 1e-5 * Math.max(1, load)) {
    if (atLeft <= atRight) {
      high = right;
      right = left;
      atRight = atLeft;
      left = high - ratio * (high - low);
      atLeft = hourlyLoss(queue, left);
    } else {
      low = left;
      left = right;
      atLeft = atRight;
      right = low + ratio * (high - low);
      atRight = hourlyLoss(queue, right);
    }
  }
  const best = (low + high) / 2;
  return hourlyLoss(queue, 0) <= hourlyLoss(queue, best) ? 0 : best;
}
