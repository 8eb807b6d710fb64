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

const number = (text: string | null | undefined) => Number((text ?? '').replaceAll(/[^\d.-]/g, ''));

/** A figure of the row of figures on top of a screen. */
async function figure(page: Page, label: string): Promise<number> {
  const term = page.getByText(label, { exact: true });
  return number(await term.locator('xpath=following-sibling::dd[1]').textContent());
}

async function staffed(page: Page): Promise<number> {
  await page.getByRole('link', { name: 'Staffing' }).click();
  await settled(page, 'Staffing');
  const hours = await figure(page, 'Required agent hours');
  await page.getByRole('link', { name: 'Demand' }).click();
  await page.getByLabel('Which streams').selectOption('by:total');
  await settled(page, 'Demand');
  return hours;
}

test('a planner adds an event, drags it by keyboard, overrides a week, sees totals and staffing follow, and undoes', async () => {
  const { page, troubles } = await openPage(browser);
  await page.goto(`${app.address}/plans/two-lights/demand?stream=by:total`);
  await settled(page, 'Demand');
  const contacts = await figure(page, 'Contacts over the plan');
  const hours = await staffed(page);
  expect(hours).toBeGreaterThan(100);

  // A campaign, moved by two weeks from its bar.
  await page.getByRole('button', { name: 'Add event' }).press('Enter');
  await page.getByRole('menuitem', { name: 'Campaign' }).press('Enter');
  const bar = page.getByRole('button', { name: /^New campaign: .*Arrow keys move it/ });
  await bar.waitFor();
  await settled(page);
  const event = page.getByRole('group', { name: 'New campaign' });
  const first = await event.getByLabel('First day').inputValue();
  await bar.focus();
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Shift+ArrowRight');
  const later = async () => Date.parse(await event.getByLabel('First day').inputValue()) - Date.parse(first);
  await expect.poll(async () => (await later()) / 86_400_000).toBe(14);
  await settled(page);
  const withEvent = await figure(page, 'Contacts over the plan');
  expect(withEvent).toBeGreaterThan(contacts);
  expect((await seriousFindings(page)).findings).toEqual([]);

  // Off, it leaves the plan as it was; on again, it is back.
  const table = page.getByRole('region', { name: 'Events and their contacts' });
  await table.getByLabel('On: New campaign').click();
  await settled(page);
  await expect.poll(() => figure(page, 'Contacts over the plan')).toBe(contacts);
  await table.getByLabel('On: New campaign').click();
  await settled(page);
  await expect.poll(() => figure(page, 'Contacts over the plan')).toBe(withEvent);

  // The first week, which the staffing shows first, a tenth higher.
  const form = page.getByRole('form', { name: 'New override' });
  const there = number(/([\d,]+) contacts in these days/.exec((await form.textContent()) ?? '')?.[1]);
  await form.getByLabel('Per cent').fill('lots');
  await form.getByText('−100 to 10,000').waitFor();
  expect(await form.getByRole('button', { name: 'Override' }).isDisabled()).toBe(true);
  await form.getByLabel('Per cent').fill('+10 %');
  await form.getByLabel('Who').fill('Ada');
  await form.getByLabel('Why').fill('<b>Trade fair</b>');
  await form.getByLabel('Why').press('Enter');
  const overrides = page.getByRole('region', { name: 'Overrides', exact: true }).last();
  await overrides.getByText('Ada: <b>Trade fair</b>').waitFor();
  await settled(page);
  const raised = await figure(page, 'Contacts over the plan');
  expect(Math.abs(raised - withEvent - there / 10)).toBeLessThanOrEqual(1);
  expect((await seriousFindings(page)).findings).toEqual([]);
  const more = await staffed(page);
  expect(more / hours).toBeGreaterThan(1.05);
  expect(more / hours).toBeLessThan(1.1);

  // Dragged on the chart by keyboard: up by a hundredth, twice, as one step.
  const knob = page.getByRole('slider', { name: /^Contacts of the week/ });
  const before = Number(await knob.getAttribute('aria-valuenow'));
  await knob.focus();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await expect.poll(async () => Number(await knob.getAttribute('aria-valuenow'))).toBeGreaterThan(before * 1.019);
  const dragged = overrides.getByText('Ada: Set on the chart');
  await dragged.waitFor();
  await settled(page);
  await page.getByRole('button', { name: /^Undo: Override/ }).click();
  await dragged.waitFor({ state: 'detached' });
  await settled(page);
  await expect.poll(() => figure(page, 'Contacts over the plan')).toBe(raised);

  // Each override goes back alone; the event stays.
  await overrides.getByRole('button', { name: /^Reset/ }).click();
  await settled(page);
  await expect.poll(() => figure(page, 'Contacts over the plan')).toBe(withEvent);
  await page.getByRole('button', { name: /^Undo: Reset/ }).click();
  await settled(page);
  await expect.poll(() => figure(page, 'Contacts over the plan')).toBe(raised);

  // Handle times, over the same days: as many contacts, more hours.
  const work = await figure(page, 'Agent hours of handling');
  await form.getByLabel('Change').selectOption('handle-time');
  await form.getByLabel('Per cent').fill('+50');
  await form.getByLabel('Why').fill('New tool');
  await form.getByLabel('Why').press('Enter');
  await overrides.getByText('+50 % handle time').waitFor();
  await settled(page);
  expect(await figure(page, 'Contacts over the plan')).toBe(raised);
  expect(await figure(page, 'Agent hours of handling')).toBeGreaterThan(work);

  // Kinds of customers: one more of them, whose share the others make room for.
  const measures = page.getByRole('region', { name: 'Measures', exact: true });
  await measures.getByRole('button', { name: 'Add measure' }).press('Enter');
  await page.getByRole('menuitem', { name: 'Segments that change' }).press('Enter');
  await measures.getByRole('button', { name: 'Add segment' }).click();
  await measures.getByRole('textbox', { name: 'Share later of Segment 3, %' }).fill('20');
  await page.keyboard.press('Enter');
  const sharesLater = () =>
    measures
      .getByRole('textbox', { name: /^Share later of/ })
      .evaluateAll((fields: HTMLInputElement[]) => fields.map(({ value }) => value));
  await expect.poll(sharesLater).toEqual(['32', '48', '20']);
  await settled(page);
  expect((await seriousFindings(page)).findings).toEqual([]);

  // All the way back, and the staffing with it.
  while ((await page.getByRole('button', { name: /^Undo:/ }).count()) > 0) {
    await page.getByRole('button', { name: /^Undo:/ }).click();
  }
  await settled(page);
  await expect.poll(() => figure(page, 'Contacts over the plan')).toBe(contacts);
  expect(await staffed(page)).toBe(hours);
  expect(troubles).toEqual([]);
}, 240_000);
