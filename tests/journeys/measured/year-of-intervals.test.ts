import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { seriousFindings } from '../support/axe';
import { launchBrowser, openPage, WIDE } from '../support/browser';
import { mainThreadTasks } from '../support/main-thread';
import { settled } from '../support/screens';
import { type ServedApp, serveApp } from '../support/served-app';
import { yearTable } from '../support/year-table';

let app: ServedApp;
let browser: Browser;

beforeAll(async () => {
  [app, browser] = await Promise.all([serveApp(), launchBrowser()]);
}, 300_000);

afterAll(async () => {
  await browser?.close();
  await app?.end();
});

test('a year of quarter-hours of 60 streams is staffed in the background: progress, Stop, and a hand that is never held up', async () => {
  const { context, page, troubles } = await openPage(browser, { ...WIDE, scheme: 'light' });
  try {
    await page.goto(`${app.address}/calculator?about=table`);
    await settled(page, 'Calculator');
    const file = { name: 'year.csv', mimeType: 'text/csv', buffer: Buffer.from(yearTable(60, 365)) };
    const chooser = page.getByLabel('CSV file of contacts');

    await chooser.setInputFiles(file);
    await page.getByRole('progressbar', { name: 'Working out the table' }).waitFor();
    await page.getByRole('button', { name: 'Stop' }).click();
    await page.getByText('Stopped before the table was ready.').waitFor();

    const tasks = await mainThreadTasks(browser, page, async () => {
      await page.getByRole('button', { name: 'Work it out' }).click();
      await page.getByText('2,102,400 intervals of 60 streams').waitFor({ timeout: 120_000 });
      await settled(page, 'Calculator');
    });
    expect(tasks.filter(({ cpu }) => cpu > 50)).toEqual([]);
    const { findings } = await seriousFindings(page);
    expect(findings).toEqual([]);
    expect(troubles).toEqual([]);
  } finally {
    await context.close();
  }
}, 240_000);
