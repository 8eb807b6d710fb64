import type { FlowRun } from './flow-run';

/** How late chats fill hands as agents become fewer: fitted to `contacts` on calls beside messages, 1.2 to 1.5 do as well. */
const PACKING = 4 / 3;

/**
 * What a queue has of its teams: agents, and its part of what those teams do for others. At full speed, in agents.
 *
 * `given` is what sharing gave it of what is left; of a team's other duties it bears the same part.
 */
export function measureParts(run: FlowRun, at: number, concurrency: number): void {
  const { network, sharing, taken, asked, askedInHand, own } = run;
  const { queueEdges, edgeTeam, edgeSpeed } = network;
  let agents = 0;
  let above = 0;
  let below = 0;
  let reserve = 0;
  let backlogged = 0;
  let blocked = 0;
  let alone = 0;
  for (let edge = queueEdges[at]!; edge < queueEdges[at + 1]!; edge++) {
    const given = sharing.given[edge]!;
    if (given <= 0) continue;
    const team = edgeTeam[edge]!;
    const speed = edgeSpeed[edge]! * sharing.speed[team]!;
    const share = (given / sharing.left[team]!) * speed;
    agents += given * speed;
    above += taken[team]! * share;
    if (concurrency > 1) below += (asked[team]! + askedInHand[team]! / concurrency) * share;
    else {
      below += asked[team]! * share;
      blocked += handsFull(run, team) * share;
    }
    if (asked[team]! <= 0 && askedInHand[team]! <= 0) alone += given * speed;
    reserve += run.reserve[team]! * share;
    backlogged += run.backlogged[team]! * given * speed;
  }
  const stream = run.streamOf[at]!;
  const load = (run.view.offered[at]! * run.handleHours[stream]!) / (run.hours * run.openNow[stream]!);
  own.agents[at] = agents;
  own.above[at] = above;
  own.below[at] = below;
  own.reserve[at] = reserve;
  own.blocked[at] = blocked;
  own.alone[at] = alone;
  own.backlogged[at] = agents > 0 ? backlogged / agents : 0;
  own.load[at] = load;
  own.spread[at] = load * run.facts.dailyVariation[stream]!;
}

/** Agents whom chats keep from calls: one chat an agent while many are free, as many as fit when all are busy. */
function handsFull({ askedInHand, askedPacked, taken, asked, sharing }: FlowRun, team: number): number {
  const spread = askedInHand[team]!;
  if (spread <= 0) return 0;
  const agents = sharing.agents[team]!;
  const full = Math.min(1, (taken[team]! + asked[team]! + spread) / agents);
  return spread + (askedPacked[team]! - spread) * full ** PACKING;
}
