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
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await app?.end();
}, 120_000);

test('contacts refine flow by themselves, follow the hand, stop and go on; a customer is followed', async () => {
  const { page, context, troubles } = await openPage(browser);
  await page.goto(`${app.address}/plans/two-lights/disruptions`);
  const line = page.getByRole('region', { name: 'Refined contact by contact', exact: true });
  const panel = page.getByRole('region', { name: 'Contact by contact', exact: true });
  const done = line.getByText(/runs 1 to 10 of 10 done, [\d,]+ contacts simulated/);

  // Nobody asks: once flow has answered, the disrupted weeks are simulated.
  await done.waitFor();
  const said = await line.getByText(/^On these days/).textContent();
  await page.getByText('Its 95 % interval').first().waitFor();
  const row = panel.getByRole('row', { name: /Bookings by telephone/ });
  const cells = (await row.getByRole('cell').allTextContents()).join(' ');
  const shares = [...cells.matchAll(/(\d+(?:\.\d)?)%/g)].map((found) => Number(found[1]));
  const [simulated = Number.NaN, flow = Number.NaN] = shares;
  // Lisbon is dark: both see it, and say much the same.
  expect(simulated).toBeLessThan(70);
  expect(Math.abs(simulated - flow)).toBeLessThan(15);

  await panel.getByRole('button', { name: 'Follow customers' }).press('Enter');
  const journey = panel.locator('details').first();
  await journey.getByText('Calls (Bookings by telephone).').waitFor();
  await journey
    .getByText(/Waits .* and hangs up\./)
    .first()
    .waitFor();
  expect((await seriousFindings(page)).findings).toEqual([]);

  // A slider moves: what was simulated belongs to the past until it has been simulated anew; undone, it is there at once.
  const slider = page.getByRole('slider', { name: /^People lost|^Seats|^At its height/ }).first();
  await slider.press('ArrowLeft');
  await line.getByText('Flow’s answer first; this follows once it rests.').waitFor();
  await done.waitFor();
  expect(await line.getByText(/^On these days/).textContent()).not.toBe(said);
  await page.keyboard.press('Control+z');
  await expect.poll(() => line.getByText(/^On these days/).textContent(), { timeout: 30_000 }).toBe(said);
  await done.waitFor();

  // Stopped, it keeps what there is and goes on from there; switched off, it leaves changes to flow.
  await panel.getByLabel('Runs').selectOption('100');
  await line.getByRole('button', { name: 'Stop' }).press('Enter');
  await line.getByText(/^Stopped before contact by contact/).waitFor();
  await line.getByText(/runs 1 to \d\d?(, \d+| to \d+)* of 100 done/).waitFor();
  await panel.getByRole('button', { name: 'Simulate the rest' }).waitFor();
  await line.getByLabel('Refine contact by contact').click();
  await panel.getByLabel('Days').selectOption({ index: 0 });
  await slider.press('ArrowLeft');
  await line.getByText('Off: figures and curves are flow’s alone.').waitFor();
  expect(page.url()).toContain('refine=off');
  expect(troubles).toEqual([]);
  await context.close();
}, 120_000);
