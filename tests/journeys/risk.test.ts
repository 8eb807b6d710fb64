import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readScenario } from '../support/read-scenario';
import { seriousFindings } from './support/axe';
import { launchBrowser, NARROW, openPage } from './support/browser';
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

test('sampled years of the small plan: how bad the worst is, what causes it, and one opened as a disruption', async () => {
  const { page, troubles } = await openPage(browser);
  await page.goto(`${app.address}/plans/two-lights/risk?years=40&v=1`);
  await settled(page, 'Risk');
  await page.getByText('Ransomware at Alderway Contact').first().waitFor();
  await page.getByRole('button', { name: 'Sample 40 years' }).click();
  await page.getByRole('button', { name: '40 years sampled' }).waitFor({ timeout: 120_000 });
  await settled(page);
  const figures = page.getByRole('region', { name: 'Figures' });
  expect(await figures.textContent()).toMatch(/Plan score\d+\.\d/);
  expect((await seriousFindings(page)).findings).toEqual([]);
  if (process.env.SHOTS) await shots(page);

  // The year week by week, and what hazards do to each place.
  await page.getByLabel('Week by week', { exact: true }).selectOption('serviceLevel');
  await page.getByRole('heading', { name: 'Served within target, week by week' }).waitFor();
  await page.getByRole('region', { name: 'Without each cause' }).waitFor();
  await page.getByLabel('By', { exact: true }).selectOption('country');
  expect(await page.getByRole('region', { name: 'Losses by place' }).textContent()).toContain('Portugal');

  // Another figure needs no new years.
  await page.getByLabel('Figure', { exact: true }).selectOption('cost');
  await page.getByRole('heading', { name: 'Cost of the plan: how often more' }).waitFor();

  // Twice as unsure a demand becomes the plan's own: a new revision, whose score stands beside the one before.
  await page.getByLabel('Demand off by, %').fill('10');
  await page.getByRole('button', { name: 'Keep in the plan' }).click();
  await page.getByText('Saved', { exact: true }).waitFor();
  await page.getByLabel('Years each').selectOption('40');
  await page.getByRole('button', { name: 'Run the revisions' }).click();
  const revisions = page.getByRole('region', { name: 'Revisions', exact: true });
  await revisions.waitFor({ timeout: 120_000 });
  expect(await revisions.getByRole('row').count()).toBe(3);
  await page.getByText(/From 1 to now: .*Demand and people other than planned/).waitFor();
  expect((await seriousFindings(page)).findings).toEqual([]);
  if (process.env.SHOTS) await shots(page);
  await page.getByRole('button', { name: 'Sample 40 years' }).click();
  await page.getByRole('button', { name: '40 years sampled' }).waitFor({ timeout: 120_000 });

  await page
    .getByRole('button', { name: /Open as a disruption/ })
    .first()
    .click();
  await settled(page, 'Disruptions');
  await page.getByRole('region', { name: /^Sampled year \d+$/ }).waitFor();
  expect(troubles).toEqual([]);
}, 240_000);

test('best mixes of the small plan: a frontier with today’s beside it, each run by flow', async () => {
  const { page, troubles } = await openPage(browser);
  await page.goto(`${app.address}/plans/two-lights/mixes?v=1`);
  await settled(page, 'Mixes');
  await page.getByRole('button', { name: 'Find best mixes' }).click();
  const table = page.getByRole('region', { name: 'Sizes and figures of the best mixes' });
  await table.waitFor({ timeout: 120_000 });
  await settled(page);
  await page
    .getByRole('progressbar', { name: 'Working out 10 mixes' })
    .waitFor({ state: 'detached', timeout: 120_000 });
  // A head, today, ten along the frontier, and those of tighter concentration that there are.
  expect(await table.getByRole('row').count()).toBeGreaterThanOrEqual(12);
  expect((await seriousFindings(page)).findings).toEqual([]);
  // A limit that is moved asks what if; stopped, the first mix stays; kept, it is one step of the plan.
  const line = page.getByRole('slider', { name: 'Largest country, per cent of all hours' });
  await line.focus();
  await page.keyboard.press('ArrowLeft');
  await page.getByRole('progressbar', { name: 'Working out 10 mixes' }).waitFor();
  await page.waitForFunction(() => document.querySelector('[data-stale]') === null);
  const stop = page.getByRole('button', { name: 'Stop' });
  if (await stop.isVisible()) await stop.click({ timeout: 1000 }).catch(() => undefined);
  expect(await table.getByRole('row').count()).toBeGreaterThanOrEqual(3);
  await page.getByRole('button', { name: 'Keep as the plan’s limits' }).click();
  await page.getByRole('button', { name: 'Undo: Limits of best mixes kept' }).waitFor();
  await page.getByRole('button', { name: 'Add a candidate' }).click();
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Second shift');
  await page.getByRole('button', { name: 'Add candidate', exact: true }).click();
  await page.getByRole('button', { name: 'Undo: Candidate Second shift added' }).waitFor();
  await page.getByRole('button', { name: 'Remove Second shift' }).waitFor();
  if (process.env.SHOTS) await page.screenshot({ path: '/tmp/mix-wide.png', fullPage: true });
  expect(troubles).toEqual([]);
}, 240_000);

async function shots(page: import('playwright-core').Page) {
  await page.screenshot({ path: '/tmp/risk-wide.png', fullPage: true });
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.setViewportSize({ width: 390, height: 844 });
  await page.waitForTimeout(800);
  await page.screenshot({ path: '/tmp/risk-narrow.png', fullPage: true });
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.waitForTimeout(500);
}

test('a chief customer officer puts mixes side by side over the same years, plans the way, and merges a second company', async () => {
  const { page, troubles } = await openPage(browser, { ...NARROW, scheme: 'dark' });
  await page.goto(`${app.address}/plans/two-lights/mixes?beside=scenario:more-bristol&years=40&v=1`);
  await settled(page, 'Mixes');
  const table = page.getByRole('region', { name: 'Figures of the mixes' });
  expect(await table.getByRole('columnheader', { name: 'A third of Lisbon to Bristol' }).count()).toBe(1);
  await page.getByRole('button', { name: 'Sample 40 years' }).click();
  await page.getByRole('button', { name: '40 years sampled' }).waitFor({ timeout: 120_000 });
  const years = page.getByRole('region', { name: 'Years of A third of Lisbon to Bristol' });
  expect(await years.textContent()).toMatch(/loses fewer contacts in \d+ of 40 years/);

  // The way to a kept scenario is in the address, so that a link opens it again.
  await page.getByLabel('To', { exact: true }).last().selectOption('scenario:more-bristol');
  await page.getByLabel('Months of starts').fill('2');
  await page.getByLabel('Months of starts').press('Enter');
  const months = page.getByRole('region', { name: 'The way month by month' });
  await months.waitFor();
  await settled(page);
  expect(page.url()).toContain('months=2');
  expect(await page.getByRole('region', { name: 'Transition over months' }).textContent()).toMatch(
    /Everything is moved in the week of 2027-0[3-6]-\d\d; .*Cost of the way\$[\d.]+k/i,
  );

  // A plan whose name is no markup, as a file: the same places and work are found, pooled, and kept as a plan.
  const twin = { ...(readScenario('two-lights') as object), id: 'twin', name: 'Twin <img src=x onerror=alert(1)>' };
  await page
    .getByLabel('File of the other plan')
    .setInputFiles({ name: 'twin.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(twin)) });
  await page.getByText('Sites: 2 of 2 the same').click();
  await page.getByLabel(/^Bristol of Twin .* is$/).selectOption('');
  await page.getByText('Sites: 1 of 2 the same').waitFor();
  await page.getByRole('button', { name: 'Put them together' }).click();
  const merged = page.getByRole('region', { name: 'Before and after the merger' });
  await merged.waitFor();
  await settled(page);
  expect(await merged.textContent()).toMatch(/2 metros in common \(Bristol, Lisbon\)/);
  expect((await seriousFindings(page)).findings).toEqual([]);
  await page.getByRole('button', { name: 'Keep as a new plan' }).click();
  await page.waitForURL(/\/plans\/two-lights-and-twin\/overview/);
  await settled(page, 'Overview');
  expect(troubles).toEqual([]);
}, 240_000);
