import { dayNumber, isDate } from '../../calendar';
import { findPeriods, type History, type PathOptions, toGrain } from '../../demand';
import { InputFault, type Issue, issue } from '../../units';
import type { ForecastOptions } from './forecast-types';

const MOST_STEPS = 250_000;
const MOST_LEVELS = 10;
const MOST_PATHS = 10_000;

/** A forecast that is checked and laid out; plain data, so that its series can be worked on anywhere. */
export interface ForecastWork {
  /** At the wanted interval, with seasons named. */
  readonly histories: readonly History[];
  /** What there is to say about each series. */
  readonly warnings: readonly (readonly string[])[];
  readonly settings: ForecastSettings;
}

/** What every series of a forecast shares. */
export interface ForecastSettings {
  readonly horizon: number;
  /** Percent, ascending. */
  readonly levels: readonly number[];
  /** Day numbers of holidays and their names. */
  readonly holidays: ReadonlyMap<number, string>;
  readonly keep: ReadonlySet<string>;
  /** Possible futures to draw of each. */
  readonly paths: PathOptions;
}

/** Checks a forecast's input, all faults at once, and brings the series to the wanted interval. */
export function layOutForecast(given: readonly History[], options: ForecastOptions): ForecastWork {
  const { holidays, levels } = checked(given, options);
  const notes = given.map((): string[] => []);
  const histories = given.map((history, i) => shaped(history, options, notes[i]!));
  return {
    histories,
    warnings: notes,
    settings: {
      horizon: options.horizon,
      levels,
      holidays,
      keep: new Set(options.keep ?? []),
      paths: { count: options.paths ?? 0, seed: options.seed ?? 1 },
    },
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
  const { paths = 0 } = options;
  if (!Number.isInteger(paths) || paths < 0 || paths > MOST_PATHS)
    issues.push(issue('forecast.paths', 'paths', paths, `a whole number of paths from 0 to ${MOST_PATHS}`));
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
