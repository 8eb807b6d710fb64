import { InputFault, issue } from '../units';
import { erlangA, type ImpatientQueueInput } from './erlang-a';
import { freeAgentOdds } from './erlang-b-kernel';
import { erlangC, figuresOf } from './erlang-c';
import { erlangCKernel } from './erlang-c-kernel';
import { fewestAgents, type RequiredAgents } from './fewest-agents';
import { OfferedWait } from './offered-wait';
import { patienceCurve } from './patience-curve';
import { checkQueueInput, USUAL_TARGET_SECONDS } from './queue-input';
import { QUEUE_METRIC as M, QUEUE_METRICS, type QueueFigures } from './queue-metric';
import { serviceVariability } from './service-variability';
import { checkStaffing, impossibleTarget, type StaffingLoad, type StaffingTargets } from './staffing-targets';

/** Spread of handle time and patience. */
export interface Spreads {
  /** Standard deviation of handle time over its mean, 0 to 3; 1 (exponential) unless given. */
  readonly handleTimeCv?: number | undefined;
  /** The same of patience: 1 exponential, 0 all alike, otherwise lognormal; 0 to 5. */
  readonly patienceCv?: number | undefined;
}

/** A queue with handle times and patience as measured, not exponential. */
export interface GeneralQueueInput extends ImpatientQueueInput, Spreads {}

/**
 * Figures of a queue with general handle times and general patience (M/G/n+G).
 *
 * Use where the spread of handle time or of patience was measured; with both coefficients of variation 1 it is Erlang A,
 * and nothing is approximated. Exact, too, for exponential handle times with any patience. Handle times of another spread
 * are an approximation with two moments: against simulation service level is off by 0.7 points on average and 4 at most,
 * abandonment by 0.3 and 1.4; Erlang A is off by five points on average (table in METHODS). For the truth
 * on one case simulate it.
 *
 * Formula: the offered wait has a density in proportion to exp((λ ∫ staying - n x / handle time) / v), with an atom at 0
 * weighed by Erlang's loss formula; v is `serviceVariability` (1 for exponential handle times),
 * damped where customers give up.
 * Source: Baccelli & Hebuterne, On Queues with Impatient Customers, Performance '81; Zeltyn & Mandelbaum, Call Centers with
 * Impatient Customers: Many-Server Asymptotics of the M/M/n+G Queue, Queueing Systems 51 (2005); the scale v as in the
 * diffusion of a queue with many servers (Whitt, Stochastic-Process Limits, 2002, ch. 10).
 * Units and range: see `ImpatientQueueInput`, `Spreads`; patience above 0. Quadrature error below 1e-8.
 * Cost: 0.1 ms exponential patience, 1 ms lognormal.
 *
 * @example generalQueue({ arrivalsPerHour: 200, handleTimeSeconds: 180, agents: 11, patienceSeconds: 120, handleTimeCv: 0.7, patienceCv: 1.5 }).abandonment
 */
export function generalQueue(input: GeneralQueueInput): QueueFigures {
  checkGeneral(input);
  const { handleTimeCv = 1, patienceCv = 1, agents, patienceSeconds, handleTimeSeconds } = input;
  if (handleTimeCv === 1 && patienceCv === 1) return erlangA(input);
  const rate = input.arrivalsPerHour / 3600;
  const load = rate * handleTimeSeconds;
  const target = input.targetSeconds ?? USUAL_TARGET_SECONDS;
  if (agents < 1e-12 || !(load > 0) || patienceSeconds === 0) return erlangA(input);
  const scale = waitScale(handleTimeCv, agents, load / agents, patienceSeconds / handleTimeSeconds);
  if (patienceSeconds === Number.POSITIVE_INFINITY) return withoutAbandonment(input, rate, scale);
  const odds = freeAgentOdds(agents, load);
  if (odds === Number.POSITIVE_INFINITY) return erlangC(input);
  const waits = new OfferedWait(rate, agents / handleTimeSeconds, scale, patienceCurve(patienceSeconds, patienceCv));
  return waits.figures(odds, load, agents, target, input);
}

/**
 * The scale of waits. Handle times of great spread make themselves felt over many handle times only, which customers who
 * give up do not wait for: fitted to simulation, their part is patience over (patience + handle time).
 */
function waitScale(cv: number, agents: number, occupancy: number, patience: number): number {
  const scale = serviceVariability(cv, agents, occupancy);
  return cv > 1 && patience < Number.POSITIVE_INFINITY ? 1 + ((scale - 1) * patience) / (1 + patience) : scale;
}

/** Erlang C whose waits are stretched; who waits at all stays as it is. */
function withoutAbandonment(input: GeneralQueueInput, rate: number, scale: number): QueueFigures {
  const { handleTimeSeconds, agents, targetSeconds = USUAL_TARGET_SECONDS } = input;
  const out = new Float64Array(QUEUE_METRICS);
  erlangCKernel(rate, handleTimeSeconds, agents, targetSeconds / scale, out);
  for (const place of [M.asa, M.meanWait, M.queueLength]) out[place] = out[place]! * scale;
  return figuresOf(out, rate * handleTimeSeconds);
}

/**
 * The fewest whole agents that meet every target at once, with handle times and patience of any spread.
 *
 * Use in place of `requiredAgents` where spreads were measured. Each figure of the model improves with every agent.
 * Source, units and range: as `generalQueue`. Cost: about ten evaluations.
 *
 * @example requiredAgentsGeneral({ arrivalsPerHour: 200, handleTimeSeconds: 180, patienceSeconds: 120, handleTimeCv: 1.4 }, { serviceLevel: 0.8 })
 */
export function requiredAgentsGeneral(load: StaffingLoad & Spreads, targets: StaffingTargets): RequiredAgents {
  checkStaffing(load, targets);
  checkSpreads(load);
  const impossible = impossibleTarget(targets);
  if (impossible && load.arrivalsPerHour > 0) return { solved: false, ...impossible, missed: [impossible.limit] };
  const { targetSeconds, definition, shortAbandonSeconds } = targets;
  const patienceSeconds = load.patienceSeconds ?? Number.POSITIVE_INFINITY;
  return fewestAgents(load, targets, (agents) =>
    generalQueue({ ...load, patienceSeconds, agents, targetSeconds, definition, shortAbandonSeconds }),
  );
}

function checkGeneral(input: GeneralQueueInput): void {
  checkQueueInput(input);
  checkSpreads(input);
}

function checkSpreads({ handleTimeCv = 1, patienceCv = 1 }: Spreads): void {
  const issues = [];
  if (!(handleTimeCv >= 0 && handleTimeCv <= 3)) {
    issues.push(issue('queue.out-of-range', 'handleTimeCv', handleTimeCv, 'a number from 0 to 3'));
  }
  if (!(patienceCv >= 0 && patienceCv <= 5)) {
    issues.push(issue('queue.out-of-range', 'patienceCv', patienceCv, 'a number from 0 to 5'));
  }
  if (issues.length > 0) throw new InputFault(issues);
}
