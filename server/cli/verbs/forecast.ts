import { forecastTable, type HistoryAnswer, pathTable } from '../../../engine/answers';
import { InputFault, issue } from '../../../engine/units';
import { forecastOfFile, forecastOfPlan, forecastReport } from '../forecast';
import { formOf, formOptions } from '../form';
import { correctionOptions, importCorrections, importOptions, inferredLines, optionOf } from '../import-options';
import { asOptions, OptionReader } from '../options';
import { writeCsv, writeJson } from '../output';
import { Exit, type Verb } from '../verb';

const ABOUT = `Forecasts contact volume from its history: a long table series,timestamp,value, or a time column and one or
several columns of counts; exports of Amazon Connect, Genesys Cloud, NICE CXone, Avaya CMS and Zendesk; wide tables; one
row a contact; text or an Excel workbook. Times by the clock (local, as written, unless a zone is named) or running whole
numbers. What was inferred is said on standard error, and every guess can be corrected by an option; rows in error refuse
the whole file, each named by its line. The result has the columns
series,timestamp,mean,lo80,hi80,lo95,hi95, a line for each step of the clock, closed hours included (0).
A plan (a file that ends in .json) gives the forecast of a history that it keeps, as the Demand screen has it, after what
planners decided about its findings; --market then takes a market of the plan too.`;

export const forecast: Verb = {
  usage: 'forecast HISTORY.csv|PLAN.json --horizon H',
  about: ABOUT,
  options: {
    horizon: { type: 'string', value: 'H', help: 'steps of the grain to forecast, by the clock' },
    levels: { type: 'string', value: 'P,P', help: 'prediction bands in percent (80,95 without it)' },
    periods: { type: 'string', value: 'N,N', help: 'seasons of running numbers, in steps, such as 24,168' },
    market: { type: 'string', value: 'CC', help: 'a country (US), or a part of it (DE-BY), for its public holidays' },
    grain: {
      type: 'string',
      value: 'MINUTES',
      help: 'interval to forecast at, such as 30 or 1440; the history’s without it',
    },
    report: {
      type: 'boolean',
      help: 'adds model, weights, backtest scores and what was cleaned:\nto the JSON, or with CSV as text on standard error',
    },
    components: {
      type: 'boolean',
      help: 'with CSV, adds the columns trend,year,week,day,events: contacts\nof each part, which add up to the mean (JSON: with --report)',
    },
    history: { type: 'string', value: 'NAME', help: 'the history of a plan, by id or name, where it keeps several' },
    keep: {
      type: 'string',
      multiple: true,
      value: 'FINDING',
      help: 'a cleaned finding to leave as it was, by the name that --report\ngives it, such as outlier:2026-03-04; may be given again',
    },
    paths: {
      type: 'string',
      value: 'N',
      help: 'possible futures to draw, in place of mean and bands with CSV:\nseries,path,timestamp,value; path k of all series belong together',
    },
    seed: { type: 'string', value: 'S', help: 'chance of the paths (1)' },
    workers: { type: 'string', value: 'N', help: 'threads to share several series out over; the answer is the same' },
    ...importOptions,
    ...formOptions('csv'),
  },
  files: [1, 1],
  async run({ files, values, around, control }) {
    const options = new OptionReader(values);
    const form = formOf(options, 'csv');
    const horizon = options.requiredNumber('horizon', { min: 1, max: 250_000, whole: true });
    const levels = options.numbers('levels', { min: 1, max: 99.9 });
    const periods = options.numbers('periods', { min: 2, max: 100_000 });
    const grainMinutes = options.number('grain', { min: 5, max: 10_080, whole: true });
    const market = options.text('market');
    const keep = options.texts('keep');
    const paths = options.number('paths', { min: 1, max: 10_000, whole: true });
    const seed = options.number('seed', { whole: true });
    const workers = options.number('workers', { min: 1, max: 64, whole: true });
    const corrections = importCorrections(options);
    const sheet = options.text('sheet');
    const named = options.text('history');
    options.finish();
    const file = files[0] ?? '-';
    const settings = { horizon, levels, periods, grainMinutes, keep, paths, seed };
    const ofPlan = file.toLowerCase().endsWith('.json');
    if (ofPlan || named !== undefined) {
      refuseAlien(ofPlan ? { ...corrections, sheet } : { history: named }, ofPlan);
    }
    const forecasted = () =>
      ofPlan
        ? forecastOfPlan(file, { named, market }, settings, { around, control })
        : forecastOfFile(file, { sheet, market, workers, corrections }, settings, { around, control });
    const { answer, inferred } = await forecasted().catch((error) => {
      throw asOptions(error, { grainMinutes: '--grain', ...correctionOptions });
    });
    control.clear();
    const found = new Set(answer.series.flatMap(({ report }) => report.cleaned.map(({ id }) => id)));
    for (const id of keep.filter((each) => !found.has(each)))
      around.stderr.write(`Note: nothing was cleaned under the name ${id}; --report lists the names\n`);
    if (inferred) around.stderr.write(inferredLines(inferred));
    for (const note of answer.provenance.warnings) around.stderr.write(`Note: ${note}\n`);
    if (form === 'csv') {
      const { columns, rows } =
        paths === undefined ? forecastTable(answer, { components: options.has('components') }) : pathTable(answer);
      await writeCsv(around, columns, rows);
      if (options.has('report')) around.stderr.write(forecastReport(answer));
    } else {
      const series = options.has('report')
        ? answer.series
        : answer.series.map(({ series, rows, paths: drawn }) => ({ series, rows, ...(drawn ? { paths: drawn } : {}) }));
      const plain = series.map((one) => (one.paths ? { ...one, paths: one.paths.map((path) => [...path]) } : one));
      await writeJson(around, { ...answer, series: plain, ...(inferred ? { inferred: withoutSeries(inferred) } : {}) });
    }
    return Exit.done;
  },
};

/** Options that speak of the other kind of file. */
function refuseAlien(options: Readonly<Record<string, unknown>>, ofPlan: boolean): void {
  const given = Object.entries(options).filter(([, value]) => value !== undefined);
  if (given.length === 0) return;
  const allowed = ofPlan
    ? 'none: a plan keeps its histories as they were understood'
    : 'a plan (a file that ends in .json)';
  throw new InputFault(
    given.map(([name, value]) =>
      issue('option.alien', optionOf(name), value === null ? 'none' : String(value), allowed),
    ),
  );
}

function withoutSeries({ histories: _series, ...inferred }: HistoryAnswer): Omit<HistoryAnswer, 'histories'> {
  return inferred;
}
