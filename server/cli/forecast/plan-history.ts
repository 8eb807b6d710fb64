import type { History, Plan } from '../../../engine/plan';
import { InputFault, issue } from '../../../engine/units';
import type { Holiday } from '../../holidays';

/** The history of a plan that is meant, by id or name; without a name the only one. */
export function planHistory(plan: Plan, named: string | undefined): History {
  const { histories } = plan;
  const [only] = histories;
  if (only && named === undefined && histories.length === 1) return only;
  const found = named === undefined ? undefined : histories.find(({ id, name }) => id === named || name === named);
  if (found) return found;
  const allowed =
    histories.length === 0
      ? 'a plan that keeps a history; bring one in on the Demand screen, or give the file itself'
      : `a history of the plan: ${histories.map(({ id }) => id).join(', ')}`;
  throw new InputFault([issue('forecast.history', '--history', named, allowed)]);
}

/** Holidays of one of the plan's markets, or undefined where it has no such market. */
export function marketHolidays(plan: Plan, market: string): readonly Holiday[] | undefined {
  return plan.markets.find(({ id }) => id === market)?.holidays.map(({ date, name }) => ({ date, name }));
}
