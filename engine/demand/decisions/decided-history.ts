import { dayNumber, MINUTES_PER_DAY } from '../../calendar';
import type { HistoryDecision } from '../../plan';
import { type History, stepOf } from '../history';
import { prepareSeries } from '../series-forecaster';
import { findingDays } from './finding-days';

/**
 * A history as planners' decisions leave it: days that are not to be learned from are missing, gaps that are none hold 0,
 * and what lies before a shift that counts as the beginning is cut off.
 *
 * Use before a forecast, with `restoredFindings` for what is to stay in. Days are the history's own; a week that the
 * days touch is treated whole. Never cuts off everything. Units: contacts an interval. Cost: linear.
 *
 * @example decidedHistory(history, [{ kind: 'days', from: '2026-03-02', until: '2026-03-06', decision: 'leave-out', … }])
 */
export function decidedHistory(history: History, decisions: readonly HistoryDecision[]): History {
  if (decisions.length === 0 || history.clock.kind !== 'wall') return history;
  const step = stepOf(history.clock);
  const values = history.values.slice();
  let first = 0;
  for (const decision of decisions) {
    // The first interval that ends after the first day has begun, and the first that begins after the last day.
    const start = Math.floor((dayNumber(decision.from) * MINUTES_PER_DAY - history.start) / step);
    const end = Math.ceil(((dayNumber(decision.until) + 1) * MINUTES_PER_DAY - history.start) / step);
    const from = Math.min(Math.max(0, start), values.length);
    const to = Math.min(Math.max(0, end), values.length);
    if (decision.kind === 'level-shift') {
      if (decision.decision === 'leave-out') first = Math.max(first, from);
    } else if (decision.decision === 'leave-out') values.fill(Number.NaN, from, to);
    else if (decision.kind === 'missing') {
      for (let at = from; at < to; at++) if (Number.isNaN(values[at])) values[at] = 0;
    }
  }
  const kept = values.subarray(first);
  if (kept.every(Number.isNaN)) return history;
  return {
    ...history,
    start: history.start + first * step,
    values: kept.slice(),
    handled: undefined,
    handleTimeSeconds: undefined,
  };
}

/**
 * Findings of a decided history that planners have put back, by id: those of the kind that was decided on, on its days.
 *
 * Found anew each time, since a later upload or another interval may move a finding's first day. What else is found on
 * most of those days stays in with it: a closed week is a break as well, a gap that counts as no contacts is a closure. Cost: that of the cleaning, linear.
 */
export function restoredFindings(
  history: History,
  decisions: readonly HistoryDecision[],
  about: { readonly horizon: number; readonly holidays: ReadonlyMap<number, string> },
): string[] {
  const restored = decisions.filter(({ decision, kind }) => decision === 'learn' && kind !== 'level-shift');
  if (restored.length === 0 || history.clock.kind !== 'wall') return [];
  const series = prepareSeries(history, about);
  return series.findings.flatMap((finding) => {
    const days = findingDays(series, finding);
    return restored.some((decision) => decidesOn(decision, { ...days, kind: finding.kind })) ? [finding.id] : [];
  });
}

/** Whether a decision speaks of a finding: one of its kind on some of its days, or what makes up most of another's days. */
export function decidesOn(
  { kind, decision, from, until }: Pick<HistoryDecision, 'kind' | 'decision' | 'from' | 'until'>,
  finding: { readonly kind: string; readonly from: string; readonly until: string },
): boolean {
  if (finding.until < from || finding.from > until) return false;
  if (finding.kind === kind) return true;
  if (finding.kind === 'level-shift' || kind === 'level-shift') return false;
  if (decision === 'leave-out') return finding.kind === 'missing';
  if (finding.kind === 'missing') return false;
  const [first, last] = [dayNumber(finding.from), dayNumber(finding.until)];
  const shared = Math.min(last, dayNumber(until)) - Math.max(first, dayNumber(from)) + 1;
  return 2 * shared >= last - first + 1;
}
