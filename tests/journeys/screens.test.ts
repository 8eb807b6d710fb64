import type { Browser, Page } from 'playwright-core';
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
    const { context, page, troubles } = await openPage(browser, looks[0]);
    try {
      await page.goto(`${app.address}/${path}`);
      for (const look of looks) {
        await page.setViewportSize({ width: look.width, height: look.height });
        await page.emulateMedia({ colorScheme: look.scheme });
        await settled(page, heading);
        await lookAt(page, look.name);
      }
      expect(troubles).toEqual([]);
    } finally {
      await context.close();
    }
  },
  120_000,
);

async function lookAt(page: Page, look: string): Promise<void> {
  const { findings, passed } = await seriousFindings(page);
  expect(passed, 'axe saw next to nothing').toBeGreaterThan(10);
  expect(findings, look).toEqual([]);
  // Nothing may stick out sideways; what is wider scrolls in a box of its own.
  const { content, window } = await page.evaluate(() => ({
    content: document.documentElement.scrollWidth,
    window: document.documentElement.clientWidth,
  }));
  expect(content, look).toBeLessThanOrEqual(window);
}
