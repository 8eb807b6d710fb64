import type { AgentChoice, ContactModel } from './contact-model';

/** How an agent is chosen, as a number that the loop can switch on. */
export const CHOICE: Readonly<Record<AgentChoice, number>> = { 'longest-idle': 0, 'most-idle': 1, 'in-order': 2 };

/** A model's queues, groups and memberships as flat arrays: what the loop reads. */
export interface ContactLayout {
  /** Memberships in queue order: those of queue q are `queueStart[q]` up to `queueStart[q + 1]`. */
  readonly queueStart: Int32Array;
  readonly memberQueue: Int32Array;
  readonly memberGroup: Int32Array;
  readonly memberSpeed: Float64Array;
  readonly memberAfter: Float64Array;
  /** Idle agents that each membership asks for, itself included: those of membership m from `reserveStart[m]`. */
  readonly reserveStart: Int32Array;
  readonly reserveGuard: Int32Array;
  readonly reserveAgents: Int32Array;
  /** Whether any membership is ever out of reach. */
  readonly routed: boolean;
  /** The same by group, lowest rank first: `groupMembers` from `groupStart[g]` up to `groupStart[g + 1]`. */
  readonly groupStart: Int32Array;
  readonly groupMembers: Int32Array;
  /** Class of each group: groups that all queues treat alike are one class, in whose list the longest idle stands first. */
  readonly classOf: Int32Array;
  readonly classes: number;
  /** Classes of each queue (`classList` from `classStart[q]`), and the first membership of each. */
  readonly classStart: Int32Array;
  readonly classList: Int32Array;
  readonly classMember: Int32Array;
  /** The membership of a queue and a group, at queue × groups + group. */
  readonly memberAt: Int32Array;
  /** By queue: 1 where the longest idle of all members is taken, without helpers, reserves or routes that close. */
  readonly isPlain: Uint8Array;
  readonly queueStream: Int32Array;
  readonly choice: Uint8Array;
  readonly places: Float64Array;
  readonly urgentSeconds: Float64Array;
  /** How fast a wait gains weight: 1 over the target. */
  readonly pressure: Float64Array;
  /** Contacts of the queue's stream that an agent takes at once. */
  readonly concurrency: Uint8Array;
  /** Times after which helpers may take over, ascending; by queue. */
  readonly helpAfter: readonly Float64Array[];
  /** Most contacts at once of any queue of a group, and whether full agents are slower with any of them. */
  readonly groupConcurrency: Uint8Array;
  readonly groupStretches: Uint8Array;
  /** Sets of groups whose idle agents are counted together: all who serve a guarded queue. */
  readonly guards: readonly (readonly number[])[];
  /** Queues of each stream. */
  readonly streamQueues: readonly Int32Array[];
  readonly levels: number;
}

export function layOut(model: ContactModel): ContactLayout {
  const { queues, groups, streams } = model;
  const members = queues.flatMap(({ members: list }, queue) => list.map((member) => ({ queue, ...member })));
  const queueStart = new Int32Array(queues.length + 1);
  queues.forEach((queue, at) => {
    queueStart[at + 1] = queueStart[at]! + queue.members.length;
  });
  const byGroup = members
    .map((member, at) => ({ at, group: member.group, rank: member.rank }))
    .sort((a, b) => a.group - b.group || a.rank - b.rank || a.at - b.at);
  const groupStart = new Int32Array(groups.length + 1);
  for (const { group } of byGroup) groupStart[group + 1]!++;
  for (let g = 0; g < groups.length; g++) groupStart[g + 1]! += groupStart[g]!;
  const { classOf, classes } = classesOf(model);
  const classLists = queues.map((_, queue) => {
    const seen = new Map<number, number>();
    for (let m = queueStart[queue]!; m < queueStart[queue + 1]!; m++) {
      const own = classOf[members[m]!.group]!;
      if (!seen.has(own)) seen.set(own, m);
    }
    return [...seen];
  });
  const classStart = new Int32Array(queues.length + 1);
  classLists.forEach((list, queue) => {
    classStart[queue + 1] = classStart[queue]! + list.length;
  });
  const memberAt = new Int32Array(queues.length * groups.length);
  members.forEach(({ queue, group }, m) => {
    memberAt[queue * groups.length + group] = m;
  });
  const guardQueues = [...new Set(queues.flatMap(({ reserves }) => reserves.map(({ guard }) => guard)))];
  const serves = (group: number, queue: number) => queues[queue]!.members.some((member) => member.group === group);
  const guards = guardQueues.map((queue) => groups.flatMap((_, g) => (serves(g, queue) ? [g] : [])));
  const reserveStart = new Int32Array(members.length + 1);
  const reserveList: { guard: number; agents: number }[] = [];
  members.forEach(({ queue, group }, m) => {
    for (const { guard, agents } of queues[queue]!.reserves) {
      if (serves(group, guard)) reserveList.push({ guard: guardQueues.indexOf(guard), agents });
    }
    reserveStart[m + 1] = reserveList.length;
  });
  const ofQueue = <T>(read: (stream: (typeof streams)[number], at: number) => T) =>
    queues.map((queue, at) => read(streams[queue.stream]!, at));
  const concurrency = Uint8Array.from(ofQueue(({ concurrency: most }) => most));
  const most = (group: number, read: (queue: number) => number) =>
    members.reduce((sum, member) => (member.group === group ? Math.max(sum, read(member.queue)) : sum), 0);
  const groupConcurrency = Uint8Array.from(groups, (_, g) =>
    Math.max(
      1,
      most(g, (queue) => concurrency[queue]!),
    ),
  );
  const stretches = ofQueue(({ stretch, concurrency: at }) => (stretch !== 1 && at > 1 ? 1 : 0));
  return {
    queueStart,
    memberQueue: Int32Array.from(members, ({ queue }) => queue),
    memberGroup: Int32Array.from(members, ({ group }) => group),
    memberSpeed: Float64Array.from(members, ({ speed }) => speed),
    memberAfter: Float64Array.from(members, ({ afterSeconds }) => afterSeconds),
    routed: members.some(({ reach }) => reach !== null),
    groupStart,
    groupMembers: Int32Array.from(byGroup, ({ at }) => at),
    queueStream: Int32Array.from(queues, ({ stream }) => stream),
    classOf,
    classes,
    classStart,
    classList: Int32Array.from(classLists.flat(), ([own]) => own),
    classMember: Int32Array.from(classLists.flat(), ([, member]) => member),
    memberAt,
    isPlain: Uint8Array.from(queues, ({ choice, reserves, members: list }) => {
      const always = list.every(({ afterSeconds, reach }) => afterSeconds === 0 && reach === null);
      return always && choice === 'longest-idle' && reserves.length === 0 ? 1 : 0;
    }),
    choice: Uint8Array.from(queues, ({ choice }) => CHOICE[choice]),
    reserveStart,
    reserveGuard: Int32Array.from(reserveList, ({ guard }) => guard),
    reserveAgents: Int32Array.from(reserveList, ({ agents }) => agents),
    places: Float64Array.from(queues, ({ places }) => places),
    urgentSeconds: Float64Array.from(queues, ({ urgentSeconds }) => urgentSeconds),
    pressure: Float64Array.from(
      ofQueue(({ targetSeconds: t }) => (t > 0 && t < Number.POSITIVE_INFINITY ? 1 / t : 1 / 20)),
    ),
    concurrency,
    helpAfter: queues.map(({ members: list }) => {
      const times = list.map(({ afterSeconds }) => afterSeconds).filter((seconds) => seconds > 0);
      return Float64Array.from(new Set(times)).sort();
    }),
    groupConcurrency,
    groupStretches: Uint8Array.from(groups, (_, g) => most(g, (queue) => stretches[queue]!)),
    guards,
    streamQueues: streams.map((_, s) =>
      Int32Array.from(queues.flatMap((queue, at) => (queue.stream === s ? [at] : []))),
    ),
    levels: Math.max(1, ...groupConcurrency),
  };
}

/** Groups are alike when they serve the same queues after the same waits, and no queue looks at single groups. */
function classesOf({ queues, groups }: ContactModel): { readonly classOf: Int32Array; readonly classes: number } {
  const keys = new Map<string, number>();
  const classOf = Int32Array.from(groups, (_, group) => {
    const parts: string[] = [];
    let alone = false;
    queues.forEach(({ members, choice }, queue) => {
      const member = members.find((entry) => entry.group === group);
      if (!member) return;
      if (choice !== 'longest-idle' || member.reach !== null) alone = true;
      parts.push(`${queue}:${member.afterSeconds}`);
    });
    const key = alone ? `group ${group}` : parts.join(' ');
    const known = keys.get(key) ?? keys.size;
    keys.set(key, known);
    return known;
  });
  return { classOf, classes: keys.size };
}
