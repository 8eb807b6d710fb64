import type { HistoryAnswer } from '../../../engine/answers';
import { type Holiday, publicHolidays } from '../../holidays';

const MINUTES_PER_YEAR = 365.25 * 1440;

/** The market's holidays from the first year of the history to the last of the forecast; none for running numbers. */
export function holidaysAround(
  market: string,
  { clock, histories }: Pick<HistoryAnswer, 'clock' | 'histories'>,
  horizon: number,
  grainMinutes: number | undefined,
): readonly Holiday[] | undefined {
  if (clock.kind !== 'wall') return undefined;
  const start = Math.min(...histories.map((history) => history.start));
  const end = Math.max(...histories.map((history) => history.start + history.values.length * clock.grainMinutes));
  const ahead = horizon * Math.max(clock.grainMinutes, grainMinutes ?? 0);
  const yearOf = (minutes: number) => 1970 + Math.floor(minutes / MINUTES_PER_YEAR);
  return publicHolidays(market, yearOf(start) - 1, yearOf(end + ahead) + 1);
}
