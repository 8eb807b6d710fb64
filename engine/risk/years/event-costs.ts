import type { HazardEvent, HazardFactors } from '../../disruption';
import { type FlowRecords, runSpells, type Spell } from '../../simulate';
import type { PressureLevel } from './pressure-level';
import { billsOf, COST, FIGURES, type FigureGround, isBelow, lostIn, WEEKS_BELOW } from './risk-figures';
import { addWeeks } from './week-service';

/**
 * What events cost when they come together, a row of figures an event: the disturbed days are run by `flow`.
 *
 * What events that are felt together cost is divided by the agent-hours that each takes; `together` is told who they are. `weeks`, where
 * given, gets what they change of each week's service. Cost: the days of their spells.
 */
export function eventCosts(
  ground: FigureGround,
  factors: HazardFactors,
  level: PressureLevel,
  events: readonly HazardEvent[],
  weeks?: Float64Array,
  together?: (groups: readonly (readonly number[])[]) => void,
): Float64Array {
  const added = new Float64Array(events.length * FIGURES);
  if (events.length === 0) return added;
  const { spells: run, weekly } = level;
  const { islands } = ground.network;
  const felt = factors.fill(events);
  const order = felt.flatMap(({ from, to }, at) => (to > from ? [at] : []));
  order.sort((a, b) => felt[a]!.from - felt[b]!.from || a - b);
  const sorted = order.map((at) => felt[at]!);
  runSpells(run, sorted, (spells, records) => {
    const taken = events.map((event, at) => factors.hoursTaken(event, felt[at]!));
    const share = (members: readonly number[], figure: number, change: number) => {
      const places = members.map((at) => order[at]!);
      const whole = places.reduce((sum, at) => sum + taken[at]!, 0);
      for (const at of places) {
        added[at * FIGURES + figure]! += change * (whole > 0 ? taken[at]! / whole : 1 / places.length);
      }
    };
    const { base } = run;
    /** By island: the day up to which weeks are counted; what waits longer reaches back into the spell before. */
    const counted = new Float64Array(islands.length);
    for (const { island, felt: members, recordsFrom, fromDay, toDay } of spells) {
      for (const stream of islands[island]!.streams) {
        const more = lostIn(records, stream, fromDay, toDay) - lostIn(base.records, stream, fromDay, toDay);
        share(members, 0, more);
        share(members, 1, more * ground.valueOfLost[stream]!);
        if (!weeks) continue;
        const first = Math.max(recordsFrom, counted[island]!);
        addWeeks(weeks, records, stream, first, toDay, 1);
        addWeeks(weeks, base.records, stream, first, toDay, -1);
      }
      counted[island] = toDay;
    }
    for (const [island, { streams }] of islands.entries()) {
      for (const [week, members] of byWeek(spells.filter((spell) => spell.island === island))) {
        const below = (of: FlowRecords) =>
          streams.reduce((sum, stream) => sum + (isBelow(ground, of, stream, week) ? 1 : 0), 0);
        share(members, WEEKS_BELOW, below(records) - below(base.records));
      }
    }
    together?.(groupsOf(spells, events.length).map((group) => group.map((at) => order[at]!)));
    for (const [week, members] of byWeek(spells)) {
      share(members, COST, billsOf(ground, records, week) - weekly[week * FIGURES + COST]!);
    }
  });
  factors.empty();
  return added;
}

/** Groups of what is felt together, whether in one spell or through others; who is felt alone is in none. */
function groupsOf(spells: readonly Spell[], count: number): number[][] {
  const group = Array.from({ length: count }, (_, at) => at);
  for (const { felt } of spells) {
    const joined = new Set(felt.map((at) => group[at]!));
    const first = Math.min(...joined);
    group.forEach((of, at) => {
      if (joined.has(of)) group[at] = first;
    });
  }
  const members = new Map<number, number[]>();
  group.forEach((of, at) => {
    members.set(of, [...(members.get(of) ?? []), at]);
  });
  return [...members.values()].filter((of) => of.length > 1);
}

/** What is felt in each week that spells reach. */
function byWeek(spells: readonly Spell[]): Map<number, number[]> {
  const weeks = new Map<number, Set<number>>();
  for (const { recordsFrom, toDay, felt } of spells) {
    for (let week = Math.floor(recordsFrom / 7); week * 7 < toDay; week++) {
      const here = weeks.get(week) ?? new Set();
      for (const at of felt) here.add(at);
      weeks.set(week, here);
    }
  }
  return new Map([...weeks].map(([week, felt]) => [week, [...felt].sort((a, b) => a - b)]));
}
