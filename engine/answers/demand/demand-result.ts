import type { DemandStage, StepFigure } from '../../demand';
import type { Provenance } from '../provenance';

/** One stream's contacts and work, as its model has them and as they are planned. */
export interface PlannedStream {
  readonly id: string;
  readonly name: string;
  readonly market: string;
  readonly channel: string;
  readonly language: string;
  /** By day of the planner. */
  readonly model: Float64Array;
  readonly contacts: Float64Array;
  /** By week: agent hours of handling, and the mean handle time of a contact in seconds (NaN without contacts). */
  readonly modelHours: Float64Array;
  readonly hours: Float64Array;
  readonly handleTimeSeconds: Float64Array;
  /** By week: what each step adds or takes away, in the order of `stages`. */
  readonly steps: readonly { readonly contacts: Float64Array; readonly hours: Float64Array }[];
}

/** What one event, measure or override does. */
export interface PlannedStep {
  readonly id: string;
  readonly name: string;
  readonly stage: DemandStage;
  readonly contacts: number;
  readonly hours: number;
  /** By week. */
  readonly byWeek: Float64Array;
  readonly hoursByWeek: Float64Array;
  readonly byStream: readonly { readonly id: string; readonly contacts: number; readonly hours: number }[];
  readonly figures: readonly StepFigure[];
  readonly warnings: readonly string[];
}

/** Contacts of one reason within one stream over the horizon, from its model to agents. */
export interface PlannedReason {
  readonly stream: string;
  /** Null where the stream states no reasons. */
  readonly reason: string | null;
  readonly name: string;
  readonly department: string | null;
  readonly demandKind: 'value' | 'failure' | null;
  readonly modelContacts: number;
  readonly modelHours: number;
  readonly contacts: number;
  readonly hours: number;
  /** In the order of `stages`; the first is the model. */
  readonly byStage: readonly { readonly contacts: number; readonly hours: number }[];
}

/** A plan's demand taken apart: from models to what agents get. */
export interface DemandAnswer {
  /** Fingerprint of all that demand depends on. */
  readonly ground: string;
  readonly stages: readonly DemandStage[];
  readonly days: readonly string[];
  readonly weekLabels: readonly string[];
  readonly streams: readonly PlannedStream[];
  /** Events, measures and overrides that are on, in the order in which they are worked out. */
  readonly steps: readonly PlannedStep[];
  readonly reasons: readonly PlannedReason[];
  readonly total: {
    readonly modelContacts: number;
    readonly contacts: number;
    readonly modelHours: number;
    readonly hours: number;
  };
  readonly provenance: Provenance;
}
