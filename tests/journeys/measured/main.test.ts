import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { seriousFindings } from '../support/axe';
import { bankFile } from '../support/bank-file';
import { launchBrowser, openPage, type Watched } from '../support/browser';
import { mainThreadTasks } from '../support/main-thread';
import { settled } from '../support/screens';
import { type ServedApp, serveApp } from '../support/served-app';

/** No task of the main thread may take longer while the engine works. */
const LONGEST_TASK_MS = 50;

let app: ServedApp;
let browser: Browser;
let watched: Watched;

beforeAll(async () => {
  [app, browser] = await Promise.all([serveApp(), launchBrowser()]);
  watched = await openPage(browser);
}, 300_000);

afterAll(async () => {
  await browser?.close();
  await app?.end();
});

/** Does something while the engine works, and holds the main thread to its limit. */
async function withFreeMainThread(what: string, work: () => Promise<void>): Promise<void> {
  const tasks = await mainThreadTasks(browser, watched.page, work);
  const shown = tasks
    .slice(0, 5)
    .map(({ cpu, wall, what: name }) => `${name} ${cpu.toFixed(1)} ms (${wall.toFixed(1)} by the clock)`);
  console.info(`main thread, ${what}: ${shown.join(', ') || 'no task of 20 ms'}`);
  const longest = Math.max(0, ...tasks.map((task) => task.cpu));
  expect(longest, `${what}: longest tasks ${shown.join(', ')}`).toBeLessThanOrEqual(LONGEST_TASK_MS);
}

async function openScreen(page: Page, name: string): Promise<void> {
  await page.getByRole('navigation').getByRole('link', { name, exact: true }).click();
  await page.getByRole('heading', { level: 1, name }).waitFor();
}

/** A file as the mouse carries it, ready to be dropped. */
async function filesInHand(page: Page, name: string, text: string) {
  return page.evaluateHandle(
    ([fileName, content]) => {
      const data = new DataTransfer();
      data.items.add(new File([content ?? ''], fileName ?? '', { type: 'text/csv' }));
      return data;
    },
    [name, text] as const,
  );
}

/** The figures of a chart, read from its table twin. */
async function tableOf(page: Page, title: string): Promise<string[][]> {
  const frame = page.locator('.chart-frame', { has: page.getByRole('heading', { name: title, exact: true }) });
  await frame.getByRole('button', { name: 'Table' }).click();
  const box = frame.locator('.chart-table-box');
  const rows = new Map<string, string[]>();
  const height = await box.evaluate((element) => element.scrollHeight);
  for (let top = 0; top <= height; top += 200) {
    await box.evaluate((element, to) => element.scrollTo(0, to), top);
    await page.waitForTimeout(30);
    const seen = await box
      .locator('tbody tr[aria-rowindex]')
      .evaluateAll((list) => list.map((row) => [...row.querySelectorAll('td')].map((cell) => cell.textContent ?? '')));
    for (const row of seen) rows.set(row[0] ?? '', row);
  }
  await frame.getByRole('button', { name: 'Chart' }).click();
  return [...rows.values()];
}

const percent = (text: string | undefined): number => Number.parseFloat((text ?? '').replace('%', ''));

test('from a file of calls to a footprint that copes, and all of it there after a reload', async () => {
  const { page, troubles } = watched;
  await page.goto(app.address);
  await settled(page, 'Overview');
  expect(page.url()).toContain('/plans/farwater/overview');

  // Import and forecast.
  await openScreen(page, 'Demand');
  await settled(page, 'Demand');
  const broken = 'timestamp,calls\n2026-01-05 08:00,12\n2026-01-05 08:30,-3\n2026-01-05 09:00,many\n';
  const dropzone = page.locator('main .mantine-Dropzone-root');
  await dropzone.dispatchEvent('drop', { dataTransfer: await filesInHand(page, 'broken.csv', broken) });
  const refused = page.getByRole('region', { name: 'What was read from broken.csv' });
  await refused.getByRole('alert').waitFor();
  const faults = await refused.getByRole('alert').getByRole('listitem').allTextContents();
  expect(faults).toHaveLength(2);
  expect(faults[0]).toContain('line 3');
  expect(faults[1]).toContain('line 4');
  expect(await page.getByRole('button', { name: 'Keep in plan' }).count()).toBe(0);
  const file = bankFile();
  const carried = await filesInHand(page, file.name, file.text);
  await withFreeMainThread('reading the file', async () => {
    await dropzone.dispatchEvent('drop', { dataTransfer: carried });
    await page.getByRole('button', { name: 'Keep in plan' }).waitFor();
  });
  const read = page.getByRole('region', { name: `What was read from ${file.name}` });
  expect(await read.textContent()).toContain('5 min');
  expect(await read.textContent()).toContain('Mo-Fr 07:00-21:05');
  await withFreeMainThread('forecasting', async () => {
    await page.getByRole('button', { name: 'Keep in plan' }).click();
    await page.getByRole('heading', { name: 'How far to trust it' }).waitFor();
    await settled(page);
  });
  const backtest = page.getByRole('region', { name: 'Backtest by horizon' });
  const all = await backtest
    .getByRole('row', { name: /whole horizon/ })
    .getByRole('cell')
    .allTextContents();
  const [error, sameLastWeek] = all.map(percent);
  expect(error).toBeGreaterThan(0);
  expect(error).toBeLessThan(sameLastWeek ?? 0);
  const forecastAddress = page.url();
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await settled(page);
    expect((await seriousFindings(page)).findings, `the forecast, ${colorScheme}`).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: 'light' });

  // The lockdown: service falls, and comes back.
  await openScreen(page, 'Disruptions');
  await withFreeMainThread('running the lockdown', async () => {
    await page.getByRole('button', { name: 'Lockdown by country' }).first().click();
    await page.locator('section[aria-label="Before and after"] svg[data-chart]').nth(2).waitFor();
    // The journey of contacts looks at what would go on for many seconds here.
    await page.getByRole('switch', { name: 'Refine contact by contact' }).click();
    await settled(page);
  });
  const service = await tableOf(page, 'Served within target, a day');
  const [withIt, without] = [1, 2].map((column) => service.map((row) => percent(row[column])));
  const worst = Math.min(...(withIt ?? []));
  const deepest = (withIt ?? []).indexOf(worst);
  expect(service.length).toBeGreaterThan(60);
  expect((without?.[deepest] ?? 0) - worst).toBeGreaterThan(30);
  const end = service.length - 1;
  expect(Math.abs((without?.[end] ?? 0) - (withIt?.[end] ?? 0))).toBeLessThanOrEqual(2);
  await page.getByText('Contacts lost for good').first().waitFor();

  // A fifth of one country's work to another.
  await openScreen(page, 'Mixes');
  await settled(page);
  await withFreeMainThread('comparing mixes', async () => {
    const share = page.getByRole('textbox', { name: 'Share moved, per cent' });
    await share.fill('20');
    await share.press('Enter');
    await page.getByRole('region', { name: 'Side by side' }).first().waitFor();
    await settled(page);
  });
  const sideBySide = () => page.getByRole('region', { name: 'Side by side' }).last().getByRole('row').allTextContents();
  const figures = await sideBySide();
  expect(figures.length).toBeGreaterThan(6);
  expect(figures.some((row) => /[+−]\d/.test(row))).toBe(true);
  await page.getByRole('button', { name: 'Keep as scenario' }).click();
  await page.getByText('Saved', { exact: true }).waitFor();
  const mixAddress = page.url();
  const kept = await page.getByRole('region', { name: 'Kept scenarios' }).getByRole('listitem').allTextContents();
  expect(kept.at(-1)).toMatch(/^20\s?% from /);

  // All of it again.
  await page.reload();
  await settled(page, 'Mixes');
  expect(page.url()).toBe(mixAddress);
  expect(await sideBySide()).toEqual(figures);
  expect(await page.getByRole('region', { name: 'Kept scenarios' }).getByRole('listitem').allTextContents()).toEqual(
    kept,
  );
  await page.goto(forecastAddress);
  await page.getByRole('heading', { name: 'How far to trust it' }).waitFor();
  await settled(page, 'Demand');
  const again = await backtest
    .getByRole('row', { name: /whole horizon/ })
    .getByRole('cell')
    .allTextContents();
  expect(again).toEqual(all);

  // The forecast in the plan, undone by name.
  await page.getByRole('combobox', { name: 'Use the forecast for stream' }).selectOption({ label: 'UK chat' });
  await page.getByRole('button', { name: 'Use in plan' }).click();
  await page.getByText('UK chat now follows the forecast').waitFor();
  await settled(page);
  await page.getByRole('row', { name: /^UK chat.*Forecast from calls/ }).waitFor();
  await page.getByRole('button', { name: /^Undo/ }).click();
  await settled(page);
  await page.getByRole('row', { name: /^UK chat.*A typical week/ }).waitFor();
  await page.getByText('Saved', { exact: true }).waitFor();
  expect(troubles).toEqual([]);
}, 300_000);
