/**
 * `npm run bench:forecast`: our forecasts beside R's on the tasks of ../shared/benchmarks/forecast.
 *
 * Builds the tasks with make_tasks.py in a temporary folder, forecasts every origin from its history file alone through
 * `readHistory` and `forecastDemand` (holidays of the task's market from date-holidays, as the command line does; periods
 * only where the file has no dates), and scores with score.py. Prints MASE beside the best tool of each task, coverage,
 * MSIS and CPU seconds. Nothing is tuned by task or series. No timed tests: the bars are printed, not asserted.
 * Use: node tests/bench/forecast.mjs [--tasks a,b] [--no-market] [--keep FOLDER]
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import Holidays from 'date-holidays';
import { build } from 'vite';

const here = fileURLToPath(new URL('.', import.meta.url));
const shared = fileURLToPath(new URL('../../../shared/', import.meta.url));
const suite = join(shared, 'benchmarks', 'forecast');
const { values: options } = parseArgs({
  options: { tasks: { type: 'string' }, 'no-market': { type: 'boolean' }, keep: { type: 'string' } },
});

const lacking = !existsSync(suite) ? suite : !has('python3') ? 'python3' : null;
if (lacking) {
  console.log(`skipped: forecasting benchmark (not found: ${lacking})`);
  process.exit(0);
}

const folder = mkdtempSync(join(tmpdir(), 'ballast-forecast-'));
try {
  const tasksFolder = join(folder, 'tasks');
  const out = options.keep ?? join(folder, 'forecasts');
  const only = options.tasks ? ['--tasks', options.tasks] : [];
  python('make_tasks.py', join(shared, 'data'), tasksFolder, ...only);
  const { forecastDemand, forecastTable, readHistory } = await bundle();
  const tasks = table(readFileSync(join(tasksFolder, 'tasks.csv'), 'utf8'));
  const seconds = new Map();
  for (const task of tasks) {
    mkdirSync(join(out, task.task), { recursive: true });
    const began = process.cpuUsage();
    for (let k = 1; k <= Number(task.origins); k++) {
      const name = `origin${String(k).padStart(2, '0')}.csv`;
      const history = readHistory(readFileSync(join(tasksFolder, task.task, name)));
      const steps = history.clock.kind === 'steps';
      const answer = forecastDemand(history, {
        horizon: Number(task.clock_horizon),
        levels: [80, 95],
        ...(steps ? { periods: task.periods.split(' ').map(Number) } : {}),
        ...(steps || options['no-market'] ? {} : { holidays: holidaysOf(task.market, history) }),
      });
      const { columns, rows } = forecastTable(answer);
      writeFileSync(join(out, task.task, name), `${[columns, ...rows].map((row) => row.join(',')).join('\n')}\n`);
    }
    const used = process.cpuUsage(began);
    const fits = Number(task.origins) * Number(task.series);
    seconds.set(task.task, (used.user + used.system) / 1e6 / fits);
    process.stderr.write(`${task.task}: ${fits} series forecast\n`);
  }
  report(table(python('score.py', tasksFolder, out, '--against', join(suite, 'baseline_scores.csv'))), seconds);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** Our line beside the best tool's, task by task. */
function report(scores, seconds) {
  const baselines = table(readFileSync(join(suite, 'baseline_scores.csv'), 'utf8')).filter(
    (r) => r.forecasts !== 'comb3_hindsight',
  );
  const lines = [
    [
      'task',
      'WAPE',
      'MASE',
      'best tool',
      'its MASE',
      'ratio',
      '80 %',
      '95 %',
      'MSIS',
      'its best MSIS',
      'CPU s',
      'its CPU s',
    ],
  ];
  const ratios = [];
  const totals = { cover80: [], cover95: [], msis: [], best: [] };
  for (const score of scores.filter((s) => s.task !== 'AVERAGE')) {
    const rivals = baselines.filter((b) => b.task === score.task);
    const best = rivals.find((b) => b.forecasts === score.best_baseline);
    const narrow = Math.min(...rivals.filter((b) => b.msis !== '').map((b) => Number(b.msis)));
    ratios.push(Number(score.mase_ratio));
    totals.cover80.push(Number(score.cover80));
    totals.cover95.push(Number(score.cover95));
    totals.msis.push(Number(score.msis));
    totals.best.push(narrow);
    lines.push([
      score.task,
      percent(score.wape),
      score.mase,
      score.best_baseline,
      score.its_mase,
      score.mase_ratio,
      percent(score.cover80),
      percent(score.cover95),
      score.msis,
      narrow.toFixed(4),
      seconds.get(score.task).toFixed(3),
      best.cpu_s_per_fit,
    ]);
  }
  const widths = lines[0].map((_, i) => Math.max(...lines.map((line) => line[i].length)));
  for (const line of lines) console.log(line.map((cell, i) => cell.padEnd(widths[i])).join('  '));
  console.log(
    `\nmean MASE ratio ${mean(ratios).toFixed(3)} (bar 0.97), largest ${Math.max(...ratios).toFixed(3)} (bar 1.05)`,
  );
  console.log(
    `coverage ${percent(mean(totals.cover80))} and ${percent(mean(totals.cover95))} (bars 75 to 85, 92 to 98)`,
  );
  console.log(`mean MSIS ${mean(totals.msis).toFixed(2)}, best tool of each task ${mean(totals.best).toFixed(2)}`);
}

function holidaysOf(market, { histories, clock }) {
  const days = new Holidays(market);
  const first = histories[0];
  const year = (minutes) => new Date(minutes * 60_000).getUTCFullYear();
  const from = year(first.start);
  const to = year(first.start + first.values.length * clock.grainMinutes) + 1;
  const found = [];
  for (let y = from; y <= to; y++) {
    for (const { date, name, type } of days.getHolidays(y))
      if (type === 'public') found.push({ date: date.slice(0, 10), name });
  }
  return found;
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

function python(script, ...args) {
  return execFileSync('python3', [join(suite, script), ...args], {
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

function table(text) {
  const [head, ...rows] = text
    .trim()
    .split('\n')
    .map((line) => line.split(','));
  return rows.map((row) => Object.fromEntries(head.map((name, i) => [name, row[i]])));
}

function mean(values) {
  return values.reduce((a, b) => a + b, 0) / values.length;
}

function percent(share) {
  return `${(100 * Number(share)).toFixed(1)} %`;
}
