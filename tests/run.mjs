#!/usr/bin/env node
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../server/launch/paths.mjs';
import { makeReady } from '../server/launch/ready.mjs';
import { findChromium } from './chromium.mjs';
import { countResults } from './count-results.mjs';

const MEASURED = 'tests/journeys/measured';

/** Runs everything, one visible line a step with its seconds, and closes with one line that counts. */
const say = (line) => process.stdout.write(`${line}\n`);
const totals = { passed: 0, failed: 0, skipped: 0 };
const started = Date.now();
process.chdir(ROOT);

const environment = { ...process.env };
const ready = await step('set-up', async () => {
  await makeReady(['server', 'web'], say);
  environment.BALLAST_CHROMIUM = await findChromium(say);
});
if (ready) {
  await step('types', () => tool('typescript/bin/tsc', ['-b']));
  await step('lint', () => tool('@biomejs/biome/bin/biome', ['check', '--error-on-warnings', '.']));
  await step('unused code', () => tool('knip/bin/knip.js', ['--no-progress']));
  await suites('tests', ['--exclude', 'tests/journeys/**']);
  await suites('journeys', ['tests/journeys', '--exclude', `${MEASURED}/**`]);
  // These measure the page's main thread: one at a time, so that nobody else takes the cores from it.
  await suites('measured journeys', [MEASURED, '--no-file-parallelism']);
}
say(`Everything took ${seconds(started)} s.`);
const { passed, failed, skipped } = totals;
say(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
process.exitCode = failed > 0 ? 1 : 0;

/** A step that counts as one test. */
async function step(name, work) {
  const from = Date.now();
  try {
    await work();
    totals.passed += 1;
    say(`ok      ${name} (${seconds(from)} s)`);
    return true;
  } catch (error) {
    totals.failed += 1;
    say(`FAILED  ${name} (${seconds(from)} s): ${error.message}`);
    return false;
  }
}

/** Some suites of vitest; each of their tests counts. */
async function suites(name, options) {
  const from = Date.now();
  const folder = mkdtempSync(join(tmpdir(), 'ballast-test-'));
  const report = join(folder, 'report.json');
  try {
    let complaint = null;
    const reporters = ['--reporter=dot', '--reporter=json', `--outputFile.json=${report}`];
    await tool('vitest/vitest.mjs', ['run', ...options, ...reporters]).catch((error) => {
      complaint = error;
    });
    const counted = countResults(readReport(report), complaint);
    for (const outcome of ['passed', 'failed', 'skipped']) totals[outcome] += counted[outcome];
    for (const line of counted.lines) say(line);
    say(`${counted.failed > 0 ? 'FAILED' : 'ok    '}  ${name} (${seconds(from)} s)`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}

function tool(script, args) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join('node_modules', script), ...args], {
      stdio: ['ignore', 'inherit', 'inherit'],
      env: environment,
    });
    child.on('error', reject);
    child.on('exit', (status, signal) => {
      if (status === 0) resolve();
      else reject(new Error(signal ? `ended by ${signal}` : `exit status ${status}`));
    });
  });
}

function seconds(from) {
  return ((Date.now() - from) / 1000).toFixed(1);
}
