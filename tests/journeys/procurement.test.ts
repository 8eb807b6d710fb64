import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
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

test('procurement enters what is known of a provider, sees its chances move, and takes out pairs', async () => {
  const { page, troubles } = await openPage(browser, { ...NARROW, scheme: 'dark' });
  await page.goto(`${app.address}/plans/two-lights/concentration`);
  await settled(page, 'Concentration');
  const providers = page.getByRole('region', { name: 'Providers', exact: true });
  const chance = async () => {
    const row = await providers.getByRole('row').filter({ hasText: 'Alderway Contact' }).textContent();
    return Number(/([\d.]+)%/.exec(row ?? '')?.[1]);
  };
  const before = await chance();
  expect(before).toBeGreaterThan(0);

  // A value that can't be read is said in place, and nothing is added.
  const form = page.getByRole('form', { name: 'Add evidence' });
  await form.getByLabel('Fact').selectOption('Agency rating');
  await form.getByLabel('Value').fill('rather good');
  await form.getByText(/“rather good” can’t be read; allowed: on the scale/).waitFor();
  expect(await form.getByRole('button', { name: 'Add evidence' }).isDisabled()).toBe(true);

  // A bad rating makes the provider likelier to default; its source is text, whatever it looks like.
  await form.getByLabel('Value').fill('CCC');
  await form.getByLabel('Source').fill('=1+1 <img src=x onerror=alert(1)>');
  await form.getByLabel('Value').press('Enter');
  await page.getByRole('region', { name: 'Evidence on Alderway Contact', exact: true }).first().waitFor();
  await page.getByRole('cell').filter({ hasText: '=1+1 <img src=x onerror=alert(1)>' }).waitFor();
  await settled(page);
  expect(await chance()).toBeGreaterThan(before + 3);
  await page.getByRole('button', { name: 'Undo: add Agency rating' }).click();
  await settled(page);
  await expect.poll(chance).toBe(before);

  // One switch for the measure of every share; a picked node says what it reaches.
  await page.getByRole('radiogroup', { name: 'Shares of' }).getByText('Contacts').click();
  await page.getByRole('region', { name: 'By metro' }).getByText('Share of contacts answered').waitFor();
  await page.getByRole('button', { name: /^Lisbon, .* of contacts answered/ }).click();
  await page.getByText(/Lisbon \(1 provider\): [\d.]+% of productive hours, [\d.]+% of contacts/).waitFor();
  const cover = page.getByRole('region', { name: 'Who covers which work', exact: true }).first();
  await cover.getByText('Metro', { exact: true }).click();
  await cover.getByRole('columnheader', { name: 'Bristol' }).waitFor();

  // What the contract bills, also in a disruption of the library that isn't in the plan.
  const contracts = page.getByRole('region', { name: 'Contracts and their bills' });
  await contracts.getByRole('button', { name: 'Work out the bills' }).click();
  await contracts
    .getByRole('rowheader', { name: /Lisbon goes dark|lisbon/i })
    .first()
    .waitFor();
  await contracts.getByLabel('From the library').selectOption('ransomware');
  await contracts.getByRole('button', { name: 'Add to the bills' }).click();
  await contracts.getByRole('button', { name: /^Remove Ransomware/ }).waitFor();
  await settled(page);
  const bill = contracts.getByRole('region', { name: 'Bills by case' }).getByRole('row').last();
  expect(await bill.textContent()).toMatch(/[−+]\$/);

  // The worst outage, contact by contact, beside flow's figure.
  const worst = page.getByRole('region', { name: 'The worst outages, contact by contact' });
  await worst.getByRole('button', { name: 'Confirm the worst contact by contact' }).click();
  await worst.getByRole('table').waitFor();
  await settled(page);
  expect(await worst.getByRole('row').nth(1).textContent()).toMatch(/[\d,]+ to [\d,]+/);

  // Pairs are in the address, so that a link opens the same picture.
  await page.getByRole('button', { name: 'Take out pairs' }).click();
  await page.getByRole('table', { name: /Contacts lost for good when both fail/ }).waitFor();
  await settled(page);
  for (const part of ['pairs=yes', 'by=contacts', 'bills=yes', 'cover=metro', 'node=site'])
    expect(page.url()).toContain(part);
  expect((await seriousFindings(page)).findings).toEqual([]);
  expect(troubles).toEqual([]);
}, 180_000);
