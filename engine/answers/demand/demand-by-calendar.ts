import {
  dateOfDay,
  type GatheredWeeks,
  type Grid,
  gatherWeeks,
  type WeekGroup,
  type WeekRuleName,
  weekRuleOf,
} from '../../calendar';
import type { Plan } from '../../plan';
import { demandOf } from './answer-demand';

/** Contacts of some weeks that finance counts together. */
export interface CalendarRow extends GatheredWeeks {
  /** By stream, in the plan's order. */
  readonly contacts: Float64Array;
  /** Days on which the planner's clocks change, with the quarter-hours that each has. */
  readonly oddDays: readonly { readonly date: string; readonly quarterHours: number }[];
}

/** A plan's demand in a planning calendar, its own or another. */
export interface CalendarDemand {
  readonly rule: WeekRuleName;
  readonly rows: readonly CalendarRow[];
}

/**
 * The contacts that a plan expects, gathered by week, month or period, quarter or year of a planning calendar.
 *
 * Use for finance; the same plan adds up to the same in any calendar. A plan week is seven days from the plan's start and
 * takes the name of the calendar's week that holds its fourth day. Units: contacts. Cost: that of the demand.
 */
export function demandByCalendar(
  plan: Plan,
  options: { readonly rule?: WeekRuleName | undefined; readonly by: WeekGroup },
): CalendarDemand {
  const { calendar } = plan;
  const rule = options.rule ?? calendar.weekRule;
  const { demand, grid } = demandOf(plan);
  const groups = gatherWeeks({ startDate: calendar.startDate, weeks: calendar.weeks }, weekRuleOf(rule), options.by);
  const rows = groups.map((group): CalendarRow => {
    const from = grid.weekStarts[group.first]!;
    const to = grid.weekStarts[group.first + group.weeks]!;
    const contacts = Float64Array.from(demand.arrivals, (arrivals) => {
      let sum = 0;
      for (let at = from; at < to; at++) sum += arrivals.contacts[at]!;
      return sum;
    });
    return { ...group, contacts, oddDays: oddDays(grid, group.first * 7, group.weeks * 7) };
  });
  return { rule, rows };
}

function oddDays(grid: Grid, first: number, days: number): { date: string; quarterHours: number }[] {
  const found: { date: string; quarterHours: number }[] = [];
  for (let day = first; day < first + days; day++) {
    const quarterHours = ((grid.dayStarts[day + 1]! - grid.dayStarts[day]!) * grid.intervalMinutes) / 15;
    if (quarterHours !== 96) found.push({ date: dateOfDay(grid.startDay + day), quarterHours });
  }
  return found;
}
