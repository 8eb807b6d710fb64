import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { seriousFindings } from './support/axe';
import { launchBrowser, NARROW, openPage, WIDE } from './support/browser';
import { settled } from './support/screens';
import { type ServedApp, serveApp } from './support/served-app';

let app: ServedApp;
let browser: Browser;

beforeAll(async () => {
  [app, browser] = await Promise.all([serveApp(), launchBrowser()]);
}, 300_000);

afterAll(async () => {
  await browser?.close();
  await app?.end();
});

/** A figure of the answer by its name, once it reads as it should. */
async function figure(page: Page, name: string, text: string): Promise<void> {
  await page.locator('dl > div', { hasText: name }).filter({ hasText: text }).first().waitFor({ timeout: 15_000 });
}

test('a planner checks by hand, sends the link, and it opens the same', async () => {
  const { context, page, troubles } = await openPage(browser, { ...WIDE, scheme: 'light' });
  try {
    await page.goto(`${app.address}/calculator`);
    await settled(page, 'Calculator');
    const field = (name: string) => page.getByLabel(name, { exact: true });
    await field('Calls').fill('100');
    await field('Interval, minutes').fill('30');
    await field('Mean handle time, seconds').fill('180');
    await field('Service level, per cent').fill('80');
    await field('Answered within, seconds').fill('20');
    await field('Shrinkage, per cent').fill('30');
    await figure(page, 'Agents needed', '14');
    await figure(page, 'Service level', '88.84%');
    await figure(page, 'Speed of answer', '7.84 s');
    await figure(page, 'Paid positions', '20');
    await page.getByText('One more agent buys 5.3 points of service level (94.15%)').waitFor();

    // With patience the question turns round: what do eleven agents lose?
    await field('Mean patience, seconds').fill('120');
    await page.getByText('It asks for 14 agents (2 more), 20 paid: 88.84%, ASA 7.84 s.').waitFor();
    await page.getByRole('radio', { name: 'I have so many' }).check({ force: true });
    await field('Agents at hand').fill('11');
    await figure(page, 'Abandonment', '9.42%');
    await page.getByRole('button', { name: /^Abandonment 9\.42%/ }).click();
    await page.getByText('mean wait of all ÷ mean patience').waitFor();

    // A wrong number is said at its field, and the last answer stays.
    await field('Service level, per cent').fill('150');
    await page.getByText('Found 150 %; allowed: 0 % to below 100 %').waitFor();
    await field('Service level, per cent').fill('80');
    await figure(page, 'Abandonment', '9.42%');

    const link = page.url();
    expect(new URL(link).pathname).toBe('/calculator');
    const other = await openPage(browser, { ...NARROW, scheme: 'dark' });
    try {
      await other.page.goto(link);
      await settled(other.page, 'Calculator');
      await figure(other.page, 'Abandonment', '9.42%');
      expect(await other.page.getByLabel('Agents at hand', { exact: true }).inputValue()).toBe('11');
      const { findings, passed } = await seriousFindings(other.page);
      expect(passed).toBeGreaterThan(10);
      expect(findings).toEqual([]);
      const widths = await other.page.evaluate(() => [
        document.documentElement.scrollWidth,
        document.documentElement.clientWidth,
      ]);
      expect(widths[0]).toBeLessThanOrEqual(widths[1] ?? 0);
      expect(other.troubles).toEqual([]);
    } finally {
      await other.context.close();
    }
    expect(troubles).toEqual([]);
  } finally {
    await context.close();
  }
}, 120_000);
