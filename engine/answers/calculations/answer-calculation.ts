import { InputFault, issue, type RunControl } from '../../units';
import { backlog } from './backlog';
import { blending } from './blending';
import type { Calculation, CalculationAnswer, CalculationInput } from './calculation';
import { changingDay } from './changing-day';
import { overload } from './overload';
import { readQuestion } from './read-question';
import { repeatContacts } from './repeat-contacts';
import { resolution } from './resolution';
import { uncertainDays } from './uncertain-days';

/** Every calculation beyond one queue, in the order of screens and help. */
export const CALCULATIONS = [
  overload,
  uncertainDays,
  repeatContacts,
  resolution,
  changingDay,
  backlog,
  blending,
] as unknown as readonly Calculation[];

/**
 * Answers one of the planner's questions beyond a single queue: overload policies, uncertain days, repeat contacts, handle
 * time against resolution, a day that changes, work that can wait, blending.
 *
 * Use for screens and the command line alike, so that both show the same figures. What each takes stands in
 * `CALCULATIONS`; fields left out have their usual value, rows left out the example's.
 * Source, units, range and cost: with each calculation's function in `queueing`.
 *
 * @example answerCalculation('blending', { fields: { contactsPerHour: 200, agents: 16 } }).headline
 */
export function answerCalculation(name: string, input: CalculationInput = {}, control?: RunControl): CalculationAnswer {
  const calculation = CALCULATIONS.find((one) => one.name === name);
  if (!calculation) {
    const names = CALCULATIONS.map((one) => one.name).join(', ');
    throw new InputFault([issue('calculation.name', 'calculation', name, `one of ${names}`)]);
  }
  return calculation.answer(readQuestion(calculation, input), control);
}
