import {
  answerDemand,
  chargeDepartments,
  demandByCalendar,
  type ForecastHistoryOptions,
  forecastAhead,
  forecastForStream,
  forecastHeldOut,
  previewDrivers,
} from '../../../engine/answers';
import type { Plan } from '../../../engine/plan';
import type { RunControl } from '../../../engine/units';

/** Contacts to come: forecasts, formulas, and what moves demand away from them. */
export const demandQuestions = {
  forecast: (_plan: Plan, options: ForecastHistoryOptions, control: RunControl) => forecastAhead(options, control),
  /** The same on the history's own last stretch, beside it in another worker. */
  heldOut: (_plan: Plan, options: ForecastHistoryOptions, control: RunControl) => ({
    heldOut: forecastHeldOut(options, control),
  }),
  /** A history forecast for the plan's horizon, as a stream's demand. */
  forecastForStream: (plan: Plan, options: Parameters<typeof forecastForStream>[1], control: RunControl) =>
    forecastForStream(plan, options, control),
  /** What a formula over drivers gives, week by week, while it is being written. */
  drivers: (_plan: Plan, options: Parameters<typeof previewDrivers>[0]) => previewDrivers(options),
  /** The plan's contacts by month, period or quarter of a planning calendar. */
  calendarDemand: (plan: Plan, options: Parameters<typeof demandByCalendar>[1]) => demandByCalendar(plan, options),
  /** What moves the plan's demand away from its models, and who causes it. */
  demand: (plan: Plan, _options: null, control: RunControl) => answerDemand(plan, control),
  departments: (plan: Plan, _options: null, control: RunControl) => chargeDepartments(plan, control),
};
