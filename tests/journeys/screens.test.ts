import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { seriousFindings } from './support/axe';
import { launchBrowser, NARROW, openPage, WIDE } from './support/browser';
import { SCREENS, settled } from './support/screens';
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

const looks = [
  { name: 'wide and light', ...WIDE, scheme: 'light' },
  { name: 'narrow and dark', ...NARROW, scheme: 'dark' },
] as const;

test('every screen of the navigation is among those looked at', async () => {
  const { context, page } = await openPage(browser);
  await page.goto(app.address);
  await settled(page, 'Overview');
  const named = await page.getByRole('navigation').getByRole('link').allTextContents();
  expect(named.map((name) => name.trim()).sort()).toEqual(SCREENS.map(([, heading]) => heading).sort());
  await context.close();
}, 120_000);

test.each(SCREENS)(
  '%s: whole, accessible, without trouble, wide and narrow',
  async (path, heading) => {
    await Promise.all(looks.map((look) => lookAt(look, path, heading)));
  },
  120_000,
);

async function lookAt(look: (typeof looks)[number], path: string, heading: string): Promise<void> {
  const { context, page, troubles } = await openPage(browser, look);
  try {
    await page.goto(`${app.address}/${path}`);
    await settled(page, heading);
    const { findings, passed } = await seriousFindings(page);
    expect(passed, 'axe saw next to nothing').toBeGreaterThan(10);
    expect(findings, look.name).toEqual([]);
    // Nothing may stick out sideways; what is wider scrolls in a box of its own.
    const { content, window } = await page.evaluate(() => ({
      content: document.documentElement.scrollWidth,
      window: document.documentElement.clientWidth,
    }));
    expect(content, look.name).toBeLessThanOrEqual(window);
    expect(troubles, look.name).toEqual([]);
  } finally {
    await context.close();
  }
}
