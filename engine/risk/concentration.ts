import { DIMENSIONS, type Dimension, memberLabel, membersOf, type TeamOrigin } from '../footprint';
import type { Plan } from '../plan';
import { effectiveNumber, herfindahl } from './herfindahl';

/** Shares of productive hours over the members of one dimension, largest first. */
export interface DimensionShares {
  readonly dimension: Dimension;
  readonly members: readonly {
    readonly member: string;
    readonly label: string;
    readonly share: number;
    readonly hours: number;
    readonly teams: readonly number[];
  }[];
  /** Null for platforms, of which a team uses several at once: their shares overlap. */
  readonly herfindahl: number | null;
  readonly effectiveNumber: number | null;
  readonly largestShare: number;
}

/**
 * Looks through teams to what they have in common: provider, owner, country, metro, kind, platform, site.
 *
 * Units: hours in, shares out. Cost: teams × dimensions.
 */
export function concentration(plan: Plan, origins: readonly TeamOrigin[], hours: readonly number[]): DimensionShares[] {
  const whole = hours.reduce((sum, value) => sum + value, 0);
  return DIMENSIONS.map((dimension) => {
    const found = new Map<string, { hours: number; teams: number[] }>();
    origins.forEach((origin, at) => {
      for (const member of membersOf(origin, dimension)) {
        const entry = found.get(member) ?? { hours: 0, teams: [] };
        entry.hours += hours[at]!;
        entry.teams.push(at);
        found.set(member, entry);
      }
    });
    const members = [...found]
      .map(([member, entry]) => ({
        member,
        label: memberLabel(plan, dimension, member),
        share: whole > 0 ? entry.hours / whole : 0,
        ...entry,
      }))
      .sort((a, b) => b.share - a.share || (a.member < b.member ? -1 : 1));
    const shares = members.map((entry) => entry.share);
    const overlapping = dimension === 'platform';
    return {
      dimension,
      members,
      herfindahl: overlapping ? null : herfindahl(shares),
      effectiveNumber: overlapping ? null : effectiveNumber(shares),
      largestShare: shares[0] ?? 0,
    };
  });
}

/** A limit of the plan's policies that the footprint breaks. */
export interface Breach {
  readonly dimension: Dimension;
  readonly member: string;
  readonly label: string;
  readonly share: number;
  readonly limit: number;
  readonly kind: 'above-maximum' | 'below-minimum';
}

/** Breaches of the plan's limits, worst first. A limit without a member holds for each of the dimension. */
export function limitBreaches(plan: Plan, shares: readonly DimensionShares[]): Breach[] {
  const found: Breach[] = [];
  for (const limit of plan.policies.limits) {
    const members = shares.find((entry) => entry.dimension === limit.dimension)?.members ?? [];
    const concerned = limit.member === undefined ? members : members.filter((entry) => entry.member === limit.member);
    const absent = limit.member !== undefined && concerned.length === 0;
    const checked = absent
      ? [{ member: limit.member!, label: memberLabel(plan, limit.dimension, limit.member!), share: 0 }]
      : concerned;
    for (const { member, label, share } of checked) {
      const facts = { dimension: limit.dimension, member, label, share };
      if (limit.maxShare !== undefined && share > limit.maxShare)
        found.push({ ...facts, limit: limit.maxShare, kind: 'above-maximum' });
      if (limit.minShare !== undefined && share < limit.minShare)
        found.push({ ...facts, limit: limit.minShare, kind: 'below-minimum' });
    }
  }
  return found.sort((a, b) => Math.abs(b.share - b.limit) - Math.abs(a.share - a.limit));
}
