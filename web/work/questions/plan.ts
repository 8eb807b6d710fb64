import { answerOverview, checkPlan, type DecisionOptions, decideMove } from '../../../engine/answers';
import { type Plan, planHash, readPlan, readPlanText } from '../../../engine/plan';
import type { RunControl } from '../../../engine/units';

/** About the plan as a whole and as a document. */
export const planQuestions = {
  overview: (plan: Plan, _options: null, control: RunControl) => answerOverview(plan, control),
  decision: (plan: Plan, options: DecisionOptions, control: RunControl) => decideMove(plan, options, control),
  /** What is wrong with the plan, and what may surprise its author. */
  check: (plan: Plan, _options: null) => checkPlan(plan),
  /** Whether two documents are the same plan. */
  same: (_plan: Plan, options: { readonly a: unknown; readonly b: unknown }) =>
    planHash(readPlan(options.a)) === planHash(readPlan(options.b)),
  /** An unknown document, or its JSON text, as a plan of the newest form. */
  read: (_plan: Plan, options: { readonly document?: unknown; readonly text?: string }) =>
    options.text === undefined ? readPlan(options.document) : readPlanText(options.text),
};
