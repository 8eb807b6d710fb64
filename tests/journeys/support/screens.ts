import type { Page } from 'playwright-core';

/** Every screen by its place in the address, with its heading. */
export const SCREENS = [
  ['plans/farwater/overview', 'Overview'],
  ['plans/farwater/demand', 'Demand'],
  ['plans/farwater/footprint', 'Footprint'],
  ['plans/farwater/staffing', 'Staffing'],
  ['plans/farwater/headcount', 'Headcount'],
  ['plans/farwater/money', 'Money'],
  ['plans/farwater/disruptions?refine=off&v=1', 'Disruptions'],
  ['plans/farwater/mixes', 'Mixes'],
  ['plans/farwater/concentration', 'Concentration'],
  ['plans/farwater/risk', 'Risk'],
  ['calculator', 'Calculator'],
] as const;

/** Waits until a screen has its answers: heading there, nothing being worked out, nothing loading. */
export async function settled(page: Page, heading?: string): Promise<void> {
  await page.getByRole('heading', { level: 1, ...(heading ? { name: heading } : {}) }).waitFor();
  await page.waitForFunction(
    () => {
      const busy = document.querySelector('[role=progressbar], [aria-busy=true], .mantine-Skeleton-root');
      const window = globalThis as { calmSince?: number };
      if (busy) window.calmSince = undefined as unknown as number;
      else window.calmSince ??= performance.now();
      return !busy && performance.now() - (window.calmSince ?? 0) > 500;
    },
    undefined,
    { timeout: 90_000, polling: 100 },
  );
}
