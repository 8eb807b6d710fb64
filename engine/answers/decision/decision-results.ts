import type { Dimension } from '../../footprint';
import type { Move } from '../../plan';
import type { Provenance } from '../provenance';

/** A footprint in three numbers. */
export interface DecisionFigures {
  /** Plan currency. */
  readonly costPerYear: number;
  /** Share of contacts served within their own target, nothing going wrong. */
  readonly serviceLevel: number | null;
  /** Contacts lost for good over the horizon, nothing going wrong. */
  readonly lostUndisturbed: number;
  /** The same when the one thing fails that loses most, for its recovery time from the busiest week on. */
  readonly lostAtWorst: number;
  /** What that is. */
  readonly worst: string;
}

/** A move of work that was tried against the node that loses most. */
export interface TriedMove {
  readonly move: Move;
  readonly name: string;
  readonly costPerYear: number;
  readonly serviceLevel: number | null;
  readonly lostUndisturbed: number;
  /** Contacts lost over the horizon when the node that it was tried against fails. */
  readonly lostWithoutNode: number;
  readonly isWithinCost: boolean;
  readonly isWithinService: boolean;
  readonly isWithinSeats: boolean;
  /** Seats that it lacks, in words. */
  readonly warnings: readonly string[];
}

/** The one move that a page for executives proposes, and what it was chosen from. */
export interface DecisionAnswer {
  readonly costRise: number;
  readonly startDate: string;
  readonly today: DecisionFigures;
  /** The node that loses most of those that work can be moved out of; null where there is none. */
  readonly node: {
    readonly dimension: Dimension;
    readonly member: string;
    readonly label: string;
    readonly days: number;
    readonly hoursShare: number;
    readonly lost: number;
    readonly daysToSurvive: number | null;
  } | null;
  /** Null where no move within cost, service and seats loses clearly less. */
  readonly decision: (TriedMove & { readonly after: DecisionFigures }) | null;
  /** All that were tried, those that lose least first. */
  readonly tried: readonly TriedMove[];
  readonly sentence: string;
  readonly provenance: Provenance;
}
