import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface AxeResults {
  readonly violations: readonly {
    readonly id: string;
    readonly impact: string | null;
    readonly help: string;
    readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
  }[];
  readonly passes: readonly unknown[];
}

/** Serious and critical findings of axe on what is shown, in words, and how many rules it saw pass; once nothing fades or moves any more. */
export async function seriousFindings(page: Page): Promise<{ readonly findings: string[]; readonly passed: number }> {
  const isThere = await page.evaluate(() => 'axe' in globalThis);
  // Evaluated by the browser's debugger, which the page's own policy on scripts doesn't concern.
  if (!isThere) await page.evaluate(source);
  await page.waitForFunction(() =>
    document
      .getAnimations()
      .every((one) => one.playState !== 'running' || one.effect?.getComputedTiming().endTime === Infinity),
  );
  // Figures that wait for newer ones are dimmed; where they stay so, they are looked at as they are.
  await page
    .waitForFunction(() => document.querySelector('[data-stale]') === null, undefined, { timeout: 5000 })
    .catch(() => undefined);
  const results = (await page.evaluate(
    '(async () => { const { violations, passes } = await axe.run(document, { resultTypes: ["violations", "passes"] }); return { violations, passes: passes.map((rule) => rule.id) }; })()',
  )) as AxeResults;
  const findings = results.violations
    .filter((rule) => rule.impact === 'serious' || rule.impact === 'critical')
    .flatMap((rule) =>
      rule.nodes
        .slice(0, 4)
        .map(
          (node) => `${rule.impact} ${rule.id}: ${rule.help}: ${node.html.slice(0, 220)} ${node.failureSummary ?? ''}`,
        ),
    );
  return { findings, passed: results.passes.length };
}
