import type { Modifiers } from '../disruption';
import { type BaseRun, clearDay, copyRecords, leave, resume, sameState } from './flow-checkpoint';
import { EDGE_COUNTS, type FlowRecords, STREAM_COUNTS } from './flow-records';
import { type FlowRun, startRun } from './flow-run';
import { stepIsland } from './flow-step';
import type { Island } from './islands';
import type { Network } from './network';

/** Intervals in which something is different, and the teams that it reaches. */
export interface Felt {
  readonly from: number;
  readonly to: number;
  readonly teams: readonly number[];
}

/** Days on end in which an island differs from the undisturbed plan, and which of what was felt makes it differ. */
export interface Spell {
  /** Place of the island in the network's list. */
  readonly island: number;
  readonly fromDay: number;
  /** The day, exclusive, on which everything is as undisturbed again. */
  readonly toDay: number;
  /** First day whose records may differ: contacts that waited longer may have arrived before the spell. */
  readonly recordsFrom: number;
  /** Places in the list of what is felt. */
  readonly felt: readonly number[];
}

/**
 * A plan's run made ready for many years of many short disruptions.
 *
 * Made once for a plan and its modifiers, whose factors on people and seats are then changed in place year by year;
 * factors on demand, routes and priorities are read when it is made. Lives as long as its owner keeps it.
 */
export interface SpellRun {
  readonly run: FlowRun;
  readonly base: BaseRun;
}

export function startSpells(network: Network, base: BaseRun, modifiers: Modifiers): SpellRun {
  return { run: startRun(network, modifiers, copyRecords(base.records)), base };
}

/**
 * Runs the days in which anything is different, spell by spell, and leaves out those between.
 *
 * In each island that it reaches a spell begins on the day on which something is felt and ends at the first day's start at which
 * nothing is felt and backlog, queues and redials have returned to the base's; what is felt meanwhile belongs to it. Inside
 * spells the records are those of `runFlow` under the same modifiers, to floating-point noise, and elsewhere the base's. `read`
 * sees the spells and the records before those are put back.
 *
 * Use for years of many events apart in time; `runDisturbed` for one disruption. What is felt is sorted by its beginning.
 * Cost: the days of the spells × the islands' part of the plan.
 */
export function runSpells(
  { run, base }: SpellRun,
  felt: readonly Felt[],
  read: (spells: readonly Spell[], records: FlowRecords) => void,
): void {
  const { islands, duty } = run.network;
  const islandOf = new Uint16Array(duty.onDuty.length);
  islands.forEach(({ teams }, island) => {
    for (const team of teams) islandOf[team] = island;
  });
  const spells = islands.flatMap((_, island) => {
    const here = felt.flatMap(({ teams }, at) => (teams.some((team) => islandOf[team] === island) ? [at] : []));
    return spellsOf(run, base, island, felt, here);
  });
  read(spells, run.records);
  for (const spell of spells) restore(run, base.records, islands[spell.island]!, spell);
}

function spellsOf(run: FlowRun, base: BaseRun, at: number, felt: readonly Felt[], here: readonly number[]): Spell[] {
  const { grid, islands, dayOf, days } = run.network;
  const island = islands[at]!;
  const spells: Spell[] = [];
  if (island.streams.length === 0) return spells;
  let next = 0;
  while (next < here.length) {
    const fromDay = dayOf[felt[here[next]!]!.from]!;
    const members: number[] = [];
    let until = 0;
    let day = fromDay;
    resume(run, base, island, day);
    while (day < days.length) {
      const stop = grid.dayStarts[day + 1]!;
      while (next < here.length && felt[here[next]!]!.from < stop) {
        until = Math.max(until, felt[here[next]!]!.to);
        members.push(here[next++]!);
      }
      clearDay(run, island, day);
      for (let t = grid.dayStarts[day]!; t < stop; t++) stepIsland(run, at, t, stop);
      day++;
      const isNext = next < here.length && felt[here[next]!]!.from < (grid.dayStarts[day + 1] ?? 0);
      if (day < days.length && !isNext && stop >= until && sameState(run, base.checkpoints[day]!, island, stop)) break;
    }
    if (day < days.length) leave(run, base, island, day);
    const recordsFrom = Math.min(base.checkpoints[fromDay]!.openDay, fromDay);
    spells.push({ island: at, fromDay, toDay: day, recordsFrom, felt: members });
  }
  return spells;
}

/** Puts the base's records of an island back into the days of a spell. */
function restore({ network, records }: FlowRun, base: FlowRecords, island: Island, spell: Spell): void {
  const days = spell.toDay - spell.recordsFrom;
  const copy = (to: Float64Array, from: Float64Array, start: number, length: number) =>
    to.set(from.subarray(start, start + length), start);
  for (const stream of island.streams) {
    const row = stream * records.days + spell.recordsFrom;
    copy(records.streams, base.streams, row * STREAM_COUNTS, days * STREAM_COUNTS);
  }
  for (const team of island.teams)
    copy(records.teamHours, base.teamHours, team * records.days + spell.recordsFrom, days);
  const fromWeek = Math.floor(spell.fromDay / 7);
  const weeks = Math.min(network.grid.weeks, Math.ceil(spell.toDay / 7)) - fromWeek;
  for (const edge of island.edges) {
    copy(records.edges, base.edges, (edge * records.weeks + fromWeek) * EDGE_COUNTS, weeks * EDGE_COUNTS);
  }
}
