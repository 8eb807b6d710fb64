import type { Factors } from '../disruption';
import type { FlowRun } from './flow-run';
import type { Island } from './islands';
import { stepsGained } from './service-orders';

/**
 * The days on which an island differs from the undisturbed plan by itself, not as an aftermath: 1 where it does.
 *
 * Looks at all that `flow` takes from modifiers: agents, speed, routes, contacts, handle time, closed lines, priority.
 * Cost: its modifiers × the intervals between their first and last.
 */
export function touchedDays(run: FlowRun, { streams, teams, edges }: Island, end: number): Uint8Array {
  const { network, arriving, routeOpen } = run;
  const { grid, dayOf } = network;
  const touched = new Uint8Array(end);
  const modifiers = run.modifiers!;
  const stop = Math.min(grid.dayStarts[end]!, grid.intervals);
  const mark = (from: number, to: number, differs: (t: number) => boolean) => {
    for (let t = from; t < to; t++) {
      const day = dayOf[t]!;
      // One interval makes a day; the rest of it need not be looked at.
      if (touched[day] === 1 || differs(t)) {
        touched[day] = 1;
        t = grid.dayStarts[day + 1]! - 1;
      }
    }
  };
  const to = Math.min(stop, modifiers.to);
  const other = (factors: Factors | undefined, usual: number) => {
    if (factors) mark(modifiers.from, to, (t) => factors[t] !== usual);
  };
  for (const team of teams) {
    other(modifiers.seats[team], 1);
    other(modifiers.people[team], 1);
    other(modifiers.teamHandleTime[team], 1);
  }
  for (const edge of edges) {
    const open = routeOpen[edge];
    if (open) mark(modifiers.from, to, (t) => open[t] !== 1);
  }
  for (const stream of streams) {
    other(modifiers.handleTime[stream], 1);
    other(modifiers.closed[stream], 0);
    const gained = modifiers.priority[stream];
    if (gained) mark(modifiers.from, to, (t) => stepsGained(gained, t) !== 0);
    // Contacts may come back after all else is over.
    const planned = network.arrivals[stream]!.contacts;
    const come = arriving.contacts[stream]!;
    if (come !== planned) mark(modifiers.from, stop, (t) => come[t] !== planned[t]);
    const gone = arriving.turnedAway[stream];
    if (gone) mark(modifiers.from, stop, (t) => gone[t] !== 0);
  }
  return touched;
}
