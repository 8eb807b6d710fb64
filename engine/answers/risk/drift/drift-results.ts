import type { WithError } from '../../../risk';
import type { Provenance } from '../../provenance';
import type { RiskSample } from '../risk-sample';

/** One disruption that a plan keeps, run again. */
export interface StressFigure {
  readonly id: string;
  readonly name: string;
  readonly contactsLost: number;
  readonly worstServiceLevel: number | null;
  readonly daysToRecover: number | null;
}

/** What a revision of a plan comes to, before it is set beside others. */
export interface RevisionRun {
  readonly sample: RiskSample;
  readonly stress: readonly StressFigure[];
}

/** One revision of a plan, on the scale of its score: of a hundred contacts. */
export interface RevisionFigures {
  readonly label: string;
  readonly planHash: string;
  readonly score: WithError;
  /** Contacts of the year as planned, lost in the mean year, and in the mean of the worst twentieth. */
  readonly contacts: number;
  readonly mean: WithError;
  readonly cvar95: WithError;
  readonly cost: number;
  readonly stress: readonly StressFigure[];
}

/** What changed the score from one revision to the next, in points; negative is worse. */
export interface RevisionChange {
  readonly from: string;
  readonly to: string;
  /** With the interval that the same luck for both leaves. */
  readonly points: WithError;
  /** Causes by how much of the change they are; they add up to it. */
  readonly causes: readonly { readonly id: string; readonly name: string; readonly points: number }[];
  /** What hazards cost, by the site where they take agent-hours. */
  readonly sites: readonly { readonly name: string; readonly points: number }[];
}

export interface DriftAnswer {
  readonly years: number;
  readonly revisions: readonly RevisionFigures[];
  readonly changes: readonly RevisionChange[];
  readonly scoreMeaning: string;
  readonly provenance: Provenance;
}
