import { addDays, daysBetween, formatDate } from '../../../format';

/** Weeks that can be looked at around a disruption: the one before it, and up to eight from its start. */
export function weekChoices(
  calendar: { readonly startDate: string; readonly weeks: number },
  disruptionStart: string,
): { readonly value: string; readonly label: string }[] {
  const last = addDays(calendar.startDate, calendar.weeks * 7 - 7);
  const choices = [-1, 0, 1, 2, 3, 4, 5, 6, 7].map((week) => ({
    value: addDays(disruptionStart, week * 7),
    label: week < 0 ? 'The week before' : `Week ${week + 1}`,
  }));
  const inPlan = choices.filter(
    ({ value }) => daysBetween(calendar.startDate, value) >= 0 && daysBetween(value, last) >= 0,
  );
  // A disruption at the very end, or before the plan: the nearest week there is.
  const nearest = daysBetween(calendar.startDate, disruptionStart) < 0 ? calendar.startDate : last;
  const found = inPlan.length > 0 ? inPlan : [{ value: nearest, label: 'The nearest week' }];
  return found.map(({ value, label }) => ({ value, label: `${label}, from ${formatDate(value)}` }));
}
