import { addDays } from '../calendar';
import type { NamedDay } from '../demand';
import type { History as KeptHistory, Plan } from '../plan';
import { InputFault, issue, type RunControl } from '../units';
import { type AppliedForecast, applyForecast, forecastWindow } from './apply-forecast';
import { type DecidedNote, decidedForecast, decidedNotes } from './decided-forecast';
import { type ForecastColumns, forecastColumns, wholeWeeks } from './forecast-columns';
import type { ForecastedSeries } from './forecast-demand';
import { countHistory } from './kept-history';
import { type MeasuredHandleTime, measuredHandleTime } from './measured-handle-time';
import { partOf } from './prepared-plan';
import type { Provenance } from './provenance';

export interface ForecastHistoryOptions {
  readonly history: KeptHistory;
  /** In steps of the history, or of days where it has finer ones. */
  readonly grain: 'interval' | 'day';
  /** Days ahead by the calendar, 1 to 1,500. */
  readonly horizonDays: number;
  /** Holidays and other named days, past and future. */
  readonly holidays?: readonly NamedDay[] | undefined;
  /** Bands in percent; 50, 80 and 95 unless told. */
  readonly levels?: readonly number[] | undefined;
}

/** A forecast of a plan's history, ready to be drawn in three grains. */
export interface HistoryForecast {
  readonly grainMinutes: number;
  /** In the forecast's own steps. */
  readonly steps: ForecastColumns;
  readonly days: ForecastColumns;
  readonly weeks: ForecastColumns;
  readonly components: ForecastedSeries['components'];
  readonly report: Omit<ForecastedSeries['report'], 'cleaned'> & { readonly cleaned: readonly DecidedNote[] };
  /** The same method without the history's last stretch, which it then forecast; null where that is too long a part. */
  readonly heldOut: {
    readonly steps: ForecastColumns;
    readonly days: ForecastColumns;
    readonly weeks: ForecastColumns;
  } | null;
  readonly provenance: Provenance;
}

const DAY = 1440;
const LEVELS = [50, 80, 95];
const MOST_DAYS = 1500;
/** The largest part of a history that is held out; with less left, the test would say more about the cut. */
const MOST_HELD = 0.34;

/** A forecast without its test on the history's last stretch. */
export type ForecastAhead = Omit<HistoryForecast, 'heldOut'>;

/**
 * Forecasts a history of a plan, and tries the same on the history's own last stretch.
 *
 * Use where both are wanted at once; a screen asks for `forecastAhead` and `forecastHeldOut` side by side, and
 * `forecastDemand` takes bare series. Means and bands as there, after planners' decisions about its findings; days and
 * weeks have bands of their own, since errors partly cancel. Units: contacts a step. Cost: twice that of `forecastDemand`.
 */
export function forecastHistory(options: ForecastHistoryOptions, control?: RunControl): HistoryForecast {
  return {
    ...forecastAhead(options, partOf(control, 0, 0.6)),
    heldOut: forecastHeldOut(options, partOf(control, 0.6, 1)),
  };
}

/** The forecast itself, with what it is made of. Cost: that of `forecastDemand`. */
export function forecastAhead(options: ForecastHistoryOptions, control?: RunControl): ForecastAhead {
  const { counts, decisions, settings, grainMinutes } = laidOut(options);
  const answer = decidedForecast(counts, decisions, settings, control);
  const series = answer.series[0]!;
  return {
    grainMinutes,
    ...columnsOf(series, settings.levels, grainMinutes),
    components: series.components,
    report: { ...series.report, cleaned: decidedNotes(series.report.cleaned, decisions) },
    provenance: answer.provenance,
  };
}

/** The same method without the history's last stretch, which it then forecasts; null where that is too long a part. */
export function forecastHeldOut(options: ForecastHistoryOptions, control?: RunControl): HistoryForecast['heldOut'] {
  const { counts, decisions, settings, grainMinutes } = laidOut(options);
  const held = Math.round((options.horizonDays * DAY) / options.history.intervalMinutes);
  if (held > counts.values.length * MOST_HELD) return null;
  const past = decidedForecast({ ...counts, values: counts.values.slice(0, -held) }, decisions, settings, control);
  return columnsOf(past.series[0]!, settings.levels, grainMinutes);
}

function laidOut({ history, grain, horizonDays, holidays, levels = LEVELS }: ForecastHistoryOptions) {
  if (!Number.isInteger(horizonDays) || horizonDays < 1 || horizonDays > MOST_DAYS) {
    throw new InputFault([issue('forecast.days', 'horizonDays', horizonDays, `whole days, 1 to ${MOST_DAYS}`)]);
  }
  const grainMinutes = grain === 'day' ? Math.max(DAY, history.intervalMinutes) : history.intervalMinutes;
  const horizon = Math.max(1, Math.round((horizonDays * DAY) / grainMinutes));
  return {
    counts: countHistory(history),
    decisions: history.decisions,
    settings: { horizon, levels, grainMinutes, holidays },
    grainMinutes,
  };
}

function columnsOf(series: ForecastedSeries, levels: readonly number[], grainMinutes: number) {
  return {
    steps: forecastColumns(series.rows, levels, grainMinutes < DAY),
    days: forecastColumns(series.byDay, levels, false),
    weeks: forecastColumns(wholeWeeks(series), levels, false),
  };
}

/**
 * Forecasts a history of the plan for the plan's horizon, and turns it into a stream's demand.
 *
 * Forecast by day; see `applyForecast` for weeks, shapes and old histories. The plan's own holidays go on top.
 */
export function forecastForStream(
  plan: Plan,
  about: { readonly history: string; readonly stream: string },
  control?: RunControl,
): AppliedForecast & { readonly handleTime: MeasuredHandleTime | null } {
  const history = plan.histories.find((one) => one.id === about.history);
  if (!history) {
    const known = plan.histories.map((one) => one.id).join(', ') || 'none is kept';
    throw new InputFault([issue('forecast.history', 'history', about.history, `a history of this plan: ${known}`)]);
  }
  const { horizonDays } = forecastWindow(plan, history);
  const dates: string[] = [];
  const mean: number[] = [];
  if (horizonDays > 0) {
    const stepDays = Math.max(1, history.intervalMinutes / DAY);
    const answer = decidedForecast(
      countHistory(history),
      history.decisions,
      { horizon: Math.ceil(horizonDays / stepDays), levels: [80], grainMinutes: stepDays * DAY },
      control,
    );
    for (const row of answer.series[0]!.rows) {
      for (let day = 0; day < stepDays; day++) {
        dates.push(addDays(row.timestamp.slice(0, 10), day));
        mean.push(row.mean / stepDays);
      }
    }
  }
  const forecast = { dates, mean, knowsHolidays: false };
  return {
    ...applyForecast(plan, { stream: about.stream, history, forecast }),
    handleTime: measuredHandleTime(history),
  };
}
