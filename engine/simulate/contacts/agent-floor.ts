import type { ContactModel } from './contact-model';
import { NONE } from './contact-records';

/** Not in any list: full, on a contact that takes the whole agent, or off duty. */
const UNLISTED = -1;

/**
 * Who is on duty, who is free, and how long: lists of agents by class and number of contacts in hand.
 *
 * A list is in order of entry, so its head has been there longest; `front` keeps the head's time of entry, so that the
 * longest idle over many classes is found without touching agents. A class is one group, or several that every queue
 * treats alike. An agent is off duty, idle (level 0), busy with room
 * for more (listed at a level of 1 or more), or full (in no list).
 *
 * Cost: constant for every change.
 */
export class AgentFloor {
  readonly groups: number;
  /** Group of each agent, and each group's first agent. */
  readonly groupOf: Int32Array;
  readonly firstAgent: Int32Array;
  /** Contacts in hand. */
  readonly held: Uint8Array;
  /** By level and class (level × classes + class): the longest there, its time of entry (Infinity when empty). */
  readonly head: Int32Array;
  readonly front: Float64Array;
  /** Idle agents by group, and by guard: a set of groups whose idle agents are counted together. */
  readonly idle: Int32Array;
  readonly guardIdle: Int32Array;
  /** On duty by group, those included who leave when they have finished. */
  readonly present: Int32Array;
  readonly leaving: Int32Array;
  /** Seconds on contacts and on duty, by period and group. */
  readonly busySeconds: Float64Array;
  readonly staffedSeconds: Float64Array;

  private readonly tail: Int32Array;
  private readonly next: Int32Array;
  private readonly before: Int32Array;
  private readonly listOf: Int32Array;
  private readonly since: Float64Array;
  /** Off-duty agents by group, a stack through `next`. */
  private readonly resting: Int32Array;
  private readonly busy: Int32Array;
  private readonly countedTo: Float64Array;
  private readonly staffedTo: Float64Array;
  private readonly busyArea: Float64Array;
  private readonly staffedArea: Float64Array;
  private readonly guardStart: Int32Array;
  private readonly guardList: Int32Array;

  /** @param guards for each guard, the groups counted in it */
  constructor(
    model: ContactModel,
    private readonly classOf: Int32Array,
    private readonly classes: number,
    levels: number,
    guards: readonly (readonly number[])[],
  ) {
    const groups = model.groups.length;
    this.groups = groups;
    this.firstAgent = new Int32Array(groups + 1);
    model.groups.forEach(({ agents }, g) => {
      this.firstAgent[g + 1] = this.firstAgent[g]! + Math.ceil(agents.reduce((most, n) => Math.max(most, n), 0)) + 1;
    });
    const agents = this.firstAgent[groups]!;
    this.groupOf = new Int32Array(agents);
    for (let g = 0; g < groups; g++) this.groupOf.fill(g, this.firstAgent[g]!, this.firstAgent[g + 1]!);
    this.held = new Uint8Array(agents);
    this.next = new Int32Array(agents);
    this.before = new Int32Array(agents);
    this.listOf = new Int32Array(agents);
    this.since = new Float64Array(agents);
    const lists = levels * classes;
    this.head = new Int32Array(lists);
    this.tail = new Int32Array(lists);
    this.front = new Float64Array(lists);
    const perGroup = () => new Int32Array(groups);
    this.idle = perGroup();
    this.present = perGroup();
    this.leaving = perGroup();
    this.resting = perGroup();
    this.busy = perGroup();
    this.countedTo = new Float64Array(groups);
    this.staffedTo = new Float64Array(groups);
    this.busyArea = new Float64Array(groups);
    this.staffedArea = new Float64Array(groups);
    this.busySeconds = new Float64Array(model.periods.length * groups);
    this.staffedSeconds = new Float64Array(model.periods.length * groups);
    this.guardIdle = new Int32Array(guards.length);
    this.guardStart = new Int32Array(groups + 1);
    const list: number[] = [];
    for (let g = 0; g < groups; g++) {
      guards.forEach((members, guard) => {
        if (members.includes(g)) list.push(guard);
      });
      this.guardStart[g + 1] = list.length;
    }
    this.guardList = Int32Array.from(list);
  }

  /** Everybody goes off duty. */
  clear(): void {
    this.held.fill(0);
    this.listOf.fill(UNLISTED);
    this.head.fill(NONE);
    this.tail.fill(NONE);
    this.front.fill(Number.POSITIVE_INFINITY);
    for (const counts of [this.idle, this.present, this.leaving, this.busy, this.guardIdle]) counts.fill(0);
    for (const sums of [this.countedTo, this.staffedTo, this.busyArea, this.staffedArea]) sums.fill(0);
    this.busySeconds.fill(0);
    this.staffedSeconds.fill(0);
    for (let g = 0; g < this.groups; g++) {
      const first = this.firstAgent[g]!;
      const last = this.firstAgent[g + 1]!;
      this.resting[g] = first < last ? first : NONE;
      for (let a = first; a < last; a++) this.next[a] = a + 1 < last ? a + 1 : NONE;
    }
  }

  /** Lists an agent as having room, at the end of its level's list. */
  list(agent: number, now: number): void {
    const group = this.groupOf[agent]!;
    const level = this.held[agent]!;
    const at = level * this.classes + this.classOf[group]!;
    const last = this.tail[at]!;
    this.listOf[agent] = at;
    this.since[agent] = now;
    this.next[agent] = NONE;
    this.before[agent] = last;
    this.tail[at] = agent;
    if (last >= 0) this.next[last] = agent;
    else {
      this.head[at] = agent;
      this.front[at] = now;
    }
    if (level === 0) this.countIdle(group, 1);
  }

  /** Takes an agent out of its list, if it is in one. */
  unlist(agent: number): void {
    const at = this.listOf[agent]!;
    if (at === UNLISTED) return;
    this.listOf[agent] = UNLISTED;
    const after = this.next[agent]!;
    const prior = this.before[agent]!;
    if (after >= 0) this.before[after] = prior;
    else this.tail[at] = prior;
    if (prior >= 0) this.next[prior] = after;
    else {
      this.head[at] = after;
      this.front[at] = after >= 0 ? this.since[after]! : Number.POSITIVE_INFINITY;
    }
    if (at < this.classes) this.countIdle(this.groupOf[agent]!, -1);
  }

  /** The longest idle of one group; NONE when there is none. */
  idleOf(group: number): number {
    let agent = this.head[this.classOf[group]!]!;
    while (agent >= 0 && this.groupOf[agent] !== group) agent = this.next[agent]!;
    return agent;
  }

  /** Someone of the group starts or stops being on contacts. */
  countBusy(group: number, change: number, now: number): void {
    this.busyArea[group]! += this.busy[group]! * (now - this.countedTo[group]!);
    this.countedTo[group] = now;
    this.busy[group]! += change;
  }

  /** An agent comes on duty and has nothing in hand yet; NONE when nobody of the group is left to come. */
  enter(group: number, now: number): number {
    const agent = this.resting[group]!;
    if (agent < 0) return NONE;
    this.resting[group] = this.next[agent]!;
    this.countStaff(group, 1, now);
    return agent;
  }

  /** An agent who holds nothing goes off duty. */
  leave(agent: number, now: number): void {
    this.unlist(agent);
    const group = this.groupOf[agent]!;
    this.next[agent] = this.resting[group]!;
    this.resting[group] = agent;
    this.countStaff(group, -1, now);
  }

  /** Adds up a period's hours. */
  closePeriod(period: number, now: number): void {
    for (let g = 0; g < this.groups; g++) {
      this.countBusy(g, 0, now);
      this.countStaff(g, 0, now);
      const at = period * this.groups + g;
      this.busySeconds[at]! += this.busyArea[g]!;
      this.staffedSeconds[at]! += this.staffedArea[g]!;
      this.busyArea[g] = 0;
      this.staffedArea[g] = 0;
    }
  }

  private countStaff(group: number, change: number, now: number): void {
    this.staffedArea[group]! += this.present[group]! * (now - this.staffedTo[group]!);
    this.staffedTo[group] = now;
    this.present[group]! += change;
  }

  private countIdle(group: number, change: number): void {
    this.idle[group]! += change;
    for (let i = this.guardStart[group]!; i < this.guardStart[group + 1]!; i++) {
      this.guardIdle[this.guardList[i]!]! += change;
    }
  }
}
