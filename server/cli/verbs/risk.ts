import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import {
  DRIFT_YEARS,
  MOST_YEARS,
  READ_ABOVE,
  RISK_DEFAULTS,
  type RiskStudy,
  RUN_FIRST,
  RUN_WORST,
  riskAnswer,
  yearsFound,
} from '../../../engine/answers';
import { formOf, formOptions } from '../form';
import { OptionReader } from '../options';
import { writeCsv, writeJson } from '../output';
import { readPlanFile } from '../read-plan-file';
import { DRIFT_TABLES, driftOf, RISK_TABLES, workOnStudy } from '../risk';
import { Exit, type Verb } from '../verb';

const TABLES = Object.keys(RISK_TABLES) as (keyof typeof RISK_TABLES)[];
const DRIFT_NAMES = Object.keys(DRIFT_TABLES) as (keyof typeof DRIFT_TABLES)[];

const ABOUT = `Samples years of a plan: which of its hazards come true, when and for how long, what they strike together, and how far
demand and people are off. Says what a year may cost, how bad the worst twentieth is and how sure that is, what causes it
(parts add up to the whole), how much worse it is because sites are struck together, and tells the worst years. The same
seed gives the same figures, whatever the number of threads.`;

/** Years below which a second thread costs more than it saves. */
const WORTH_A_THREAD = 40;
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
      help: `how far a year's demand is off, as a standard deviation (the plan's own,\nor ${RISK_DEFAULTS.demandError * 100})`,
    },
    'people-error': {
      type: 'string',
      value: 'PERCENT',
      help: `the same of people at work (the plan's own, or ${RISK_DEFAULTS.peopleError * 100})`,
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
    check: {
      type: 'string',
      value: 'N',
      help: `of years that are read: run the first N as well, and say how far reading is off (${RUN_FIRST})`,
    },
    worst: { type: 'string', value: 'N', help: `of years that are read: run the worst N in full (${RUN_WORST})` },
    against: {
      type: 'string',
      multiple: true,
      value: 'OLDER.json',
      help: 'earlier revisions, the oldest first: how the score moved over the same years and why;\nevery year is run, a hundred without --years',
    },
    workers: { type: 'string', value: 'N', help: 'threads; the answer is the same' },
    table: {
      type: 'string',
      value: 'NAME',
      help: `with --csv: ${TABLES.join(', ')} (summary);\nwith --against: ${DRIFT_NAMES.join(', ')} (scores)`,
    },
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
    const first = options.number('check', { min: 0, max: 1000, whole: true });
    const worst = options.number('worst', { min: 0, max: 10_000, whole: true });
    const workers = options.number('workers', { min: 1, max: 64, whole: true });
    const against = options.texts('against');
    const table = options.choice<string>('table', against.length > 0 ? DRIFT_NAMES : TABLES);
    options.finish();
    if (against.length > 0) {
      const sampled = { seed, years: options.number('years') ?? DRIFT_YEARS, ...errors };
      const files_ = [...against, files[0] ?? '-'];
      const drift = await driftOf(files_, sampled, around, control);
      control.clear();
      for (const warning of drift.provenance.warnings) around.stderr.write(`Note: ${warning}\n`);
      const shown = DRIFT_TABLES[DRIFT_NAMES.find((name) => name === table) ?? 'scores'];
      if (form === 'json') await writeJson(around, drift);
      else await writeCsv(around, shown.columns, shown.rows(drift));
      return Exit.done;
    }
    const plan = await readPlanFile(files[0], around);
    const study: RiskStudy = { seed, years, apartYears, full, first, worst, ...errors };
    const threads = workers ?? (years < WORTH_A_THREAD ? 1 : Math.min(MOST_THREADS, availableParallelism()));
    const script = join(around.home, 'dist', 'server', 'risk-thread.js');
    const found = await workOnStudy(script, threads, plan, study, control);
    control.clear();
    const answer = riskAnswer(plan, found)!;
    for (const warning of answer.provenance.warnings) around.stderr.write(`Note: ${warning}\n`);
    if (form === 'json') await writeJson(around, answer);
    else {
      const shown = RISK_TABLES[TABLES.find((name) => name === table) ?? 'summary'];
      await writeCsv(around, shown.columns, shown.rows(answer, yearsFound(found)!));
    }
    return Exit.done;
  },
};
