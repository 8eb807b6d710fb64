import type { RiskOptions, RiskSample, TableEntry, TableJob } from '../../../engine/answers';
import type { Plan } from '../../../engine/plan';

/** A part of a study: a range of years to run, or some runs of the table that years are read from. */
export type RiskPart =
  | { readonly kind: 'years'; readonly options: RiskOptions }
  | { readonly kind: 'table'; readonly options: RiskOptions; readonly jobs: readonly TableJob[] };

/** A part to be worked on; the plan comes with the first alone. */
export interface RiskQuestion {
  readonly plan: Plan | null;
  readonly part: RiskPart;
}

/** Progress of the part, any number of times, before what it found. */
export type RiskMessage =
  | { readonly kind: 'progress'; readonly share: number }
  | { readonly kind: 'years'; readonly sample: RiskSample }
  | { readonly kind: 'table'; readonly entries: readonly TableEntry[] };
