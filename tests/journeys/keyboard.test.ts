import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
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

interface Stop {
  readonly what: string;
  readonly isSeen: boolean;
  readonly matches: boolean;
}

/** What has the focus, and whether one sees that it has. */
function focused(page: Page, selector: string): Promise<Stop> {
  return page.evaluate((wanted) => {
    const element = document.activeElement ?? document.body;
    const label = element.closest('label');
    const marked = [element, ...(label ? [label] : [])].some((one) => {
      const style = getComputedStyle(one);
      return (style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) > 0) || style.boxShadow !== 'none';
    });
    const fields = /^(INPUT|TEXTAREA|SELECT)$/.test(element.tagName);
    const box = (label ?? element).getBoundingClientRect();
    return {
      what: `${element.tagName} ${element.getAttribute('aria-label') ?? element.textContent?.trim().slice(0, 40) ?? ''}`,
      // Text fields show the focus by their border.
      isSeen: (marked || fields) && box.width > 0 && box.height > 0,
      matches: element.matches(wanted),
    };
  }, selector);
}

/** Presses Tab until an element has the focus; every stop on the way must be seen. */
async function tabTo(page: Page, selector: string): Promise<void> {
  const way: string[] = [];
  for (let press = 0; press < 120; press++) {
    await page.keyboard.press('Tab');
    const stop = await focused(page, selector);
    way.push(stop.what);
    expect(stop.isSeen, `the focus on ${stop.what} can't be seen`).toBe(true);
    if (stop.matches) return;
  }
  throw new Error(`Tab never came to ${selector}; it went ${way.join(' > ')}`);
}

test('everything by keyboard: screens, heatmap, explanation, chart, downloads, commands', async () => {
  const { page, troubles } = await openPage(browser);
  await page.goto(`${app.address}/plans/farwater/overview`);
  await settled(page, 'Overview');

  await page.keyboard.press('?');
  await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });

  await page.keyboard.press('g');
  await page.keyboard.press('s');
  await settled(page, 'Staffing');

  // The heatmap: a cell by arrow keys, and its explanation.
  await page.locator('main').evaluate((main) => {
    main.tabIndex = -1;
    main.focus();
  });
  await tabTo(page, '.chart-heat');
  const readout = page.locator('.chart-frame [aria-live=polite]').first();
  await page.keyboard.press('ArrowDown');
  const first = await readout.textContent();
  expect(first).toMatch(/required [\d.,]+, available [\d.,]+, net/);
  for (let hour = 0; hour < 20; hour++) await page.keyboard.press('ArrowRight');
  expect(await readout.textContent()).not.toBe(first);
  await page.keyboard.press('Enter');
  const streams = page.getByRole('region', { name: 'Streams in this interval' });
  await streams.waitFor();
  await tabTo(page, '[aria-label="Streams in this interval"] tbody button');
  await page.keyboard.press('Enter');
  await page.getByRole('region', { name: /^Inputs of: Agents that/ }).waitFor();
  await settled(page);

  expect((await seriousFindings(page)).findings).toEqual([]);

  // A line chart: the crosshair by arrow keys.
  await tabTo(page, '.chart-cursor[role=slider][aria-label^="Required against available"]');
  await page.keyboard.press('End');
  await page.keyboard.press('ArrowLeft');
  expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-valuetext'))).toMatch(
    /Required .*Available/,
  );

  // Downloads: figures and a picture.
  await tabTo(page, 'button[aria-haspopup=menu]');
  await page.keyboard.press('Enter');
  await page.getByRole('menuitem', { name: 'Figures (CSV)' }).waitFor();
  const [csv] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
  expect(csv.suggestedFilename()).toMatch(/\.csv$/);
  expect(await readFile(await csv.path(), 'utf8')).toMatch(/^\uFEFFWeek,Begins,/);
  expect((await focused(page, 'button[aria-haspopup=menu]')).matches).toBe(true);
  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowDown');
  const [png] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
  const bytes = await readFile(await png.path());
  expect(bytes.subarray(1, 4).toString('latin1')).toBe('PNG');
  expect(bytes.length).toBeGreaterThan(10_000);

  await page.keyboard.press('Control+k');
  const search = page.getByRole('textbox', { name: /command|search/i }).or(page.locator('.mantine-Spotlight-search'));
  await search.first().waitFor();
  await page.keyboard.type('Concentration');
  await page.keyboard.press('Enter');
  await settled(page, 'Concentration');
  expect(troubles).toEqual([]);
}, 180_000);
