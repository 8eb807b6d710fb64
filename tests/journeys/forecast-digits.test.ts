import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { build } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { hasShared, sharedTable } from '../support/shared-table';
import { bankFile } from './support/bank-file';
import { launchBrowser } from './support/browser';
import { forecastFigures } from './support/forecast-figures';

let browser: Browser;
let engine = '';

beforeAll(async () => {
  const entry = fileURLToPath(new URL('./support/forecast-figures.ts', import.meta.url));
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: { write: false, minify: false, lib: { entry, formats: ['iife'], name: 'engine', fileName: 'engine' } },
  });
  const [bundle] = Array.isArray(built) ? built : [built];
  if (!bundle || !('output' in bundle)) throw new Error('nothing was built');
  engine = bundle.output[0].code;
  browser = await launchBrowser();
});
afterAll(() => browser?.close());

/** The holiday company's file where it is at hand, otherwise days of the same length. */
function holidayCompany(): string {
  const path = 'data/holiday_company_daily_2013_2016/calls.csv';
  const days = hasShared(path)
    ? sharedTable(path).map(({ date, calls }) => `${date},${calls}`)
    : Array.from({ length: 1100 }, (_, d) => {
        const date = new Date(Date.UTC(2013, 0, 1 + d)).toISOString().slice(0, 10);
        return `${date},${Math.round(400 + 150 * Math.sin(d / 58) + 90 * Math.sin(d * 12.9898) + 200 * Number(d % 7 < 5))}`;
      });
  return `date,calls\n${days.join('\n')}\n`;
}

const YEARS = [2013, 2014, 2015, 2016];

test.each([
  ['the bank’s half-hours', bankFile().text, 30, 336, []],
  [
    'the holiday company’s days',
    holidayCompany(),
    1440,
    28,
    YEARS.flatMap((year) => [`${year}-01-01`, `${year}-12-25`]),
  ],
] as const)(
  'a browser forecasts %s to the last digit as the command line does',
  async (_, csv, grain, horizon, holidays) => {
    const page = await browser.newPage();
    await page.evaluate(`${engine}; globalThis.engine = engine`);
    const there = await page.evaluate(
      ([text, minutes, steps, days]) =>
        (globalThis as unknown as { engine: { forecastFigures: typeof forecastFigures } }).engine.forecastFigures(
          text,
          minutes,
          steps,
          days,
        ),
      [csv, grain, horizon, holidays] as const,
    );
    await page.close();
    expect(there.length).toBeGreaterThan(20_000);
    expect(there).toBe(forecastFigures(csv, grain, horizon, holidays));
  },
);
