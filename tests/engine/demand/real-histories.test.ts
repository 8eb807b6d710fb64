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

  it('a week ahead at 30 minutes, over the last eight weeks, beat the mean of the last four same weekdays', () => {
    const half = toGrain(read.histories[0]!, 30);
    const week = 7 * 48;
    const weeks = Array.from({ length: 8 }, (_, i) => errorsOfWeek(half, half.values.length - (i + 1) * week, week));
    const wape = (of: typeof weeks, who: 'ours' | 'plain'): number =>
      sum(of.map((w) => w[who])) / sum(of.map((w) => w.contacts));
    expect(wape(weeks, 'ours')).toBeLessThan(0.95 * wape(weeks, 'plain'));
    // Over the last twenty days alone, where that mean is at its best: 6.1 %.
    expect(wape(weeks.slice(0, 4), 'ours')).toBeLessThan(0.061);
  });
});

/** Absolute errors over the week that starts at a slot, forecast from what lies before it. */
function errorsOfWeek(half: History, from: number, week: number): { ours: number; plain: number; contacts: number } {
  const { rows } = forecastDemand([before(half, half.values.length - from)], { horizon: week }).series[0]!;
  const errors = { ours: 0, plain: 0, contacts: 0 };
  rows.forEach((row, h) => {
    const actual = half.values[from + h]!;
    if (Number.isNaN(actual)) return;
    const last = [1, 2, 3, 4].map((k) => half.values[from + h - k * week]!).filter((v) => !Number.isNaN(v));
    errors.ours += Math.abs(actual - row.mean);
    errors.plain += Math.abs(actual - sum(last) / last.length);
    errors.contacts += actual;
  });
  return errors;
}

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

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
