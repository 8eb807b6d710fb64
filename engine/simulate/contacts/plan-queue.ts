import type { FlowRun } from '../flow-run';
import type { AgentChoice, ContactQueue, ContactStream, QueueMember } from './contact-model';
import { teamOrder } from './team-order';

/** A deferrable contact older than this part of its promise no longer stands behind every live one. */
const URGENT_PART = 0.6;

/** A plan's queue over some intervals: its teams, their ranks, and the rules of its routing. */
export function contactQueue(
  run: FlowRun,
  at: number,
  streams: readonly ContactStream[],
  share: Float64Array,
  first: number,
  end: number,
): ContactQueue {
  const { network, routeOpen } = run;
  const { plan, origins, queues, queueEdges, keptFree } = network;
  const queue = queues[at]!;
  const stream = plan.streams[queue.stream]!;
  const { targetSeconds, deferrable } = streams[queue.stream]!;
  const found = plan.routing.find((rule) => rule.stream === stream.id);
  const rule = found?.mode === 'pool' ? found : undefined;
  const after = new Map(rule?.overflow?.map((entry) => [entry.team, entry.afterSeconds]));
  const teams = queue.edges.map(({ team }) => team);
  const order = teamOrder(rule, teams, origins, stream.handleTime.meanSeconds);
  const members = queue.edges.map(({ team, proficiency }, edge): QueueMember => {
    const open = routeOpen[queueEdges[at]! + edge];
    return {
      group: team,
      speed: proficiency,
      rank: stream.priority,
      afterSeconds: after.get(plan.teams[team]!.id) ?? 0,
      reach: open ? Float64Array.from(open.subarray(first, end)) : null,
    };
  });
  if (order) members.sort((a, b) => order.get(a.group)! - order.get(b.group)!);
  return {
    stream: queue.stream,
    share,
    places: Number.POSITIVE_INFINITY,
    urgentSeconds: deferrable ? URGENT_PART * targetSeconds : Number.POSITIVE_INFINITY,
    choice: choiceOf(rule?.choice),
    // One more than are kept free: the agent who takes the contact is no longer idle.
    reserves: deferrable
      ? queues.flatMap((_, guard) => (keptFree[guard]! > 0 ? [{ guard, agents: keptFree[guard]! + 1 }] : []))
      : [],
    members,
  };
}

function choiceOf(choice: 'longest-idle' | 'most-idle' | 'least-cost' | 'as-listed' | undefined): AgentChoice {
  if (choice === 'least-cost' || choice === 'as-listed') return 'in-order';
  return choice ?? 'longest-idle';
}
