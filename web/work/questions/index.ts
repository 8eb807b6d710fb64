import type { Plan } from '../../../engine/plan';
import type { RunControl } from '../../../engine/units';
import { calculatorQuestions } from './calculator';
import { demandQuestions } from './demand';
import { disruptionQuestions } from './disruptions';
import { footprintQuestions } from './footprint';
import { headcountQuestions } from './headcount';
import { historyQuestions } from './histories';
import { moneyQuestions } from './money';
import { planQuestions } from './plan';
import { riskQuestions } from './risk';
import { staffingQuestions } from './staffing';

/** A question put to the engine: the plan asked about, what else it needs, and how to report or be stopped. */
export type PlanQuestion = (plan: Plan, options: unknown, control: RunControl) => unknown;

/** Everything that a screen can ask, each answered by one function of the engine's front door; a file a room. */
export const questions = {
  ...planQuestions,
  ...staffingQuestions,
  ...headcountQuestions,
  ...moneyQuestions,
  ...disruptionQuestions,
  ...footprintQuestions,
  ...riskQuestions,
  ...calculatorQuestions,
  ...historyQuestions,
  ...demandQuestions,
};

export type QuestionName = keyof typeof questions;
export type OptionsOf<Name extends QuestionName> = Parameters<(typeof questions)[Name]>[1];
export type AnswerOf<Name extends QuestionName> = Awaited<ReturnType<(typeof questions)[Name]>>;
