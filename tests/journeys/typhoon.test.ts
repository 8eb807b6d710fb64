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

const NAME = 'Typhoon as in Cebu 2021: Metro Manila';

test('a typhoon dragged over a metro: homes fail with sites, a playbook helps, and a link shows it to others', async () => {
  const { page, troubles } = await openPage(browser);
  await page.goto(`${app.address}/plans/farwater/disruptions?refine=off&v=1`);
  await settled(page, 'Disruptions');

  // From the library: found by a word of its story, struck over the metro that has homes and sites.
  await page.getByRole('button', { name: 'Add disruption' }).click();
  const dialog = page.getByRole('dialog', { name: 'Add disruption' });
  await dialog.getByLabel('Search the library').fill('cebu grid');
  await dialog.getByText('1 of 32 disruptions').waitFor();
  await dialog.getByLabel('What happens').selectOption({ label: 'Typhoon Odette, Cebu 2021' });
  await dialog.getByText('What history says').waitFor();
  await dialog.getByLabel('Where').selectOption({ label: 'Metro Manila' });
  await dialog.getByLabel('Start').fill('2027-05-03');
  expect((await seriousFindings(page)).findings).toEqual([]);
  await dialog.getByRole('button', { name: 'Add to plan' }).click();
  await dialog.waitFor({ state: 'detached' });
  const region = page.getByRole('region', { name: NAME, exact: true });
  await region.waitFor();
  await settled(page);
  const before = await region.textContent();

  // Dragged along the timeline it strikes at another time, and everything follows.
  const bar = page.getByRole('button', { name: new RegExp(`^${NAME}: .*Arrow keys move it$`) });
  await bar.scrollIntoViewIfNeeded();
  const box = await bar.boundingBox();
  if (!box) throw new Error('no bar');
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 120, y, { steps: 6 });
  await page.mouse.up();
  await page.waitForFunction(
    ([name, text]) => {
      const found = [...document.querySelectorAll('section')].find((each) => each.getAttribute('aria-label') === name);
      return found && !found.hasAttribute('data-stale') && found.textContent !== text;
    },
    [NAME, before] as const,
  );
  await settled(page);
  await page.getByRole('button', { name: new RegExp(`^Undo: ${NAME}, `) }).waitFor();

  // Sites and homes of the metro fail together on the day after it strikes; the rest doesn't.
  const missing = page.getByRole('heading', { name: /^Who is missing, who absorbs/ });
  await missing.scrollIntoViewIfNeeded();
  const map = page.locator('figure, section').filter({ has: missing }).last();
  await map.getByRole('button', { name: /Table/ }).click();
  const shares = new Map<string, number>();
  for (const row of await map.getByRole('row').all()) {
    const [name = '', planned = '', there = ''] = await row.getByRole('cell').allTextContents();
    const number = (text: string) => Number(text.replaceAll(',', ''));
    const header = await row.getByRole('rowheader').allTextContents();
    const [site, a, b] = header.length > 0 ? [header[0] ?? '', name, planned] : [name, planned, there];
    if (number(a) > 0) shares.set(site, number(b) / number(a));
  }
  const gone = [...shares].filter(([, share]) => share < 0.1).map(([site]) => site);
  expect(gone.sort()).toEqual(['Homes in Metro Manila', 'Makati', 'Quezon City', 'Taguig']);
  expect(shares.get('Bengaluru')).toBeGreaterThan(0.95);

  // What was published stands beside the model.
  const facts = page.getByRole('region', { name: 'Beside what happened' });
  await facts.getByRole('table').getByText('98,321 of 474,182').waitFor();
  await facts.getByText(/^Calibrated, not validated\./).waitFor();
  expect(await facts.locator('.chart-point').count()).toBe(6);

  // A playbook is added, worked out, and buys something.
  const helped = page.getByRole('region', { name: 'What would have helped' });
  await helped.getByLabel('Action', { exact: true }).selectOption({ label: 'Overtime' });
  await helped.getByRole('button', { name: 'Add playbook' }).click();
  const verdict = helped.getByText(/^“Playbook: overtime” saves [\d,]+ contacts from being lost for good, for /);
  await verdict.waitFor({ timeout: 60_000 });
  const said = await verdict.textContent();
  expect(Number(/saves ([\d,]+)/.exec(said ?? '')?.[1]?.replaceAll(',', ''))).toBeGreaterThan(100);
  await page.getByText('With “Playbook: overtime”').first().waitFor();
  await settled(page);
  expect((await seriousFindings(page)).findings).toEqual([]);

  // The link opens the same picture for somebody else.
  await page.getByText('Saved', { exact: true }).waitFor();
  await settled(page);
  const felt = await region.textContent();
  const link = page.url();
  expect(link).toContain('playbook=');
  const { page: other, troubles: others } = await openPage(browser);
  await other.goto(link);
  await other.getByRole('region', { name: NAME, exact: true }).waitFor();
  await settled(other, 'Disruptions');
  await other.getByText(said ?? '', { exact: true }).waitFor({ timeout: 60_000 });
  expect(await other.getByRole('region', { name: NAME, exact: true }).textContent()).toBe(felt);
  expect([...troubles, ...others]).toEqual([]);
}, 240_000);
