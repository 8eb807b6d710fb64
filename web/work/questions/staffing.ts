import {
  explainRequirement,
  type StaffingModel,
  type StaffOptions,
  staffIntervals,
  trackBacklog,
} from '../../../engine/answers';
import type { Plan } from '../../../engine/plan';
import type { RunControl } from '../../../engine/units';

export interface RequirementOptions {
  readonly stream: string;
  readonly day: string;
  readonly intervalOfDay: number;
  readonly model: StaffingModel;
  readonly definition?: StaffOptions['definition'];
  readonly uncertainty?: StaffOptions['uncertainty'];
}

/** Agents by interval: needed, there, and why. */
export const staffingQuestions = {
  staff: (plan: Plan, options: StaffOptions, control: RunControl) => staffIntervals(plan, options, control),
  /** Work that can wait: backlog and age by day over the plan. */
  backlog: (plan: Plan, _options: null, control: RunControl) => trackBacklog(plan, control),
  requirement: (plan: Plan, options: RequirementOptions, control: RunControl) =>
    explainRequirement(plan, options, control),
};
