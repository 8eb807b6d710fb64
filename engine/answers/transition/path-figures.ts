import { lastWeek, paybackBeyond, paybackPlace, WEEKS_PER_MONTH } from '../../sourcing';
import type { ReadyTransition } from './ready-transition';
import type { TransitionPath } from './results';
import { type RunPath, weekDate } from './run-path';

/** Contacts offered in a week below which a stream's service says nothing. */
const FEW_CONTACTS = 20;

const QUARTER_WEEKS = 13;

/** A path's dates, dip and cost. */
export function pathFigures(
  ready: ReadyTransition,
  run: RunPath,
  months: number,
  overlapWeeks: number,
): TransitionPath {
  const { now, options } = ready;
  const { on, schedule, costs, more } = run;
  const done = lastWeek(schedule);
  const worst = worstDrop(now.base.weekly.serviceLevel, on.base.weekly.serviceLevel, firstChange(schedule));
  const cost = partsUntil(costs, options.startWeek, done);
  const byMonth = monthsOf(ready).map(({ weeks }) => weeks.reduce((sum, week) => sum + more[week]!, 0));
  const payback = paybackPlace(byMonth);
  return {
    months,
    overlapWeeks,
    startsOn: weekDate(ready, schedule.arrivals[0]!),
    doneOn: weekDate(ready, done),
    worstDrop: worst.drop,
    worstWeek: worst.week === null ? null : weekDate(ready, worst.week),
    worstStream: worstStream(ready, run),
    keepsDip: done < now.network.grid.weeks && worst.drop <= options.dipPoints + 1e-9,
    contactsLost: sumOf(on.base.weekly.lost, now.base.weekly.lost, firstChange(schedule), done),
    cost: cost.overlap + cost.training + cost.notice + cost.once,
    paybackMonth: payback === null ? null : monthsOf(ready)[payback]!.month,
    paybackBeyond: payback === null ? beyond(more.subarray(options.startWeek), more.length - 1 - done) : null,
  };
}

/** What one run has beyond another in some weeks, the last included. */
function sumOf(one: Float64Array, other: Float64Array, from: number, last: number): number {
  let sum = 0;
  for (let week = from; week <= Math.min(last, one.length - 1); week++) sum += one[week]! - other[week]!;
  return sum;
}

/** Months after the plan's end until a move would be made up for; weeks on the way say nothing of the pace after it. */
function beyond(more: Float64Array, weeksAfter: number): number | null {
  const weeks = paybackBeyond(more, Math.min(QUARTER_WEEKS, weeksAfter));
  return weeks === null ? null : weeks / WEEKS_PER_MONTH;
}

/** Parts of the cost of a move, from the decision to the week in which all is moved. */
export function partsUntil(costs: RunPath['costs'], from: number, last: number) {
  const sum = (weekly: Float64Array) => weekly.slice(from, last + 1).reduce((all, value) => all + value, 0);
  return {
    overlap: sum(costs.overlap),
    training: sum(costs.training),
    notice: sum(costs.notice),
    once: sum(costs.once),
  };
}

/** Weeks of the plan by month; a week belongs to the month of its first day. */
export function monthsOf(ready: ReadyTransition): { readonly month: string; readonly weeks: readonly number[] }[] {
  const months = new Map<string, number[]>();
  for (let week = ready.options.startWeek; week < ready.now.network.grid.weeks; week++) {
    const month = weekDate(ready, week)!.slice(0, 7);
    months.set(month, [...(months.get(month) ?? []), week]);
  }
  return [...months].map(([month, weeks]) => ({ month, weeks }));
}

/** Points by which the worst week lies below the other run's same week, 0 where none does. */
export function worstDrop(now: Float64Array, then: Float64Array, from: number): { drop: number; week: number | null } {
  let worst: { drop: number; week: number | null } = { drop: 0, week: null };
  for (let week = from; week < now.length; week++) {
    const drop = (now[week]! - then[week]!) * 100;
    if (drop > worst.drop) worst = { drop, week };
  }
  return worst;
}

/** The week before which everything is as today. */
export const firstChange = ({ arrivals, releases }: RunPath['schedule']) => Math.min(arrivals[0]!, releases[0]!);

function worstStream(ready: ReadyTransition, { on, schedule }: RunPath): TransitionPath['worstStream'] {
  const { now } = ready;
  const known = new Map(on.base.streams.map((stream) => [stream.id, stream]));
  let worst: TransitionPath['worstStream'] = null;
  for (const stream of now.base.streams) {
    const other = known.get(stream.id);
    if (!other) continue;
    const levels = stream.weekly.serviceLevel.map((level, week) =>
      stream.weekly.offered[week]! >= FEW_CONTACTS ? level : Number.NaN,
    );
    const { drop, week } = worstDrop(levels, other.weekly.serviceLevel, firstChange(schedule));
    if (week !== null && drop > (worst?.drop ?? 0)) worst = { name: stream.name, week: weekDate(ready, week)!, drop };
  }
  return worst;
}
