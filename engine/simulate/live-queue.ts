import { erlangAKernel, freeAgentOdds, QUEUE_METRIC as M } from '../queueing';
import { STREAM_COUNT } from './flow-records';
import { add, type FlowRun, streamRow } from './flow-run';
import { fluidLag, LAG } from './fluid-lag';
import { GAVE_UP, giveUp } from './returning-customers';
import type { Neighbor } from './service-order';

/** Work of lower priority matters while fewer than this many roots of the load are free of it. */
const ROOTS_APART = 3.5;
/** With so many roots of the load free somebody always is: all agents are busy less than once in 10^12. */
const ROOTS_OF_CERTAINTY = 7;
/** Where hardly anybody waits on a busy day, nobody does on a quiet one. */
const HARDLY = 1e-5;
/** A chance of waiting below this is taken as the first term of its series. */
const RARE = 1e-12;
/** Queues that can exchange this many roots of their load in agents wait as one. */
const ROOTS_TO_POOL = 2;
/** A day's variation below this changes nothing to see. */
const STEADY = 0.01;
/** Agents with chats in hand are out of reach of calls, up to this part of them. */
const MOST_BLOCKED = 0.7;

/** Work that is still without an agent below this part of it is rounding. */
const NOTHING_LEFT = 1e-13;

/** The pool in which a queue waits, in agents at full speed. */
const POOL = { agents: 0, others: 0, above: 0, below: 0, alone: 0, reserve: 0, spread: 0 };
/** What becomes of the queue's contacts: shares of offered who give up, and of answered who are late; seconds waited by the answered. */
const FATE = { lost: 0, late: 0, wait: 0 };

/**
 * What becomes of a real-time queue's contacts with the agents whom it reaches.
 *
 * The queue waits in a pool with those queues of its priority with which it can exchange agents: wholly where the agents
 * whom both have of shared teams are twice the root of their load, in part where they are fewer. Work of higher priority
 * keeps its agents; whoever waits in the pool is of this priority, so waits are longer by agents over agents left, and all
 * who give up are of it. Work of lower priority isn't broken off: a contact waits as often as all agents are busy with
 * anything, and then only behind its own. Erlang A gives the rest, at the rate that the queue's past leaves it with
 * (`fluidLag`), on a busy and on a quiet day, one standard deviation of the day's rate above and below its forecast.
 *
 * Source: priorities and pools after Gans, Koole & Mandelbaum, M&SOM 5 (2003), section 5, in the mean; exchange after
 * Gurvich & Whitt, M&SOM 11 (2009). Cost: two Erlang A, and two where work of lower priority is near.
 */
export function serveLive(run: FlowRun, at: number, t: number, neighbors: readonly Neighbor[]): void {
  const { network, records, view, hours, own, facts } = run;
  const offered = view.offered[at]!;
  const stream = run.streamOf[at]!;
  const handle = run.handleHours[stream]! * 3600;
  const patience = run.patience[stream]!;
  const open = run.openNow[stream]!;
  const seconds = hours * 3600 * open;
  const agents = own.agents[at]!;
  fluidLag(run.inSystem[at]!, offered / seconds, agents, handle, patience, seconds, run.lag);
  run.inSystem[at] = open < 1 ? 0 : run.lag[LAG.end]!;
  const load = run.lag[LAG.rate]! * handle;
  findPool(run, at, neighbors);
  const threshold = facts.threshold[stream]!;
  const variation = facts.dailyVariation[stream]!;
  const swing = load > 0 ? Math.min(0.9, POOL.spread / (load + POOL.others)) : 0;
  let lost: number;
  let late: number;
  let wait: number;
  if (swing < STEADY) {
    settle(run, at, load, 1, handle, patience, threshold);
    ({ lost, late, wait } = FATE);
  } else {
    // Busy days have more of the contacts.
    const busy = (1 + Math.min(0.9, variation)) / 2;
    settle(run, at, load, 1 + swing, handle, patience, threshold);
    lost = busy * FATE.lost;
    late = busy * (1 - FATE.lost) * FATE.late;
    wait = busy * (1 - FATE.lost) * FATE.wait;
    if (FATE.late + FATE.lost > HARDLY) settle(run, at, load, 1 - swing, handle, patience, threshold);
    lost += (1 - busy) * FATE.lost;
    late += (1 - busy) * (1 - FATE.lost) * FATE.late;
    wait += (1 - busy) * (1 - FATE.lost) * FATE.wait;
    late = lost < 1 ? late / (1 - lost) : 1;
    wait = lost < 1 ? wait / (1 - lost) : patience;
  }
  const abandoned = offered * lost;
  const answered = offered - abandoned;
  // A promise about abandonment is kept by answering at all.
  const kept = facts.keptByAnswering[stream] === 1 ? answered : answered * Math.min(1, Math.max(0, 1 - late));
  const work = Math.min(agents * hours, (answered * handle) / 3600);
  use(run, at, agents > 0 ? work / (agents * hours) : 0);
  run.slack[at] = Math.max(0, run.sharing.need[at]! - work / hours);
  giveUp(run.returning, stream, abandoned, run.routes);
  const row = streamRow(records, stream, network.dayOf[t]!);
  const { streams } = records;
  add(streams, row + STREAM_COUNT.answered, answered);
  add(streams, row + STREAM_COUNT.answeredLive, answered);
  add(streams, row + STREAM_COUNT.abandoned, abandoned);
  add(streams, row + STREAM_COUNT.lost, run.routes[GAVE_UP.lost]!);
  add(streams, row + STREAM_COUNT.hopsOut, run.routes[GAVE_UP.hopped]!);
  add(streams, row + STREAM_COUNT.judged, offered);
  add(streams, row + STREAM_COUNT.withinTarget, kept);
  add(streams, row + STREAM_COUNT.waited, answered > 0 ? answered * wait : 0);
  view.poolAgents[at] = POOL.agents;
  view.poolRate[at] = (load + POOL.others + POOL.above) / handle;
  view.serviceLevel[at] = kept / offered;
}

/** A queue and its neighbors, as far as they can exchange agents. */
function findPool({ own, sharing }: FlowRun, at: number, neighbors: readonly Neighbor[]): void {
  let agents = own.agents[at]!;
  let above = own.above[at]!;
  let below = own.below[at]!;
  let reserve = own.reserve[at]!;
  let blocked = own.blocked[at]!;
  let spread = own.spread[at]! ** 2;
  let others = 0;
  for (let i = 0; i < neighbors.length; i++) {
    const { queue, own: here, others: there } = neighbors[i]!;
    if (own.load[queue]! <= 0 || own.agents[queue]! <= 0) continue;
    let exchanged = 0;
    for (let edge = 0; edge < here.length; edge++) {
      exchanged += 2 * Math.min(sharing.given[here[edge]!]!, sharing.given[there[edge]!]!);
    }
    const tied = Math.min(1, exchanged / (ROOTS_TO_POOL * Math.sqrt(own.load[at]! + own.load[queue]!)));
    agents += tied * own.agents[queue]!;
    above += tied * own.above[queue]!;
    below += tied * own.below[queue]!;
    reserve += tied * own.reserve[queue]!;
    blocked += tied * own.blocked[queue]!;
    others += tied * own.load[queue]!;
    spread += (tied * own.spread[queue]!) ** 2;
  }
  POOL.agents = agents + above - Math.min(blocked, MOST_BLOCKED * agents);
  POOL.alone = own.alone[at]!;
  POOL.others = others;
  POOL.above = above;
  POOL.below = below;
  POOL.reserve = reserve;
  POOL.spread = Math.sqrt(spread);
}

/** The fate of a queue's contacts on a day that is busier than its forecast by a factor. */
function settle(
  run: FlowRun,
  at: number,
  forecast: number,
  factor: number,
  handle: number,
  patience: number,
  threshold: number,
): void {
  const { figures } = run;
  const load = (forecast + POOL.others) * factor;
  const all = load + POOL.above;
  const left = POOL.agents - POOL.above;
  const crowd = left > 0 ? POOL.agents / left : 1;
  if (POOL.agents - all - POOL.below - POOL.reserve > ROOTS_OF_CERTAINTY * Math.sqrt(all + POOL.below)) {
    FATE.lost = 0;
    FATE.late = 0;
    FATE.wait = 0;
    return;
  }
  erlangAKernel(all / handle, handle, POOL.agents, patience, threshold / crowd, figures);
  let lost = figures[M.abandonment]! * (load > 0 ? all / load : 1);
  let late = figures[M.abandonment]! < 1 ? 1 - figures[M.serviceLevel]! / (1 - figures[M.abandonment]!) : 1;
  let wait = figures[M.asa]! * crowd;
  const often = figures[M.waitProbability]!;
  const now = chanceToWait(run, at, all, handle, patience, threshold, often);
  if (now > often && often > RARE) {
    late *= now / often;
    lost *= now / often;
    wait *= now / often;
  } else if (now > often) {
    // Behind its own alone: gone as fast as agents come free beyond what arrives.
    const free = (POOL.agents - all) / handle;
    late = now * Math.exp(-free * threshold);
    lost = now / (1 + free * patience);
    wait = now / (free + 1 / patience);
  }
  FATE.lost = Math.min(1, lost);
  FATE.late = Math.min(1, Math.max(0, late));
  FATE.wait = wait;
}

/** How often all agents are busy, with work of lower priority too, none of which is broken off. */
function chanceToWait(
  run: FlowRun,
  at: number,
  all: number,
  handle: number,
  patience: number,
  threshold: number,
  often: number,
): number {
  let now = often;
  const apart = ROOTS_APART * Math.sqrt(all + POOL.below);
  if (POOL.below > 0 && POOL.agents - all - POOL.below < apart) {
    // Agents whom work of lower priority doesn't reach take what they can; the rest waits where both meet.
    const load = run.own.load[at]!;
    const full = POOL.alone > 0 ? 1 / (1 + freeAgentOdds(POOL.alone, load)) : 1;
    const met = Math.max(0, all - load * (1 - full));
    const agents = Math.max(1e-9, POOL.agents - POOL.alone);
    erlangAKernel((met + POOL.below) / handle, handle, agents, patience, threshold, run.crowd);
    now = Math.max(often, run.crowd[M.waitProbability]! * full);
  }
  const backlogged = run.own.backlogged[at]!;
  if (backlogged > 0 && POOL.agents > 0 && POOL.agents - all - POOL.reserve < apart) {
    now += backlogged * Math.max(0, waitBehindReserve(POOL.agents, all, POOL.reserve, often) - now);
  }
  return now;
}

/**
 * How often all agents are busy when waiting work takes whoever is free beyond a reserve: fewer free agents than that
 * alone are possible, and among those states the odds are the queue's own.
 */
function waitBehindReserve(agents: number, load: number, reserve: number, often: number): number {
  // Odds of one free agent, two … against none; a reserve between whole numbers takes a part of the last.
  let below = 0;
  let term = 1;
  for (let free = 0; free < reserve && free < agents; free++) {
    term *= (agents - free) / load;
    below += term * Math.min(1, reserve - free);
  }
  const odds = freeAgentOdds(agents, load);
  const busy = odds < 1e12 && often < 1 ? (odds * often) / (1 - often) : 1 / Math.max(0.02, 1 - load / agents);
  return busy / (below + busy);
}

/**
 * Puts a queue's work on its agents. Contacts go to whoever has been free longest, so most go where most are free once
 * work of lower priority is done too.
 */
function use(run: FlowRun, at: number, part: number): void {
  const { network, sharing, fresh } = run;
  const { queueEdges, edgeTeam, edgeSpeed } = network;
  const last = queueEdges[at + 1]!;
  const first = queueEdges[at]!;
  if (last - first === 1) {
    fresh[first] = sharing.given[first]! * part;
    return;
  }
  const whole = run.own.agents[at]! * part;
  let rest = whole;
  const free = run.perEdge;
  for (let edge = first; edge < last; edge++) fresh[edge] = 0;
  // What a team can't take goes to the others; after a few rounds evenly.
  for (let round = 0; round < 3 && rest > NOTHING_LEFT * whole; round++) {
    let all = 0;
    for (let edge = first; edge < last; edge++) {
      free[edge] = freeOn(run, edge, round);
      all += free[edge]!;
    }
    if (all <= 0) return;
    const rate = Math.min(1, rest / all);
    for (let edge = first; edge < last; edge++) {
      const speed = edgeSpeed[edge]! * sharing.speed[edgeTeam[edge]!]!;
      if (speed <= 0) continue;
      const more = Math.min(sharing.given[edge]! - fresh[edge]!, (free[edge]! * rate) / speed);
      fresh[edge] = fresh[edge]! + more;
      rest -= more * speed;
    }
  }
}

/** Output of a membership's agents who are free beside their other work; in the last round of all who are left. */
function freeOn(run: FlowRun, edge: number, round: number): number {
  const { network, sharing, asked, fresh } = run;
  const given = sharing.given[edge]!;
  if (given <= 0) return 0;
  const team = network.edgeTeam[edge]!;
  const speed = network.edgeSpeed[edge]! * sharing.speed[team]!;
  const several = run.facts.concurrency[run.streamOf[network.edgeQueue[edge]!]!]!;
  const wanted = asked[team]! + (several > 1 ? run.askedInHand[team]! / several : 0);
  const others = round < 2 ? (wanted * given) / sharing.left[team]! : 0;
  const room = given - fresh[edge]!;
  return Math.max(0.02 * room, room - others) * speed;
}
