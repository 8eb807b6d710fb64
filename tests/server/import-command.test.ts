import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import writeWorkbook from 'write-excel-file/node';
import { called } from './call-ballast';

const templates = fileURLToPath(new URL('../../scenarios/templates/imports/', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'ballast-import-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('ballast forecast reads exports', () => {
  test.each([
    ['amazon-connect.csv', 'Amazon Connect historical metrics', 2],
    ['genesys-cloud.csv', 'Genesys Cloud interval view', 3],
    ['nice-cxone.csv', 'NICE CXone by skill and interval', 2],
    ['nice-cxone-contacts.csv', 'NICE CXone call detail, one row a contact', 1],
    ['avaya-cms.csv', 'Avaya CMS interval report', 1],
    ['zendesk-explore.csv', 'Zendesk Explore, tickets by date and hour', 2],
    ['zendesk-tickets.csv', 'Zendesk tickets, one row a ticket', 6],
    ['wide-days.csv', 'a free table', 2],
  ])('%s', async (name, layout, series) => {
    const ended = await called(['forecast', templates + name, '--horizon', '2']);
    expect(ended.status, ended.stderr).toBe(0);
    expect(ended.stderr).toContain(`Layout: ${layout}`);
    expect(ended.stdout.trim().split('\n')).toHaveLength(1 + 2 * series);
  });

  test('every guess is corrected by an option', async () => {
    const plain = await called(['forecast', `${templates}amazon-connect.csv`, '--horizon', '1']);
    expect(plain.stdout).toContain('Bookings EN,2026-01-09 19:00:00');
    const corrected = await called([
      ...['forecast', `${templates}amazon-connect.csv`, '--horizon', '1', '--zone', 'Asia/Manila'],
      ...['--value', 'Contacts handled', '--series', 'none', '--duplicates', 'sum', '--handle-time', 'none'],
    ]);
    expect(corrected.status, corrected.stderr).toBe(0);
    expect(corrected.stderr).toContain('read as local time of Asia/Manila');
    expect(corrected.stderr).toContain('Counts: "Contacts handled"');
    expect(corrected.stdout).toContain('Contacts handled,2026-01-10 03:00:00');
    const wrong = await called(['forecast', `${templates}amazon-connect.csv`, '--horizon', '1', '--zone', 'Manila']);
    expect(wrong).toMatchObject({ status: 2, stdout: '' });
    expect(wrong.stderr).toContain('a time zone such as');
  });

  test('a workbook, by its first sheet or a named one', async () => {
    const path = join(folder, 'calls.xlsx');
    const rows = Array.from({ length: 60 }, (_, at) => [
      { value: new Date(Date.UTC(2026, 0, 5 + at)), format: 'yyyy-mm-dd' },
      { value: 100 + (at % 7) },
    ]);
    const table = [[{ value: 'Date' }, { value: 'Calls' }], ...rows];
    await writeWorkbook([
      { sheet: 'Calls', data: table },
      { sheet: 'Empty', data: [[{ value: 'nothing' }]] },
    ]).toFile(path);
    const first = await called(['forecast', path, '--horizon', '1']);
    expect(first.status, first.stderr).toBe(0);
    expect(first.stdout).toContain('Calls,2026-03-06,');
    const other = await called(['forecast', path, '--horizon', '1', '--sheet', 'Empty']);
    expect(other).toMatchObject({ status: 2, stdout: '' });
    const none = await called(['forecast', path, '--horizon', '1', '--sheet', 'Sheet9']);
    expect(none.stderr).toContain('Calls, Empty');
    writeFileSync(path, Uint8Array.of(0x50, 0x4b, 3, 4, 20, 0, 6, 0));
    const broken = await called(['forecast', path, '--horizon', '1']);
    expect(broken).toMatchObject({ status: 2, stdout: '' });
    expect(broken.stderr).toContain('no Excel workbook');
  });

  test('faults are named by the option that is wrong, with what was found and what is allowed', async () => {
    const file = `${templates}amazon-connect.csv`;
    const column = await called(['forecast', file, '--horizon', '1', '--value', 'Calls']);
    expect(column).toMatchObject({ status: 2, stdout: '' });
    expect(column.stderr).toMatch(/^--value: found "Calls", allowed is one of the columns Queue, StartInterval/);
    const grain = await called(['forecast', file, '--horizon', '1', '--interval', '7']);
    expect(grain.stderr).toMatch(/^--interval: found 7, allowed is one of 5, 10/);
    const none = await called(['calculate']);
    expect(none.status).toBe(2);
    expect(none.stderr).toContain('Which calculation is meant; there are voice, chat,');
  });
});
