import type { RiskFindings, RiskPart } from '../../../engine/answers';
import type { Plan } from '../../../engine/plan';

/** A part to be worked on; the plan comes with the first alone. */
export interface RiskQuestion {
  readonly plan: Plan | null;
  readonly part: RiskPart;
}

/** Progress of the part, any number of times, before what it found. */
export type RiskMessage =
  | { readonly kind: 'progress'; readonly share: number }
  | { readonly kind: 'found'; readonly found: RiskFindings };
