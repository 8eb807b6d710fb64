import { type Plan, planHash } from '../../plan';
import { COST, FIGURES, meanWithError, RISK_FIGURES } from '../../risk';
import { provenance } from '../provenance';
import type { MixYears, MixYearsAnswer, YearsBeside } from './results';

/** Differences below this part of a year's figure are rounding. */
const NOISE = 1e-9;

const METHOD =
  'sampled years of each footprint under the same luck (common random numbers), run by flow; differences year by year';

/**
 * In how many of the sampled years a mix does better than today's footprint, and by how much.
 *
 * Years that both have are paired: the difference's error is then that of the footprint alone, not of the luck (common
 * random numbers; Glasserman and Yao 1992, Management Science 38(6)). Percentiles lie on straight lines between the ordered
 * differences. Any number of years gives an answer. Cost: sorting.
 */
export function compareMixYears(plan: Plan, sample: MixYears): MixYearsAnswer {
  const base = sample.mixes.find(({ id }) => id === 'base');
  const placeOf = new Map(Array.from(base?.years ?? [], (year, at) => [year, at]));
  const mixes = sample.mixes.flatMap(({ id, name, years, totals }) => {
    if (id === 'base' || !base) return [];
    const pairs = Array.from(years.keys()).flatMap((at) => {
      const other = placeOf.get(years[at]!);
      return other === undefined ? [] : [{ at, other }];
    });
    if (pairs.length === 0) return [];
    const figures = RISK_FIGURES.map((figure, place): YearsBeside => {
      const of = (row: number) => row * FIGURES + place;
      const rows = pairs.map(({ at, other }) => ({ mix: totals[of(at)]!, today: base.totals[of(other)]! }));
      return { figure, ...beside(rows) };
    });
    const [lost] = figures;
    const better = pairs.filter(({ at, other }) => {
      const [mix, today] = [totals[at * FIGURES]!, base.totals[other * FIGURES]!];
      const [cost, costNow] = [totals[at * FIGURES + COST]!, base.totals[other * FIGURES + COST]!];
      return less(mix, today) && !less(costNow, cost);
    }).length;
    const sentence = `${name} loses fewer contacts in ${lost!.fewer} of ${pairs.length} years, costs less in ${figures[COST]!.fewer}, and does the one without costing more in ${better}.`;
    return [{ id, name, years: pairs.length, figures, better, sentence }];
  });
  return {
    mixes,
    provenance: provenance(METHOD, { planHash: planHash(plan), seed: sample.seed, warnings: warningsOf(mixes) }),
  };
}

const less = (a: number, b: number) => b - a > NOISE * Math.max(1, Math.abs(a), Math.abs(b));

function beside(rows: readonly { readonly mix: number; readonly today: number }[]): Omit<YearsBeside, 'figure'> {
  const differences = Float64Array.from(rows, ({ mix, today }) => mix - today);
  const fewer = rows.filter(({ mix, today }) => less(mix, today)).length;
  const more = rows.filter(({ mix, today }) => less(today, mix)).length;
  const mean = meanWithError(differences);
  differences.sort();
  return {
    fewer,
    same: rows.length - fewer - more,
    more,
    mean,
    p10: between(differences, 0.1),
    p90: between(differences, 0.9),
    differences,
  };
}

/** A percentile on the straight line between ordered values. */
function between(sorted: Float64Array, share: number): number {
  const place = (sorted.length - 1) * share;
  const below = Math.floor(place);
  const above = Math.min(sorted.length - 1, below + 1);
  return sorted[below]! + (place - below) * (sorted[above]! - sorted[below]!);
}

function warningsOf(mixes: readonly { readonly years: number }[]): string[] {
  const fewest = Math.min(...mixes.map(({ years }) => years));
  return fewest < 30 ? [`${fewest} years say little about how often a mix does better; 100 and more are usual.`] : [];
}
