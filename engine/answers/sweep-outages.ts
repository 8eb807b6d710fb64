import { dayNumber } from '../calendar';
import { type Modifiers, noModifiers } from '../disruption';
import { DIMENSIONS, type Dimension, membersOf } from '../footprint';
import type { Plan } from '../plan';
import { concentration } from '../risk';
import { type Network, runDisturbed } from '../simulate';
import { checkpoint, InputFault, issue, type RunControl } from '../units';
import { impactReport } from './impact-report';
import { partOf, preparePlan } from './prepared-plan';
import { provenance } from './provenance';
import type { SweepAnswer } from './results';
import { runResult } from './run-result';

/** Days looked at after an outage ends, for backlog and redials to clear. */
const AFTERMATH_DAYS = 28;

export interface SweepOptions {
  /** First day of every outage; the busiest week's first day when not given. */
  readonly startDate?: string | undefined;
  readonly dimensions?: readonly Dimension[] | undefined;
}

/**
 * Takes out every node of the footprint in turn for its recovery time, re-routes, and ranks what is lost.
 *
 * Needs no probabilities: it asks what hurts, not what is likely. A node that is out loses its people for the time that
 * the plan's policies name for its kind, all at once, with nobody working from home; then they are all back.
 *
 * Source: Simchi-Levi et al. (2014, Harvard Business Review 92(1)). Cost: one run over the outage's window a node.
 */
export function sweepOutages(plan: Plan, options: SweepOptions = {}, control?: RunControl): SweepAnswer {
  const ready = preparePlan(plan, partOf(control, 0, 0.1));
  const { network, base } = ready;
  const { grid, origins } = network;
  const startDay =
    options.startDate === undefined
      ? busiestWeek(base.weekly.handlingHours) * 7
      : dayNumber(options.startDate, 'startDate') - grid.startDay;
  if (startDay < 0 || startDay >= network.days.length) {
    throw new InputFault([
      issue(
        'sweep.start',
        'startDate',
        options.startDate,
        `a day of the plan, ${network.days[0]} to ${network.days.at(-1)}`,
      ),
    ]);
  }
  const shares = concentration(
    plan,
    origins,
    base.teams.map((team) => team.total.productiveHours),
  );
  const wanted = options.dimensions ?? DIMENSIONS;
  const nodes = shares
    .filter((entry) => wanted.includes(entry.dimension) && entry.dimension !== 'kind')
    .flatMap((entry) => entry.members.map((member) => ({ dimension: entry.dimension, ...member })));
  const rows = nodes.map((node, at) => {
    checkpoint(control, 0.1 + (0.9 * at) / nodes.length, `without ${node.label}`);
    const days = recoveryDays(plan, node.dimension);
    const lastDay = Math.min(network.days.length - 1, startDay + Math.ceil(days) + AFTERMATH_DAYS);
    const out = origins.map((origin) => membersOf(origin, node.dimension).includes(node.member));
    const modifiers = removal(network, out, startDay, days);
    const lastWeek = Math.floor(lastDay / 7);
    const { records } = runDisturbed(network, ready.undisturbed, modifiers, { lastWeek });
    const hit = runResult(network, records, modifiers);
    const impact = impactReport(
      { days: network.days, currency: plan.currency, startDay, lastDay },
      base.daily,
      hit.daily,
    );
    const lookedAtDays = lastDay - startDay + 1;
    return {
      dimension: node.dimension,
      member: node.member,
      label: node.label,
      days,
      lookedAtDays,
      hoursShare: node.share,
      impact,
    };
  });
  rows.sort((a, b) => b.impact.contactsLost - a.impact.contactsLost || b.impact.backlogPeak - a.impact.backlogPeak);
  checkpoint(control, 1, 'done');
  const method =
    'flow, each node without its people for its recovery time from the busiest week on, contacts re-routed where routing allows';
  return {
    startDate: network.days[startDay]!,
    rows,
    provenance: provenance(method, { planHash: ready.hash }),
  };
}

function removal(network: Network, out: readonly boolean[], startDay: number, days: number): Modifiers {
  const { grid, plan } = network;
  const length = Math.max(1, Math.round((days * 1440) / grid.intervalMinutes));
  const from = days < 1 ? busiestStart(network, startDay, length) : grid.dayStarts[startDay]!;
  const to = Math.min(grid.intervals, from + length);
  const gone = new Float32Array(grid.intervals).fill(1).fill(0, from, to);
  return { ...noModifiers(plan, grid), from, to, people: out.map((isOut) => (isOut ? gone : null)) };
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
