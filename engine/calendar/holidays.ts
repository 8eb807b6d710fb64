import { InputFault, issue } from '../units';
import { dayNumber, isDate } from './civil-days';

/** Listed holidays as day numbers; every text that is no date is named in one `InputFault`. */
export function requireHolidays(dates: readonly string[], path = 'holidays'): ReadonlySet<number> {
  const issues = dates.flatMap((date, index) =>
    isDate(date) ? [] : [issue('calendar.date', `${path}[${index}]`, date, 'an existing date such as 2027-12-25')],
  );
  if (issues.length > 0) throw new InputFault(issues);
  return new Set(dates.map((date) => dayNumber(date)));
}
