import { describe, expect, it } from 'vitest';
import { forecastDemand, forecastTable } from '../../../engine/answers/forecast-demand';
import { dayNumber } from '../../../engine/calendar';
import type { Clock, History } from '../../../engine/demand';

const MONDAY = dayNumber('2024-01-01') * 1440;
const wobble = (i: number): number => Math.sin(i * 12.9898) * Math.cos(i * 4.1414);
const history = (clock: Clock, length: number, value: (i: number) => number): History => ({
  series: 'calls',
  clock,
  start: MONDAY,
  values: Float64Array.from({ length }, (_, i) => value(i)),
});
const wall = (grainMinutes: number): Clock => ({ kind: 'wall', grainMinutes });
const WEEK = [1.3, 1.1, 1, 1, 1.1, 0.6, 0.4];
const inYear = (day: number): number => 1 + 0.3 * Math.sin((2 * Math.PI * day) / 365.25);
const sumOf = (values: Float64Array): number => values.reduce((a, b) => a + b, 0);

describe('components of a forecast', () => {
  const office = (i: number): number => {
    const hour = i % 24;
    return hour < 8 || hour >= 18 || Math.floor(i / 24) % 7 > 4 ? Number.NaN : 20 + hour + 2 * wobble(i);
  };
  const cases: [string, History, number][] = [
    [
      'days over two years',
      history(wall(1440), 760, (d) => 100 * WEEK[d % 7]! * inYear(d) * (1 + 0.05 * wobble(d))),
      40,
    ],
    ['office hours, the last day cut', history(wall(60), 60 * 24, office), 13 * 24 + 11],
    ['hours round the clock, begun at noon', history(wall(60), 35 * 24 + 12, (h) => 5 + (h % 24) + wobble(h)), 30],
    ['weeks', history(wall(10_080), 130, (w) => 500 * inYear(7 * w) + 20 * wobble(w)), 9],
    ['running steps without a season', history({ kind: 'steps', periods: [] }, 60, (t) => 9 + wobble(t)), 7],
    ['nothing but zeros', history(wall(1440), 70, () => 0), 14],
    ['three days', history(wall(1440), 3, (d) => 41 + d), 7],
    ['weekends almost empty', history(wall(1440), 90, (d) => (d % 7 < 5 ? 200 : d % 3 === 0 ? 1 : 0)), 14],
  ];
  it.each(cases)('add up to the mean, step for step: %s', (_, one, horizon) => {
    const holidays = [2023, 2024, 2025, 2026].map((year) => ({ date: `${year}-02-01`, name: 'Day of Rest' }));
    const { rows, components } = forecastDemand([one], { horizon, holidays }).series[0]!;
    const { trend, year, week, day, events } = components.ahead;
    expect(trend).toHaveLength(horizon);
    rows.forEach(({ mean }, c) => {
      const sum = trend[c]! + year[c]! + week[c]! + day[c]! + events[c]!;
      expect(Math.abs(sum - mean)).toBeLessThanOrEqual(1e-12 * Math.max(1, mean));
    });
  });

  it('tell year, weekday, time of day and holiday apart', () => {
    const holidays = [2024, 2025, 2026].map((year) => ({ date: `${year}-02-05`, name: 'Day of Rest' }));
    const named = new Set(holidays.map(({ date }) => dayNumber(date) - MONDAY / 1440));
    const value = (d: number) => 100 * WEEK[d % 7]! * inYear(d) * (named.has(d) ? 0.4 : 1) * (1 + 0.03 * wobble(d));
    const days = history(wall(1440), dayNumber('2026-01-26') - MONDAY / 1440, value);
    const { rows, components } = forecastDemand([days], { horizon: 14, holidays }).series[0]!;
    const { trend, year, week, day, events } = components.ahead;
    const rest = rows.findIndex(({ timestamp }) => timestamp === '2026-02-05');
    // A Thursday of about 100 * 1.1 * 1.17 contacts that loses 60 %.
    expect(events[rest]! / (rows[rest]!.mean - events[rest]!)).toBeCloseTo(-0.6, 1);
    expect(Math.max(...events.map((v, c) => (Math.abs(c - rest) > 1 ? Math.abs(v) : 0)))).toBeLessThan(2);
    expect(sumOf(day)).toBe(0);
    rows.forEach((_, c) => {
      expect(trend[c]! / 100).toBeCloseTo(1, 0);
      expect(year[c]! / 100).toBeGreaterThan(0.05);
    });
    expect(week[0]!).toBeGreaterThan(20);
    expect(week[5]!).toBeLessThan(-30);
    expect(components.rows.find(({ timestamp }) => timestamp === '2025-02-05')!.event).toBeLessThan(0.6);
    expect(components.rows.find(({ timestamp }) => timestamp === '2025-04-10')!.event).toBe(1);
  });

  it('give the time of day nothing over whole days, and closed hours nothing at all', () => {
    const { rows, components } = forecastDemand([history(wall(60), 60 * 24, office)], { horizon: 14 * 24 }).series[0]!;
    const { trend, week, day } = components.ahead;
    expect(Math.abs(sumOf(day))).toBeLessThan(1e-9 * sumOf(trend));
    rows.forEach(({ mean }, c) => {
      if (mean === 0) expect([trend[c], week[c], day[c]]).toEqual([0, 0, 0]);
    });
    expect(Math.max(...day)).toBeGreaterThan(3);
  });

  it('stand beside the mean in a table when asked for', () => {
    const answer = forecastDemand([history(wall(1440), 70, (d) => 50 * WEEK[d % 7]!)], {
      horizon: 3,
      levels: [50, 80],
    });
    expect(forecastTable(answer).columns.join()).toBe('series,timestamp,mean,lo50,hi50,lo80,hi80');
    const { columns, rows } = forecastTable(answer, { components: true });
    expect(columns.slice(-5).join()).toBe('trend,year,week,day,events');
    for (const row of rows)
      expect(sumOf(Float64Array.from(row.slice(-5) as number[]))).toBeCloseTo(row[2] as number, 9);
  });
});
