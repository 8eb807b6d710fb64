import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { seriousFindings } from './support/axe';
import { launchBrowser, openPage } from './support/browser';
import { type ServedApp, serveApp } from './support/served-app';

let app: ServedApp;
let browser: Browser;

beforeAll(async () => {
  app = await serveApp();
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
  await app?.end();
});

test('a week is simulated contact by contact beside flow, stopped and gone on with, and a customer followed', async () => {
  const { page, context, troubles } = await openPage(browser);
  await page.goto(`${app.address}/plans/two-lights/disruptions`);
  const panel = page.getByRole('region', { name: 'Contact by contact', exact: true });
  await panel.getByLabel('Runs').selectOption('4');
  await panel.getByRole('button', { name: 'Simulate this week' }).press('Enter');
  await panel.getByText(/^4 runs, [\d,]+ contacts simulated\.$/).waitFor();
  const row = panel.getByRole('row', { name: /Bookings by telephone/ });
  const cells = (await row.getByRole('cell').allTextContents()).join(' ');
  const shares = [...cells.matchAll(/(\d+(?:\.\d)?)%/g)].map((found) => Number(found[1]));
  const [simulated = Number.NaN, flow = Number.NaN] = shares;
  // Lisbon is dark: both see it, and say much the same.
  expect(simulated).toBeLessThan(50);
  expect(Math.abs(simulated - flow)).toBeLessThan(15);

  await panel.getByRole('button', { name: 'Follow customers' }).press('Enter');
  const journey = panel.locator('details').first();
  await journey.getByText('Calls (Bookings by telephone).').waitFor();
  await journey
    .getByText(/Waits .* and hangs up\./)
    .first()
    .waitFor();
  expect((await seriousFindings(page)).findings).toEqual([]);

  // Another week asks for another simulation; the old one dims until then.
  await panel.getByLabel('Week').selectOption({ index: 0 });
  await panel.getByText('Another week, disruption or plan: simulate again.').waitFor();
  await panel.getByLabel('Runs').selectOption('100');
  await panel.getByRole('button', { name: 'Simulate this week' }).press('Enter');
  await panel.getByText(/contacts simulated so far\.$/).waitFor();
  await panel.getByRole('button', { name: 'Stop' }).press('Enter');
  await panel.getByText('Stopped before the simulated week was ready.').waitFor();
  await panel.getByText(/^\d+ runs, [\d,]+ contacts simulated\.$/).waitFor();
  expect(troubles).toEqual([]);
  await context.close();
});
