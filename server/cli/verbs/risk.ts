import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import {
  MOST_YEARS,
  RISK_DEFAULTS,
  type RiskOptions,
  readRisk,
  riskReport,
  riskTableJobs,
} from '../../../engine/answers';
import { formOf, formOptions } from '../form';
import { OptionReader } from '../options';
import { writeCsv, writeJson } from '../output';
import { readPlanFile } from '../read-plan-file';
import { RISK_TABLES, type RiskPart, workOnParts } from '../risk';
import { Exit, type Verb } from '../verb';

const TABLES = Object.keys(RISK_TABLES) as (keyof typeof RISK_TABLES)[];

const ABOUT = `Samples years of a plan: which of its hazards come true, when and for how long, what they strike together, and how far
demand and people are off. Says what a year may cost, how bad the worst twentieth is and how sure that is, what causes it
(parts add up to the whole), how much worse it is because sites are struck together, and tells the worst years. The same
seed gives the same figures, whatever the number of threads.`;

/** More years than these are read from a table, and of those so many are run in full beside it. */
const READ_ABOVE = 500;
const CHECKED = 10;
/** Years of one range; threads take one after another. */
const RANGE = 10;
/** Years below which a second thread costs more than it saves. */
const WORTH_A_THREAD = 4 * RANGE;
const MOST_THREADS = 16;

export const risk: Verb = {
  usage: 'risk PLAN.json',
  about: ABOUT,
  options: {
    years: { type: 'string', value: 'N', help: `years to sample (${RISK_DEFAULTS.years} without it)` },
    seed: { type: 'string', value: 'S', help: 'a whole number (1 without it)' },
    'demand-error': {
      type: 'string',
      value: 'PERCENT',
      help: `how far a year's demand is off, as a standard deviation (${RISK_DEFAULTS.demandError * 100})`,
    },
    'people-error': {
      type: 'string',
      value: 'PERCENT',
      help: `the same of people at work (${RISK_DEFAULTS.peopleError * 100})`,
    },
    apart: {
      type: 'string',
      value: 'N',
      help: 'years to run also with every site struck at times of its own (a fifth)',
    },
    full: {
      type: 'boolean',
      help: `run every year, however many; without it more than ${READ_ABOVE} are read from\na table of runs of each hazard alone`,
    },
    check: { type: 'string', value: 'N', help: `years to run as well where they are read from a table (${CHECKED})` },
    workers: { type: 'string', value: 'N', help: 'threads; the answer is the same' },
    table: { type: 'string', value: 'NAME', help: `with --csv: ${TABLES.join(', ')} (summary)` },
    ...formOptions('json'),
  },
  files: [1, 1],
  async run({ files, values, around, control }) {
    const options = new OptionReader(values);
    const form = formOf(options, 'json');
    const years = options.number('years', { min: 1, max: MOST_YEARS, whole: true }) ?? RISK_DEFAULTS.years;
    const seed = options.number('seed', { whole: true });
    const percent = (name: string) => {
      const value = options.number(name, { min: 0, max: 30 });
      return value === undefined ? undefined : value / 100;
    };
    const errors = { demandError: percent('demand-error'), peopleError: percent('people-error') };
    const apartYears = options.number('apart', { min: 0, max: years, whole: true }) ?? Math.ceil(years / 5);
    const full = options.has('full');
    const check = options.number('check', { min: 0, max: 1000, whole: true }) ?? CHECKED;
    const workers = options.number('workers', { min: 1, max: 64, whole: true });
    const table = options.choice('table', TABLES) ?? 'summary';
    options.finish();
    const plan = await readPlanFile(files[0], around);
    const study: RiskOptions = { seed, apartYears, ...errors };
    const isRead = !full && years > READ_ABOVE;
    const runs = isRead ? check : years;
    const ranges = Array.from(
      { length: Math.ceil(runs / RANGE) },
      (_, at): RiskPart => ({
        kind: 'years',
        options: {
          ...study,
          ...(isRead ? { apartYears: 0 } : {}),
          firstYear: at * RANGE,
          years: Math.min(RANGE, runs - at * RANGE),
        },
      }),
    );
    const jobs = isRead ? riskTableJobs(plan, { ...study, years }) : [];
    const parts = [...jobs.map((job): RiskPart => ({ kind: 'table', options: study, jobs: [job] })), ...ranges];
    const threads = workers ?? (runs < WORTH_A_THREAD && !isRead ? 1 : Math.min(MOST_THREADS, availableParallelism()));
    const script = join(around.home, 'dist', 'server', 'risk-thread.js');
    const { sample: run, entries } = await workOnParts(script, threads, plan, parts, control);
    const sample = isRead ? readRisk(plan, { ...study, years }, entries, control) : run!;
    control.clear();
    const answer = riskReport(plan, sample, isRead && run ? run : undefined);
    for (const warning of answer.provenance.warnings) around.stderr.write(`Note: ${warning}\n`);
    if (form === 'json') await writeJson(around, answer);
    else await writeCsv(around, RISK_TABLES[table].columns, RISK_TABLES[table].rows(answer, sample));
    return Exit.done;
  },
};
