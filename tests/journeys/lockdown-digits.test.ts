import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { expect, test } from 'vitest';
import { readScenario } from '../support/read-scenario';
import { launchBrowser } from './support/browser';
import { lockdownFigures } from './support/lockdown-figures';

/** Part of a figure by which the two may differ. */
const SAME = 1e-9;

/** Every number of an answer, in its order. */
function numbersOf(value: unknown): number[] {
  if (typeof value === 'number') return [value];
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(numbersOf) : [];
}

test('a browser has the worked plan’s lockdown to nine digits as the command line has', async () => {
  const entry = fileURLToPath(new URL('./support/lockdown-figures.ts', import.meta.url));
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: { write: false, minify: false, lib: { entry, formats: ['iife'], name: 'engine', fileName: 'engine' } },
  });
  const [bundle] = Array.isArray(built) ? built : [built];
  if (!bundle || !('output' in bundle)) throw new Error('nothing was built');
  const plan = readScenario('farwater');
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    await page.evaluate(`${bundle.output[0].code}; globalThis.engine = engine`);
    const there = await page.evaluate(
      (document) =>
        (globalThis as unknown as { engine: { lockdownFigures: typeof lockdownFigures } }).engine.lockdownFigures(
          document,
        ),
      plan,
    );
    // Exponentials differ in the last digit between editions of V8, so figures do in their last ones.
    const [here, shown] = [lockdownFigures(plan), there].map((text) => numbersOf(JSON.parse(text)));
    expect(here!.length).toBeGreaterThan(10_000);
    expect(shown).toHaveLength(here!.length);
    const apart = here!.map((value, at) => Math.abs(value - shown![at]!) / (1 + Math.abs(value)));
    expect(apart.reduce((worst, one) => Math.max(worst, one), 0)).toBeLessThan(SAME);
  } finally {
    await browser.close();
  }
}, 120_000);
