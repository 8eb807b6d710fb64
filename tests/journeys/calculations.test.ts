import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { answerCalculation, CALCULATIONS } from '../../engine/answers';
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

const headline = (page: Page, text: string) => page.getByRole('status').filter({ hasText: text }).waitFor();

test('a planner weighs overload policies on figures of the own, sends the link, and it opens the same', async () => {
  const { context, page, troubles } = await openPage(browser, { ...WIDE, scheme: 'light' });
  try {
    await page.goto(`${app.address}/calculator`);
    await settled(page, 'Calculator');
    await page.getByRole('radio', { name: 'Overload policy' }).check({ force: true });
    await headline(page, answerCalculation('overload').headline);

    // Pasted from a spreadsheet, with a slip that is named before it is mended.
    const rows = page.getByRole('textbox', { name: 'Intervals' });
    await rows.fill('100\t20\n180\ttwenty\n');
    await page.getByText('Line 2, agents: found “twenty”; allowed: a number.').waitFor();
    await rows.fill('100\t20\n180\t20\n220\t20\n90\t20\n60\t20\n40\t20');
    await page.getByLabel('Costs: A customer lost').fill('30');
    const rowsGiven = [100, 180, 220, 90, 60, 40].map((contacts) => [contacts, 20]);
    const expected = answerCalculation('overload', { fields: { perLostContact: 30 }, rows: rowsGiven });
    await headline(page, expected.headline);
    await page.getByRole('button', { name: /^Call back .*: how it came about$/ }).click();
    await page.getByText('lost × cost of a lost customer').waitFor();

    const link = page.url();
    const other = await openPage(browser, { ...NARROW, scheme: 'dark' });
    try {
      await other.page.goto(link);
      await settled(other.page, 'Calculator');
      await headline(other.page, expected.headline);
      for (const { name, title } of CALCULATIONS) {
        await other.page.goto(`${app.address}/calculator?about=${name}`);
        await settled(other.page, 'Calculator');
        await headline(other.page, answerCalculation(name).headline);
        const { findings, passed } = await seriousFindings(other.page);
        expect(passed, title).toBeGreaterThan(10);
        expect(findings, title).toEqual([]);
        const widths = await other.page.evaluate(() => [
          document.documentElement.scrollWidth,
          document.documentElement.clientWidth,
        ]);
        expect(widths[0], title).toBeLessThanOrEqual(widths[1] ?? 0);
      }
      expect(other.troubles).toEqual([]);
    } finally {
      await other.context.close();
    }
    expect(troubles).toEqual([]);
  } finally {
    await context.close();
  }
}, 180_000);

test('the plan is staffed for 95 % of days, and says what that takes', async () => {
  const { context, page, troubles } = await openPage(browser, { ...WIDE, scheme: 'light' });
  try {
    await page.goto(`${app.address}/plans/farwater/staffing`);
    await settled(page, 'Staffing');
    const hours = async () =>
      Number(
        (
          await page.locator('dl > div', { hasText: 'Required agent hours' }).locator('dd').first().textContent()
        )?.replace(/\D/g, ''),
      );
    const usual = await hours();
    await page.getByLabel('Targets hold on').selectOption('95');
    await page.getByRole('heading', { name: 'Days busier than forecast' }).waitFor();
    await settled(page, 'Staffing');
    const busy = await hours();
    expect(busy).toBeGreaterThan(usual * 1.05);
    expect(busy).toBeLessThan(usual * 1.4);
    await page.getByText('Each stream keeps its target on 95% of days').waitFor();
    const { findings } = await seriousFindings(page);
    expect(findings).toEqual([]);
    expect(troubles).toEqual([]);
  } finally {
    await context.close();
  }
}, 120_000);
