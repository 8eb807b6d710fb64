import { dayNumber } from '../../calendar';
import type { Plan } from '../../plan';
import { InputFault, issue } from '../../units';

/** Both plans over the weeks that they share. Errors: `InputFault` for calendars that can't be laid over each other. */
export function overSharedWeeks(first: Plan, second: Plan): { first: Plan; second: Plan; warnings: string[] } {
  const issues = (['startDate', 'intervalMinutes', 'weekRule'] as const).flatMap((field) =>
    first.calendar[field] === second.calendar[field]
      ? []
      : [
          issue(
            'merge.calendar',
            `calendar.${field}`,
            second.calendar[field],
            `that of the first plan, ${first.calendar[field]}: set one plan’s calendar to the other’s before merging`,
          ),
        ],
  );
  if (issues.length > 0) throw new InputFault(issues);
  const weeks = Math.min(first.calendar.weeks, second.calendar.weeks);
  const longer = first.calendar.weeks > weeks ? first : second.calendar.weeks > weeks ? second : null;
  return {
    first: cutTo(first, weeks),
    second: cutTo(second, weeks),
    warnings: longer ? [`${longer.name} is cut to the ${weeks} weeks that both plans have.`] : [],
  };
}

/** The plan's first weeks; what begins after them is left out. */
function cutTo(plan: Plan, weeks: number): Plan {
  if (plan.calendar.weeks <= weeks) return plan;
  const end = dayNumber(plan.calendar.startDate) + weeks * 7;
  const disruptions = plan.disruptions.filter(({ startDate }) => dayNumber(startDate) < end);
  const known = new Set(disruptions.map(({ id }) => id));
  return {
    ...plan,
    calendar: { ...plan.calendar, weeks },
    streams: plan.streams.map((stream) => ({ ...stream, demand: cutDemand(stream.demand, weeks) })),
    disruptions,
    scenarios: plan.scenarios.map((scenario) => ({
      ...scenario,
      disruptions: scenario.disruptions.filter((id) => known.has(id)),
    })),
  };
}

function cutDemand(demand: Plan['streams'][number]['demand'], weeks: number): Plan['streams'][number]['demand'] {
  if (demand.kind === 'weekly') return { ...demand, contactsByWeek: demand.contactsByWeek.slice(0, weeks) };
  if (demand.kind !== 'drivers') return demand;
  const drivers = demand.drivers.map((driver) =>
    Array.isArray(driver.values) ? { ...driver, values: driver.values.slice(0, weeks) } : driver,
  );
  return { ...demand, drivers };
}
