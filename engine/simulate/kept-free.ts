import type { Grid } from '../calendar';
import type { StreamArrivals } from '../demand';
import type { Queue } from '../footprint';
import type { Plan } from '../plan';

/**
 * Agents whom deferrable work leaves free for the next contact of a real-time queue, by queue; 0 where none is shared.
 *
 * An agent on an email can't be asked to put it down. So work that can wait is begun only while more agents than these are
 * free among all who serve the real-time queue: as many as its routing says, or the root of its mean load in opening
 * hours, one at least.
 * `flow` and `contacts` keep to the same number. Without the queues of `unplanned`, it is what holds while none of those has work.
 *
 * Source: threshold policies of Bhulai and Koole, IEEE Trans. Automatic Control 48 (2003). Units: agents. Cost: linear
 * in intervals, once a plan.
 */
export function keptFree(
  plan: Plan,
  grid: Grid,
  queues: readonly Queue[],
  arrivals: readonly StreamArrivals[],
  handleHours: Float64Array,
  unplanned: Uint16Array = new Uint16Array(0),
): Float64Array {
  const isDeferrable = (queue: Queue) => plan.streams[queue.stream]!.target.kind === 'complete-within';
  const waiting = queues.filter((queue, at) => isDeferrable(queue) && !unplanned.includes(at));
  const blended = new Set(waiting.flatMap((queue) => queue.edges.map((edge) => edge.team)));
  const rules = new Map(plan.routing.map((rule) => [rule.stream, rule]));
  return Float64Array.from(queues, (queue) => {
    const own = rules.get(plan.streams[queue.stream]!.id);
    if (isDeferrable(queue) || !queue.edges.some((edge) => blended.has(edge.team))) return 0;
    if (own?.mode === 'pool' && own.keepFree !== undefined) return own.keepFree;
    const { contacts, open } = arrivals[queue.stream]!;
    let sum = 0;
    let hours = 0;
    for (let t = 0; t < contacts.length; t++) {
      sum += contacts[t]!;
      hours += (open[t]! * grid.intervalMinutes) / 60;
    }
    const load = hours > 0 ? (sum * queue.share * handleHours[queue.stream]!) / hours : 0;
    return Math.max(1, Math.round(Math.sqrt(load)));
  });
}

/** Queues of work that can wait and of which none is planned: a playbook's calls to make. */
export function unplannedQueues(
  plan: Plan,
  queues: readonly Queue[],
  arrivals: readonly StreamArrivals[],
): Uint16Array {
  return Uint16Array.from(
    queues.flatMap(({ stream }, at) =>
      plan.streams[stream]!.target.kind === 'complete-within' &&
      arrivals[stream]!.contacts.every((count) => count === 0)
        ? [at]
        : [],
    ),
  );
}
