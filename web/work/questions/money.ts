import {
  businessCase,
  type CaseOptions,
  type MoneyOptions,
  type PayOptions,
  payAndHeat,
  planMoney,
  planValue,
  type ValueOptions,
  valueStaffing,
} from '../../../engine/answers';
import type { Plan } from '../../../engine/plan';
import type { RunControl } from '../../../engine/units';

/** What a plan costs, what its contacts are worth, and what changes would bring. */
export const moneyQuestions = {
  /** What the plan or a scenario costs, as a tree. */
  money: (plan: Plan, options: MoneyOptions, control: RunControl) => planMoney(plan, options, control),
  /** What contacts are worth, beside what they cost. */
  value: (plan: Plan, options: ValueOptions, control: RunControl) => planValue(plan, options, control),
  /** Staffing that loses least beside the least that keeps the promises. */
  valueStaffing: (plan: Plan, options: { readonly seed?: number }, control: RunControl) =>
    valueStaffing(plan, options, control),
  businessCase: (plan: Plan, options: CaseOptions, control: RunControl) => businessCase(plan, options, control),
  /** A raise against leavers, and occupancy against leavers. */
  pay: (plan: Plan, options: PayOptions, control: RunControl) => payAndHeat(plan, options, control),
};
