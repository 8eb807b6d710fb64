/**
 * `npm run bench:forecast`: our forecasts beside R's on the tasks of ../shared/benchmarks/forecast.
 *
 * Builds the tasks with make_tasks.py and more_tasks.py in a temporary folder, forecasts every origin from its history
 * file alone as the command line does (holidays of the task's market; periods only where the file has no dates), and
 * scores with score.py. Prints MASE beside the best tool of each task, coverage, MSIS and CPU seconds, then M4 by the
 * competition's measures. Nothing is tuned by task or series. No timed tests: the bars are printed, not asserted.
 * Use: node tests/bench/forecast.mjs [--tasks a,b] [--cuts] [--unseen] [--no-market] [--keep FOLDER]
 * `--cuts` adds other cuts of the same data, which no tool was run on; `--unseen` series, grains and horizons that no method
 * was chosen on, and histories with something wrong; both beside the seasonal naive forecast.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'vite';
import { naiveForecasts } from './forecast-naive.mjs';
import { reportCuts, reportM4, reportTasks } from './forecast-report.mjs';
import { table } from './forecast-table.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
const shared = fileURLToPath(new URL('../../../shared/', import.meta.url));
const suite = join(shared, 'benchmarks', 'forecast');
const data = join(shared, 'data');
const { values: options } = parseArgs({
  options: {
    tasks: { type: 'string' },
    cuts: { type: 'boolean' },
    unseen: { type: 'boolean' },
    'no-market': { type: 'boolean' },
    keep: { type: 'string' },
  },
});

const lacking = !existsSync(suite) ? suite : !has('python3') ? 'python3' : null;
if (lacking) {
  console.log(`skipped: forecasting benchmark (not found: ${lacking})`);
  process.exit(0);
}

const folder = mkdtempSync(join(tmpdir(), 'ballast-forecast-'));
try {
  const out = options.keep ?? join(folder, 'forecasts');
  const wanted = options.tasks?.split(',') ?? null;
  const isUnseen = (name) => name.startsWith('unseen_');
  const more = (name) => name === 'm4_weekly' || name.startsWith('cut_');
  const chosen = wanted?.filter((name) => !more(name) && !isUnseen(name)).join(',');
  const unseen = wanted?.filter(isUnseen).join(',') ?? (options.unseen ? null : '');
  const further = wanted?.filter(more).join(',') ?? (options.cuts ? null : 'm4_weekly');
  const engine = await bundle();
  const seconds = new Map();
  const run = (name, tasksFolder) => {
    forecastTasks(engine, tasksFolder, join(out, name), seconds);
    return (...words) => table(python(suite, 'score.py', tasksFolder, join(out, name), ...words));
  };
  let weekly = null;
  let cuts = [];
  if (further !== '') {
    const tasksFolder = join(folder, 'more');
    python(here, 'more_tasks.py', suite, data, tasksFolder, ...(further ? ['--tasks', further] : []));
    const scores = besideNaive(run('more', tasksFolder)(), tasksFolder);
    weekly = scores.find((s) => s.task === 'm4_weekly') ?? null;
    cuts = scores.filter((s) => s.task.startsWith('cut_'));
  }
  if (unseen !== '') {
    const tasksFolder = join(folder, 'unseen');
    python(here, 'unseen_tasks.py', suite, data, tasksFolder, ...(unseen ? ['--tasks', unseen] : []));
    cuts.push(...besideNaive(run('unseen', tasksFolder)(), tasksFolder));
  }
  let scores = [];
  if (chosen !== '') {
    const tasksFolder = join(folder, 'tasks');
    python(suite, 'make_tasks.py', data, tasksFolder, ...(chosen ? ['--tasks', chosen] : []));
    const scored = run('tasks', tasksFolder);
    scores = scored('--against', join(suite, 'baseline_scores.csv')).filter((s) => s.task !== 'AVERAGE');
    reportTasks(scores, table(readFileSync(join(suite, 'baseline_scores.csv'), 'utf8')), seconds);
  }
  const results = table(readFileSync(join(data, 'm4', 'results_by_method_odd.csv'), 'utf8'));
  reportM4({ hourly: scores.find((s) => s.task === 'm4_hourly') ?? null, weekly }, results);
  reportCuts(cuts, seconds);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** Scores with the seasonal naive forecast's MASE. */
function besideNaive(scores, tasksFolder) {
  const out = `${tasksFolder}-naive`;
  naiveForecasts(tasksFolder, out);
  const naive = table(python(suite, 'score.py', tasksFolder, out));
  const tasks = scores.filter(({ task }) => task !== 'AVERAGE');
  return tasks.map((score) => ({ ...score, naive: naive.find(({ task }) => task === score.task).mase }));
}

/** Forecasts every origin of a folder's tasks; notes CPU seconds a series by task. */
function forecastTasks({ forecastDemand, forecastTable, publicHolidays, readHistory }, tasksFolder, out, seconds) {
  for (const task of table(readFileSync(join(tasksFolder, 'tasks.csv'), 'utf8'))) {
    mkdirSync(join(out, task.task), { recursive: true });
    const began = process.cpuUsage();
    for (let k = 1; k <= Number(task.origins); k++) {
      const name = `origin${String(k).padStart(2, '0')}.csv`;
      const history = readHistory(readFileSync(join(tasksFolder, task.task, name)), { totalSeries: 'keep' });
      const steps = history.clock.kind === 'steps';
      const dated = !steps && !options['no-market'] && task.market !== '';
      const answer = forecastDemand(history.histories, {
        horizon: Number(task.clock_horizon),
        levels: [80, 95],
        ...(steps ? { periods: task.periods.split(' ').map(Number) } : {}),
        ...(dated ? { holidays: publicHolidays(task.market, ...yearsOf(history)) } : {}),
      });
      const { columns, rows } = forecastTable(answer);
      writeFileSync(join(out, task.task, name), `${[columns, ...rows].map((row) => row.join(',')).join('\n')}\n`);
    }
    const used = process.cpuUsage(began);
    const fits = Number(task.origins) * Number(task.series);
    seconds.set(task.task, (used.user + used.system) / 1e6 / fits);
    process.stderr.write(`${task.task}: ${fits} series forecast\n`);
  }
}

/** From the year before the history to the year after it. */
function yearsOf({ histories, clock }) {
  const year = (minutes) => new Date(minutes * 60_000).getUTCFullYear();
  const ends = histories.map(({ start, values }) => start + values.length * clock.grainMinutes);
  return [year(Math.min(...histories.map(({ start }) => start))) - 1, year(Math.max(...ends)) + 1];
}

async function bundle() {
  const target = join(folder, 'engine');
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      outDir: target,
      ssr: join(here, 'forecast-entry.ts'),
      minify: false,
      rolldownOptions: { output: { entryFileNames: 'forecast-entry.mjs', codeSplitting: false } },
    },
    ssr: { noExternal: true },
  });
  return import(pathToFileURL(join(target, 'forecast-entry.mjs')).href);
}

function python(place, script, ...args) {
  return execFileSync('python3', [join(place, script), ...args], {
    encoding: 'utf8',
    env: { ...process.env, PYTHONDONTWRITEBYTECODE: '1' },
    maxBuffer: 1e8,
  });
}

function has(program) {
  try {
    execFileSync(program, ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
