import { lastWeek, transitionSchedule } from '../../sourcing';
import type { TransitionAnswer, TransitionChoice, TransitionPath } from './results';

/** Overlaps that a search tries; weeks. */
const OVERLAPS = [0, 4, 8, 13, 20] as const;
/** Lengths that it tries, in multiples of the fewest months, and at least so many more. */
const LENGTHS = [1, 1.5, 2, 3] as const;

/**
 * Paths that a search looks at: a few lengths from the fewest months on, each with a few overlaps, as far as they end within
 * the plan.
 *
 * @param answer a way to the same target, whatever its length
 */
export function pathsToTry(
  answer: Pick<TransitionAnswer, 'leastMonths' | 'startsOn' | 'weeks'>,
): { readonly months: number; readonly overlapWeeks: number }[] {
  const { leastMonths, startsOn, weeks } = answer;
  if (!Number.isFinite(leastMonths) || startsOn === null) return [];
  const firstWeek = weeks.indexOf(startsOn);
  const months = [...new Set(LENGTHS.map((times, at) => Math.max(leastMonths + at, Math.round(leastMonths * times))))];
  return months.flatMap((length) =>
    OVERLAPS.filter(
      (overlapWeeks) => lastWeek(transitionSchedule({ firstWeek, months: length, overlapWeeks })) < weeks.length,
    ).map((overlapWeeks) => ({ months: length, overlapWeeks })),
  );
}

/**
 * Which of the paths are done first and cost least, among those that keep service within the dip.
 *
 * Paths come in any order; equals are settled by cost, then by months and overlap. Cost: sorting.
 */
export function choosePath(found: readonly TransitionPath[]): TransitionChoice {
  const paths = [...found].sort((a, b) => a.months - b.months || a.overlapWeeks - b.overlapWeeks);
  const good = paths.flatMap((path, at) => (path.keepsDip && path.doneOn !== null ? [{ path, at }] : []));
  const least = (compare: (a: TransitionPath, b: TransitionPath) => number) =>
    good.length === 0 ? null : good.reduce((a, b) => (compare(b.path, a.path) < 0 ? b : a)).at;
  return {
    paths,
    fastest: least((a, b) => a.doneOn!.localeCompare(b.doneOn!) || a.cost - b.cost),
    cheapest: least((a, b) => a.cost - b.cost || a.doneOn!.localeCompare(b.doneOn!)),
  };
}
