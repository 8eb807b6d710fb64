import {
  answerCalculation,
  answerDemand,
  answerOverview,
  type CalculationInput,
  calculateQueue,
  chargeDepartments,
  checkPlan,
  compareMixes,
  explainRequirement,
  type ForecastHistoryOptions,
  forecastForStream,
  forecastHistory,
  type HeadcountOptions,
  type MixOptions,
  measureConcentration,
  type PreviewOptions,
  planHeadcount,
  previewDrivers,
  previewHistory,
  type QueueCalculatorInput,
  type StaffingModel,
  type StaffOptions,
  type StressOptions,
  type SweepOptions,
  staffIntervals,
  stressPlan,
  sweepOutages,
} from '../../engine/answers';
import { type Plan, planHash, readPlan, readPlanText } from '../../engine/plan';
import type { RunControl } from '../../engine/units';

/** A question put to the engine: the plan asked about, what else it needs, and how to report or be stopped. */
export type PlanQuestion = (plan: Plan, options: unknown, control: RunControl) => unknown;

/** Everything that a screen can ask, each answered by one function of the engine's front door. */
export const questions = {
  overview: (plan: Plan, _options: null, control: RunControl) => answerOverview(plan, control),
  stress: (plan: Plan, options: StressOptions, control: RunControl) => stressPlan(plan, options, control),
  /** What a disruption does, without the curves: small enough to ask for many. */
  impact: (plan: Plan, options: { readonly disruption: string }, control: RunControl) => {
    const { cases, provenance } = stressPlan(plan, { disruptions: [options.disruption] }, control);
    return { cases: cases.map(({ run: _run, ...rest }) => rest), provenance };
  },
  mixes: (plan: Plan, options: MixOptions, control: RunControl) => compareMixes(plan, options, control),
  concentration: (plan: Plan, _options: null, control: RunControl) => measureConcentration(plan, control),
  sweep: (plan: Plan, options: SweepOptions, control: RunControl) => sweepOutages(plan, options, control),
  staff: (plan: Plan, options: StaffOptions, control: RunControl) => staffIntervals(plan, options, control),
  headcount: (plan: Plan, options: HeadcountOptions, control: RunControl) => planHeadcount(plan, options, control),
  requirement: (plan: Plan, options: RequirementOptions, control: RunControl) =>
    explainRequirement(plan, options, control),
  /** One queue, and the same if nobody gave up, to compare with; it needs no plan. */
  calculate: (_plan: Plan, options: QueueCalculatorInput) => {
    const { patienceSeconds, maxAbandonment: _cap, ...patient } = options;
    const impatient = typeof patienceSeconds === 'number' && Number.isFinite(patienceSeconds);
    return { answer: calculateQueue(options), patient: impatient ? calculateQueue(patient) : null };
  },
  /** A planner's question beyond one queue; it needs no plan. */
  calculation: (
    _plan: Plan,
    { name, input }: { readonly name: string; readonly input: CalculationInput },
    control: RunControl,
  ) => answerCalculation(name, input, control),
  /** What a file holds, before any of it lands in the plan. */
  preview: (_plan: Plan, options: PreviewOptions, control: RunControl) => previewHistory(options, control),
  forecast: (_plan: Plan, options: ForecastHistoryOptions, control: RunControl) => forecastHistory(options, control),
  /** A history forecast for the plan's horizon, as a stream's demand. */
  forecastForStream: (
    plan: Plan,
    options: { readonly history: string; readonly stream: string },
    control: RunControl,
  ) => forecastForStream(plan, options, control),
  /** What a formula over drivers gives, week by week, while it is being written. */
  drivers: (_plan: Plan, options: Parameters<typeof previewDrivers>[0]) => previewDrivers(options),
  /** What moves the plan's demand away from its models, and who causes it. */
  demand: (plan: Plan, _options: null, control: RunControl) => answerDemand(plan, control),
  departments: (plan: Plan, _options: null, control: RunControl) => chargeDepartments(plan, control),
  /** What is wrong with the plan, and what may surprise its author. */
  check: (plan: Plan, _options: null) => checkPlan(plan),
  /** Whether two documents are the same plan. */
  same: (_plan: Plan, options: { readonly a: unknown; readonly b: unknown }) =>
    planHash(readPlan(options.a)) === planHash(readPlan(options.b)),
  /** An unknown document, or its JSON text, as a plan of the newest form. */
  read: (_plan: Plan, options: { readonly document?: unknown; readonly text?: string }) =>
    options.text === undefined ? readPlan(options.document) : readPlanText(options.text),
};

interface RequirementOptions {
  readonly stream: string;
  readonly day: string;
  readonly intervalOfDay: number;
  readonly model: StaffingModel;
  readonly definition?: StaffOptions['definition'];
  readonly uncertainty?: StaffOptions['uncertainty'];
}

export type QuestionName = keyof typeof questions;
export type OptionsOf<Name extends QuestionName> = Parameters<(typeof questions)[Name]>[1];
export type AnswerOf<Name extends QuestionName> = Awaited<ReturnType<(typeof questions)[Name]>>;
