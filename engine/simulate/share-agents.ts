/** Rounds of balancing at most, and the relative change of cover at which it has settled. */
const ROUNDS = 40;
const SETTLED = 1e-6;
/** Part of the way to even cover that a round goes, and the furthest it goes, as a logarithm of pull. */
const STRIDE = 0.7;
const FURTHEST = 3;

/** Work space of the balancing. */
export interface AgentSharing {
  /** Agents that each queue would like, set by the caller; 0 where there is nothing to do. */
  readonly need: Float64Array;
  /** By team: agents on duty, their speed, and those not yet taken by queues served before. */
  readonly agents: Float64Array;
  readonly speed: Float64Array;
  readonly left: Float64Array;
  /** By membership: what of the queue's contacts reaches the team; 1 but where a route is closed. */
  readonly reach: Float64Array;
  /** By membership: agents within reach of the queue while it is served. */
  readonly given: Float64Array;
  readonly cover: Float64Array;
  readonly pull: Float64Array;
  /** By queue: part of its agents that it shares with queues of its priority. */
  readonly give: Float64Array;
}

/** The memberships that are balanced: those of a queue are from `queueEdges[queue]` up to `queueEdges[queue + 1]`. */
export interface Memberships {
  readonly queueEdges: Uint16Array;
  readonly edgeTeam: Uint16Array;
  readonly edgeSpeed: Float64Array;
}

export function agentSharing(queues: number, teams: number, memberships: number): AgentSharing {
  return {
    need: new Float64Array(queues),
    agents: new Float64Array(teams),
    speed: new Float64Array(teams).fill(1),
    left: new Float64Array(teams),
    reach: new Float64Array(memberships).fill(1),
    given: new Float64Array(memberships),
    cover: new Float64Array(queues),
    pull: new Float64Array(queues),
    give: new Float64Array(queues),
  };
}

/**
 * Divides what is left of some teams over the queues that they serve so that cover is as even as skills allow.
 *
 * Each team gives to its queues in proportion to need × pull; a queue's pull rises while its cover is below the others'.
 * This is iterative proportional fitting (Sinkhorn 1967), with strides as long as the shared part allows,
 * begun afresh for every interval, so that an interval's answer depends on nothing but the interval. A queue that shares with nobody who needs agents now takes all that its teams have.
 *
 * Cost: memberships; rounds × memberships where teams are shared.
 */
export function shareAgents(queues: Uint16Array, by: Memberships, work: AgentSharing, wanted: Float64Array): void {
  const { need, pull } = work;
  let active = 0;
  for (let i = 0; i < queues.length; i++) {
    const queue = queues[i]!;
    pull[queue] = need[queue]! > 0 ? 1 : 0;
    if (need[queue]! > 0) active++;
  }
  if (active < 2) {
    giveAll(queues, by, work);
    return;
  }
  for (let round = 0; round < ROUNDS; round++) {
    for (let i = 0; i < queues.length; i++) {
      const queue = queues[i]!;
      for (let edge = by.queueEdges[queue]!; edge < by.queueEdges[queue + 1]!; edge++) wanted[by.edgeTeam[edge]!] = 0;
    }
    for (let i = 0; i < queues.length; i++) {
      const queue = queues[i]!;
      const weight = need[queue]! * pull[queue]!;
      for (let edge = by.queueEdges[queue]!; edge < by.queueEdges[queue + 1]!; edge++) {
        const team = by.edgeTeam[edge]!;
        wanted[team] = wanted[team]! + weight * work.reach[edge]!;
      }
    }
    const change = giveOut(queues, by, work, wanted);
    if (round > 0 && change < SETTLED) return;
    adjustPull(queues, work);
  }
}

/** Everybody to the only queue that needs agents. */
function giveAll(queues: Uint16Array, by: Memberships, work: AgentSharing): void {
  for (let i = 0; i < queues.length; i++) {
    const queue = queues[i]!;
    const wants = work.need[queue]! > 0;
    for (let edge = by.queueEdges[queue]!; edge < by.queueEdges[queue + 1]!; edge++) {
      work.given[edge] = wants && work.reach[edge]! > 0 ? work.left[by.edgeTeam[edge]!]! : 0;
    }
  }
}

/** Each team's agents to its queues by weight; returns the largest relative change of a queue's cover. */
function giveOut(queues: Uint16Array, by: Memberships, work: AgentSharing, wanted: Float64Array): number {
  const { need, given, cover, pull, left, give } = work;
  let change = 0;
  for (let i = 0; i < queues.length; i++) {
    const queue = queues[i]!;
    const weight = need[queue]! * pull[queue]!;
    let agents = 0;
    let movable = 0;
    for (let edge = by.queueEdges[queue]!; edge < by.queueEdges[queue + 1]!; edge++) {
      const team = by.edgeTeam[edge]!;
      const drawn = weight * work.reach[edge]!;
      const share = drawn > 0 ? drawn / wanted[team]! : 0;
      given[edge] = left[team]! * share;
      const output = given[edge]! * by.edgeSpeed[edge]! * work.speed[team]!;
      agents += output;
      movable += output * (1 - share);
    }
    const covered = weight > 0 ? agents / need[queue]! : 0;
    change = Math.max(change, Math.abs(covered - cover[queue]!) / Math.max(covered, 1e-9));
    cover[queue] = covered;
    give[queue] = agents > 0 ? movable / agents : 0;
  }
  return change;
}

/**
 * Moves pulls towards even cover. A queue's cover answers to its pull by the part of its agents that it shares; the
 * stride is set by the queue that answers most, the same for all, so that only even cover stands still.
 */
function adjustPull(queues: Uint16Array, work: AgentSharing): void {
  const { need, cover, pull, give } = work;
  let agents = 0;
  let wanted = 0;
  let answer = 0;
  for (let i = 0; i < queues.length; i++) {
    const queue = queues[i]!;
    agents += cover[queue]! * need[queue]!;
    wanted += need[queue]!;
    answer = Math.max(answer, give[queue]!);
  }
  if (!(agents > 0) || !(answer > 0)) return;
  const stride = STRIDE / answer;
  let largest = 0;
  for (let i = 0; i < queues.length; i++) {
    const queue = queues[i]!;
    if (pull[queue]! <= 0) continue;
    const step = stride * Math.log(agents / (wanted * Math.max(cover[queue]!, 1e-6)));
    pull[queue] = pull[queue]! * Math.exp(Math.min(FURTHEST, Math.max(-FURTHEST, step)));
    largest = Math.max(largest, pull[queue]!);
  }
  for (let i = 0; i < queues.length; i++) {
    const queue = queues[i]!;
    if (pull[queue]! > 0) pull[queue] = Math.max(1e-9, pull[queue]! / largest);
  }
}
