import type { Plan } from '../../plan';
import type { Provenance } from '../provenance';
import type { MixLine } from './mix-lines';

/** What flow makes of a mix: a year undisturbed, and the worst of some years of fresh luck. */
export interface Rechecked {
  readonly serviceLevel: number | null;
  /** The same of each stream, in the order of the plan. */
  readonly streams: readonly { readonly id: string; readonly name: string; readonly serviceLevel: number | null }[];
  /** Cost of the year without what changing to it costs. */
  readonly cost: number;
  readonly contactsLost: number;
  /** Value of the customers whom lost contacts put at risk. */
  readonly valueAtRisk: number;
  /** Mean over the worst twentieth of fresh years: contacts lost, and value lost with them; null without such years. */
  readonly lostInWorstYears: number | null;
  readonly valueInWorstYears: number | null;
  /** What the search says to the same fresh years. */
  readonly searchedInWorstYears: number | null;
}

export interface TeamSize {
  readonly team: string;
  readonly name: string;
  /** Against today's people; for a candidate against those it could come to. */
  readonly size: number;
  readonly isCandidate: boolean;
  readonly hoursShare: number;
  /** Mean productive full-time equivalents in each season of the year. */
  readonly fteBySeason: readonly number[];
}

export interface OptimalMix {
  /** `today`, `mix-1` and on along the frontier, `spread-1` and on where concentration is held tighter. */
  readonly id: string;
  readonly name: string;
  readonly sizes: readonly TeamSize[];
  /** As the search sees it: cost of the year with changes, and contacts lost to hazards in the mean of the worst twentieth. */
  readonly cost: number;
  readonly risk: number;
  /** What one contact lost less in the worst years costs. */
  readonly costOfAContactLess: number;
  readonly prices: readonly { readonly limit: string; readonly perPoint: number; readonly sentence: string }[];
  /** Least effective number among owners, countries and metros, and the largest share that any of them has. */
  readonly effectiveNumber: number;
  readonly largestShare: number;
  readonly largest: string;
  /** By line of the study: the share that it is about, and whose it is. */
  readonly lineShares: readonly { readonly share: number; readonly of: string }[];
  /** Null until it was run by flow. */
  readonly rechecked: Rechecked | null;
}

export interface MixFrontier {
  readonly today: OptimalMix;
  /** Mixes found so far, from the least cost to the least risk. */
  readonly frontier: readonly OptimalMix[];
  /** Mixes whose largest owner, country and metro are held below what the plan allows. */
  readonly spread: readonly OptimalMix[];
  /** How many mixes the whole frontier has. */
  readonly points: number;
  /** Places at which there is no mix within the limits, as far as they were looked into. */
  readonly without: readonly string[];
  /** The mix closest to today's that costs and loses no more, to the search and to flow; its id, null without one. */
  readonly nearestBetter: string | null;
  /** Limits that can't all be kept, none of which may be missing from the conflict; empty where there are mixes. */
  readonly conflict: readonly { readonly id: string; readonly sentence: string }[];
  /** Limits that were kept to, and the lines that they and the usual others make. */
  readonly limits: Plan['policies']['limits'];
  readonly lines: readonly MixLine[];
  /** Seasons by their first and last week of the plan, counted from 1. */
  readonly seasons: readonly { readonly fromWeek: number; readonly toWeek: number }[];
  readonly provenance: Provenance;
}
