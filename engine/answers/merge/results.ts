import type { LookThrough, MergeMapping } from '../../footprint';
import type { Provenance } from '../provenance';

/** A footprint in the figures that a merger is judged by. */
export interface MergeFigures {
  readonly name: string;
  readonly costPerYear: number;
  readonly serviceLevel: number | null;
  readonly abandonment: number | null;
  readonly asaSeconds: number | null;
  readonly occupancy: number | null;
  readonly contactsOffered: number;
  readonly contactsLost: number;
  readonly productiveHours: number;
  readonly heads: number;
  readonly sites: number;
  readonly providers: number;
  /** By dimension: effective number (null where members overlap), and the largest member's share of hours. */
  readonly spread: readonly {
    readonly dimension: LookThrough;
    readonly effectiveNumber: number | null;
    readonly largest: string;
    readonly largestShare: number;
  }[];
  readonly singleSource: number;
  readonly breaches: readonly string[];
}

export interface MergeAnswer {
  readonly first: MergeFigures;
  readonly second: MergeFigures;
  /** Both side by side without anything in common: costs and contacts added up, service weighted by contacts. */
  readonly apart: Pick<
    MergeFigures,
    'costPerYear' | 'serviceLevel' | 'abandonment' | 'contactsOffered' | 'contactsLost' | 'productiveHours' | 'heads'
  >;
  readonly union: MergeFigures;
  /** Metros in which both had sites of their own, most heads first. */
  readonly overlaps: readonly {
    readonly metro: string;
    readonly first: readonly string[];
    readonly second: readonly string[];
    readonly heads: number;
    readonly seats: number;
  }[];
  readonly mapping: MergeMapping;
  readonly currency: string;
  /** What one unit of the second plan's currency is worth in the first's. */
  readonly rate: number;
  readonly weeks: number;
  readonly sentence: string;
  readonly provenance: Provenance;
}
