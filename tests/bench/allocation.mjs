/**
 * `npm run bench:allocation`: the solver as the product has it on the allocation models W6, beside the package alone, cbc and glpsol.
 *
 * Every contender starts in a fresh process pinned to one core, the package alone first; user CPU of a solve once the solver is
 * warm (median of the later solves), the first one apart. Others' programs are cut off after a minute. Whole-number models to a gap of
 * 0.5 %. No timed test: ratios are printed, and whether all found the same optimum.
 * Use: node tests/bench/allocation.mjs [SOLVES, 4 unless given]
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { buildEntry } from './build-entry.mjs';

const GAP = 0.005;
const PATIENCE_MS = 60_000;
const here = fileURLToPath(new URL('.', import.meta.url));
const models = fileURLToPath(new URL('../../../shared/benchmarks/engine/allocation-models.mjs', import.meta.url));
const solves = process.argv[2] ?? '4';
const has = (command, argument) => spawnSync(command, [argument], { stdio: 'ignore' }).error === undefined;

if (!existsSync(models)) {
  console.log(`skipped: W6 allocation (not found: ${models})`);
  process.exit(0);
}
const { INSTANCES, toLp } = await import(pathToFileURL(models).href);
const folder = mkdtempSync(join(tmpdir(), 'ballast-allocation-'));
const pin = has('taskset', '--version') ? ['taskset', '-c', '0'] : [];
try {
  const built = await buildEntry('allocation-entry.ts', folder, 'engine.mjs');
  // Node looks for the package from where the bundle is.
  const engine = join(here, '../../node_modules/.ballast-allocation.mjs');
  writeFileSync(engine, readFileSync(built));
  try {
    for (const instance of ['medium', 'fulllp', 'full', 'cvar']) compare(instance, engine);
  } finally {
    rmSync(engine);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function compare(instance, engine) {
  const plain = contender('plain', engine, instance);
  const ours = contender('ours', engine, instance);
  const file = join(folder, `${instance}.lp`);
  writeFileSync(file, toLp(INSTANCES[instance]()));
  console.log(`W6 ${instance}: ratio ${(ours.warm / plain.warm).toFixed(2)} to the package alone`);
  const apart = Math.abs(ours.objective / plain.objective - 1);
  console.log(
    `    ours ${ours.warm.toFixed(2)} s (first ${ours.first.toFixed(2)}), optima apart by ${apart.toExponential(0)}`,
  );
  console.log(`    highs ${plain.warm.toFixed(2)} s (first ${plain.first.toFixed(2)})`);
  other(
    'cbc',
    '-quit',
    [file, '-ratioGap', String(GAP), '-solve'],
    /(?:Objective value:|Optimal objective)\s+(\S+)/,
    plain,
    ours,
  );
  other('glpsol', '--version', ['--lp', file, '--mipgap', String(GAP)], /obj =\s+(\S+)/g, plain, ours);
}

function contender(kind, engine, instance) {
  const args = [join(here, 'allocation-contender.mjs'), kind, engine, models, instance, solves, String(GAP)];
  const { passes, objective } = JSON.parse(timed(process.execPath, args).output);
  const later = passes.slice(1).sort((a, b) => a - b);
  return { first: passes[0], warm: later[Math.floor(later.length / 2)] ?? passes[0], objective };
}

function other(name, probe, args, objective, plain, ours) {
  if (!has(name, probe)) {
    console.log(`    ${name} skipped: not installed`);
    return;
  }
  const { output, seconds, isCut } = timed(name, args);
  if (isCut) {
    console.log(`    ${name} more than ${PATIENCE_MS / 1000} s`);
    return;
  }
  const found = [...output.matchAll(new RegExp(objective.source, 'g'))].at(-1)?.[1];
  const apart = Math.abs(Number(found) / plain.objective - 1);
  const beside = (ours.warm / seconds).toFixed(2);
  console.log(`    ${name} ${seconds.toFixed(2)} s (ours ${beside} of it), optimum apart by ${apart.toExponential(0)}`);
}

/** A program's output and its user CPU, reading of its model included. */
function timed(command, args) {
  // The shell's `times` has the user CPU of what it ran on its second line.
  const words = [...pin, command, ...args].map((word) => `'${word.replaceAll("'", "'\\''")}'`).join(' ');
  const { stdout, stderr, error, status } = spawnSync('bash', ['-c', `${words}; code=$?; times >&2; exit $code`], {
    encoding: 'utf8',
    timeout: PATIENCE_MS,
    maxBuffer: 1e8,
    // What the shell started ends with it.
    killSignal: 'SIGTERM',
  });
  const isCut = error?.code === 'ETIMEDOUT';
  if (!isCut && status !== 0) throw new Error(`${command}: ${error?.message ?? stderr}`);
  const [, minutes, rest] = /(\d+)m([\d.]+)s \S+\s*$/.exec(stderr) ?? [];
  return { output: stdout, seconds: Number(minutes) * 60 + Number(rest), isCut };
}
