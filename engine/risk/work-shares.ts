import { type LookThrough, memberLabel, type TeamOrigin, workMembers } from '../footprint';
import type { Plan } from '../plan';
import { effectiveNumber, herfindahl } from './herfindahl';

/** What shares are shares of: productive hours, contacts answered, or what those contacts put at stake. */
export const MEASURES = ['hours', 'contacts', 'value'] as const;
export type Measure = (typeof MEASURES)[number];
export type Amounts = { readonly [Each in Measure]: number };

/** What a team did for a stream; without a stream, what it did at all. */
export interface WorkParcel extends Amounts {
  readonly team: number;
  readonly stream: number | null;
}

/** How shares are spread over the members of a dimension. */
export interface Spread {
  /** Null where members overlap, as platforms do, of which a team uses several at once. */
  readonly herfindahl: number | null;
  readonly effectiveNumber: number | null;
  readonly largestShare: number;
}

/** Shares of work over the members of one dimension, most hours first. */
export interface WorkShares {
  readonly dimension: LookThrough;
  readonly members: readonly {
    readonly member: string;
    readonly label: string;
    readonly amounts: Amounts;
    /** Parts of the whole; 0 where there is none of it. */
    readonly shares: Amounts;
    readonly teams: readonly number[];
    /** Places of its parcels in the list. */
    readonly parcels: readonly number[];
  }[];
  /** Null where there is nothing of that measure, such as value in a plan that states none. */
  readonly spread: { readonly [Each in Measure]: Spread | null };
}

/**
 * Looks through teams and streams to what they have in common: owner, place, hazard zone, carrier, language and the like.
 *
 * Use one parcel for each team and stream; parcels of whole teams do where neither language nor skill is asked for. Work
 * that belongs to several members counts for each, and then there is no index.
 *
 * Units: hours, contacts, plan currency in; shares out. Cost: parcels × dimensions.
 */
export function workShares(
  plan: Plan,
  origins: readonly TeamOrigin[],
  parcels: readonly WorkParcel[],
  dimensions: readonly LookThrough[],
): WorkShares[] {
  const whole = parcels.reduce(plus, NOTHING);
  return dimensions.map((dimension) => {
    const membersOfWork = workMembers(plan, dimension);
    const found = new Map<string, { amounts: Amounts; teams: Set<number>; parcels: number[] }>();
    let isOverlapping = dimension === 'platform';
    for (const [at, parcel] of parcels.entries()) {
      const belongs = membersOfWork(origins[parcel.team]!, parcel.stream);
      if (belongs.length > 1) isOverlapping = true;
      for (const member of belongs) {
        const entry = found.get(member) ?? { amounts: NOTHING, teams: new Set(), parcels: [] };
        entry.parcels.push(at);
        found.set(member, { ...entry, amounts: plus(entry.amounts, parcel), teams: entry.teams.add(parcel.team) });
      }
    }
    const members = [...found]
      .map(([member, { amounts, teams, parcels: own }]) => ({
        member,
        label: memberLabel(plan, dimension, member),
        amounts,
        shares: over(amounts, whole),
        teams: [...teams],
        parcels: own,
      }))
      .sort((a, b) => b.shares.hours - a.shares.hours || (a.member < b.member ? -1 : 1));
    const spreadOf = (measure: Measure): Spread | null => {
      if (!(whole[measure] > 0)) return null;
      const shares = members.map((entry) => entry.shares[measure]);
      return {
        herfindahl: isOverlapping ? null : herfindahl(shares),
        effectiveNumber: isOverlapping ? null : effectiveNumber(shares),
        largestShare: Math.max(0, ...shares),
      };
    };
    const spread = { hours: spreadOf('hours'), contacts: spreadOf('contacts'), value: spreadOf('value') };
    return { dimension, members, spread };
  });
}

const NOTHING: Amounts = { hours: 0, contacts: 0, value: 0 };

function plus(sum: Amounts, more: Amounts): Amounts {
  return { hours: sum.hours + more.hours, contacts: sum.contacts + more.contacts, value: sum.value + more.value };
}

function over(part: Amounts, whole: Amounts): Amounts {
  const share = (measure: Measure) => (whole[measure] > 0 ? part[measure] / whole[measure] : 0);
  return { hours: share('hours'), contacts: share('contacts'), value: share('value') };
}
