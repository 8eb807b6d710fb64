import {
  type BillOptions,
  type ConfirmOptions,
  compareMixes,
  confirmOutages,
  contractBills,
  homeTarget,
  type MergeOptions,
  type MixOptions,
  type MixPartOptions,
  type MixYearsOptions,
  measureConcentration,
  measureConsistency,
  mergedPlan,
  mergeFootprints,
  mixPart,
  mixStudyReady,
  type OptimizeOptions,
  type OutageOptions,
  type PairSweepOptions,
  planTransition,
  sampleMixYears,
  scoreProviders,
  sweepOutages,
  sweepPairs,
  type TransitionOptions,
  transitionPath,
} from '../../../engine/answers';
import type { Plan } from '../../../engine/plan';
import { highsSolver } from '../../../engine/stats';
import type { RunControl } from '../../../engine/units';

/** Who does the work where: other mixes, concentration, and what each outage would cost. */
export const footprintQuestions = {
  mixes: (plan: Plan, options: MixOptions, control: RunControl) => compareMixes(plan, options, control),
  /** Some of the mixes of least cost for their risk, to be joined with others. */
  bestMixes: async (plan: Plan, options: MixPartOptions, control: RunControl) =>
    mixPart(plan, options, await highsSolver(), control),
  homeTarget: async (plan: Plan, options: OptimizeOptions, control: RunControl) =>
    homeTarget(plan, options, await highsSolver(), control),
  /** Loads the solver and lays the ground in a worker, so that the first mix is there soon once it is asked for. */
  mixesReady: async (plan: Plan, options: OptimizeOptions, control: RunControl) =>
    mixStudyReady(plan, options, await highsSolver(), control),
  concentration: (plan: Plan, _options: null, control: RunControl) => measureConcentration(plan, control),
  scorecards: (plan: Plan, _options: null, control: RunControl) => scoreProviders(plan, control),
  /** Some outages contact by contact, to be joined with others. */
  confirm: (plan: Plan, options: ConfirmOptions, control: RunControl) => confirmOutages(plan, options, control),
  /** What each contract bills, undisturbed and under each disruption and scenario. */
  bills: (plan: Plan, options: BillOptions, control: RunControl) => contractBills(plan, options, control),
  sweep: (plan: Plan, options: OutageOptions, control: RunControl) => sweepOutages(plan, options, control),
  /** A way over months to another footprint, and the same in a few figures for a search among ways. */
  transition: (plan: Plan, options: TransitionOptions, control: RunControl) => planTransition(plan, options, control),
  transitionPaths: (plan: Plan, options: TransitionOptions, control: RunControl) => [
    transitionPath(plan, options, control),
  ],
  /** Some years of today's footprint or of a mix, to be joined with others. */
  mixYears: (plan: Plan, options: MixYearsOptions, control: RunControl) => sampleMixYears(plan, options, control),
  /** Two plans as one footprint: before and after, and the union itself. */
  merge: (plan: Plan, options: MergeOptions, control: RunControl) => mergeFootprints(plan, options, control),
  mergedPlan: (plan: Plan, options: MergeOptions) => mergedPlan(plan, options),
  /** How differently the same work is done from site to site. */
  consistency: (plan: Plan, options: Parameters<typeof measureConsistency>[1], control: RunControl) =>
    measureConsistency(plan, options, control),
  pairs: (plan: Plan, options: PairSweepOptions, control: RunControl) => sweepPairs(plan, options, control),
};
