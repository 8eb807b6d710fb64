import type { ForecastColumns, HistoryForecast } from '../../../engine/answers';
import type { History } from '../../../engine/plan';
import type { Cell, PlainSheet } from '../../format';
import { decisionWords, KIND_WORDS } from './findings';

type Table = readonly (readonly Cell[])[];

const PARTS = ['trend', 'year', 'week', 'day', 'events'] as const;

/**
 * The forecast with its bands and parts in the columns that the command line writes with `--components`:
 * `series,timestamp,mean,lo50,hi50,…,trend,year,week,day,events`.
 */
export function forecastTable(name: string, { steps, components }: HistoryForecast): Table {
  const [head = [], ...rows] = columnTable(name, steps);
  return [[...head, ...PARTS], ...rows.map((row, at) => [...row, ...PARTS.map((part) => components.ahead[part][at])])];
}

function columnTable(name: string, { timestamps, mean, bands }: ForecastColumns): Table {
  const head = ['series', 'timestamp', 'mean', ...bands.flatMap(({ level }) => [`lo${level}`, `hi${level}`])];
  const rows = timestamps.map((timestamp, at) => [
    name,
    timestamp,
    mean[at],
    ...bands.flatMap(({ lo, hi }) => [lo[at], hi[at]]),
  ]);
  return [head, ...rows];
}

export interface ForecastAbout {
  readonly history: History;
  readonly forecast: HistoryForecast;
  /** Whose holidays the forecast knows; empty for none. */
  readonly holidays: string;
}

/** Everything about a forecast as sheets: steps, days, weeks, what it is made of, how it did, what was found, where it comes from. */
export function forecastSheets(about: ForecastAbout): readonly PlainSheet[] {
  const { history, forecast } = about;
  const { name } = history;
  return [
    { name: 'Forecast', rows: forecastTable(name, forecast) },
    { name: 'By day', rows: columnTable(name, forecast.days) },
    { name: 'By week', rows: columnTable(name, forecast.weeks) },
    { name: 'Components', rows: componentRows(forecast) },
    { name: 'Backtest', rows: backtestRows(forecast) },
    { name: 'Found', rows: findingRows(history, forecast) },
    { name: 'About', rows: aboutRows(about) },
  ];
}

function componentRows({ components: { rows, week } }: HistoryForecast): Table {
  return [
    ['timestamp', 'total', 'level', 'factor of the year', 'factor of holidays and named days'],
    ...rows.map(({ timestamp, total, level, year, event }) => [timestamp, total, level, year, event]),
    [],
    ['weekday', 'factor of the weekday'],
    ...week.map(({ weekday, factor }) => [weekday, factor]),
  ];
}

function backtestRows({ report: { scores, weights } }: HistoryForecast): Table {
  const levels = scores[0]?.coverage.map(({ level }) => `inside ${level} %`) ?? [];
  return [
    ['horizon', 'WAPE', 'bias', 'MASE', ...levels, 'WAPE of the same time last week', 'WAPE of the mean of last four'],
    ...scores.map(({ horizon, wape, bias, mase, coverage, naiveWape, meanOfFourWape }) => [
      horizon === 'all' ? 'whole horizon' : horizon,
      wape,
      bias,
      mase,
      ...coverage.map(({ share }) => share),
      naiveWape,
      meanOfFourWape,
    ]),
    [],
    ['method', 'weight'],
    ...weights.map(({ method, weight }) => [method, weight]),
  ];
}

function findingRows({ decisions = [] }: History, { report: { cleaned } }: HistoryForecast): Table {
  return [
    ['from', 'until', 'what', 'times the usual', 'done about it', 'decision', 'who', 'why'],
    ...cleaned.map((note) => {
      const decision = decisions.find(({ id }) => id === note.decision);
      return [
        note.from,
        note.until,
        KIND_WORDS[note.kind],
        note.kind === 'missing' ? null : note.size,
        note.kept ? 'left as it was' : note.action,
        ...(decision ? [decisionWords(decision), decision.author, decision.reason] : []),
      ];
    }),
    [],
    ['All decisions'],
    ...decisions.map(({ from, until, kind, author, reason, decision }) => [
      from,
      until,
      KIND_WORDS[kind],
      null,
      null,
      decisionWords({ kind, decision }),
      author,
      reason,
    ]),
  ];
}

function aboutRows({ history, forecast, holidays }: ForecastAbout): Table {
  const { report, provenance, grainMinutes } = forecast;
  return [
    ['What', 'Value'],
    ['History', history.name],
    ['Source', history.source],
    ['Uploads', history.layers?.map(({ name, isOn }) => (isOn ? name : `${name} (lifted off)`)).join('; ')],
    ['First interval', history.start],
    ['Interval of the history, minutes', history.intervalMinutes],
    ['Interval of the forecast, minutes', grainMinutes],
    ['Zone', history.zone ?? 'as written'],
    ['Holidays of', holidays || 'none'],
    ['In a sentence', report.sentence],
    ['Trials of the backtest', report.trials],
    ['Method', provenance.method],
    ['Engine', provenance.engineVersion],
    ...provenance.warnings.map((warning) => ['Beware', warning]),
  ];
}
