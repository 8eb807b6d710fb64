import type { AgentFloor } from './agent-floor';
import { CHOICE, type ContactLayout } from './contact-layout';
import { NONE } from './contact-records';
import type { Memberships } from './memberships';

/** Finds the agent for a contact, by the rule of its queue. */
export class AgentFinder {
  constructor(
    private readonly layout: ContactLayout,
    private readonly floor: AgentFloor,
    private readonly memberships: Memberships,
  ) {}

  /** A free agent for a contact of the queue that has waited so long; idle ones first, then those with room. NONE if there is none. */
  find(queue: number, age: number, contact: number): number {
    const { layout, floor, memberships } = this;
    if (layout.isPlain[queue] === 1) return this.longestIdle(queue);
    const { memberGroup, memberAfter, classList, classMember } = layout;
    const first = layout.classStart[queue]!;
    const last = layout.classStart[queue + 1]!;
    const choice = layout.choice[queue]!;
    const most = layout.concurrency[queue]!;
    for (let level = 0; level < most; level++) {
      const list = level * layout.classes;
      let best = Number.POSITIVE_INFINITY;
      let found = NONE;
      for (let i = first; i < last; i++) {
        const since = floor.front[list + classList[i]!]!;
        if (since === Number.POSITIVE_INFINITY) continue;
        const m = classMember[i]!;
        if (memberAfter[m]! > age || !memberships.reaches(m, contact) || this.mustStayFree(m, 0)) continue;
        const idle = floor.idle[memberGroup[m]!]!;
        const score = choice === CHOICE['longest-idle'] ? since : choice === CHOICE['most-idle'] ? -idle : m;
        if (score < best) {
          best = score;
          found = list + classList[i]!;
        }
      }
      if (found >= 0) return floor.head[found]!;
    }
    return NONE;
  }

  /** Whether too few would be left idle for another queue, were this one served; `more` are idle beyond those listed. */
  mustStayFree(member: number, more: number): boolean {
    const { reserveStart, reserveGuard, reserveAgents } = this.layout;
    for (let i = reserveStart[member]!; i < reserveStart[member + 1]!; i++) {
      if (this.floor.guardIdle[reserveGuard[i]!]! + more < reserveAgents[i]!) return true;
    }
    return false;
  }

  /** The membership by which an agent serves a queue. */
  memberOf(queue: number, agent: number): number {
    return this.layout.memberAt[queue * this.floor.groups + this.floor.groupOf[agent]!]!;
  }

  /** The same as `find` where every member may always be asked and the longest idle is chosen. */
  private longestIdle(queue: number): number {
    const { layout, floor } = this;
    const { classList } = layout;
    const { front } = floor;
    const first = layout.classStart[queue]!;
    const last = layout.classStart[queue + 1]!;
    const most = layout.concurrency[queue]!;
    for (let level = 0; level < most; level++) {
      const list = level * layout.classes;
      let best = Number.POSITIVE_INFINITY;
      let found = NONE;
      for (let i = first; i < last; i++) {
        const at = list + classList[i]!;
        if (front[at]! < best) {
          best = front[at]!;
          found = at;
        }
      }
      if (found >= 0) return floor.head[found]!;
    }
    return NONE;
  }
}
