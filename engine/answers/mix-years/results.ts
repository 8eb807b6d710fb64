import type { RiskFigure, WithError } from '../../risk';
import type { Provenance } from '../provenance';

/** Years of today's footprint or of a mix, as columns: what parts of a study are joined as. */
export interface MixYears {
  readonly seed: number;
  readonly mixes: readonly {
    /** `base` for today's footprint. */
    readonly id: string;
    readonly name: string;
    readonly years: Float64Array;
    /** A row of the risk figures a year: contacts lost, value lost, cost, weeks below. */
    readonly totals: Float64Array;
  }[];
}

/** A mix against today's footprint in one figure, year by year under the same luck. */
export interface YearsBeside {
  readonly figure: RiskFigure;
  /** Years in which the mix has less of it, as much, and more. */
  readonly fewer: number;
  readonly same: number;
  readonly more: number;
  /** Of the differences, mix less today: mean with its 95 % interval, and the tenth and ninetieth percentile. */
  readonly mean: WithError;
  readonly p10: number;
  readonly p90: number;
  /** By year, smallest first. */
  readonly differences: Float64Array;
}

export interface MixYearsAnswer {
  readonly mixes: readonly {
    readonly id: string;
    readonly name: string;
    readonly years: number;
    readonly figures: readonly YearsBeside[];
    /** Years in which the mix loses fewer contacts and costs no more. */
    readonly better: number;
    readonly sentence: string;
  }[];
  readonly provenance: Provenance;
}
