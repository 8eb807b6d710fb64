import { erlangAKernel, freeAgentOdds, QUEUE_METRIC as M, USUAL_TARGET_SECONDS } from '../queueing';
import { STREAM_COUNT } from './flow-records';
import { add, type FlowRun, streamRow } from './flow-run';
import { fluidLag, LAG } from './fluid-lag';
import { GAVE_UP, giveUp } from './returning-customers';

/** Work of lower priority matters while fewer than this many roots of the load are free of it. */
const ROOTS_APART = 3.5;
/** A chance of waiting below this is taken as the first term of its series. */
const RARE = 1e-12;

/** What a queue's agents do besides: by how much they are shared, and for whom. At full speed, in agents. */
interface Pool {
  /** Agents of the pool, the queue's own part of them, and their output. */
  agents: number;
  part: number;
  /** Agents at work for queues served before, and wanted by queues served after. */
  above: number;
  below: number;
  /** Agents whom waiting work leaves free, and the part of the interval in which there is such work. */
  reserve: number;
  backlogged: number;
}

const POOL: Pool = { agents: 0, part: 1, above: 0, below: 0, reserve: 0, backlogged: 0 };

/**
 * What becomes of a real-time queue's contacts with the agents whom it reaches.
 *
 * The queue waits in a pool: its agents' time that queues of its own priority share is theirs together, so the pool is
 * as many times larger as the queue's part of that time is smaller. Work of higher priority keeps its agents; whoever
 * waits in the pool is of this priority, so waits are longer by agents over agents left, and all who give up are of it.
 * Work of lower priority isn't broken off: a contact waits as often as all agents are busy with anything, and then only
 * behind its own. Erlang A gives the rest, at the rate that the queue's past leaves it with (`fluidLag`).
 *
 * Source: pool of two classes after Gans, Koole & Mandelbaum, M&SOM 5 (2003), section 5, in the mean. Cost: one or two Erlang A.
 */
export function serveLive(run: FlowRun, at: number, t: number): void {
  const { network, records, view, figures, hours } = run;
  const offered = view.offered[at]!;
  const stream = network.queues[at]!.stream;
  const definition = network.plan.streams[stream]!;
  const { target } = definition;
  const handle = run.handleHours[stream]! * 3600;
  const patience = run.patience[stream]!;
  const open = network.arrivals[stream]!.open[t]! || 1;
  const seconds = hours * 3600 * open;
  const agents = reach(run, at);
  fluidLag(run.inSystem[at]!, offered / seconds, agents, handle, patience, seconds, run.lag);
  run.inSystem[at] = open < 1 ? 0 : run.lag[LAG.end]!;
  const load = (run.lag[LAG.rate]! * handle) / POOL.part;
  const all = load + POOL.above;
  const threshold = target.kind === 'answer-within' ? target.seconds : USUAL_TARGET_SECONDS;
  const crowd = agents > 0 ? POOL.agents / (POOL.agents - POOL.above) : 1;
  erlangAKernel(all / handle, handle, POOL.agents, patience, threshold / crowd, figures);
  view.poolAgents[at] = POOL.agents;
  view.poolRate[at] = all / handle;
  let lost = figures[M.abandonment]! * (load > 0 ? all / load : 1);
  let late = 1 - figures[M.serviceLevel]! / (1 - figures[M.abandonment]!);
  let wait = figures[M.asa]! * crowd;
  if (!(figures[M.abandonment]! < 1)) late = 1;
  const often = figures[M.waitProbability]!;
  const now = chanceToWait(run, all, handle, patience, threshold, often);
  if (now > often) {
    if (often > RARE) {
      late = Math.min(1, (late * now) / often);
      lost *= now / often;
      wait *= now / often;
    } else {
      // Behind its own alone: gone as fast as agents come free beyond what arrives.
      const free = (POOL.agents - all) / handle;
      late = now * Math.exp(-free * threshold);
      lost = now / (1 + free * patience);
      wait = now / (free + 1 / patience);
    }
  }
  lost = Math.min(1, lost);
  const abandoned = offered * lost;
  const answered = offered - abandoned;
  // A promise about abandonment is kept by answering at all.
  const kept = target.kind === 'abandonment' ? answered : answered * Math.min(1, Math.max(0, 1 - late));
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
  add(streams, row + STREAM_COUNT.handlingHours, work);
  view.serviceLevel[at] = kept / offered;
}

/** How often all agents are busy, with work of lower priority too, none of which is broken off. */
function chanceToWait(
  run: FlowRun,
  all: number,
  handle: number,
  patience: number,
  threshold: number,
  often: number,
): number {
  let now = often;
  const apart = ROOTS_APART * Math.sqrt(all + POOL.below);
  if (POOL.below > 0 && POOL.agents - all - POOL.below < apart) {
    erlangAKernel((all + POOL.below) / handle, handle, POOL.agents, patience, threshold, run.crowd);
    now = Math.max(often, run.crowd[M.waitProbability]!);
  }
  if (POOL.backlogged > 0 && POOL.agents > 0 && POOL.agents - all - POOL.reserve < apart) {
    now += POOL.backlogged * Math.max(0, waitBehindReserve(POOL.agents, all, POOL.reserve, often) - now);
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

/** Agents whom a queue has to itself, in the mean, and the pool that they are part of. */
function reach(run: FlowRun, at: number): number {
  const { network, sharing, taken, asked } = run;
  const { queueEdges, edgeTeam, edgeSpeed } = network;
  let agents = 0;
  let own = 0;
  let above = 0;
  let below = 0;
  let reserve = 0;
  let backlogged = 0;
  for (let edge = queueEdges[at]!; edge < queueEdges[at + 1]!; edge++) {
    const given = sharing.given[edge]!;
    if (given <= 0) continue;
    const team = edgeTeam[edge]!;
    const share = given / sharing.left[team]!;
    const speed = edgeSpeed[edge]! * sharing.speed[team]!;
    agents += given * speed;
    own += given * speed * share;
    above += taken[team]! * speed * share;
    below += asked[team]! * speed * share;
    reserve += run.reserve[team]! * speed * share;
    backlogged += given * speed * run.backlogged[team]!;
  }
  POOL.part = agents > 0 ? own / agents : 1;
  POOL.above = above / POOL.part;
  POOL.below = below / POOL.part;
  POOL.reserve = reserve / POOL.part;
  POOL.backlogged = agents > 0 ? backlogged / agents : 0;
  POOL.agents = agents / POOL.part + POOL.above;
  return agents;
}

function use(run: FlowRun, at: number, part: number): void {
  const { queueEdges } = run.network;
  for (let edge = queueEdges[at]!; edge < queueEdges[at + 1]!; edge++) {
    run.used[edge] = run.sharing.given[edge]! * part;
  }
}
