import readWorkbook from 'read-excel-file/node';
import { expect, test } from 'vitest';
import { forecastHistory } from '../../engine/answers';
import type { History } from '../../engine/plan';
import { workbookOf } from '../../web/format';
import { forecastSheets } from '../../web/screens/demand/forecast-table';
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
  const long = 'Q1/2026: [=all] of it, and a name far too long';
  const blob = await workbookOf([
    { name: long, rows },
    { name: long.toUpperCase(), rows: [['x']] },
  ]);
  const [sheet, other] = await readWorkbook(Buffer.from(await blob.arrayBuffer()));
  expect(sheet?.sheet).toBe('Q1 2026   =all  of it, and a na');
  expect(other?.sheet).toBe('Q1 2026   =ALL  OF IT, AND A  2');
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

test('a forecast goes out with parts, backtest, findings and decisions, a sheet each', async () => {
  const values = Array.from({ length: 200 }, (_, day) => (day === 150 ? 900 : 100 + 10 * (day % 7) + ((day * 13) % 7)));
  const history: History = {
    id: 'h',
    name: '=1+1',
    start: '2026-01-05T00:00',
    intervalMinutes: 1440,
    zone: null,
    values,
    source: '@x',
    decisions: [
      {
        id: 'one',
        kind: 'outlier',
        from: '2026-06-04',
        until: '2026-06-04',
        decision: 'learn',
        author: '=Ada',
        reason: '-fair',
      },
    ],
  };
  const forecast = forecastHistory({ history, grain: 'day', horizonDays: 7 });
  const book = await workbookOf(forecastSheets({ history, forecast, holidays: '' }));
  const read = new Map(
    (await readWorkbook(Buffer.from(await book.arrayBuffer()))).map(({ sheet, data }) => [sheet, data]),
  );
  expect([...read.keys()]).toEqual(['Forecast', 'By day', 'By week', 'Components', 'Backtest', 'Found', 'About']);
  const [head = [], ...rows] = read.get('Forecast') ?? [];
  const bands = ['lo50', 'hi50', 'lo80', 'hi80', 'lo95', 'hi95'];
  expect(head).toEqual(['series', 'timestamp', 'mean', ...bands, 'trend', 'year', 'week', 'day', 'events']);
  expect(rows.map((row) => row[2])).toEqual([...forecast.steps.mean]);
  for (const row of rows) {
    const parts = row.slice(9).reduce((sum: number, part) => sum + Number(part), 0);
    expect(parts).toBeCloseTo(Number(row[2]), 6);
    expect(row[0]).toBe('=1+1');
  }
  expect(read.get('Found')?.[1]?.slice(5)).toEqual(['restored; learned like any other day', '=Ada', '-fair']);
});
