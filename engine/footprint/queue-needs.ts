import type { Grid } from '../calendar';
import { type PlannedArrivals, weightedContacts } from '../demand';
import type { Plan } from '../plan';
import type { Queue } from './capability';

/** Agents that each queue would like in each interval: load plus a safety that grows with its root; deferrable work is spread over its promise. */
export function queueNeeds(
  plan: Plan,
  grid: Grid,
  queues: readonly Queue[],
  arrivals: readonly PlannedArrivals[],
): Float32Array[] {
  const perStream = plan.streams.map((stream, at) => {
    const hoursOfWork = effectiveHandleHours(stream);
    const contacts = weightedContacts(arrivals[at]!);
    const perHour = 60 / grid.intervalMinutes;
    const need = new Float32Array(grid.intervals);
    if (stream.target.kind === 'complete-within') return spreadWork(contacts, stream.target.hours, grid, hoursOfWork);
    for (let t = 0; t < grid.intervals; t++) need[t] = safeStaffing(contacts[t]! * perHour * hoursOfWork);
    return need;
  });
  return queues.map((queue) => {
    const whole = perStream[queue.stream]!;
    if (queue.share === 1) return whole;
    const part = new Float32Array(whole.length);
    for (let t = 0; t < part.length; t++) part[t] = whole[t]! * queue.share;
    return part;
  });
}

/** Agents that deferrable work would keep busy in each interval if it were spread evenly over its promise, two days at most. */
export function spreadWork(
  contacts: Float64Array,
  promiseHours: number,
  grid: Grid,
  hoursPerContact: number,
): Float32Array {
  const perHour = 60 / grid.intervalMinutes;
  const span = Math.max(1, Math.round(Math.min(48, promiseHours) * perHour));
  const need = new Float32Array(grid.intervals);
  let sum = 0;
  for (let t = 0; t < grid.intervals; t++) {
    sum += contacts[t]! - (t >= span ? contacts[t - span]! : 0);
    need[t] = (Math.max(0, sum) / Math.min(span, t + 1)) * perHour * hoursPerContact;
  }
  return need;
}

/** Hours of an agent's time that one contact takes, concurrent contacts considered. */
export function effectiveHandleHours(stream: Plan['streams'][number]): number {
  const { concurrency, handleTime } = stream;
  const stretch = concurrency ? concurrency.handleTimeStretch / concurrency.contacts : 1;
  return (handleTime.meanSeconds * stretch) / 3600;
}

/** Load plus a safety of its root: Borst, Mandelbaum and Reiman (2004), with a quality of service between 0.5 and 1. */
export function safeStaffing(load: number): number {
  return load > 0 ? load + 0.8 * Math.sqrt(load) : 0;
}
