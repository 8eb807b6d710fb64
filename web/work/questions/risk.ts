import {
  type RiskFindings,
  type RiskOptions,
  type RiskPart,
  riskAnswer,
  runRevision,
  workOnRisk,
} from '../../../engine/answers';
import type { Plan } from '../../../engine/plan';
import type { RunControl } from '../../../engine/units';

/** What a year may cost, and how bad the worst years are. */
export const riskQuestions = {
  /** A part of a study of sampled years, to be joined with others. */
  risk: (plan: Plan, part: RiskPart, control: RunControl) => workOnRisk(plan, part, control),
  /** What a study comes to, from what its parts have found so far. */
  riskAnswer: (plan: Plan, found: RiskFindings) => riskAnswer(plan, found),
  /** A revision of the plan through sampled years, and the disruptions that it keeps. */
  revision: (plan: Plan, options: RiskOptions, control: RunControl) => runRevision(plan, options, control),
};
