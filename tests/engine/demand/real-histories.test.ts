import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { forecastDemand } from '../../../engine/answers/forecast-demand';
import { readHistory } from '../../../engine/answers/read-history';
import { type History, toGrain } from '../../../engine/demand';

const data = fileURLToPath(new URL('../../../../shared/data/', import.meta.url));
const bank = `${data}bank_na_5min_2003/calls.csv`;
const holidayCompany = `${data}holiday_company_daily_2013_2016/calls.csv`;

/** The history without its last slots. */
const before = (history: History, slots: number): History => ({
  ...history,
  values: history.values.slice(0, history.values.length - slots),
});

describe.skipIf(!existsSync(bank))('the bank’s five-minute calls (../shared/data)', () => {
  const read = readHistory(readFileSync(bank));

  it('are read as they are: hours, weekdays and missing dates', () => {
    expect(read.clock).toEqual({ kind: 'wall', grainMinutes: 5 });
    expect(read.openingHours).toBe('Mo-Fr 07:00-21:05; Sa-Su closed');
    expect(read.missingDates).toEqual([
      '2003-04-04',
      '2003-04-07',
      '2003-05-26',
      '2003-07-04',
      '2003-09-01',
      '2003-10-14',
    ]);
    expect(read.rows).toBe(27_716);
  });

  it('a week ahead at 30 minutes beat the mean of the last four same weekdays', () => {
    const half = toGrain(read.histories[0]!, 30);
    const week = 7 * 48;
    // The last full week lies before the history's end on a Friday evening.
    const cut = half.values.length;
    let ours = 0;
    let plain = 0;
    let contacts = 0;
    for (let back = 1; back <= 4; back++) {
      const past = before(half, back * week);
      const { rows } = forecastDemand([past], { horizon: week }).series[0]!;
      for (let h = 0; h < week; h++) {
        const at = cut - back * week + h;
        const actual = half.values[at]!;
        if (Number.isNaN(actual)) continue;
        const last = [1, 2, 3, 4].map((k) => half.values[at - k * week]!).filter((v) => !Number.isNaN(v));
        ours += Math.abs(actual - rows[h]!.mean);
        plain += Math.abs(actual - last.reduce((a, b) => a + b, 0) / last.length);
        contacts += actual;
        if (back === 1 && h === 0) expect(rows[h]!.timestamp).toMatch(/^2003-10-1\d/);
      }
    }
    expect(ours / contacts).toBeLessThan(plain / contacts);
    expect(ours / contacts).toBeLessThan(0.065);
  });
});

describe.skipIf(!existsSync(holidayCompany))('the holiday company’s daily calls (../shared/data)', () => {
  it('four weeks ahead, four times, beat last week and the mean of four by a third', () => {
    const read = readHistory(readFileSync(holidayCompany)).histories[0]!;
    let ours = 0;
    let plain = 0;
    for (let back = 1; back <= 4; back++) {
      const past = before(read, back * 28);
      const { rows } = forecastDemand([past], { horizon: 28 }).series[0]!;
      rows.forEach((row, h) => {
        const at = past.values.length + h;
        ours += Math.abs(read.values[at]! - row.mean);
        plain += Math.abs(read.values[at]! - past.values[past.values.length - 7 + (h % 7)]!);
      });
    }
    expect(ours / plain).toBeLessThan(0.67);
  });
});
