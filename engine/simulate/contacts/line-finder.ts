import type { AgentFinder } from './agent-finder';
import type { ContactLayout } from './contact-layout';
import { type ContactRecords, NONE } from './contact-records';
import type { Memberships } from './memberships';
import type { WaitingLines } from './waiting-lines';

/** How far behind the first a group looks for a contact that can reach it. */
const FURTHEST = 64;
/** Waits are compared with a threshold to this many seconds. */
export const TINY = 1e-9;

/** Finds the line from which a freed agent takes, by the ranks of the agent's group. */
export class LineFinder {
  /** The contact that `next` found. */
  contact = 0;

  constructor(
    private readonly layout: ContactLayout,
    private readonly lines: WaitingLines,
    private readonly records: ContactRecords,
    private readonly memberships: Memberships,
    private readonly agents: AgentFinder,
  ) {}

  /** The membership whose line a group's agent with so many in hand takes from, `contact` being whom; NONE when there is nothing. */
  next(group: number, held: number, now: number): number {
    const { layout, lines, records } = this;
    const { groupMembers, memberQueue, memberAfter, concurrency, urgentSeconds, pressure } = layout;
    let best = NONE;
    let bestRank = Number.POSITIVE_INFINITY;
    let bestPressure = 0;
    for (let i = layout.groupStart[group]!; i < layout.groupStart[group + 1]!; i++) {
      const member = groupMembers[i]!;
      const queue = memberQueue[member]!;
      if (lines.head[queue]! < 0) continue;
      if (held > 0 && concurrency[queue]! <= held) continue;
      const rank = this.memberships.rank[member]!;
      if (rank > bestRank && urgentSeconds[queue] === Number.POSITIVE_INFINITY) continue;
      // The agent counts as idle, though it isn't listed.
      if (this.agents.mustStayFree(member, 1)) continue;
      const id = this.reachable(queue, member, now);
      if (id < 0) continue;
      const age = now - records.arrivedAt[id]!;
      if (memberAfter[member]! > age + TINY) continue;
      const weight = age * pressure[queue]!;
      const better = rank < bestRank || (rank === bestRank && weight > bestPressure);
      const pressing = age >= urgentSeconds[queue]! && weight > bestPressure;
      if (!better && !pressing) continue;
      best = member;
      this.contact = id;
      bestRank = Math.min(rank, bestRank);
      bestPressure = weight;
    }
    return best;
  }

  /** A contact of a line that can reach the group by this membership: the first, or the next that does. */
  private reachable(queue: number, member: number, now: number): number {
    const { lines, memberships } = this;
    let id = lines.first(queue, now);
    for (let steps = 0; id >= 0 && !memberships.reaches(member, id); steps++) {
      if (steps === FURTHEST) return NONE;
      id = lines.next(id, now);
    }
    return id;
  }
}
