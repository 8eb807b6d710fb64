import { quantile, raised } from './bands';

/** The widest that bands get by the root of the difference. */
const WIDEST = 1.6;
/** Ratios up to this are chance. */
const CHANCE = 1.2;
/** Cycles whose mean is the plain forecast. */
const CYCLES = 4;

/** Total of each row of a history; NaN where it is missing. */
export interface RowHistory {
  readonly totals: Float64Array;
  readonly cycle: number;
  /** Rows ahead that are forecast. */
  readonly ahead: number;
  /** First row that a backtest trial forecast; what lies before it was never tried. */
  readonly firstTried: number;
}

/**
 * How much wider bands have to be because the backtest fell into a calm stretch of its history.
 *
 * Use beside conformal bands: trials cover the last years or months, and a history whose level once doubled may do so
 * again though no trial has met it. The errors of a plain forecast (mean of the last four same days) are cheap enough to
 * take from every origin of the history.
 * Formula: square root of (their quantile over the whole history / over the stretch that was tried / 1.2), 1 to 1.6.
 * Source: own rule, after exchangeability weights of Barber et al. 2023. Cost: O(rows), once for each level.
 */
export function calmStretchWidening(history: RowHistory, share: number, power: number): number {
  const errors = plainErrors(history, power);
  const whole = Float64Array.from(errors, ({ error }) => error).sort();
  const tried = Float64Array.from(
    errors.filter(({ row }) => row >= history.firstTried),
    ({ error }) => error,
  ).sort();
  if (tried.length === 0 || tried.length === whole.length) return 1;
  const ratio = quantile(whole, share) / quantile(tried, share);
  return ratio > CHANCE ? Math.min(WIDEST, Math.sqrt(ratio / CHANCE)) : 1;
}

function plainErrors(
  { totals, cycle, ahead }: RowHistory,
  power: number,
): { readonly row: number; readonly error: number }[] {
  const rows = totals.length;
  const known = totals.filter((v) => !Number.isNaN(v));
  const floor = Math.max(1e-150, (0.02 * known.reduce((a, b) => a + b, 0)) / Math.max(1, known.length));
  const found: { row: number; error: number }[] = [];
  const stride = Math.max(1, Math.floor(ahead / 4));
  for (let row = CYCLES * cycle; row < rows; row += stride) {
    let error = 0;
    let count = 0;
    const reach = Math.min(ahead, rows - row);
    for (let h = 0; h < reach; h++) {
      let sum = 0;
      let seen = 0;
      for (let k = 1; k <= CYCLES; k++) {
        const v = totals[row + (h % cycle) - k * cycle]!;
        if (Number.isNaN(v)) continue;
        sum += v;
        seen += 1;
      }
      const actual = totals[row + h]!;
      if (seen < 2 || Number.isNaN(actual)) continue;
      error += Math.abs(actual - sum / seen) / raised(Math.max(sum / seen, floor), power);
      count += 1;
    }
    if (count > 0 && count * 2 >= reach) found.push({ row, error: error / count });
  }
  return found;
}
