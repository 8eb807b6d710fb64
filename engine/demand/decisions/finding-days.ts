import { dateOfDay, MINUTES_PER_DAY } from '../../calendar';
import { stepOf } from '../history';
import type { Finding } from '../prepare';
import { labelOf, type SeriesForecaster } from '../series-forecaster';

/** First and last day that a finding spans (running numbers where there are no dates); a shift is named by its first day. */
export function findingDays(
  { history, frame }: Pick<SeriesForecaster, 'history' | 'frame'>,
  { step, steps }: Pick<Finding, 'step' | 'steps'>,
): { readonly from: string; readonly until: string } {
  const from = labelOf(history, frame, step);
  const last = step + Math.max(1, steps) - 1;
  if (!frame.rowDay) return { from, until: labelOf(history, frame, last) };
  if (steps === 0) return { from, until: from };
  const daysOfRow = Math.max(1, Math.round(stepOf(history.clock) / MINUTES_PER_DAY));
  return { from, until: dateOfDay(frame.rowDay[Math.floor(last / frame.slots)]! + daysOfRow - 1) };
}
