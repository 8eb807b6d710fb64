import { offerContacts } from './flow-demand';
import { closeDay, countHours } from './flow-hours';
import type { FlowRun } from './flow-run';
import { serveQueues } from './flow-service';
import { closeRoutes, takeStock } from './flow-supply';
import type { Island } from './islands';

/** Runs an island through an interval; the last one before `end` closes its day. */
export function stepIsland(run: FlowRun, at: number, t: number, end: number): void {
  const { dayOf, islands } = run.network;
  const island = islands[at]!;
  takeStock(run, island.teams, t);
  closeRoutes(run, island.edges, t);
  offerContacts(run, island, t);
  serveQueues(run, at, t);
  countHours(run, island, t);
  if (t + 1 === end || dayOf[t + 1] !== dayOf[t]) closeDay(run, island, dayOf[t]!);
}

/** Notes who is still on the way back when the horizon ends. */
export function notePending({ returning, records }: FlowRun, { streams }: Island): void {
  for (const stream of streams) {
    records.redialsPending[stream] = 0;
    records.hopsPending[stream] = 0;
    for (let row = stream; row < returning.redials.length; row += returning.streams) {
      records.redialsPending[stream]! += returning.redials[row]!;
      records.hopsPending[stream]! += returning.hops[row]!;
    }
  }
}
