import type { LookThrough } from '../../footprint';
import type { Breach, CoverLevel, Measure, Spread } from '../../risk';
import type { Provenance } from '../provenance';

export interface MemberShare {
  readonly member: string;
  readonly label: string;
  /** Of productive hours. */
  readonly share: number;
  readonly productiveHours: number;
  readonly contactShare: number;
  readonly contacts: number;
  /** Of what the answered contacts put at stake; null in a plan that states no values. */
  readonly valueShare: number | null;
  readonly valueAtStake: number | null;
  readonly detail: string;
  /** Ids of the sites that it reaches. */
  readonly sites: readonly string[];
  /** Streams of whose hours it gives a part, largest part first. */
  readonly streams: readonly { readonly stream: string; readonly name: string; readonly share: number }[];
}

/** Shares over the members of one dimension, most hours first. */
export interface DimensionShare {
  readonly dimension: LookThrough;
  readonly label: string;
  readonly members: readonly MemberShare[];
  /** By productive hours: Herfindahl index, 0 to 1, and its inverse: how many equal members would be as concentrated. Null where shares overlap. */
  readonly herfindahl: number | null;
  readonly effectiveNumber: number | null;
  readonly largestShare: number;
  /** The same by each measure; null where the plan has nothing of it. */
  readonly spread: { readonly [Each in Measure]: Spread | null };
}

/** A member that covers a stream. */
export interface CoverMember {
  readonly member: string;
  readonly label: string;
  readonly share: number;
  readonly hoursPerWeek: number;
}

/** A stream, which is one skill, language and channel, and who covers it. */
export interface CoverRow {
  readonly stream: string;
  readonly name: string;
  readonly skill: string;
  readonly language: string;
  readonly channel: string;
  readonly contactsPerWeek: number;
  readonly hoursPerWeek: number;
  readonly levels: {
    readonly [Level in CoverLevel]: {
      readonly members: readonly CoverMember[];
      readonly effectiveNumber: number;
    };
  };
  readonly single: 'site' | 'metro' | 'parent' | null;
  /** What counting its providers hides, such as `4 providers (effective number 3.6) in 1 metro (1.0)`; null where nothing. */
  readonly hides: string | null;
}

export interface ConcentrationAnswer {
  readonly totalProductiveHours: number;
  readonly totalContacts: number;
  /** Null in a plan that states no values of contacts or customers. */
  readonly totalValueAtStake: number | null;
  readonly dimensions: readonly DimensionShare[];
  readonly cover: readonly CoverRow[];
  readonly singleSource: readonly {
    readonly stream: string;
    readonly name: string;
    readonly skill: string;
    readonly language: string;
    readonly channel: string;
    readonly provider: string;
    readonly providerName: string;
    readonly level: 'parent' | 'metro' | 'site';
    /** The owner, metro or site on which it hangs. */
    readonly member: string;
    readonly memberLabel: string;
    readonly contactsPerWeek: number;
  }[];
  readonly breaches: readonly (Breach & { readonly sentence: string })[];
  /** What the headline hides, such as four providers that are one metro. */
  readonly headline: string;
  /** The streams in which counting providers hides most, worst first. */
  readonly hides: readonly string[];
  readonly provenance: Provenance;
}
