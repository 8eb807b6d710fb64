import type { WeekLabel } from '../../calendar';
import { headcountRates } from './figures';
import type { HeadcountGroup } from './groups';

const WORTH_SAYING = 0.5;

/** The widest gap in one sentence, and where most of it is. */
export function headcountSentence(
  weeks: readonly WeekLabel[],
  total: HeadcountGroup,
  parts: readonly HeadcountGroup[],
): string {
  const gapOf = (group: HeadcountGroup, week: number) => headcountRates(group.weekly, week).gapFte;
  const gaps = weeks.map((_, week) => gapOf(total, week));
  const worst = gaps.indexOf(Math.min(...gaps));
  const short = gaps.filter((gap) => gap < -WORTH_SAYING).length;
  if (short === 0) {
    const least = weeks[worst];
    return least
      ? `Enough people in every week; the least to spare is ${fte(gaps[worst]!)} FTE in ${least.label}, from ${least.startDate} on.`
      : 'No weeks are planned.';
  }
  const week = weeks[worst]!;
  const shares = parts.map((part) => ({ name: part.name, gap: gapOf(part, worst) })).sort((a, b) => a.gap - b.gap);
  const where = shares[0] && parts.length > 1 ? `, ${fte(-shares[0].gap)} of them in ${shares[0].name}` : '';
  const others = short === 1 ? 'in that week alone' : `in ${short} of ${weeks.length} weeks`;
  return `Short of ${fte(-gaps[worst]!)} FTE in ${week.label}, from ${week.startDate} on${where}; short ${others}.`;
}

const fte = (value: number) => value.toFixed(1);
