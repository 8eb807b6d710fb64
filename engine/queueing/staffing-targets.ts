import { InputFault, type Issue, issue } from '../units';
import { type AnswerTarget, need } from './queue-input';
import type { QueueFigures } from './queue-metric';
import { parseServiceLevelDefinition } from './service-level';

/** The work to be staffed. */
export interface StaffingLoad {
  readonly arrivalsPerHour: number;
  readonly handleTimeSeconds: number;
  /** Mean patience in seconds; leave it out, or give Infinity, for Erlang C. */
  readonly patienceSeconds?: number | undefined;
}

/** What must hold, all of it at once; at least one of the six. */
export interface StaffingTargets extends AnswerTarget {
  /** Least service level, a share, by the definition and seconds of `AnswerTarget`. */
  readonly serviceLevel?: number | undefined;
  /** Longest mean wait of the answered, seconds. */
  readonly maxAsaSeconds?: number | undefined;
  /** Largest share of contacts that may give up. */
  readonly maxAbandonment?: number | undefined;
  /** Largest share of agents' time spent on contacts. */
  readonly maxOccupancy?: number | undefined;
  /** Largest share of contacts that may have to wait. */
  readonly maxWaitProbability?: number | undefined;
  /** Largest share of contacts that may be turned away; only loss systems and finite queues turn any away. */
  readonly maxBlocking?: number | undefined;
  /** Seats, licences, people: no more agents than these. */
  readonly maxAgents?: number | undefined;
}

/** A target by name. */
export type TargetName =
  | 'serviceLevel'
  | 'maxAsaSeconds'
  | 'maxAbandonment'
  | 'maxOccupancy'
  | 'maxWaitProbability'
  | 'maxBlocking';

/** Shares that differ by less are the same; arithmetic noise must not cost an agent. */
const NOISE = 1e-12;

/** No queue needs more; a search that gets here has no answer. */
export const MOST_AGENTS = 1e7;

/** Which targets a state of the queue misses. */
export function missedTargets(figures: QueueFigures, targets: StaffingTargets): TargetName[] {
  const missed: TargetName[] = [];
  const { serviceLevel, maxAsaSeconds, maxAbandonment, maxOccupancy, maxWaitProbability, maxBlocking } = targets;
  if (serviceLevel !== undefined && figures.serviceLevel < serviceLevel - NOISE) missed.push('serviceLevel');
  if (maxAsaSeconds !== undefined && figures.asaSeconds > maxAsaSeconds * (1 + NOISE)) missed.push('maxAsaSeconds');
  if (maxAbandonment !== undefined && figures.abandonment > maxAbandonment + NOISE) missed.push('maxAbandonment');
  if (maxOccupancy !== undefined && figures.occupancy > maxOccupancy * (1 + NOISE)) missed.push('maxOccupancy');
  if (maxWaitProbability !== undefined && figures.waitProbability > maxWaitProbability + NOISE) {
    missed.push('maxWaitProbability');
  }
  if (maxBlocking !== undefined && figures.blocking > maxBlocking + NOISE) missed.push('maxBlocking');
  return missed;
}

/** The target that no number of agents reaches, with the reason in a sentence; null when each can be reached. */
export function impossibleTarget(targets: StaffingTargets): { limit: TargetName; reason: string } | null {
  const { serviceLevel, maxAsaSeconds, maxAbandonment, maxOccupancy, maxWaitProbability } = targets;
  if (serviceLevel === 1) return never('serviceLevel', 'a service level of 100 %');
  if (maxAsaSeconds === 0) return never('maxAsaSeconds', 'an average speed of answer of 0 seconds');
  if (maxAbandonment === 0) return never('maxAbandonment', 'an abandonment of 0 %');
  if (maxOccupancy === 0) return never('maxOccupancy', 'an occupancy of 0 %');
  if (maxWaitProbability === 0) return never('maxWaitProbability', 'a probability of waiting of 0 %');
  return null;
}

function never(limit: TargetName, what: string): { limit: TargetName; reason: string } {
  return { limit, reason: `No number of agents reaches ${what}; it is only approached.` };
}

/** Throws one fault with all that is wrong with a load and its targets. */
export function checkStaffing(load: StaffingLoad, targets: StaffingTargets): void {
  if (!isPlain(load, targets)) reportStaffing(load, targets);
}

/** The usual case at a glance: a load in range and nothing but a service level, seconds and an occupancy cap asked for. */
function isPlain(load: StaffingLoad, targets: StaffingTargets): boolean {
  const { serviceLevel = -1, targetSeconds = 0, maxOccupancy = 1 } = targets;
  return (
    load.arrivalsPerHour >= 0 &&
    load.arrivalsPerHour <= 1e9 &&
    load.handleTimeSeconds > 0 &&
    load.handleTimeSeconds <= 1e9 &&
    (load.patienceSeconds === undefined || load.patienceSeconds >= 0) &&
    serviceLevel >= 0 &&
    serviceLevel <= 1 &&
    targetSeconds >= 0 &&
    targetSeconds <= 1e9 &&
    maxOccupancy >= 0 &&
    maxOccupancy <= 1 &&
    targets.maxAsaSeconds === undefined &&
    targets.maxAbandonment === undefined &&
    targets.maxWaitProbability === undefined &&
    targets.maxBlocking === undefined &&
    targets.shortAbandonSeconds === undefined &&
    targets.maxAgents === undefined &&
    targets.definition === undefined
  );
}

function reportStaffing(load: StaffingLoad, targets: StaffingTargets): void {
  const issues: Issue[] = [];
  if (!(load.arrivalsPerHour >= 0 && load.arrivalsPerHour <= 1e9))
    need(issues, 'arrivalsPerHour', load.arrivalsPerHour, 1e9);
  if (!(load.handleTimeSeconds > 0 && load.handleTimeSeconds <= 1e9)) {
    need(issues, 'handleTimeSeconds', load.handleTimeSeconds, 1e9, true);
  }
  if (load.patienceSeconds !== undefined && !(load.patienceSeconds >= 0)) {
    issues.push(issue('queue.out-of-range', 'patienceSeconds', load.patienceSeconds, 'seconds from 0 to Infinity'));
  }
  const { serviceLevel, maxAsaSeconds, maxAbandonment, maxOccupancy, maxWaitProbability, maxBlocking } = targets;
  const { definition } = targets;
  if (serviceLevel !== undefined) needShare(issues, 'serviceLevel', serviceLevel);
  if (maxAbandonment !== undefined) needShare(issues, 'maxAbandonment', maxAbandonment);
  if (maxOccupancy !== undefined) needShare(issues, 'maxOccupancy', maxOccupancy);
  if (maxWaitProbability !== undefined) needShare(issues, 'maxWaitProbability', maxWaitProbability);
  if (maxBlocking !== undefined) needShare(issues, 'maxBlocking', maxBlocking);
  if (maxAsaSeconds !== undefined) need(issues, 'maxAsaSeconds', maxAsaSeconds, 1e9);
  if (targets.targetSeconds !== undefined) need(issues, 'targetSeconds', targets.targetSeconds, 1e9);
  if (targets.shortAbandonSeconds !== undefined) need(issues, 'shortAbandonSeconds', targets.shortAbandonSeconds, 1e9);
  if (targets.maxAgents !== undefined) need(issues, 'maxAgents', targets.maxAgents, MOST_AGENTS);
  if (definition !== undefined && !parseServiceLevelDefinition(definition)) {
    issues.push(issue('queue.unknown-definition', 'definition', definition, 'one of SERVICE_LEVEL_DEFINITIONS'));
  }
  if (
    serviceLevel === undefined &&
    maxAsaSeconds === undefined &&
    maxAbandonment === undefined &&
    maxOccupancy === undefined &&
    maxWaitProbability === undefined &&
    maxBlocking === undefined
  ) {
    issues.push(issue('queue.no-target', 'targets', undefined, 'at least one target'));
  }
  if (issues.length > 0) throw new InputFault(issues);
}

function needShare(issues: Issue[], path: string, value: number): void {
  if (!(value >= 0 && value <= 1)) issues.push(issue('queue.out-of-range', path, value, 'a share from 0 to 1'));
}
