import { closeSync, mkdtempSync, openSync, readSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readHistory } from '../../engine/answers';
import { launchBrowser, openPage } from '../journeys/support/browser';
import { mainThreadTasks } from '../journeys/support/main-thread';
import { settled } from '../journeys/support/screens';
import { serveApp } from '../journeys/support/served-app';
import { type LargeHistory, writeLargeHistory } from '../support/large-history';

const ROWS = 5_000_000;
/** Memory beyond what the process had before, in megabytes: rows as numbers, the result, and a margin for garbage. */
const MOST_MEMORY_MB = 700;
const LONGEST_TASK_MS = 50;

const folder = mkdtempSync(join(tmpdir(), 'ballast-long-'));
const path = join(folder, 'five-million.csv');
let truth: LargeHistory;

beforeAll(() => {
  truth = writeLargeHistory(path, ROWS);
}, 300_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('five million rows are read in pieces, to the last contact, in bounded memory', () => {
  const handle = openSync(path, 'r');
  const before = process.memoryUsage().rss;
  let highest = before;
  const cpu = process.cpuUsage();
  const found = readHistory(
    {
      size: statSync(path).size,
      read(from, to) {
        highest = Math.max(highest, process.memoryUsage().rss);
        const bytes = new Uint8Array(to - from);
        readSync(handle, bytes, 0, bytes.length, from);
        return bytes;
      },
    },
    {},
    { onProgress: () => (highest = Math.max(highest, process.memoryUsage().rss)) },
  );
  const used = process.cpuUsage(cpu);
  closeSync(handle);
  highest = Math.max(highest, process.memoryUsage().rss);
  const grown = (highest - before) / 1e6;
  console.info(
    `${ROWS.toLocaleString('en')} rows, ${Math.round(truth.bytes / 1e6)} MB: ${((used.user + used.system) / 1e6).toFixed(1)} s of processor time, ${Math.round(grown)} MB more memory`,
  );
  expect(found.rows).toBe(ROWS);
  expect(found.histories).toHaveLength(truth.series);
  let contacts = 0;
  for (const { values } of found.histories) for (const value of values) contacts += value;
  expect(contacts).toBe(truth.contacts);
  expect(grown).toBeLessThan(MOST_MEMORY_MB);
}, 600_000);

test('five million rows stream through the worker while the page stays free, and Stop ends it at once', async () => {
  const [app, browser] = await Promise.all([serveApp(), launchBrowser()]);
  try {
    const { page, troubles } = await openPage(browser);
    await page.goto(`${app.address}/plans/farwater/demand`);
    await settled(page, 'Demand');
    const chooser = page.locator('main .mantine-Dropzone-root input[type=file]');
    const read = page.getByRole('region', { name: 'What was read from five-million.csv' });
    let started = 0;
    const tasks = await mainThreadTasks(browser, page, async () => {
      started = Date.now();
      await chooser.setInputFiles(path);
      await read.getByRole('button', { name: 'Keep in plan' }).waitFor({ timeout: 600_000 });
    });
    const took = (Date.now() - started) / 1000;
    const longest = Math.max(0, ...tasks.map(({ cpu }) => cpu));
    const shown = tasks
      .slice(0, 5)
      .map(({ what, cpu, wall }) => `${what} ${cpu.toFixed(1)} ms (${wall.toFixed(1)} by the clock)`);
    console.info(`read in ${took.toFixed(1)} s by the clock; main thread: ${shown.join(', ') || 'no task of 20 ms'}`);
    expect((await read.textContent())?.replaceAll(/[\s,.’]/g, '')).toContain('5000000');
    expect(longest).toBeLessThanOrEqual(LONGEST_TASK_MS);
    await read.getByRole('button', { name: 'Discard' }).click();

    await chooser.setInputFiles(path);
    await read.getByRole('progressbar').waitFor();
    await page.waitForTimeout(1500);
    const stopping = Date.now();
    await read.getByRole('button', { name: 'Stop' }).click();
    await read.getByText('Stopped before five-million.csv was ready.').waitFor();
    expect(Date.now() - stopping).toBeLessThan(5000);
    expect(troubles).toEqual([]);
  } finally {
    await browser.close();
    await app.end();
  }
}, 1_200_000);
