/**
 * `npm run bench`: the engine beside C and C++ references that do the same work, in one run on one core.
 *
 * Builds the references of ../shared/benchmarks/engine with gcc, bundles the engine, and starts every contender in a
 * fresh process pinned to one core, the reference first in each repetition. Prints the median ratio of user CPU, ours
 * over the reference's, and whether both computed the same. No timed tests: the bars are printed, not asserted.
 * Use: node tests/bench/run.mjs [REPETITIONS, 5 unless given]
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const here = fileURLToPath(new URL('.', import.meta.url));
const references = fileURLToPath(new URL('../../../shared/benchmarks/engine/', import.meta.url));
const repetitions = Number(process.argv[2] ?? 5);

const missing = !existsSync(references) ? references : !has('gcc') || !has('g++') ? 'gcc and g++' : null;
if (missing) {
  console.log(
    `skipped: W1 Erlang C staffing, W2 Erlang A figures, W3 single queue, W4 multi-site day (not found: ${missing})`,
  );
  process.exit(0);
}

const folder = mkdtempSync(join(tmpdir(), 'ballast-bench-'));
try {
  const workloads = [
    {
      id: 'W1 Erlang C staffing',
      bar: 0.7,
      program: compile('gcc', 'erlang-c-staffing.c'),
      args: ['rec', '12'],
      ours: 'staffing',
    },
    {
      id: 'W2 Erlang A figures',
      bar: 1.2,
      program: compile('gcc', 'erlang-a-metrics.c'),
      args: ['12'],
      ours: 'figures',
    },
    {
      id: 'W3 single queue',
      bar: 1.0,
      program: compile('g++', 'single-queue.cpp'),
      args: ['heap', '2000000'],
      ours: 'queue',
    },
    {
      id: 'W4 multi-site day',
      bar: 1.5,
      program: compile('g++', 'multi-site-day.cpp'),
      args: ['40'],
      ours: 'network',
      // Workers live long: what counts is a day once the code is compiled.
      cold: 10,
    },
  ];
  await build({
    root: here,
    configFile: false,
    logLevel: 'error',
    build: {
      outDir: folder,
      emptyOutDir: false,
      minify: false,
      lib: { entry: join(here, 'entry.ts'), formats: ['es'], fileName: 'engine' },
    },
  });
  const pin = has('taskset') ? ['taskset', '-c', '0'] : [];
  for (const { id, bar, program, args, ours, cold = 2 } of workloads) {
    const ratios = [];
    const times = [];
    let checks = '';
    for (let k = 1; k <= repetitions; k++) {
      const seeded = ours === 'queue' || ours === 'network' ? [...args, String(k)] : args;
      const reference = run([...pin, program, ...seeded]);
      const engine = run([
        ...pin,
        process.execPath,
        join(here, 'contender.mjs'),
        join(folder, 'engine.js'),
        ours,
        String(k),
      ]);
      const pair = [perUnit(engine, cold), perUnit(reference, cold)];
      ratios.push(pair[0] / pair[1]);
      times.push(pair);
      checks = `ours ${JSON.stringify(engine.check)}\n    reference ${JSON.stringify(reference.check)}`;
    }
    const nanoseconds = (at) => (median(times.map((pair) => pair[at])) * 1e9).toFixed(0);
    const ratio = median(ratios);
    const verdict = ratio <= bar ? 'within' : 'above';
    const range = `${Math.min(...ratios).toFixed(2)} to ${Math.max(...ratios).toFixed(2)}`;
    console.log(
      `${id}: ratio ${ratio.toFixed(2)} (${range}), ${verdict} the bar of ${bar}; ${nanoseconds(0)} ns against ${nanoseconds(1)} ns`,
    );
    console.log(`    ${checks}`);
    if (ours === 'queue') besideSimPy(median(times.map((pair) => pair[1])));
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** SimPy on the same queue, once and with fewer contacts: it takes some hundred times as long. */
function besideSimPy(reference) {
  const python = ['python3', '/usr/bin/python3'].find(
    (command) => spawnSync(command, ['-c', 'import simpy']).status === 0,
  );
  if (!python) {
    console.log('    SimPy skipped: not installed (Debian: python3-simpy)');
    return;
  }
  const peer = run([python, join(here, 'single-queue-simpy.py'), '100000', '1']);
  console.log(`    SimPy: ratio ${(perUnit(peer, 0) / reference).toFixed(0)}; ${JSON.stringify(peer.check)}`);
}

function has(command) {
  return spawnSync(command, ['--version']).status === 0;
}

function compile(compiler, source) {
  const program = join(folder, source.replace(/\.\w+$/, ''));
  execFileSync(compiler, ['-O2', '-o', program, join(references, source), '-lm']);
  return program;
}

function run([command, ...args]) {
  return JSON.parse(execFileSync(command, args, { encoding: 'utf8' }));
}

/** User CPU of a pass over its units, the first passes (in which code is still being compiled) left out. */
function perUnit({ passes, units }, cold) {
  const warm = passes.length > cold + 1 ? passes.slice(cold) : passes.slice(-1);
  return median(warm.map((pass) => pass.cpu)) / units;
}

function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
