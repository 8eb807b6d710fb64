import { InputFault, type Issue, issue } from '../units';
import { need } from './queue-input';

/** How an agent handles several conversations at once. */
export interface Concurrency {
  /** Handle time of a conversation when the agent has only this one, seconds. */
  readonly handleTimeSeconds: number;
  /** Conversations at once, 1 or more; a mean such as 2.5 is allowed. */
  readonly concurrency: number;
  /** Share by which each further conversation lengthens all of them; 0 means that juggling costs nothing, 1 that it gains nothing. */
  readonly stretch: number;
}

/** What concurrency does to work. */
export interface ConcurrentWork {
  /** Duration of a conversation at full concurrency, seconds: what the customer sees. */
  readonly conversationSeconds: number;
  /** Agent time that a conversation takes up, seconds: what staffing needs. */
  readonly agentSeconds: number;
  /** Conversations an hour that a busy agent completes. */
  readonly contactsPerHour: number;
}

/**
 * Handle time of chats that an agent holds several at a time.
 *
 * Use to staff chat and messaging: treat an agent as `concurrency` places, each with `conversationSeconds`, in `erlangA`
 * or `requiredAgents`, and divide the places by the concurrency. It assumes full concurrency whenever a contact is in
 * hand, so it is cautious on quiet hours, where conversations are shorter; a simulation of every contact is exact.
 *
 * Formula: conversation = handle time (1 + stretch (concurrency - 1)); agent time = conversation / concurrency.
 * Source: the state-dependent service rate of Tezcan & Zhang, Routing and Staffing in Customer Service Chat Systems
 * with Impatient Customers, Operations Research 62 (2014), linear in the number of chats.
 * Units: seconds, shares. Valid: concurrency 1 to 100, stretch 0 to 1. Cost: constant.
 *
 * @example concurrentWork({ handleTimeSeconds: 600, concurrency: 3, stretch: 0.2 }).agentSeconds // 280
 */
export function concurrentWork({ handleTimeSeconds, concurrency, stretch }: Concurrency): ConcurrentWork {
  const issues: Issue[] = [];
  need(issues, 'handleTimeSeconds', handleTimeSeconds, 1e9, true);
  if (!(concurrency >= 1 && concurrency <= 100)) {
    issues.push(issue('queue.out-of-range', 'concurrency', concurrency, 'a number from 1 to 100'));
  }
  if (!(stretch >= 0 && stretch <= 1))
    issues.push(issue('queue.out-of-range', 'stretch', stretch, 'a share from 0 to 1'));
  if (issues.length > 0) throw new InputFault(issues);
  const conversationSeconds = handleTimeSeconds * (1 + stretch * (concurrency - 1));
  const agentSeconds = conversationSeconds / concurrency;
  return { conversationSeconds, agentSeconds, contactsPerHour: 3600 / agentSeconds };
}
