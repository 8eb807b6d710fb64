import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Browser, Locator, Page } from 'playwright-core';
import readWorkbook from 'read-excel-file/node';
import { afterAll, beforeAll, expect, test } from 'vitest';
import writeWorkbook from 'write-excel-file/node';
import { seriousFindings } from './support/axe';
import { launchBrowser, NARROW, openPage, type Watched } from './support/browser';
import { settled } from './support/screens';
import { type ServedApp, serveApp } from './support/served-app';

const folder = fileURLToPath(new URL('../../scenarios/templates/imports/', import.meta.url));
/** File, layout and series that are read from it; a guess to put wrong and right again; what a first upload has not yet. */
const LAYOUTS = [
  [
    'amazon-connect.csv',
    'Amazon Connect historical metrics',
    '2 series by Queue',
    'Count',
    'Contacts handled',
    /^.*2026-01-09.*\r?\n/gm,
  ],
  [
    'genesys-cloud.csv',
    'Genesys Cloud interval view',
    '3 series by Queue Name and Media Type',
    'Count',
    'Answer',
    /^.*1\/17\/26.*\r?\n/gm,
  ],
  [
    'nice-cxone.csv',
    'NICE CXone by skill and interval',
    '2 series by Skill_Name',
    'Count',
    'Contacts_Handled',
    /^22\/01\/2026.*\r?\n/gm,
  ],
  [
    'nice-cxone-contacts.csv',
    'NICE CXone call detail, one row a contact',
    '1 series by skill_name',
    'A row is',
    'counts',
    /^.*01\/21\/2026.*\r?\n/gm,
  ],
  ['avaya-cms.csv', 'Avaya CMS interval report', '1 series', 'Count', 'ACD Calls', /^.*Date: 1\/6\/2026[\s\S]*/gm],
  [
    'zendesk-explore.csv',
    'Zendesk Explore, tickets by date and hour',
    '2 series by Ticket group',
    'An absent time is',
    'missing',
    /^2026-01-11.*\r?\n/gm,
  ],
  [
    'zendesk-tickets.csv',
    'Zendesk tickets, one row a ticket',
    '6 series by Ticket group and Ticket channel',
    'A row is',
    'counts',
    /^.*2026-01-(?:09|1\d).*\r?\n/gm,
  ],
  ['wide-days.csv', 'a free table', '2 series by Hotline', 'Order of dates', 'mdy', /^14.01.2026.*\r?\n/gm],
] as const;

let app: ServedApp;
let browser: Browser;
let watched: Watched;

beforeAll(async () => {
  [app, browser] = await Promise.all([serveApp(), launchBrowser()]);
  watched = await openPage(browser);
}, 300_000);

afterAll(async () => {
  await browser?.close();
  await app?.end();
});

const chooser = (page: Page) => page.locator('main .mantine-Dropzone-root input[type=file]');
const readFrom = (page: Page, name: string) => page.getByRole('region', { name: `What was read from ${name}` });

async function bring(page: Page, name: string, content: string | Buffer): Promise<Locator> {
  const buffer = typeof content === 'string' ? Buffer.from(content) : content;
  await chooser(page).setInputFiles({ name, mimeType: 'application/octet-stream', buffer });
  return readFrom(page, name);
}

const HOSTILE = '=1+1 <b>x</b>';

/** Half-hours of some days as `date,time,calls`, with a level that tells uploads apart. */
function days(from: number, count: number, level: number): string {
  const lines = ['Date,Time,Queue,Calls offered,AHT'];
  for (let day = 0; day < count; day++) {
    const date = new Date(Date.UTC(2026, 0, from + day)).toISOString().slice(0, 10);
    for (let slot = 16; slot < 36; slot++) {
      const clock = `${String(slot >> 1).padStart(2, '0')}:${slot % 2 === 0 ? '00' : '30'}`;
      lines.push(`${date},${clock},Sales,${level + (slot % 5)},${300 + slot}`);
    }
  }
  return `${lines.join('\n')}\n`;
}

test('every vendor’s layout is recognised, a wrong guess corrected, a later upload laid over and lifted off', async () => {
  const { page } = watched;
  await page.goto(`${app.address}/plans/two-lights/demand?by=day&days=7`);
  await settled(page, 'Demand');
  const history = page.getByRole('region', { name: 'Forecast from a history' });
  for (const [name, layout, series, guess, wrong, later] of LAYOUTS) {
    // Bytes, since one of them is no UTF-8.
    const text = readFileSync(folder + name, 'latin1');
    const read = await bring(page, name, Buffer.from(text.replace(later, ''), 'latin1'));
    await read.getByRole('button', { name: 'Keep in plan' }).waitFor();
    const words = () => read.textContent();
    const summary = (await words()) ?? '';
    expect(summary, name).toContain(layout);
    expect(summary, name).toContain(series);

    await read.getByRole('button', { name: 'Correct what was understood' }).click();
    const field = read.getByRole('combobox', { name: guess, exact: true });
    const right = await field.inputValue();
    const understood = await words();
    await field.selectOption(wrong);
    await expect.poll(words, { message: name, timeout: 60_000 }).not.toBe(understood);
    await field.selectOption(right);
    await expect.poll(words, { message: name, timeout: 60_000 }).toBe(understood);

    await read.getByRole('button', { name: 'Keep in plan' }).click();
    const kept = history.getByText(/ steps, .* to .*, from /);
    await kept.filter({ hasText: `from ${name}` }).waitFor();
    const span = await kept.textContent();
    const whole = await bring(page, `later-${name}`, Buffer.from(text, 'latin1'));
    await whole.getByText(/adds [\d,]+ intervals/).waitFor();
    await whole.getByRole('button', { name: 'Lay over' }).click();
    const uploads = history.getByRole('region', { name: /2 uploads/ });
    await uploads.waitFor();
    await expect.poll(() => kept.textContent(), { message: name, timeout: 60_000 }).not.toBe(span);
    await uploads.getByRole('checkbox', { name: new RegExp(`later-${name}`) }).click();
    await expect
      .poll(async () => spanWords(await kept.textContent()), { message: name, timeout: 60_000 })
      .toBe(spanWords(span));
    await history.getByRole('button', { name: 'Remove from plan' }).click();
    await kept.waitFor({ state: 'detached' });
  }
  // The same file once more, as after it was mended on the disk.
  for (let time = 0; time < 2; time++) {
    await chooser(page).setInputFiles(`${folder}avaya-cms.csv`);
    const read = readFrom(page, 'avaya-cms.csv');
    await read.getByRole('button', { name: 'Discard' }).click();
    await read.waitFor({ state: 'detached' });
  }
}, 240_000);

const spanWords = (text: string | null) => /steps, (.*), from/.exec(text ?? '')?.[1];

test('a guess that refuses the file is corrected without dropping the file again; so is the zone', async () => {
  const { page } = watched;
  await page.goto(`${app.address}/plans/farwater/demand`);
  await settled(page, 'Demand');
  const odd = 'when;calls;remark\n05.01.2026 08:00;3;ok\n05.01.2026 08:30;4;busy\n05.01.2026 09:00;5;calm\n';
  const read = await bring(page, 'odd.csv', odd);
  const count = read.getByRole('combobox', { name: 'Count' });
  await read.getByRole('button', { name: 'Keep in plan' }).waitFor();
  await read.getByRole('button', { name: 'Correct what was understood' }).click();
  await count.selectOption('remark');
  await read.getByRole('alert').waitFor();
  expect(await read.getByRole('alert').getByRole('listitem').allTextContents()).toHaveLength(3);
  expect(await read.getByRole('button', { name: 'Keep in plan' }).count()).toBe(0);
  // The columns are there still: the same chooser takes the guess back.
  await count.selectOption('calls');
  await read.getByRole('button', { name: 'Keep in plan' }).waitFor();
  await read.getByRole('button', { name: 'Discard' }).click();

  const amazon = await bring(page, 'amazon-connect.csv', readFileSync(`${folder}amazon-connect.csv`));
  await amazon.getByText('Mo-Fr 07:00-19:00').waitFor();
  await amazon.getByRole('button', { name: 'Correct what was understood' }).click();
  await amazon.getByRole('combobox', { name: 'Keep local time of' }).selectOption('Europe/Berlin');
  await amazon.getByText('Mo-Fr 08:00-20:00').waitFor();
  const { findings } = await seriousFindings(page);
  expect(findings).toEqual([]);
  await amazon.getByRole('button', { name: 'Discard' }).click();
}, 120_000);

test('a later upload lies over an earlier one, is lifted off, put back, and undone', async () => {
  const { page } = watched;
  const first = await bring(page, 'january.csv', days(5, 14, 40));
  await first.getByRole('button', { name: 'Keep in plan' }).click();
  const history = page.getByRole('region', { name: 'Forecast from a history' });
  await history.getByText(/Sales: 30 min steps, 5 Jan 2026 to 18 Jan 2026, from january.csv/).waitFor();

  // Two days again with other counts, and two more.
  const later = await bring(page, 'late.csv', days(17, 4, 55));
  await later
    .getByText(/adds 40 intervals, changes 40 intervals from 17 Jan 2026 to 18 Jan 2026/)
    .or(later.getByText(/adds 40 intervals and changes 40 intervals from 17 Jan 2026 to 18 Jan 2026/))
    .waitFor();
  await later.getByRole('button', { name: 'Lay over' }).click();
  await history.getByText(/steps, 5 Jan 2026 to 20 Jan 2026/).waitFor();
  const uploads = history.getByRole('region', { name: /2 uploads/ });
  await uploads.waitFor();
  const lift = uploads.getByRole('checkbox', { name: /late.csv/ });
  await lift.click();
  await history.getByText(/steps, 5 Jan 2026 to 18 Jan 2026/).waitFor();
  await lift.click();
  await history.getByText(/steps, 5 Jan 2026 to 20 Jan 2026/).waitFor();
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await settled(page);
    expect((await seriousFindings(page)).findings, colorScheme).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: 'light' });
  await page.getByRole('button', { name: 'Undo: Put back late.csv' }).click();
  await history.getByText(/steps, 5 Jan 2026 to 18 Jan 2026/).waitFor();
  await page.getByRole('button', { name: /^Undo: Lift off late.csv/ }).click();
  await page.getByRole('button', { name: /^Undo: Lay late.csv over Sales/ }).click();
  await history.getByText(/steps, 5 Jan 2026 to 18 Jan 2026/).waitFor();
  await uploads.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: /^Redo/ }).click();
  await history.getByText(/steps, 5 Jan 2026 to 20 Jan 2026/).waitFor();
  await page.getByText('Saved', { exact: true }).waitFor();
  await page.reload();
  await uploads.waitFor();

  // What is decided about a finding is kept in the plan, and undone like any edit.
  const spiky = Array.from({ length: 70 }, (_, day) => {
    const date = new Date(Date.UTC(2026, 0, 5 + day)).toISOString().slice(0, 10);
    return `${date},${day === 46 ? 2000 : 200 + 20 * (day % 7) + ((day * 37) % 11)}`;
  });
  const spike = await bring(page, 'spike.csv', `date,${HOSTILE}\n${spiky.join('\n')}\n`);
  await spike.getByRole('button', { name: 'Keep in plan' }).click();
  const found = history.getByRole('region', { name: `Found in ${HOSTILE}` }).first();
  await found.getByRole('button', { name: 'Restore: outlier of 20 Feb 2026' }).click();
  await found.getByText('restored; learned like any other day').first().waitFor();
  await found.getByRole('textbox', { name: 'Why: outlier of 20 Feb 2026' }).fill('The fair, and it comes again');
  await page.keyboard.press('Enter');
  await settled(page);
  expect((await seriousFindings(page)).findings).toEqual([]);
  await page.getByRole('button', { name: /^Undo: Reason of outlier 20 Feb 2026/ }).click();
  await page.getByRole('button', { name: /^Redo/ }).click();
  await page.getByText('Saved', { exact: true }).waitFor();
  await page.reload();
  await found.getByRole('button', { name: 'Take back: outlier of 20 Feb 2026' }).waitFor();
  expect(await found.getByRole('textbox', { name: /^Why/ }).inputValue()).toBe('The fair, and it comes again');
  await page.getByRole('combobox', { name: 'History', exact: true }).selectOption('Sales');
  await uploads.waitFor();

  // It goes out as it came in, as a workbook.
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    history.getByRole('button', { name: 'History as Excel' }).click(),
  ]);
  const [sheet] = await readWorkbook(await file.path());
  expect(sheet?.data[0]).toEqual(['series', 'timestamp', 'offered', 'average handle time (s)']);
  expect(sheet?.data[1]).toEqual(['Sales', '2026-01-05 08:00', 41, 316]);

  // So does the forecast, whose workbook is large enough to be packed in a worker of its own.
  await settled(page);
  const [ahead] = await Promise.all([
    page.waitForEvent('download'),
    history.getByRole('button', { name: 'Forecast as Excel' }).click(),
  ]);
  const [steps] = await readWorkbook(await ahead.path());
  expect(steps?.data[0]?.slice(0, 5)).toEqual(['series', 'timestamp', 'mean', 'lo50', 'hi50']);
  expect(steps?.data.length).toBeGreaterThan(1000);

  // The stream takes its measured handle time along.
  await settled(page);
  await page.getByRole('combobox', { name: 'Use the forecast for stream' }).selectOption({ label: 'UK chat' });
  expect(await page.getByRole('checkbox', { name: 'and its measured handle time' }).isChecked()).toBe(true);
  await page.getByRole('button', { name: 'Use in plan' }).click();
  await page.getByText(/Its handle time is now \d+ s, the mean of/).waitFor();

  // A stream of its own needs no more than one that it is like.
  await page
    .getByRole('combobox', { name: 'Use the forecast for stream' })
    .selectOption({ label: 'New, like UK chat' });
  await page.getByRole('button', { name: 'Use in plan' }).click();
  await page.getByText('Sales is a new stream, in all but its contacts like UK chat.').waitFor();
  await page.getByRole('button', { name: 'Undo: New stream Sales' }).click();
}, 240_000);

test('a workbook, a pasted block, and names that would harm', async () => {
  const { page } = watched;
  const table = [
    ['Queue', 'Start', 'Calls', 'AHT'],
    ...Array.from({ length: 60 }, (_, at) => [
      '=HYPERLINK("x")',
      new Date(Date.UTC(2026, 0, 5, 8, at * 30)),
      10 + at,
      300,
    ]),
  ];
  const cells = table.map((row) =>
    row.map((value) => (value instanceof Date ? { value, format: 'yyyy-mm-dd hh:mm' } : { value })),
  );
  const book = await writeWorkbook([
    { sheet: 'Cover', data: [[{ value: 'Calls of January' }]] },
    { sheet: 'Calls', data: cells },
  ]).toBuffer();
  const read = await bring(page, 'calls.xlsx', book);
  await read.getByRole('button', { name: 'Keep in plan' }).waitFor();
  expect(await read.getByRole('combobox', { name: 'Sheet (2)' }).inputValue()).toBe('Calls');
  expect(await read.textContent()).toContain('=HYPERLINK("x")');
  await read.getByRole('button', { name: 'Discard' }).click();

  await page.getByRole('button', { name: 'Paste from a spreadsheet' }).click();
  const html = '<img src=x onerror=alert(1)>';
  const block = [
    'Tag\tUhrzeit\tGruppe\tAnrufe',
    `05.01.2026\t08:00\t${html}\t1.204`,
    `05.01.2026\t08:30\t${html}\t998`,
  ].join('\n');
  await page.getByRole('textbox', { name: 'Rows with their heading' }).fill(block);
  await page.getByRole('button', { name: 'Read these rows' }).click();
  const pasted = readFrom(page, 'pasted rows');
  await pasted.getByRole('button', { name: 'Keep in plan' }).waitFor();
  expect(await page.locator('img[src=x]').count()).toBe(0);
  await pasted.getByRole('button', { name: 'Discard' }).click();

  await page.setViewportSize(NARROW);
  const narrow = await bring(page, 'genesys-cloud.csv', readFileSync(`${folder}genesys-cloud.csv`));
  await narrow.getByRole('button', { name: 'Keep in plan' }).waitFor();
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow).toBeLessThanOrEqual(0);
  expect(watched.troubles).toEqual([]);
}, 120_000);
