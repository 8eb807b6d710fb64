import type { Disruption } from '../../plan';
import type { RiskFigure, WithError } from '../../risk';
import type { Provenance } from '../provenance';

/** One figure over all sampled years. */
export interface RiskDistribution {
  readonly figure: RiskFigure;
  readonly planned: number;
  readonly mean: WithError;
  readonly p50: WithError;
  readonly p80: WithError;
  readonly p95: WithError;
  /** Mean of the worst twentieth of years. */
  readonly cvar95: WithError;
  /** The sample's quantiles, from the best year to the worst, evenly over the chances (first and last included). */
  readonly quantiles: readonly number[];
}

/** A cause of loss: its part of the mean year, and of the mean of the worst twentieth. Parts add up to the whole. */
export interface RiskPart {
  /** `plan`: what the plan loses anyway. `uncertainty`: demand and people other than planned. */
  readonly kind: 'plan' | 'uncertainty' | 'hazard';
  readonly id: string;
  readonly name: string;
  /** What a hazard strikes. */
  readonly node: string | null;
  readonly mean: number;
  readonly tail: number;
  /** The mean year and the mean of the worst twentieth if this were gone; null for the plan itself. */
  readonly without: { readonly mean: number; readonly tail: number } | null;
}

export interface RiskAttribution {
  readonly figure: RiskFigure;
  readonly parts: readonly RiskPart[];
  /** Hazards by what they strike. */
  readonly nodes: readonly { readonly node: string; readonly mean: number; readonly tail: number }[];
  /** Hazards by where they take agent-hours; each dimension adds up to all hazards. */
  readonly places: readonly {
    readonly dimension: 'site' | 'metro' | 'country' | 'provider' | 'parent';
    readonly name: string;
    readonly mean: number;
    readonly tail: number;
  }[];
  readonly mean: number;
  readonly tail: number;
}

/** The same years with sites struck together, and each at times of its own. */
export interface ApartComparison {
  readonly figure: RiskFigure;
  readonly together: { readonly mean: WithError; readonly p95: WithError; readonly cvar95: WithError };
  readonly apart: { readonly mean: WithError; readonly p95: WithError; readonly cvar95: WithError };
}

/** One of the worst years, told. */
export interface RiskStory {
  readonly year: number;
  /** Years of the sample that lost more contacts. */
  readonly worse: number;
  readonly demand: number;
  readonly people: number;
  readonly figures: Readonly<Record<RiskFigure, number>>;
  readonly events: readonly {
    readonly hazard: string;
    readonly name: string;
    readonly node: string;
    readonly startDate: string;
    readonly days: number;
    readonly contactsLost: number;
  }[];
  readonly sentence: string;
  /** The year's disruptions, demand and people included, to be added to a plan and looked at. */
  readonly disruptions: readonly Disruption[];
}

/** Years read from a table against the same ones run in full, as shares of what they come to: mean and absolute difference, and the largest of a year. */
export interface RiskAccuracy {
  readonly years: number;
  readonly figures: readonly {
    readonly figure: RiskFigure;
    readonly mean: number;
    readonly typical: number;
    readonly largest: number;
  }[];
}

/** A figure by week: planned, and what 5, 25, 50, 75 and 95 % of sampled years stay at or below. */
export interface FanBand {
  readonly planned: readonly number[];
  readonly p5: readonly number[];
  readonly p25: readonly number[];
  readonly p50: readonly number[];
  readonly p75: readonly number[];
  readonly p95: readonly number[];
}

/** Weeks of sampled years that were run in full. */
export interface RiskFan {
  readonly years: number;
  readonly startDates: readonly string[];
  readonly contactsLost: FanBand;
  /** Share answered within target, over all streams; a bad year is at the lower quantiles. */
  readonly serviceLevel: FanBand;
}

export interface RiskAnswer {
  readonly years: number;
  /** Weeks of a sampled year; fewer than 52 where the plan's horizon is shorter. */
  readonly weeks: number;
  readonly startDate: string;
  readonly demandError: number;
  readonly peopleError: number;
  readonly eventsPerYear: number;
  readonly distributions: readonly RiskDistribution[];
  readonly attributions: readonly RiskAttribution[];
  readonly comparisons: { readonly years: number; readonly figures: readonly ApartComparison[] } | null;
  /** How many of the years were run in full; the others are read from a table. */
  readonly yearsRun: number;
  /** Of years that are read: how far the first ones, and the worst, are from the same years run in full, whose figures then count. */
  readonly accuracy: RiskAccuracy | null;
  readonly worstAccuracy: RiskAccuracy | null;
  readonly fan: RiskFan | null;
  /** Of a hundred contacts, those not lost in the mean of the worst twentieth of years. */
  readonly score: WithError;
  readonly scoreMeaning: string;
  readonly stories: readonly RiskStory[];
  readonly provenance: Provenance;
}
