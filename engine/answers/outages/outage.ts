import { dayNumber } from '../../calendar';
import { type Modifiers, noModifiers } from '../../disruption';
import { DIMENSIONS, type Dimension, membersOf } from '../../footprint';
import type { Plan } from '../../plan';
import { concentration } from '../../risk';
import { type Network, runDisturbed } from '../../simulate';
import { InputFault, issue } from '../../units';
import { impactReport } from '../impact-report';
import type { PreparedPlan } from '../prepared-plan';
import { Recent } from '../recent';
import type { Impact } from '../results';
import { runResult } from '../run-result';

/** Days looked at after an outage ends, for backlog and redials to clear. */
const AFTERMATH_DAYS = 28;

export interface OutageOptions {
  /** First day of every outage; when not given, the first of the busiest week that leaves time for the longest recovery. */
  readonly startDate?: string | undefined;
  /** Which nodes; all of them when not given. */
  readonly dimensions?: readonly Dimension[] | undefined;
}

/** A part of the footprint that can fail as one. */
export interface OutageNode {
  readonly dimension: Dimension;
  readonly member: string;
  readonly label: string;
  /** Share of productive hours over the horizon. */
  readonly share: number;
  /** Recovery time that the plan's policies name for its kind. */
  readonly days: number;
  /** By team: whether its people are gone. */
  readonly out: readonly boolean[];
}

/** Every node of the footprint, kinds of site left out, since they don't fail as one. */
export function outageNodes(
  { plan, network, base }: PreparedPlan,
  dimensions: readonly Dimension[] = DIMENSIONS,
): OutageNode[] {
  const { origins } = network;
  const hours = base.teams.map((team) => team.total.productiveHours);
  return concentration(plan, origins, hours)
    .filter(({ dimension }) => dimensions.includes(dimension) && dimension !== 'kind')
    .flatMap(({ dimension, members }) =>
      members.map(({ member, label, share }) => ({
        dimension,
        member,
        label,
        share,
        // By the plan asked about: its network may be that of one with other policies.
        days: recoveryDays(plan, dimension),
        out: origins.map((origin) => membersOf(origin, dimension).includes(member)),
      })),
    );
}

/** The plan's day on which outages start, counted from its first. */
export function outageStart({ plan, network, base }: PreparedPlan, startDate: string | undefined): number {
  const { grid, days } = network;
  if (startDate === undefined) {
    // An outage that the plan's end cuts short would look as mild as a short one.
    const { site, metro, country, provider, platform } = plan.policies.recoveryDays;
    const room = Math.floor((days.length - Math.max(site, metro, country, provider, platform)) / 7);
    return busiestWeek(base.weekly.handlingHours.subarray(0, Math.max(1, room + 1))) * 7;
  }
  const startDay = dayNumber(startDate, 'startDate') - grid.startDay;
  if (startDay >= 0 && startDay < days.length) return startDay;
  throw new InputFault([
    issue('sweep.start', 'startDate', startDate, `a day of the plan, ${days[0]} to ${days.at(-1)}`),
  ]);
}

/**
 * What the plan loses when some nodes fail on one day, each for its own recovery time.
 *
 * Their people are gone all at once and nobody works from home; contacts are re-routed where routing allows. Runs until
 * four weeks past the longest outage. Cost: a run of flow over those weeks.
 */
export function withoutNodes(ready: PreparedPlan, nodes: readonly OutageNode[], startDay: number): NodesOut {
  const named = nodes.map(({ dimension, member, days }) => [dimension, member, days]);
  return known.of(`${ready.groundKey} ${startDay} ${JSON.stringify(named)}`, () => runWithout(ready, nodes, startDay));
}

interface NodesOut {
  readonly impact: Impact;
  readonly lookedAtDays: number;
}

/** Outages by footprint, nodes and day: single ones serve the sweep and the pairs, and all of them an undo. */
const known = new Recent<NodesOut>(2048);

function runWithout(ready: PreparedPlan, nodes: readonly OutageNode[], startDay: number): NodesOut {
  const { network, base, undisturbed } = ready;
  const lastDay = lastDayOf(network, nodes, startDay);
  const modifiers = removal(network, nodes, startDay);
  const { records } = runDisturbed(network, undisturbed, modifiers, { lastWeek: Math.floor(lastDay / 7) });
  const hit = runResult(network, records, modifiers);
  const facts = { days: network.days, currency: network.plan.currency, startDay, lastDay };
  return { impact: impactReport(facts, base.daily, hit.daily), lookedAtDays: lastDay - startDay + 1 };
}

/** Last day looked at: four weeks past the longest outage, or the plan's last. */
function lastDayOf(network: Network, nodes: readonly OutageNode[], startDay: number): number {
  const longest = Math.max(...nodes.map(({ days }) => days));
  return Math.min(network.days.length - 1, startDay + Math.ceil(longest) + AFTERMATH_DAYS);
}

/** What takes the people of some nodes away, each for its recovery time from a day on. */
export function removal(network: Network, nodes: readonly OutageNode[], startDay: number): Modifiers {
  const { grid, plan, origins } = network;
  const spans = nodes.map(({ days }) => {
    const length = Math.max(1, Math.round((days * 1440) / grid.intervalMinutes));
    const from = days < 1 ? busiestStart(network, startDay, length) : grid.dayStarts[startDay]!;
    return { from, to: Math.min(grid.intervals, from + length) };
  });
  const people = origins.map((_, team) => {
    const away = spans.filter((_, node) => nodes[node]!.out[team]);
    if (away.length === 0) return null;
    const there = new Float32Array(grid.intervals).fill(1);
    for (const { from, to } of away) there.fill(0, from, to);
    return there;
  });
  const from = Math.min(...spans.map((span) => span.from));
  const to = Math.max(...spans.map((span) => span.to));
  return { ...noModifiers(plan, grid), from, to, people };
}

/** Outages shorter than a day begin when they hurt most: where the day's contacts over their length are highest. */
function busiestStart(network: Network, day: number, length: number): number {
  const { grid, arrivals, handleHours } = network;
  const first = grid.dayStarts[day]!;
  const last = Math.max(first, grid.dayStarts[day + 1]! - length);
  let best = first;
  let most = -1;
  for (let start = first; start <= last; start++) {
    let work = 0;
    arrivals.forEach(({ contacts, handleFactor }, stream) => {
      for (let t = start; t < start + length; t++) {
        work += (contacts[t] ?? 0) * handleHours[stream]! * (handleFactor?.[t] ?? 1);
      }
    });
    if (work > most) {
      most = work;
      best = start;
    }
  }
  return best;
}

function recoveryDays(plan: Plan, dimension: Dimension): number {
  const days = plan.policies.recoveryDays;
  switch (dimension) {
    case 'provider':
    case 'parent':
      return days.provider;
    case 'country':
      return days.country;
    case 'metro':
      return days.metro;
    case 'platform':
      return days.platform;
    default:
      return days.site;
  }
}

/** The week with the most work; ties go to the earlier. */
function busiestWeek(handlingHours: Float64Array): number {
  let best = 0;
  for (let week = 1; week < handlingHours.length; week++) {
    if (handlingHours[week]! > handlingHours[best]!) best = week;
  }
  return best;
}

/** Worst first: by contacts lost, then by backlog; of those alike (both may go on to the plan's end) the longer, then the larger. */
export function byLoss(
  a: { readonly node: OutageNode; readonly impact: Impact },
  b: { readonly node: OutageNode; readonly impact: Impact },
): number {
  return (
    b.impact.contactsLost - a.impact.contactsLost ||
    b.impact.backlogPeak - a.impact.backlogPeak ||
    b.node.days - a.node.days ||
    b.node.share - a.node.share
  );
}

/** Whether whatever fails with the one fails with the other, for as long. */
export function isWithin(inner: OutageNode, outer: OutageNode): boolean {
  return inner.days <= outer.days && inner.out.every((isOut, team) => !isOut || outer.out[team]);
}
