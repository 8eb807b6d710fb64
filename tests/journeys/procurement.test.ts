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

  // Pairs are in the address, so that a link opens the same picture.
  await page.getByRole('button', { name: 'Take out pairs' }).click();
  await page.getByRole('table', { name: /Contacts lost for good when both fail/ }).waitFor();
  await settled(page);
  expect(page.url()).toContain('pairs=yes');
  expect((await seriousFindings(page)).findings).toEqual([]);
  expect(troubles).toEqual([]);
}, 180_000);
