import { InputFault, type Issue, issue } from '../units';
import { parseServiceLevelDefinition, type ServiceLevelDefinition } from './service-level';

/** One queue in one interval. */
export interface QueueInput {
  /** Contacts offered an hour; 0 to 1e9. */
  readonly arrivalsPerHour: number;
  /** Mean handle time, after-contact work included, seconds; above 0. */
  readonly handleTimeSeconds: number;
  /** Agents at work, whole or fractional; 0 to 1e7. */
  readonly agents: number;
}

/** What service level means here. */
export interface AnswerTarget {
  /** Answer threshold, seconds; 20 unless given. */
  readonly targetSeconds?: number | undefined;
  /** Definition of service level; answered within target over offered unless given. */
  readonly definition?: ServiceLevelDefinition | undefined;
  /** A contact that gives up sooner counts as a short abandon, seconds; 5 unless given. Used by one definition only. */
  readonly shortAbandonSeconds?: number | undefined;
}

/** The threshold that contact centers use by custom, seconds. */
export const USUAL_TARGET_SECONDS = 20;

const LARGEST_RATE = 1e9;
const LARGEST_TIME = 1e9;
const LARGEST_AGENTS = 1e7;

/** Throws one fault with all that is wrong; costs a few comparisons when all is right. */
export function checkQueueInput(
  input: QueueInput & AnswerTarget & { readonly patienceSeconds?: number | undefined },
): void {
  const { targetSeconds, shortAbandonSeconds, patienceSeconds, definition } = input;
  if (
    inRange(input.arrivalsPerHour, LARGEST_RATE) &&
    inRange(input.handleTimeSeconds, LARGEST_TIME) &&
    input.handleTimeSeconds > 0 &&
    inRange(input.agents, LARGEST_AGENTS) &&
    (targetSeconds === undefined || inRange(targetSeconds, LARGEST_TIME)) &&
    (shortAbandonSeconds === undefined || inRange(shortAbandonSeconds, LARGEST_TIME)) &&
    (patienceSeconds === undefined || patienceSeconds >= 0) &&
    (definition === undefined || definition === 'answeredOverOffered' || parseServiceLevelDefinition(definition))
  ) {
    return;
  }
  const issues: Issue[] = [];
  need(issues, 'arrivalsPerHour', input.arrivalsPerHour, LARGEST_RATE);
  need(issues, 'handleTimeSeconds', input.handleTimeSeconds, LARGEST_TIME, true);
  need(issues, 'agents', input.agents, LARGEST_AGENTS);
  if (targetSeconds !== undefined) need(issues, 'targetSeconds', targetSeconds, LARGEST_TIME);
  if (shortAbandonSeconds !== undefined) need(issues, 'shortAbandonSeconds', shortAbandonSeconds, LARGEST_TIME);
  if (patienceSeconds !== undefined && !(patienceSeconds >= 0)) {
    issues.push(issue('queue.out-of-range', 'patienceSeconds', patienceSeconds, 'seconds from 0 to Infinity'));
  }
  if (definition !== undefined && !parseServiceLevelDefinition(definition)) {
    issues.push(issue('queue.unknown-definition', 'definition', definition, 'one of SERVICE_LEVEL_DEFINITIONS'));
  }
  throw new InputFault(issues);
}

function inRange(value: number, largest: number): boolean {
  return value >= 0 && value <= largest;
}

/** Notes a number that is missing, not a number, negative or too large. */
export function need(issues: Issue[], path: string, value: unknown, largest: number, aboveZero = false): void {
  const ok = typeof value === 'number' && inRange(value, largest) && (value > 0 || !aboveZero);
  if (ok) return;
  const allowed = `a number ${aboveZero ? 'above 0 and up' : 'from 0'} to ${largest.toExponential()}`;
  issues.push(issue('queue.out-of-range', path, value, allowed));
}
