import type { Network } from './network';

/** Rounds of balancing; each starts from the interval before, so few are needed. */
const ROUNDS = 4;
/** A stream of each lower priority is content with this much less cover when agents are short. */
export const COVER_PER_PRIORITY = 0.04;

/** Work space of the balancing, kept from interval to interval. */
export interface AgentSharing {
  /** Agents that each queue would like, set by the caller. */
  readonly need: Float64Array;
  /** Agents on duty by team, and their speed. */
  readonly agents: Float64Array;
  readonly speed: Float64Array;
  /** By membership: what of the queue's contacts reaches the team; 1 but where a route is closed. */
  readonly reach: Float64Array;
  /** Agents given by each membership. */
  readonly given: Float64Array;
  /** Cover of each queue: agents at full speed over need. */
  readonly cover: Float64Array;
  readonly pull: Float64Array;
}

export function agentSharing(network: Network): AgentSharing {
  const queues = network.queues.length;
  return {
    need: new Float64Array(queues),
    agents: new Float64Array(network.plan.teams.length),
    speed: new Float64Array(network.plan.teams.length).fill(1),
    reach: new Float64Array(network.edgeQueue.length).fill(1),
    given: new Float64Array(network.edgeQueue.length),
    cover: new Float64Array(queues),
    pull: new Float64Array(queues).fill(1),
  };
}

/** Cover that counts as fair for each queue; lower priorities stand back a little. */
export function fairCover(network: Network): Float64Array {
  return Float64Array.from(
    network.queues,
    (queue) => 1 - COVER_PER_PRIORITY * (network.plan.streams[queue.stream]!.priority - 1),
  );
}

/**
 * Divides every team's agents over the queues that they serve so that cover is as even as skills allow.
 *
 * Each team gives to its queues in proportion to need × pull; a queue's pull rises while its cover is below fair.
 * This is iterative proportional fitting (Sinkhorn 1967), and its fixed point is an even cover as far as skills allow. It stands for skill-based routing
 * over an interval without following single contacts.
 *
 * Cost: rounds × memberships, no allocation.
 */
export function shareAgents(network: Network, work: AgentSharing, fair: Float64Array): void {
  const { need, agents, speed, reach, given, cover, pull } = work;
  const { teamEdges, teamStarts, edgeQueue, edgeSpeed } = network;
  const teams = agents.length;
  const queues = need.length;
  for (let round = 0; round < ROUNDS; round++) {
    cover.fill(0);
    for (let team = 0; team < teams; team++) {
      const first = teamStarts[team]!;
      const last = teamStarts[team + 1]!;
      const here = agents[team]!;
      let total = 0;
      if (here > 0) {
        for (let at = first; at < last; at++) {
          const edge = teamEdges[at]!;
          const queue = edgeQueue[edge]!;
          total += need[queue]! * pull[queue]! * reach[edge]!;
        }
      }
      const rate = total > 0 ? here / total : 0;
      const pace = speed[team]!;
      for (let at = first; at < last; at++) {
        const edge = teamEdges[at]!;
        const queue = edgeQueue[edge]!;
        const part = rate * need[queue]! * pull[queue]! * reach[edge]!;
        given[edge] = part;
        cover[queue] = cover[queue]! + part * edgeSpeed[edge]! * pace;
      }
    }
    for (let queue = 0; queue < queues; queue++) {
      if (need[queue]! <= 0) continue;
      cover[queue] = cover[queue]! / need[queue]!;
      if (round === ROUNDS - 1) continue;
      const next = (pull[queue]! * fair[queue]!) / Math.max(cover[queue]!, 1e-3);
      pull[queue] = Math.min(1e3, Math.max(1e-3, next));
    }
  }
  let largest = 0;
  for (let queue = 0; queue < queues; queue++) largest = Math.max(largest, pull[queue]!);
  for (let queue = 0; queue < queues; queue++) pull[queue] = Math.max(1e-3, pull[queue]! / largest);
}
