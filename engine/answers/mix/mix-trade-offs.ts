import type { MixFrontier, OptimalMix } from './mix-results';

/** What mixes are weighed by, each by itself: no weights are given, so none are hidden. */
export const MIX_CRITERIA = ['cost', 'worstYears', 'service', 'customers', 'spread'] as const;
export type MixCriterion = (typeof MIX_CRITERIA)[number];

/** Criteria of which more is better; less is of the others. */
const MORE_IS_BETTER: ReadonlySet<MixCriterion> = new Set(['service', 'spread']);
/** Differences below this share of a figure are none. */
const ALIKE = 1e-6;

/** A mix by every criterion, and those that are at least as good in all and better in one. */
export interface TradeOff {
  readonly id: string;
  readonly name: string;
  /**
   * Cost of the year and contacts lost in the worst twentieth of years by flow; service level undisturbed; value of customers at
   * risk from contacts lost, undisturbed and in those years; least effective number among owners, countries and metros.
   */
  readonly figures: Readonly<Record<MixCriterion, number>>;
  readonly dominatedBy: readonly string[];
}

/**
 * Mixes that were run by flow, by every criterion, and which of them nobody need choose: another is at least as good in all
 * criteria and better in one (Pareto dominance). Those left over are the trade-offs that somebody has to make.
 *
 * Cost: mixes² × criteria.
 */
export function mixTradeOffs({ today, frontier, spread }: MixFrontier): TradeOff[] {
  const known = [today, ...frontier, ...spread].flatMap((mix) => {
    const figures = figuresOf(mix);
    return figures ? [{ id: mix.id, name: mix.name, figures }] : [];
  });
  return known.map((one) => ({
    ...one,
    dominatedBy: known.filter((other) => dominates(other.figures, one.figures)).map(({ id }) => id),
  }));
}

function figuresOf({ rechecked, effectiveNumber }: OptimalMix): TradeOff['figures'] | null {
  if (!rechecked) return null;
  const { cost, contactsLost, lostInWorstYears, serviceLevel, valueAtRisk, valueInWorstYears } = rechecked;
  return {
    cost,
    worstYears: contactsLost + (lostInWorstYears ?? 0),
    service: serviceLevel ?? 0,
    customers: valueAtRisk + (valueInWorstYears ?? 0),
    spread: effectiveNumber,
  };
}

function dominates(one: TradeOff['figures'], other: TradeOff['figures']): boolean {
  const better = MIX_CRITERIA.map((criterion) => {
    const [a, b] = [one[criterion], other[criterion]];
    if (Math.abs(a - b) <= ALIKE * Math.max(Math.abs(a), Math.abs(b))) return 0;
    return a > b === MORE_IS_BETTER.has(criterion) ? 1 : -1;
  });
  return better.every((value) => value >= 0) && better.some((value) => value > 0);
}
