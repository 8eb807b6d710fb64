import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { seriousFindings } from './support/axe';
import { launchBrowser, openPage } from './support/browser';
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

test('a storm over Lisbon: added by keyboard, felt, undone, done again, and there after a reload', async () => {
  const { page, troubles } = await openPage(browser);
  await page.goto(`${app.address}/plans/two-lights/disruptions?refine=off&v=1`);
  await settled(page, 'Disruptions');
  const storm = page.getByRole('region', { name: 'Storm over Lisbon', exact: true });

  await page.getByRole('button', { name: 'Add disruption' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Add disruption' });
  await dialog.getByLabel('What happens').selectOption({ label: 'Storm over a metro' });
  await dialog.getByLabel('Where').selectOption({ label: 'Lisbon' });
  expect(await dialog.getByLabel('Where').getByRole('option').allTextContents()).toEqual(['Bristol', 'Lisbon']);

  // A day outside the plan is refused where it stands.
  await dialog.getByLabel('Start').fill('2028-01-01');
  await dialog.getByText(/^A day of the plan:/).waitFor();
  expect(await dialog.getByRole('button', { name: 'Add to plan' }).isDisabled()).toBe(true);
  expect((await seriousFindings(page)).findings).toEqual([]);
  await dialog.getByLabel('Start').fill('2027-03-01');
  await dialog.getByLabel('Start').press('Enter');
  await dialog.waitFor({ state: 'detached' });
  await page.waitForFunction(() => document.activeElement?.textContent === 'Add disruption');

  // It is the one on screen, and it hurts.
  await storm.waitFor();
  await settled(page);
  expect(page.url()).toContain('storm-lisbon');
  const felt = await storm.textContent();
  const lost = Number(/Contacts lost for good([\d.,]+)/.exec(felt ?? '')?.[1]?.replaceAll(/[.,]/g, ''));
  expect(lost).toBeGreaterThan(100);

  await page.getByRole('button', { name: 'Undo: add Storm over Lisbon' }).click();
  await storm.waitFor({ state: 'detached' });
  await page.getByRole('region', { name: 'Lisbon is dark for a week', exact: true }).waitFor();
  await page.getByRole('button', { name: 'Redo: add Storm over Lisbon' }).click();
  await storm.waitFor();
  await settled(page);
  expect(await storm.textContent()).toBe(felt);

  // What the plan's check refuses is said where it stands; nothing is saved until it is undone.
  const form = page.getByRole('region', { name: /^Dates and effects: Storm/ });
  await form.getByLabel('Name').fill('Storm\u202e');
  await form.getByLabel('Name').press('Enter');
  await form.getByText('text without control characters').waitFor();
  await page.getByRole('button', { name: /^Undo: rename/ }).click();
  await form.getByText('text without control characters').waitFor({ state: 'detached' });
  await expect.poll(() => form.getByLabel('Name').inputValue()).toBe('Storm over Lisbon');
  await form.getByLabel('Name').fill('Storm on the Tagus');
  await form.getByLabel('Name').press('Enter');
  await page.getByRole('region', { name: 'Storm on the Tagus', exact: true }).waitFor();
  await page.getByRole('button', { name: 'Undo: rename Storm over Lisbon to Storm on the Tagus' }).click();
  await storm.waitFor();

  await page.getByText('Saved', { exact: true }).waitFor();
  await page.reload();
  await storm.waitFor();
  await settled(page, 'Disruptions');
  expect(await storm.textContent()).toBe(felt);

  // Who answers: a helper after half a minute and callbacks, by keyboard, refused where it can't stand, and undone.
  await page.goto(`${app.address}/plans/two-lights/footprint?tab=streams&pick=bookings&v=1`);
  const routing = page.getByRole('region', { name: /^Who answers: Bookings/ });
  const helper = routing.getByLabel(/ helps after, s$/).last();
  await helper.fill('0');
  await helper.press('Enter');
  await routing.getByText('1 to 86,400').waitFor();
  await helper.fill('30');
  await helper.press('Enter');
  await page.getByRole('button', { name: /^Undo: Bookings.* helps after 30 s$/ }).waitFor();
  await routing.getByRole('switch', { name: /^Offer to call back/ }).press('Space');
  await routing.getByLabel('Accept, %').waitFor();
  await page.getByText('Saved', { exact: true }).waitFor();
  expect((await seriousFindings(page)).findings).toEqual([]);
  await page.getByRole('button', { name: /^Undo: Bookings.*: callbacks$/ }).click();
  await routing.getByLabel('Accept, %').waitFor({ state: 'detached' });
  expect(troubles).toEqual([]);
}, 120_000);
