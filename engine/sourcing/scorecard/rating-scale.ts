/** A notch of the agencies' scale: how often firms of that rating default within a year, and their mean Altman Z'' score. */
interface Notch {
  readonly rating: string;
  /** Share defaulting within a year. */
  readonly rate: number;
  /** Mean Z'' of firms with this rating, the constant 3.25 left out. */
  readonly zScore: number;
}

/**
 * The scale, best first.
 *
 * Rates: S&P Global Ratings, annual global corporate default studies, averages from 1981 on, rounded; the best two never
 * defaulted often enough to tell apart and have a floor. Scores: Altman, Hartzell and Peck 1998 and Altman 2005 (Emerging
 * Markets Review 6), means of rated firms, less the constant 3.25 that moves them to the scale of ratings.
 */
const SCALE: readonly Notch[] = [
  { rating: 'AAA', rate: 0.0001, zScore: 4.9 },
  { rating: 'AA', rate: 0.0002, zScore: 4.05 },
  { rating: 'A+', rate: 0.0005, zScore: 3.6 },
  { rating: 'A', rate: 0.0005, zScore: 3.4 },
  { rating: 'A-', rate: 0.0006, zScore: 3.15 },
  { rating: 'BBB+', rate: 0.001, zScore: 3 },
  { rating: 'BBB', rate: 0.0015, zScore: 2.6 },
  { rating: 'BBB-', rate: 0.0023, zScore: 2.4 },
  { rating: 'BB+', rate: 0.003, zScore: 2 },
  { rating: 'BB', rate: 0.005, zScore: 1.7 },
  { rating: 'BB-', rate: 0.009, zScore: 1.5 },
  { rating: 'B+', rate: 0.019, zScore: 1.25 },
  { rating: 'B', rate: 0.031, zScore: 0.9 },
  { rating: 'B-', rate: 0.068, zScore: 0.5 },
  { rating: 'CCC', rate: 0.26, zScore: -0.75 },
];

/** One-year default rate of a rating such as `BB-`, whatever its capitals; null for a text that is none. */
export function rateOfRating(rating: string): number | null {
  const wanted = rating.trim().toUpperCase().replaceAll('−', '-');
  const coarse = /^(CC|C|CCC[+-]?|CCC\/C)$/.test(wanted) ? 'CCC' : wanted.replace(/^(AA|AAA)[+-]$/, '$1');
  return SCALE.find((notch) => notch.rating === coarse)?.rate ?? null;
}

/** One-year default rate of firms with a Z'' score (without the constant 3.25), between notches by log-odds. */
export function rateOfZScore(score: number): number {
  return interpolated(score, SCALE.map(({ zScore, rate }) => [zScore, rate] as const).reverse());
}

/**
 * Default rates where earnings before interest and taxes are so many times interest.
 *
 * Middles of the bands of Damodaran's table for smaller non-financial service companies.
 */
const COVERAGE: readonly (readonly [times: number, rating: string])[] = [
  [0.65, 'CCC'],
  [1.375, 'CCC'],
  [1.75, 'B-'],
  [2.25, 'B'],
  [2.75, 'B+'],
  [3.25, 'BB'],
  [3.75, 'BB+'],
  [4.25, 'BBB'],
  [5.25, 'A-'],
  [6.75, 'A'],
  [8.5, 'A+'],
  [11, 'AA'],
  [14, 'AAA'],
];

/** One-year default rate by interest coverage, in times. */
export function rateOfCoverage(times: number): number {
  return interpolated(
    times,
    COVERAGE.map(([at, rating]) => [at, rateOfRating(rating)!] as const),
  );
}

/**
 * Default rates by net debt over earnings before interest, taxes, depreciation and amortization.
 *
 * Middles of the leverage bands of S&P's corporate methodology (2013), rated as for a firm of fair business risk.
 */
const LEVERAGE: readonly (readonly [times: number, rating: string])[] = [
  [1, 'BBB'],
  [1.75, 'BBB-'],
  [2.5, 'BB+'],
  [3.5, 'BB'],
  [4.5, 'BB-'],
  [6, 'B'],
  [8, 'B-'],
];

/** One-year default rate by net debt over EBITDA, in times. */
export function rateOfLeverage(times: number): number {
  return interpolated(
    times,
    LEVERAGE.map(([at, rating]) => [at, rateOfRating(rating)!] as const),
  );
}

/** The rating whose rate is nearest in log-odds. */
export function ratingOfRate(rate: number): string {
  const distance = (notch: Notch) => Math.abs(logOdds(notch.rate) - logOdds(rate));
  return SCALE.reduce((best, notch) => (distance(notch) < distance(best) ? notch : best)).rating;
}

export const logOdds = (share: number): number => Math.log(share / (1 - share));
export const fromLogOdds = (value: number): number => 1 / (1 + Math.exp(-value));

/** Along points of rising places: straight in log-odds, level beyond the ends. */
function interpolated(at: number, points: readonly (readonly [place: number, rate: number])[]): number {
  const next = points.findIndex(([place]) => place >= at);
  if (next === 0) return points[0]![1];
  if (next < 0) return points.at(-1)![1];
  const [from, fromRate] = points[next - 1]!;
  const [to, toRate] = points[next]!;
  const share = (at - from) / (to - from);
  return fromLogOdds(logOdds(fromRate) * (1 - share) + logOdds(toRate) * share);
}
