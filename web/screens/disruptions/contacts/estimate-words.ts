import { formatCount, formatPoints, formatSeconds, formatShare } from '../../../format';

interface Estimate {
  readonly mean: number;
  readonly lo95: number;
  readonly hi95: number;
}

/** The wider side of the interval; null with one run, of which nothing is known. */
const reach = ({ mean, lo95, hi95 }: Estimate) => {
  const widest = Math.max(mean - lo95, hi95 - mean);
  return Number.isFinite(widest) ? widest : null;
};

/** A share with the reach of its interval, such as `13.6 % ± 3.6 points`. */
export function shareWords(estimate: Estimate, runs: number): string {
  const half = reach(estimate);
  const mean = formatShare(estimate.mean);
  return runs < 2 || half === null ? mean : `${mean} ± ${formatPoints(half * 100).replace('+', '')}`;
}

export function countWords(estimate: Estimate, runs: number): string {
  const half = reach(estimate);
  return runs < 2 || half === null
    ? formatCount(estimate.mean)
    : `${formatCount(estimate.mean)} ± ${formatCount(half)}`;
}

export function secondsWords(estimate: Estimate, runs: number): string {
  const half = reach(estimate);
  const mean = formatSeconds(estimate.mean);
  return runs < 2 || half === null ? mean : `${mean} ± ${formatSeconds(half)}`;
}
