import type { RiskOptions, RiskSample } from '../../../engine/answers';
import type { Plan } from '../../../engine/plan';

/** A range of years to run; the plan comes with the first alone. */
export interface RiskQuestion {
  readonly plan: Plan | null;
  readonly options: RiskOptions;
}

/** Progress of the range, any number of times, before its years. */
export type RiskMessage =
  | { readonly kind: 'progress'; readonly share: number }
  | { readonly kind: 'sampled'; readonly sample: RiskSample };
