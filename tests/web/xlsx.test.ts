import readWorkbook from 'read-excel-file/node';
import { expect, test } from 'vitest';
import { workbook } from '../../web/format';
import { historyTable } from '../../web/screens/demand/history-table';

test('a workbook holds texts as texts and numbers to the last digit, whatever the names', async () => {
  const rows = [
    ['=name', 'value'],
    ['=HYPERLINK("http://x","y")', 0.1 + 0.2],
    ['+1', -0],
    ['@cmd <b>&amp;', null],
    ['bell\u0007', Number.NaN],
    ['1234', 1e12],
  ];
  const blob = await workbook('Q1/2026: [=all] of it, and a name far too long', rows);
  const [sheet] = await readWorkbook(Buffer.from(await blob.arrayBuffer()));
  expect(sheet?.sheet).toBe('Q1 2026   =all  of it, and a na');
  expect(sheet?.data).toEqual([
    ['=name', 'value'],
    ['=HYPERLINK("http://x","y")', 0.1 + 0.2],
    ['+1', 0],
    ['@cmd <b>&amp;', null],
    ['bell', null],
    ['1234', 1e12],
  ]);
});

test('a history goes out in columns that can be brought in again', () => {
  const history = {
    id: 'h',
    name: 'Sales',
    start: '2026-01-05T08:00',
    intervalMinutes: 30,
    zone: null,
    values: [5, null],
    handled: [4, null],
    handleTimeSeconds: [301.5, null],
    source: 'x',
  };
  expect(historyTable(history)).toEqual([
    ['series', 'timestamp', 'offered', 'handled', 'average handle time (s)'],
    ['Sales', '2026-01-05 08:00', 5, 4, 301.5],
    ['Sales', '2026-01-05 08:30', null, null, null],
  ]);
});
