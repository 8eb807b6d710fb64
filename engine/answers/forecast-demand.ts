import { dayNumber, isDate } from '../calendar';
import {
  type BacktestReport,
  type CalendarEffect,
  type Clock,
  type Components,
  componentsOf,
  type FindingKind,
  findPeriods,
  forecastBands,
  forecastHistories,
  formatStamp,
  type History,
  labelOf,
  type NamedDay,
  type Period,
  type SeriesForecast,
  scoreBacktest,
  stepOf,
  sumForecast,
  toGrain,
} from '../demand';
import { checkpoint, InputFault, type Issue, issue, type RunControl } from '../units';
import { type Provenance, provenance } from './provenance';

export interface ForecastOptions {
  /** Steps of the history's grain (after `grainMinutes`) by the unbroken clock, closed hours included. */
  readonly horizon: number;
  /** Percent; 80 and 95 unless told. */
  readonly levels?: readonly number[] | undefined;
  /** Interval to forecast at; the history's own unless told. */
  readonly grainMinutes?: number | undefined;
  /** Seasons of running numbers, in steps; found where not told. */
  readonly periods?: readonly number[] | undefined;
  /** Holidays and other named days of the market, past and future. */
  readonly holidays?: readonly NamedDay[] | undefined;
  /** Findings of the cleaning, by id, to leave as they were. */
  readonly keep?: readonly string[] | undefined;
  /** Part of the answer's name; the method draws no random numbers. */
  readonly seed?: number | undefined;
}

export interface ForecastBounds {
  readonly level: number;
  readonly lo: number;
  readonly hi: number;
}

export interface ForecastRow {
  readonly timestamp: string;
  readonly mean: number;
  readonly bounds: readonly ForecastBounds[];
}

/** A sum of the forecast over a day, a week or all of it. */
export interface ForecastSum extends ForecastRow {
  /** Last interval of the period. */
  readonly until: string;
}

/** Something found in the history; `id` undoes it. */
export interface CleaningNote {
  readonly id: string;
  readonly kind: FindingKind;
  readonly from: string;
  readonly intervals: number;
  readonly size: number;
  readonly action: string;
  readonly kept: boolean;
}

export interface ForecastedSeries {
  readonly series: string;
  readonly rows: readonly ForecastRow[];
  readonly byDay: readonly ForecastSum[];
  readonly byWeek: readonly ForecastSum[];
  readonly total: ForecastSum | null;
  readonly components: Components;
  readonly report: BacktestReport & {
    readonly cleaned: readonly CleaningNote[];
    readonly calendar: readonly CalendarEffect[];
  };
}

export interface ForecastAnswer {
  readonly clock: Clock;
  readonly levels: readonly number[];
  readonly series: readonly ForecastedSeries[];
  readonly provenance: Provenance;
}

const METHOD =
  'weighted mean of fifteen methods, each with and without calendar effects, weights and conformal bands from a rolling-origin backtest';
const MOST_STEPS = 250_000;
const MOST_LEVELS = 10;

/**
 * Forecasts contact volume with prediction bands, a backtest, and what was cleaned.
 *
 * Use on the series of `readHistory`, whole or chosen; series of one call share what their backtests learned, so a series
 * may score a little differently alone. Closed hours are forecast as 0. The same input gives the same answer always.
 * Formula and sources: `forecastHistories`, `conformalBands`, `scoreBacktest`.
 * Units: contacts an interval. Valid: any history with a value; short ones get wide bands.
 * Cost: about 0.2 s a series of 1,000 days, 3 s for 30,000 intervals.
 *
 * @example forecastDemand(readHistory(file).histories, { horizon: 336 }).series[0].rows[0].mean
 */
export function forecastDemand(
  input: readonly History[] | { readonly histories: readonly History[] },
  options: ForecastOptions,
  control?: RunControl,
): ForecastAnswer {
  const given = 'histories' in input ? input.histories : input;
  const { holidays, levels } = checked(given, options);
  const warnings: string[] = [];
  const histories = given.map((history) => shaped(history, options, warnings));
  const forecasts = forecastHistories(
    histories,
    { horizon: options.horizon, holidays, keep: new Set(options.keep ?? []) },
    part(control, 0, 0.85),
  );
  const series = forecasts.map((forecast, i) => {
    checkpoint(control, 0.85 + (0.15 * i) / forecasts.length, forecast.forecaster.history.series);
    return described(forecast, levels, options, warnings);
  });
  return {
    clock: histories[0]!.clock,
    levels,
    series,
    provenance: provenance(METHOD, {
      warnings: [...new Set(warnings)],
      ...(options.seed === undefined ? {} : { seed: options.seed }),
    }),
  };
}

function checked(
  given: readonly History[],
  options: ForecastOptions,
): { holidays: ReadonlyMap<number, string>; levels: number[] } {
  const issues: Issue[] = [];
  if (given.length === 0) issues.push(issue('forecast.series', 'histories', 'no series', 'at least one'));
  const { horizon, levels = [80, 95], periods = [], holidays = [] } = options;
  if (!Number.isInteger(horizon) || horizon < 1 || horizon > MOST_STEPS) {
    issues.push(issue('forecast.horizon', 'horizon', horizon, `a whole number of intervals from 1 to ${MOST_STEPS}`));
  }
  if (levels.length === 0 || levels.length > MOST_LEVELS)
    issues.push(issue('forecast.levels', 'levels', levels.length, `1 to ${MOST_LEVELS} levels`));
  levels.forEach((level, i) => {
    if (!(level >= 1 && level <= 99.9))
      issues.push(issue('forecast.level', `levels[${i}]`, level, 'a percentage from 1 to 99.9'));
  });
  periods.forEach((period, i) => {
    if (!(period >= 2 && period <= 100_000))
      issues.push(issue('forecast.period', `periods[${i}]`, period, 'a number of steps from 2 to 100,000'));
  });
  const named = new Map<number, string>();
  holidays.forEach(({ date, name }, i) => {
    if (!isDate(date))
      issues.push(issue('forecast.holiday', `holidays[${i}].date`, date, 'an existing date such as 2026-12-25'));
    else named.set(dayNumber(date), name);
  });
  given.forEach(({ series, values }) => {
    let seen = false;
    for (const v of values) {
      if (Number.isNaN(v)) continue;
      seen = true;
      if (v >= 0 && v <= 1e12) continue;
      issues.push(issue('forecast.value', `series ${series}`, v, 'counts from 0 to 1e12, missing ones NaN'));
      break;
    }
    if (!seen) issues.push(issue('forecast.no-values', `series ${series}`, 'no value', 'at least one count'));
  });
  if (issues.length > 0) throw new InputFault(issues);
  return { holidays: named, levels: [...new Set(levels)].sort((a, b) => a - b) };
}

/** The history at the wanted interval, with its seasons named. */
function shaped(history: History, options: ForecastOptions, warnings: string[]): History {
  const { clock } = history;
  if (clock.kind === 'wall') {
    if (options.periods && options.periods.length > 0)
      warnings.push('Periods are for running numbers; with dates the seasons are found.');
    return options.grainMinutes === undefined ? history : toGrain(history, options.grainMinutes);
  }
  if (options.grainMinutes !== undefined)
    throw new InputFault([
      issue('forecast.grain', 'grainMinutes', options.grainMinutes, 'none: running numbers have no minutes'),
    ]);
  const named = options.periods ?? clock.periods;
  const periods = named.length > 0 ? named : findPeriods(history.values);
  if (named.length === 0) {
    warnings.push(
      periods.length > 0
        ? `Seasons of ${periods.join(' and ')} steps were found; name them with periods if that is wrong.`
        : 'No season was found in the running numbers; name it with periods if there is one.',
    );
  }
  return { ...history, clock: { kind: 'steps', periods } };
}

function described(
  forecast: SeriesForecast,
  levels: readonly number[],
  options: ForecastOptions,
  warnings: string[],
): ForecastedSeries {
  const { forecaster, mean } = forecast;
  const { history, frame, findings, effects } = forecaster;
  const bands = forecastBands(forecast, levels);
  const grain = stepOf(history.clock);
  const end = history.start + history.values.length * grain;
  const stamp = (c: number): string => formatStamp(history.clock, end + c * grain);
  const rows = Array.from(frame.target, (at, c): ForecastRow => {
    const h = at - frame.known;
    if (at < 0 || h < 0)
      return { timestamp: stamp(c), mean: 0, bounds: levels.map((level) => ({ level, lo: 0, hi: 0 })) };
    return {
      timestamp: stamp(c),
      mean: mean[h]!,
      bounds: bands.map(({ level, lo, hi }) => ({ level, lo: lo[h]!, hi: hi[h]! })),
    };
  });
  const sums = (period: Period): ForecastSum[] => {
    const { from, to, mean: sum, bands: wide } = sumForecast(forecast, period, levels);
    return Array.from(sum, (value, p) => ({
      timestamp: stamp(from[p]!),
      until: stamp(to[p]! - 1),
      mean: value,
      bounds: wide.map(({ level, lo, hi }) => ({ level, lo: lo[p]!, hi: hi[p]! })),
    }));
  };
  const kept = new Set(options.keep ?? []);
  if (forecast.trials.length === 0)
    warnings.push(`"${history.series}" is too short for a backtest; its bands are wide on purpose.`);
  return {
    series: history.series,
    rows,
    byDay: sums('day'),
    byWeek: sums('week'),
    total: sums('total')[0] ?? null,
    components: componentsOf(forecaster),
    report: {
      ...scoreBacktest(forecast, levels),
      cleaned: findings.map(({ id, kind, step, steps, size, action }) => ({
        id,
        kind,
        from: labelOf(history, frame, step),
        intervals: steps,
        size,
        action,
        kept: kept.has(id),
      })),
      calendar: effects,
    },
  };
}

/** A control that reports a part of the whole. */
function part(control: RunControl | undefined, from: number, to: number): RunControl | undefined {
  if (!control) return undefined;
  return {
    shouldStop: control.shouldStop,
    onProgress: (share, label) => control.onProgress?.(from + (to - from) * share, label),
  };
}

/**
 * The forecast as one long table: `series,timestamp,mean,lo80,hi80,lo95,hi95` (a pair of columns for each level).
 *
 * Use for files; cells are numbers at full double precision. Cost: O(rows).
 */
export function forecastTable(answer: ForecastAnswer): {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
} {
  const columns = ['series', 'timestamp', 'mean', ...answer.levels.flatMap((level) => [`lo${level}`, `hi${level}`])];
  const rows = answer.series.flatMap(({ series, rows: own }) =>
    own.map(({ timestamp, mean, bounds }) => [series, timestamp, mean, ...bounds.flatMap(({ lo, hi }) => [lo, hi])]),
  );
  return { columns, rows };
}
