import type { BacktestReport, CalendarEffect, Clock, Components, FindingKind, NamedDay } from '../../demand';
import type { Provenance } from '../provenance';

/** How a history is to be forecast. */
export interface ForecastOptions {
  /** Steps of the history's grain (after `grainMinutes`) by the unbroken clock, closed hours included. */
  readonly horizon: number;
  /** Percent; 80 and 95 unless told. */
  readonly levels?: readonly number[] | undefined;
  /** Interval to forecast at; the history's own unless told. */
  readonly grainMinutes?: number | undefined;
  /** Seasons of running numbers, in steps; found where not told. */
  readonly periods?: readonly number[] | undefined;
  /** Holidays and other named days of the market, past and future. */
  readonly holidays?: readonly NamedDay[] | undefined;
  /** Findings of the cleaning, by id, to leave as they were. */
  readonly keep?: readonly string[] | undefined;
  /** Possible futures to draw of every series, 0 without it; see `samplePaths`. */
  readonly paths?: number | undefined;
  /** Chance of the paths, 1 without it; the forecast itself draws no random numbers. */
  readonly seed?: number | undefined;
}

export interface ForecastBounds {
  readonly level: number;
  readonly lo: number;
  readonly hi: number;
}

export interface ForecastRow {
  readonly timestamp: string;
  readonly mean: number;
  readonly bounds: readonly ForecastBounds[];
}

/** A sum of the forecast over a day, a week or all of it. */
export interface ForecastSum extends ForecastRow {
  /** Last interval of the period. */
  readonly until: string;
}

/** Something found in the history; `id` undoes it. */
export interface CleaningNote {
  readonly id: string;
  readonly kind: FindingKind;
  /** First and last day (running numbers where there are no dates). */
  readonly from: string;
  readonly until: string;
  readonly intervals: number;
  readonly size: number;
  readonly action: string;
  readonly kept: boolean;
}

export interface ForecastedSeries {
  readonly series: string;
  readonly rows: readonly ForecastRow[];
  readonly byDay: readonly ForecastSum[];
  readonly byWeek: readonly ForecastSum[];
  readonly total: ForecastSum | null;
  /** Possible futures by step of the clock, where they were asked for; the k-th of every series belong together. */
  readonly paths?: readonly Float64Array[] | undefined;
  readonly components: Components;
  readonly report: BacktestReport & {
    readonly cleaned: readonly CleaningNote[];
    readonly calendar: readonly CalendarEffect[];
  };
}

/** Sums over all series of a forecast. */
export type ForecastedTogether = Pick<ForecastedSeries, 'rows' | 'byDay' | 'byWeek' | 'total'>;

export interface ForecastAnswer {
  readonly clock: Clock;
  readonly levels: readonly number[];
  readonly series: readonly ForecastedSeries[];
  /** All series together by step, day, week and in all, with bands from the paths; where paths and several series are. */
  readonly together?: ForecastedTogether | undefined;
  readonly provenance: Provenance;
}
