import { type Dimension, memberLabel } from '../footprint';
import type { Plan } from '../plan';
import type { Measure, WorkShares } from './work-shares';

/** A limit of the plan's policies that the footprint breaks. */
export interface Breach {
  readonly dimension: Dimension;
  readonly member: string;
  readonly label: string;
  readonly measure: Measure;
  readonly share: number;
  readonly limit: number;
  readonly kind: 'above-maximum' | 'below-minimum';
}

/**
 * Breaches of the plan's limits, worst first. A limit without a member holds for each of the dimension; shares are of
 * productive hours unless the limit names another measure.
 */
export function limitBreaches(plan: Plan, shares: readonly WorkShares[]): Breach[] {
  const found: Breach[] = [];
  for (const limit of plan.policies.limits) {
    const { dimension, measure = 'hours' } = limit;
    const members = shares.find((entry) => entry.dimension === dimension)?.members ?? [];
    const concerned = limit.member === undefined ? members : members.filter((entry) => entry.member === limit.member);
    const isAbsent = limit.member !== undefined && concerned.length === 0;
    const checked = isAbsent
      ? [{ member: limit.member!, label: memberLabel(plan, dimension, limit.member!), share: 0 }]
      : concerned.map(({ member, label, shares: of }) => ({ member, label, share: of[measure] }));
    for (const { member, label, share } of checked) {
      const facts = { dimension, member, label, measure, share };
      if (limit.maxShare !== undefined && share > limit.maxShare)
        found.push({ ...facts, limit: limit.maxShare, kind: 'above-maximum' });
      if (limit.minShare !== undefined && share < limit.minShare)
        found.push({ ...facts, limit: limit.minShare, kind: 'below-minimum' });
    }
  }
  return found.sort((a, b) => Math.abs(b.share - b.limit) - Math.abs(a.share - a.limit));
}
