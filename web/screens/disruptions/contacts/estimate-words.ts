import { formatCount, formatPoints, formatSeconds, formatShare } from '../../../format';

interface Estimate {
  readonly mean: number;
  readonly lo95: number;
  readonly hi95: number;
}

type Unit = 'share' | 'seconds' | 'count';

/** How far the interval reaches on its wider side; null with one run, of which nothing is known, and where nothing varies. */
function reachOf({ mean, lo95, hi95 }: Estimate, runs: number, unit: Unit): string | null {
  const widest = Math.max(mean - lo95, hi95 - mean);
  if (runs < 2 || !Number.isFinite(widest) || widest === 0) return null;
  if (unit === 'share') return formatPoints(widest * 100).replace('+', '');
  return unit === 'seconds' ? formatSeconds(widest) : formatCount(widest);
}

/** The reach of an interval before another figure, such as `± 3.6 pts; `; nothing with one run. */
export function reachWords(estimate: Estimate, runs: number, unit: Unit): string {
  const reach = reachOf(estimate, runs, unit);
  return reach === null ? '' : `± ${reach}; `;
}

/** A figure with the reach of its interval, such as `13.6% ± 3.6 pts`. */
export function estimateWords(estimate: Estimate, runs: number, unit: Unit): string {
  const write = { share: formatShare, seconds: formatSeconds, count: formatCount }[unit];
  const reach = reachOf(estimate, runs, unit);
  return reach === null ? write(estimate.mean) : `${write(estimate.mean)} ± ${reach}`;
}
