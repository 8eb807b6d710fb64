import { dateOfDay, dayNumber, weekdayOfDay } from '../calendar';
import type { History, Plan } from '../plan';
import { InputFault, issue } from '../units';
import { dailyHistory, historyShape } from './history-shape';

/** The days that a forecast has to reach so that a plan can use it. */
export interface ForecastWindow {
  /** Days to forecast, counted from the day after the history's last one; 0 when the history covers the plan. */
  readonly horizonDays: number;
  /** Whole weeks by which the history is moved later, so that it ends shortly before the plan or within it. */
  readonly movedWeeks: number;
  /** The plan's first day on the history's own calendar. */
  readonly startDate: string;
}

/** Days of a mean year, and half a week: the nearest whole number of weeks to a number of years. */
const YEAR = 365.2425;

/**
 * How far a history must be forecast for a plan, and by how many weeks its calendar is moved when it is an old one.
 *
 * Whole years are taken as whole weeks, so that weekdays stay weekdays and seasons stay where they are (to three days).
 * A history that ends within a year before the plan isn't moved. Units: days and weeks. Cost: linear in the history.
 */
export function forecastWindow(plan: Plan, history: History): ForecastWindow {
  const { firstDay, contacts } = dailyHistory(history);
  const afterLast = firstDay + contacts.length;
  const start = dayNumber(plan.calendar.startDate, 'calendar.startDate');
  const years = Math.max(0, Math.floor((start - afterLast) / YEAR));
  const movedWeeks = Math.round((years * YEAR) / 7);
  const moved = start - movedWeeks * 7;
  const end = moved + plan.calendar.weeks * 7;
  return { horizonDays: Math.max(0, end - afterLast), movedWeeks, startDate: dateOfDay(moved) };
}

/** Contacts a day from a forecast, on the history's own calendar. */
export interface DailyForecast {
  readonly dates: readonly string[];
  readonly mean: ArrayLike<number>;
  /** Whether the forecast knows the market's holidays, so that the plan must not reduce those days once more. */
  readonly knowsHolidays: boolean;
}

export interface AppliedForecast {
  /** To stand in the stream's place: `streams[n].demand`. */
  readonly demand: Extract<Plan['streams'][number]['demand'], { kind: 'weekly' }>;
  readonly movedWeeks: number;
  /** What was done, in one sentence. */
  readonly sentence: string;
  readonly warnings: readonly string[];
}

/**
 * Turns a forecast by day into a stream's demand: contacts for each week of the plan, and the shape of week and day.
 *
 * Days that the history itself covers come from the history. Shapes come from its last quarter of a year. An old history
 * is moved by whole weeks (see `forecastWindow`), and the answer says so.
 * Units: contacts a week. Valid: a forecast that reaches the plan's last day; anything else is an `InputFault`.
 * Cost: linear in the history.
 */
export function applyForecast(
  plan: Plan,
  about: { readonly stream: string; readonly history: History; readonly forecast: DailyForecast },
): AppliedForecast {
  const { history, forecast } = about;
  const stream = plan.streams.find((one) => one.id === about.stream);
  if (!stream) {
    const known = plan.streams.map((one) => one.id).join(', ');
    throw new InputFault([issue('forecast.stream', 'stream', about.stream, `a stream of this plan: ${known}`)]);
  }
  const window = forecastWindow(plan, history);
  const shape = historyShape(history, stream.demand);
  const byDay = contactsByDay(history, forecast);
  const start = dayNumber(window.startDate);
  const last = start + plan.calendar.weeks * 7 - 1;
  const reach = Math.max(...byDay.keys());
  if (reach < last) {
    throw new InputFault([
      issue(
        'forecast.horizon',
        'forecast',
        `days to ${dateOfDay(reach)}`,
        `days to ${dateOfDay(last)}, the plan's last`,
      ),
    ]);
  }
  const market = plan.markets.find((one) => one.id === stream.market);
  const factors = new Map(
    forecast.knowsHolidays ? market?.holidays.map((day) => [dayNumber(day.date), day.demandFactor]) : [],
  );
  const contactsByWeek = Array.from({ length: plan.calendar.weeks }, (_, week) => {
    let contacts = 0;
    let weight = 0;
    for (let day = 0; day < 7; day++) {
      const at = start + week * 7 + day;
      contacts += byDay.get(at) ?? 0;
      weight += shape.dayOfWeekShare[weekdayOfDay(at)]! * (factors.get(at + window.movedWeeks * 7) ?? 1);
    }
    // The plan takes its holidays off the week's total by itself, so the total is stated before they are taken off.
    return factors.size > 0 && weight > 0 ? contacts / weight : contacts;
  });
  const { movedWeeks } = window;
  const moved = movedWeeks === 0 ? '' : ` Its calendar was moved ${movedWeeks} weeks later, seasons and weekdays kept.`;
  return {
    demand: {
      kind: 'weekly',
      contactsByWeek,
      ...shape,
      history: history.id,
      source: `Forecast from "${history.name}" (${history.source})`.slice(0, 400),
    },
    movedWeeks,
    sentence: `${stream.name} now follows the forecast from ${history.name} for all ${plan.calendar.weeks} weeks.${moved}`,
    warnings: warningsOf(history, window),
  };
}

function contactsByDay(history: History, forecast: DailyForecast): Map<number, number> {
  const byDay = new Map<number, number>();
  forecast.dates.forEach((date, at) => {
    const value = forecast.mean[at] ?? Number.NaN;
    if (!Number.isFinite(value) || value < 0) {
      throw new InputFault([issue('forecast.value', `forecast on ${date}`, value, 'a number of contacts, 0 or more')]);
    }
    byDay.set(dayNumber(date, 'forecast.dates'), value);
  });
  const { firstDay, contacts } = dailyHistory(history);
  contacts.forEach((value, at) => {
    byDay.set(firstDay + at, Number.isNaN(value) ? 0 : value);
  });
  return byDay;
}

function warningsOf(history: History, window: ForecastWindow): string[] {
  const warnings: string[] = [];
  const days = (history.values.length * history.intervalMinutes) / 1440;
  if (window.horizonDays > days) {
    warnings.push(
      `The plan reaches ${window.horizonDays} days beyond a history of ${Math.round(days)} days: the far weeks are little more than its level.`,
    );
  }
  if (days < 2 * YEAR) {
    warnings.push('The history is shorter than two years, so it shows no season of the year.');
  }
  if (history.intervalMinutes >= 1440) {
    warnings.push('The history has no times of day: the stream keeps its own shape of the day.');
  }
  return warnings;
}
