import { DIMENSIONS, type Dimension, type TeamOrigin } from '../footprint';
import type { Plan } from '../plan';
import { workShares } from './work-shares';

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
 * Looks through teams to what they have in common, by their productive hours alone: provider, owner, country, metro, kind,
 * platform, site. By contacts and value, and by hazard zone, carrier, language or skill: `workShares`.
 *
 * Units: hours in, shares out. Cost: teams × dimensions.
 */
export function concentration(
  plan: Plan,
  origins: readonly TeamOrigin[],
  hours: readonly number[],
  dimensions: readonly Dimension[] = DIMENSIONS,
): DimensionShares[] {
  const teams = hours.map((own, team) => ({ team, stream: null, hours: own, contacts: 0, value: 0 }));
  return workShares(plan, origins, teams, dimensions).map(({ members, spread }, at) => ({
    dimension: dimensions[at]!,
    members: members.map(({ member, label, amounts, shares, teams: own }) => ({
      member,
      label,
      share: shares.hours,
      hours: amounts.hours,
      teams: own,
    })),
    herfindahl: spread.hours?.herfindahl ?? null,
    effectiveNumber: spread.hours?.effectiveNumber ?? null,
    largestShare: spread.hours?.largestShare ?? 0,
  }));
}
