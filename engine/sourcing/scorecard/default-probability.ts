import { dayNumber } from '../../calendar';
import type { Provider } from '../../plan';
import { KNOWN_FACTS, RISK_MODIFIERS } from './known-facts';
import { fromLogOdds, logOdds, ratingOfRate } from './rating-scale';

/** What one piece of evidence says. */
export interface ReadFact {
  readonly fact: string;
  readonly value: number | string;
  readonly date: string;
  readonly ageDays: number;
  readonly source: string | undefined;
  readonly grade: string | undefined;
  /** What it was read as; null where it doesn't count. */
  readonly says: string | null;
  /** Its part of the evidence, 0 to 1; null for what shifts the odds and for what doesn't count. */
  readonly weight: number | null;
}

/** The chance that a provider defaults within a year, and how sure that is. */
export interface DefaultProbability {
  readonly probability: number;
  /** 90 % interval; what isn't known widens it. */
  readonly low: number;
  readonly high: number;
  /** Rating whose firms default as often. */
  readonly rating: string;
  readonly facts: readonly ReadFact[];
  /** Facts that would narrow the interval. */
  readonly unknown: readonly string[];
}

/** Firms without an investment grade, of which outsourcers mostly are: 3.9 % a year (S&P, 1981 to 2023, rounded), BB+ to CCC. */
export const PRIOR = { rate: 0.039, spread: 1.3 };
/** Ratios of one firm are wrong together: this part of their variance doesn't go away with more of them. */
export const SHARED = 0.5;
/** Standard deviation, in log-odds, that a year adds to what a fact says. */
const AGEING = 0.5;
const Z90 = 1.6449;

/**
 * A provider's one-year probability of default from the evidence that a plan holds on it.
 *
 * Use to compare providers and to weigh what their failure would cost; it is no rating and knows nothing that wasn't
 * entered. Formula: each ratio speaks for the default rate of firms with its value, in log-odds, with a spread that
 * grows with its age; the prior (firms without an investment grade) and the ratios are weighed by 1 ÷ variance, half of
 * the ratios' variance being shared; client concentration and downgrades shift the odds. Of a fact that was entered
 * several times the latest counts.
 *
 * Units: shares of 1; `onDate` is the day on which ages count. Valid: any evidence; without any the prior is the answer.
 * Source: see `KNOWN_FACTS`; weighing as in a normal prior with normal evidence. Cost: constant.
 *
 * @example defaultProbability([], '2027-01-01').probability // 0.039
 */
export function defaultProbability(evidence: NonNullable<Provider['evidence']>, onDate: string): DefaultProbability {
  const today = dayNumber(onDate);
  const latest = new Map<string, number>();
  evidence.forEach(({ fact, date }, at) => {
    const key = keyOf(fact);
    const known = latest.get(key);
    if (known === undefined || evidence[known]!.date <= date) latest.set(key, at);
  });
  const read = evidence.map((entry, at) => {
    const ageDays = Math.max(0, today - dayNumber(entry.date));
    const known = KNOWN_FACTS.find(({ fact }) => keyOf(fact) === keyOf(entry.fact));
    const modifier = RISK_MODIFIERS.find(({ fact }) => keyOf(fact) === keyOf(entry.fact));
    const counts = latest.get(keyOf(entry.fact)) === at;
    const rate = counts ? (known?.rate(entry.value) ?? null) : null;
    const shift = counts ? (modifier?.shift(entry.value) ?? null) : null;
    const variance = (known?.spread ?? 0) ** 2 + (AGEING * ageDays) ** 2 / 365.25 ** 2;
    return { entry, ageDays, rate, shift, variance, isOld: !counts };
  });
  const ratios = read.filter(({ rate }) => rate !== null);
  const precision = ratios.reduce((sum, { variance }) => sum + 1 / variance, 0);
  let mean = logOdds(PRIOR.rate);
  let variance = PRIOR.spread ** 2;
  if (precision > 0) {
    const said = ratios.reduce((sum, { rate, variance: own }) => sum + logOdds(rate!) / own, 0) / precision;
    const alone = ratios.length / precision;
    const ratioVariance = SHARED * alone + (1 - SHARED) / precision;
    const total = 1 / variance + 1 / ratioVariance;
    mean = (mean / variance + said / ratioVariance) / total;
    variance = 1 / total;
  }
  mean += read.reduce((sum, { shift }) => sum + (shift ?? 0), 0);
  const probability = fromLogOdds(mean);
  const reach = Z90 * Math.sqrt(variance);
  return {
    probability,
    low: fromLogOdds(mean - reach),
    high: fromLogOdds(mean + reach),
    rating: ratingOfRate(probability),
    facts: read.map(({ entry, ageDays, rate, shift, variance: own, isOld }) => ({
      fact: entry.fact,
      value: entry.value,
      date: entry.date,
      ageDays,
      source: entry.source,
      grade: entry.grade,
      says:
        rate !== null ? `as ${ratingOfRate(rate)}` : shift !== null ? oddsWords(shift) : isOld ? 'superseded' : null,
      weight: rate !== null ? 1 / own / precision : null,
    })),
    unknown: [...KNOWN_FACTS, ...RISK_MODIFIERS].map(({ fact }) => fact).filter((fact) => !latest.has(keyOf(fact))),
  };
}

/** Names of facts as they are compared: small letters, one kind of quotation mark, no needless spaces. */
function keyOf(fact: string): string {
  return fact.toLowerCase().replace(/[’′]/g, "'").replace(/[”″"]/g, "''").replace(/\s+/g, ' ').trim();
}

function oddsWords(shift: number): string {
  return shift === 0 ? 'odds unchanged' : `odds × ${Math.exp(shift).toFixed(2)}`;
}
