import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import readWorkbook from 'read-excel-file/node';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
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

/** The next journey opens the same plan: what this one changed must have arrived, and nobody else may save it then. */
afterEach(async () => {
  for (const context of browser.contexts()) {
    for (const page of context.pages()) await page.getByText('Saved', { exact: true }).waitFor();
    await context.close();
  }
});

/** The text of a cell of the weekly grid, by the position of its week and the head of its column. */
async function cell(page: Page, week: number, head: string) {
  const grid = page.getByRole('grid', { name: /^Headcount by week/ });
  const heads = await grid.locator('thead th').allTextContents();
  return grid.locator(`[data-place="${week},${heads.indexOf(head)}"]`);
}

const numberOf = (text: string | null) =>
  Number(
    (text ?? '')
      .replace('−', '-')
      .replace(/k$/i, 'e3')
      .replaceAll(/[^\d.e-]/g, ''),
  );
const figure = async (page: Page, week: number, head: string) =>
  numberOf(await (await cell(page, week, head)).textContent());

test('a bad week of attrition: gap and service follow, hires close it, undone again, taken to a workbook and back', async () => {
  const { page, troubles } = await openPage(browser);
  await page.goto(`${app.address}/plans/two-lights/headcount`);
  await settled(page, 'Headcount');
  const teams = page.getByLabel('Weeks of', { exact: true });
  await teams.selectOption({ index: 1 });
  await settled(page);
  const before = {
    gap: await figure(page, 5, 'Gap'),
    service: await figure(page, 5, 'Service, whole plan'),
    cost: await figure(page, 5, 'Labor cost'),
  };
  expect(before.service).toBeGreaterThan(40);

  // Typed into one week: it is marked, more people leave then, and the week after is short.
  const attrition = await cell(page, 4, 'Attrition a year');
  await attrition.click();
  await attrition.press('9');
  await page.keyboard.type('00');
  await page.keyboard.press('Enter');
  await settled(page);
  expect(await (await cell(page, 4, 'Attrition a year')).textContent()).toBe('900% •');
  expect(await figure(page, 5, 'Gap')).toBeLessThan(before.gap - 1);
  expect(await figure(page, 5, 'Service, whole plan')).toBeLessThan(before.service);
  expect(await figure(page, 5, 'Labor cost')).toBeLessThan(before.cost);
  expect(await (await cell(page, 3, 'Attrition a year')).textContent()).not.toContain('•');
  const hurt = await figure(page, 16, 'Gap');
  const cheap = await figure(page, 16, 'Labor cost');

  // The best hires, found and put in: later weeks have more people, and the classes stand in the grid.
  await page.getByRole('button', { name: 'Find the best hires' }).click();
  const put = page.getByRole('button', { name: 'Put them into the plan' });
  await put.waitFor();
  expect(await page.getByRole('region', { name: 'Best hires' }).textContent()).toMatch(
    /Decide by \d+ \w+ 2027 to hire/,
  );
  expect((await seriousFindings(page)).findings).toEqual([]);
  await put.click();
  await settled(page);
  expect(await figure(page, 16, 'Gap')).toBeGreaterThan(hurt);
  expect(await figure(page, 16, 'Labor cost')).not.toBe(cheap);

  // The workbook holds what is on screen.
  const waiting = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Workbook (XLSX)' }).click();
  const file = await waiting;
  expect(file.suggestedFilename()).toMatch(/headcount\.xlsx$/);
  const sheets = await readWorkbook(readFileSync(await file.path()));
  const rowsOf = (name: string) => sheets.find(({ sheet }) => sheet === name)?.data ?? [];
  expect(rowsOf('Planned by hand')[1]?.slice(4)).toEqual(['attritionPerYear', 'Attrition a year', 9]);
  const shown = await (await cell(page, 16, 'Gap')).textContent();
  const [head = [], ...rows] = rowsOf('Headcount');
  const written = Number(rows[16]?.[head.indexOf('gapFte')]);
  expect(numberOf(shown)).toBeCloseTo(Math.round(written * 10) / 10, 9);

  const shownService = await figure(page, 16, 'Service, whole plan');

  // Both steps go back by their names.
  await page.getByRole('button', { name: /^Undo: Best hires/ }).click();
  await settled(page);
  expect(await figure(page, 16, 'Gap')).toBe(hurt);
  await page.getByRole('button', { name: /^Undo: Attrition a year of/ }).click();
  await settled(page);
  expect(await figure(page, 5, 'Gap')).toBe(before.gap);
  expect(await figure(page, 5, 'Service, whole plan')).toBe(before.service);

  // A file that is no workbook is refused; the workbook opens again, says what it would change, and brings it all back.
  const chooser = page.getByLabel('A headcount workbook (XLSX)');
  await chooser.setInputFiles({ name: 'notes.xlsx', mimeType: 'text/plain', buffer: Buffer.from('Dear planner') });
  await page.getByText(/notes.xlsx.*allowed: an \.xlsx workbook/).waitFor();
  await chooser.setInputFiles({
    name: 'mine.xlsx',
    mimeType: 'application/octet-stream',
    buffer: readFileSync(await file.path()),
  });
  const preview = page.getByRole('region', { name: 'Workbook mine.xlsx' });
  await preview.getByText(/written from another state/).waitFor();
  expect(await preview.getByRole('row', { name: /Attrition a year, week 5 .*900%/ }).count()).toBe(1);
  expect(await preview.getByRole('row', { name: /New row/ }).count()).toBeGreaterThan(0);
  expect(await figure(page, 16, 'Gap')).not.toBe(numberOf(shown));
  expect((await seriousFindings(page)).findings).toEqual([]);
  await preview.getByRole('button', { name: /^Put \d+ changes into the plan$/ }).click();
  await settled(page);
  expect(await (await cell(page, 16, 'Gap')).textContent()).toBe(shown);
  expect(await figure(page, 16, 'Service, whole plan')).toBe(shownService);
  await page.getByRole('button', { name: /^Undo: Workbook mine.xlsx/ }).click();
  await settled(page);
  expect(await figure(page, 5, 'Gap')).toBe(before.gap);
  expect(troubles).toEqual([]);
}, 180_000);

test('people are planned by tables and by dragging, with the keyboard alone; launches and skills follow', async () => {
  const { page, troubles } = await openPage(browser);
  await page.goto(`${app.address}/plans/two-lights/headcount?rules=launches`);
  await settled(page, 'Headcount');
  const rules = page.getByRole('region', { name: 'What people are planned by' });

  // A launch that needs training: added, given more hours with the keyboard, and too late until it begins earlier.
  await rules.getByRole('button', { name: 'Add a row for Bristol' }).press('Enter');
  const launches = rules.getByRole('grid', { name: 'Launches' });
  await launches.waitFor();
  const at = async (head: string) => {
    const heads = await launches.locator('thead th').allTextContents();
    return launches.locator(`[data-place="0,${heads.indexOf(head)}"]`);
  };
  const type = async (head: string, text: string) => {
    const place = await at(head);
    await place.focus();
    await place.press('F2');
    await page.keyboard.press('Control+a');
    await page.keyboard.type(text);
    await page.keyboard.press('Enter');
  };
  await type('Hours a person', '16');
  await type('First day', '2027-03-29');
  const ready = page.getByRole('region', { name: 'Ready for launches' });
  await ready.getByText('Everybody is trained in time for every launch.').waitFor();
  await type('First day', '2027-01-18');
  await ready.getByText(/Bristol is ready on 2027-03-0\d, 4\d days late and 2\d % trained/).waitFor();
  // A day that isn't one is refused in place, with what is allowed.
  await type('Training from', 'soon');
  await rules.getByText('Training from: found “soon”; allowed: a date such as 2027-03-01').waitFor();
  await page.keyboard.press('Escape');
  await settled(page);
  expect((await seriousFindings(page)).findings).toEqual([]);

  // The staircase: one team's class grows by the arrow keys, and is a step with a name.
  await page.getByLabel('Weeks of', { exact: true }).selectOption({ index: 1 });
  await settled(page);
  const knob = page.getByRole('slider', { name: /^Hires of 2027-W09/ });
  expect(await figure(page, 8, 'Hires')).toBe(5);
  await knob.press('ArrowUp');
  await settled(page);
  expect(await figure(page, 8, 'Hires')).toBe(6);
  await page.getByRole('button', { name: /^Undo: Hires of Bristol, 2027-W09: 6/ }).click();
  await settled(page);
  expect(await figure(page, 8, 'Hires')).toBe(5);
  await page.getByRole('heading', { name: /Gap by skill and month/ }).waitFor();
  expect(troubles).toEqual([]);
}, 180_000);

test('money follows people: hires cost, a range makes bands, both undone; the workbook holds the tree', async () => {
  const { page, troubles } = await openPage(browser);
  await page.goto(`${app.address}/plans/two-lights/money`);
  await settled(page, 'Money');
  await page.getByText('Week', { exact: true }).first().click();
  await page.getByRole('columnheader', { name: '2027-W10' }).waitFor();
  const tree = page.getByRole('region', { name: 'Cost tree' });
  const costs = async (row: string) =>
    (await tree.getByRole('row', { name: row }).getByRole('cell').allTextContents()).map((text) =>
      Number(text.replace(/[$,%]/g, '').replace(/k/i, 'e3').replace(/m/i, 'e6')),
    );
  const valueLeft = () => page.getByRole('button', { name: /^Value less cost .*how it came about$/ }).textContent();
  const before = { costs: await costs('Whole plan'), value: await valueLeft() };

  // Ten more people on contacts from the ninth week on: paid for from then, not before.
  await page.getByRole('link', { name: 'Headcount' }).click();
  await settled(page, 'Headcount');
  await page.getByLabel('Weeks of', { exact: true }).selectOption({ index: 1 });
  await settled(page);
  const hires = await cell(page, 10, 'Hires');
  await hires.click();
  await hires.press('1');
  await page.keyboard.type('0');
  await page.keyboard.press('Enter');
  await settled(page);
  await page.getByRole('link', { name: 'Money' }).click();
  await settled(page, 'Money');
  const after = await costs('Whole plan');
  expect(after[2 + 9]).toBe(before.costs[2 + 9]);
  expect(after[2 + 12]! - before.costs[2 + 12]!).toBeGreaterThan(5000);

  // The tree opens by keyboard, and a figure explains itself.
  const branch = tree.getByRole('button', { name: 'Two Lights Ferries' });
  await branch.focus();
  await page.keyboard.press('ArrowRight');
  await tree.getByRole('button', { name: 'Bristol' }).waitFor();
  await page.getByRole('button', { name: /^Loaded cost of the plan/ }).click();
  expect(await page.getByRole('region', { name: 'How it came about' }).textContent()).toContain(
    'paid hours on contacts',
  );

  // A contact may bring more: the band and the value follow.
  const most = page.getByRole('grid', { name: /^Figures of money/ }).getByRole('gridcell', { name: '12', exact: true });
  await most.click();
  await most.press('4');
  await page.keyboard.type('0');
  await page.keyboard.press('Enter');
  await settled(page);
  expect(
    await page
      .getByText(/in nine of ten draws/)
      .first()
      .textContent(),
  ).not.toBe('');
  const waiting = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Workbook (XLSX)' }).click();
  const sheets = await readWorkbook(readFileSync(await (await waiting).path()));
  const assumptions = sheets.find(({ sheet }) => sheet === 'Assumptions')?.data ?? [];
  expect(assumptions.find(([, , figure]) => figure === 'Contribution of a contact')?.slice(4, 7)).toEqual([6, 9, 40]);

  await page.getByRole('button', { name: /^Undo: Bookings by telephone/ }).click();
  await settled(page);
  await page.getByRole('button', { name: /^Undo: Hires of/ }).click();
  await settled(page);
  expect(await costs('Whole plan')).toEqual(before.costs);
  expect(await valueLeft()).toBe(before.value);
  expect(troubles).toEqual([]);
}, 180_000);
