import { isDate } from '../../calendar';
import type { Issue } from '../../units';
import { contactsFromDrivers } from '../formula';
import type { Demand, Plan } from '../schema';
import { type Add, reference, sumsToOne } from './check-tools';
import type { Ids } from './collect-ids';

/** A stream's demand: shapes that add up, a value for each week, a formula that gives contacts in each. */
export function checkDemand(demand: Demand, path: string, plan: Plan, ids: Ids, add: Add): void {
  checkShapes(demand, path, add);
  if (demand.kind === 'weekly') {
    if (demand.contactsByWeek.length !== plan.calendar.weeks) {
      add(
        'plan.weeks',
        `${path}.contactsByWeek`,
        `${demand.contactsByWeek.length} weeks`,
        `one number for each of the plan's ${plan.calendar.weeks} weeks`,
      );
    }
    if (demand.history !== undefined) reference(ids.histories, `${path}.history`, demand.history, 'history', add);
  }
}

function checkShapes(demand: Demand, path: string, add: Add): void {
  sumsToOne(demand.dayOfWeekShare, `${path}.dayOfWeekShare`, add);
  const rows = demand.intradayShare;
  if (![1, 2, 7].includes(rows.length)) {
    add(
      'plan.rows',
      `${path}.intradayShare`,
      `${rows.length} rows`,
      '1 row (every day), 2 (weekday, weekend) or 7 (Monday to Sunday)',
    );
  }
  rows.forEach((row, index) => {
    if (![24, 48, 96].includes(row.length)) {
      add('plan.rows', `${path}.intradayShare[${index}]`, `${row.length} parts`, '24, 48 or 96 equal parts of a day');
    }
    if (row.some((part) => part > 0)) sumsToOne(row, `${path}.intradayShare[${index}]`, add);
  });
}

/** What is wrong with formulas of demand: their text, and the contacts that they give in each week. */
export function formulaIssues(plan: Plan): Issue[] {
  // Weeks are named by their first day; where there is no such day, that is the issue to mend first.
  if (!isDate(plan.calendar.startDate)) return [];
  return plan.streams.flatMap(({ demand }, at) => {
    if (demand.kind !== 'drivers') return [];
    const { issues } = contactsFromDrivers(demand, plan.calendar, `streams[${at}].demand`);
    return issues.map(({ code, path, found, allowed, message }) => ({ code, path, found, allowed, message }));
  });
}
