import type { StaffAnswer, StaffStream } from '../../../engine/answers';
import type { Plan } from '../../../engine/plan';
import { type Cover, coverOf } from './cover';

/** Streams that are looked at together. */
export interface StreamGroup {
  readonly id: string;
  readonly name: string;
  readonly streams: readonly StaffStream[];
}

/** The streams one by one, or all that ask for the same skill together, in the plan's order. */
export function groupsOf(plan: Plan, streams: readonly StaffStream[], by: 'stream' | 'skill'): StreamGroup[] {
  if (by === 'stream') return streams.map((stream) => ({ id: stream.id, name: stream.name, streams: [stream] }));
  const skillOf = new Map(plan.streams.map((stream) => [stream.id, stream.skill]));
  const groups = new Map<string, StaffStream[]>();
  for (const stream of streams) {
    const skill = skillOf.get(stream.id) ?? '';
    const known = groups.get(skill);
    if (known) known.push(stream);
    else groups.set(skill, [stream]);
  }
  return [...groups].map(([id, members]) => ({ id, name: skillName(id), streams: members }));
}

/** What can be chosen before there is an answer. */
export function groupChoices(plan: Plan, by: 'stream' | 'skill'): { value: string; label: string }[] {
  if (by === 'stream') return plan.streams.map((stream) => ({ value: stream.id, label: stream.name }));
  return [...new Set(plan.streams.map((stream) => stream.skill))].map((id) => ({ value: id, label: skillName(id) }));
}

/** A skill has only an id: `travel-care` reads `Travel care`. */
export function skillName(id: string): string {
  const words = id.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Sums of a group over some intervals of the answer. */
export interface GroupSums {
  readonly contacts: number;
  readonly requiredHours: number;
  readonly availableHours: number;
  /** Intervals in which agents are short by a tenth or more, of those open. */
  readonly shortIntervals: number;
  readonly openIntervals: number;
  /** The interval that is shortest of agents, and by how many; null when none is. */
  readonly worst: { readonly interval: string; readonly net: number } | null;
}

export function sumsOf(cover: Cover, intervalMinutes: number, keep: (interval: string) => boolean): GroupSums {
  const hours = intervalMinutes / 60;
  let [contacts, requiredHours, availableHours, shortIntervals, openIntervals] = [0, 0, 0, 0, 0];
  let worst: GroupSums['worst'] = null;
  cover.intervals.forEach((interval, at) => {
    const required = cover.required[at] ?? Number.NaN;
    if (Number.isNaN(required) || !keep(interval)) return;
    const available = cover.available[at] ?? 0;
    const net = available - required;
    contacts += cover.contacts[at] ?? 0;
    requiredHours += required * hours;
    availableHours += available * hours;
    openIntervals++;
    if (net > -0.1) return;
    shortIntervals++;
    if (worst === null || net < worst.net) worst = { interval, net };
  });
  return { contacts, requiredHours, availableHours, shortIntervals, openIntervals, worst };
}

/** Agent hours of a group by week of the whole horizon. */
export function weeklyHours(group: StreamGroup, answer: StaffAnswer): { required: number[]; available: number[] } {
  const add = (figure: 'requiredAgentHours' | 'availableAgentHours') =>
    answer.weeks.map((_, week) => group.streams.reduce((sum, stream) => sum + (stream.weekly[figure][week] ?? 0), 0));
  return { required: add('requiredAgentHours'), available: add('availableAgentHours') };
}

/** Paid positions of a group by week of the whole horizon. */
export function weeklyPositions(group: StreamGroup, answer: StaffAnswer): { required: number[]; available: number[] } {
  const add = (figure: 'requiredPaidFte' | 'availablePaidFte') =>
    answer.weeks.map((_, week) => group.streams.reduce((sum, stream) => sum + (stream.weekly[figure][week] ?? 0), 0));
  return { required: add('requiredPaidFte'), available: add('availablePaidFte') };
}

/** The part of a cover that lies on one day. */
export function coverOfDay(answer: StaffAnswer, streams: readonly StaffStream[], day: string): Cover {
  const { intervals, contacts, required, available } = coverOf(answer, streams);
  const first = intervals.findIndex((interval) => interval.startsWith(day));
  const count = intervals.filter((interval) => interval.startsWith(day)).length;
  const from = Math.max(0, first);
  return {
    intervals: intervals.slice(from, from + count),
    contacts: contacts.slice(from, from + count),
    required: required.slice(from, from + count),
    available: available.slice(from, from + count),
  };
}
