import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ForecastOptions, forecastDemand, forecastTable } from '../../../engine/answers/forecast-demand';
import { dayNumber, weekdayOfDay } from '../../../engine/calendar';
import { type Clock, findPeriods, type History, toGrain } from '../../../engine/demand';
import { gamma, namedStream, poisson } from '../../../engine/random';
import { InputFault, Stopped } from '../../../engine/units';

const MONDAY = dayNumber('2025-01-06') * 1440;
const DAY: Clock = { kind: 'wall', grainMinutes: 1440 };
const WEEK_SHAPE = [120, 100, 95, 96, 110, 50, 30];

function days(count: number, value: (day: number) => number, series = 'calls'): History {
  return { series, clock: DAY, start: MONDAY, values: Float64Array.from({ length: count }, (_, d) => value(d)) };
}

/** A small repeatable disturbance between -1 and 1. */
const wobble = (i: number): number => Math.sin(i * 12.9898) * Math.cos(i * 4.1414);
const usual = (d: number): number => Math.round(WEEK_SHAPE[d % 7]! * (1 + 0.08 * wobble(d)));

function answer(histories: History[], options: Partial<ForecastOptions> = {}) {
  return forecastDemand(histories, { horizon: 14, ...options });
}

describe('forecastDemand', () => {
  it('repeats a history without noise, day for day', () => {
    const [series] = answer([days(140, (d) => WEEK_SHAPE[d % 7]!)]).series;
    series!.rows.forEach((row, h) => {
      expect(row.mean).toBeCloseTo(WEEK_SHAPE[h % 7]!, 6);
      expect(row.bounds[1]!.hi - row.bounds[1]!.lo).toBeLessThan(1e-6);
    });
    expect(series!.rows[0]!.timestamp).toBe('2025-05-26');
  });

  it('gives ordered, nested bands that never fall below zero and never narrow with the horizon', () => {
    const [series] = answer([days(200, usual)], { levels: [50, 80, 95], horizon: 28 }).series;
    let last = 0;
    for (const { mean, bounds } of series!.rows) {
      const [b50, b80, b95] = bounds as [(typeof bounds)[0], (typeof bounds)[0], (typeof bounds)[0]];
      expect(b95.lo).toBeGreaterThanOrEqual(0);
      expect(b95.lo).toBeLessThanOrEqual(b80.lo);
      expect(b80.lo).toBeLessThanOrEqual(b50.lo);
      expect(b50.lo).toBeLessThanOrEqual(mean);
      expect(b50.hi).toBeGreaterThanOrEqual(mean);
      expect(b95.hi).toBeGreaterThanOrEqual(b80.hi);
      expect(b80.hi).toBeGreaterThanOrEqual(b50.hi);
    }
    for (let h = 0; h < 28; h += 7) {
      const width = series!.rows[h]!.bounds[1]!.hi / series!.rows[h]!.mean;
      expect(width).toBeGreaterThanOrEqual(last * 0.97);
      last = width;
    }
  });

  it('never forecasts a negative or impossible number, whatever the counts', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            fc.nat(5),
            fc.nat(2000),
            fc.constant(0),
            fc.constant(Number.NaN),
            fc.double({ min: 0, max: 1e9, noNaN: true }),
          ),
          { minLength: 1, maxLength: 90 },
        ),
        fc.integer({ min: 1, max: 20 }),
        (values, horizon) => {
          if (values.every((v) => Number.isNaN(v))) return;
          const history: History = { series: 's', clock: DAY, start: MONDAY, values: Float64Array.from(values) };
          const { series } = forecastDemand([history], { horizon });
          expect(series[0]!.rows).toHaveLength(horizon);
          for (const { mean, bounds } of series[0]!.rows) {
            expect(Number.isFinite(mean) && mean >= 0).toBe(true);
            for (const { lo, hi } of bounds) expect(Number.isFinite(hi) && lo >= 0 && lo <= hi).toBe(true);
          }
        },
      ),
      { numRuns: 40, seed: 20260105 },
    );
  });

  it('plans weekdays that a history of a few days did not reach as open, with bands as wide as so little allows', () => {
    const [daily] = answer([days(3, (d) => [41, 48, 48][d]!)], { horizon: 7 }).series;
    for (const { mean, bounds } of daily!.rows) {
      expect(mean).toBeCloseTo(137 / 3, 6);
      // Student's 95 % for three days is 4.3 standard errors: 26 to 66; Poisson noise alone is 32 to 59.
      expect(bounds[1]!.hi).toBeGreaterThan(55);
      expect(bounds[1]!.lo).toBeLessThan(35);
    }
    const hourly: History = {
      series: 'calls',
      clock: { kind: 'wall', grainMinutes: 60 },
      start: MONDAY,
      values: Float64Array.from({ length: 72 }, (_, h) => (h % 24 >= 9 && h % 24 < 17 ? 10 + (h % 24) : Number.NaN)),
    };
    const [office] = answer([hourly], { horizon: 24 }).series;
    office!.rows.forEach(({ mean }, h) => {
      if (h >= 9 && h < 17) expect(mean).toBeCloseTo(10 + h, 6);
      else expect(mean).toBe(0);
    });
  });

  it('does not forecast rare contacts away, though nothing is the most frequent count', () => {
    const rare = (h: number): number => ((h * 7919) % 101 < 4 ? 1 : 0);
    const values = Float64Array.from({ length: 8 * 168 }, (_, h) => rare(h * h));
    const history: History = { series: 'calls', clock: { kind: 'wall', grainMinutes: 60 }, start: MONDAY, values };
    const came = values.reduce((a, b) => a + b, 0) / 8;
    const said = answer([history], { horizon: 168 }).series[0]!.rows.reduce((sum, { mean }) => sum + mean, 0);
    expect(said / came).toBeGreaterThan(0.75);
    expect(said / came).toBeLessThan(1.3);
  });

  it('keeps the weekend after one working week closed, unless nights were open', () => {
    const [series] = answer([days(5, () => 40)], { horizon: 7 }).series;
    expect(series!.rows.map(({ mean }) => Math.round(mean))).toEqual([0, 0, 40, 40, 40, 40, 40]);
    const clock: Clock = { kind: 'wall', grainMinutes: 60 };
    const nights = { series: 'calls', clock, start: MONDAY, values: new Float64Array(120).fill(40) };
    expect(answer([nights], { horizon: 24 }).series[0]!.rows.map(({ mean }) => Math.round(mean))).toEqual(
      new Array(24).fill(40),
    );
  });

  it('says the mean of bursty counts, not their median, in intervals, days and weeks', () => {
    const chance = namedStream({ seed: 11, entity: 'calls', purpose: 'bursts' });
    const values = Float64Array.from({ length: 12 * 168 }, () => poisson(chance, gamma(chance, 1, 1.5)));
    const history: History = { series: 'calls', clock: { kind: 'wall', grainMinutes: 60 }, start: MONDAY, values };
    const came = values.reduce((a, b) => a + b, 0) / 12;
    const { rows, byWeek } = answer([history], { horizon: 168 }).series[0]!;
    expect(rows.reduce((sum, { mean }) => sum + mean, 0) / came).toBeGreaterThan(0.9);
    expect(byWeek[0]!.mean / came).toBeGreaterThan(0.9);
    expect(byWeek[0]!.mean / came).toBeLessThan(1.1);
  });

  it('leaves a level that has just moved to the models: that is no skew', () => {
    const history = days(280, (d) => Math.round((d < 230 ? 1 : 1.6) * usual(d)));
    const { rows } = answer([history], { horizon: 7 }).series[0]!;
    rows.forEach(({ mean }, d) => {
      expect(mean / (1.6 * WEEK_SHAPE[d]!)).toBeLessThan(1.1);
    });
  });

  it('has bands wherever something may differ: after one value, and for sums beyond the history', () => {
    const one = answer([days(1, () => 100)], { levels: [80, 95] }).series[0]!.rows[0]!.bounds;
    expect(one[0]!.hi - one[0]!.lo).toBeGreaterThan(40);
    expect(one[1]!.hi - one[1]!.lo).toBeLessThan(300);
    const alike = answer([days(4, () => 100)], { levels: [80] }).series[0]!.rows[0]!.bounds[0]!;
    expect(alike.hi - alike.lo).toBeGreaterThan(5);
    const [short] = answer([days(14, usual)], { horizon: 28 }).series;
    const { mean, bounds } = short!.total!;
    expect((bounds[1]!.hi - bounds[1]!.lo) / mean).toBeGreaterThan(0.05);
    expect((bounds[1]!.hi - bounds[1]!.lo) / mean).toBeLessThan(0.8);
  });

  it('does not widen bands by a week that was closed, unless it is kept as demand', () => {
    const shut = days(200, (d) => (d >= 161 && d < 168 ? 0 : usual(d)));
    const width = (history: History, keep: string[] = []): number => {
      const { bounds } = answer([history], { keep }).series[0]!.rows[7]!;
      return bounds[1]!.hi - bounds[1]!.lo;
    };
    expect(width(shut) / width(days(200, usual))).toBeLessThan(1.2);
    expect(width(shut, ['closure:2025-06-16']) / width(shut)).toBeGreaterThan(2);
  });

  it('lets rare counts be none at all', () => {
    const values = Float64Array.from({ length: 4 * 168 }, (_, h) => (((h * 7919) % 97) % 6 === 0 ? 1 : 0));
    const history: History = { series: 'calls', clock: { kind: 'wall', grainMinutes: 60 }, start: MONDAY, values };
    for (const { mean, bounds } of answer([history], { horizon: 48, levels: [50, 80, 95] }).series[0]!.rows) {
      expect(mean).toBeGreaterThan(0);
      expect(bounds.map(({ lo }) => lo)).toEqual([0, 0, 0]);
    }
  });

  it('answers every clock step on any grid, however short or full of holes', () => {
    const clocks: Clock[] = [
      ...[5, 30, 60, 240, 1440, 10_080].map((grainMinutes): Clock => ({ kind: 'wall', grainMinutes })),
      ...[[], [7], [24, 168], [12], [52], [7, 365.25]].map((periods): Clock => ({ kind: 'steps', periods })),
    ];
    fc.assert(
      fc.property(
        fc.constantFrom(...clocks),
        fc.integer({ min: 1, max: 400 }),
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 0, max: 2000 }),
        (clock, length, horizon, hole, shift) => {
          const values = Float64Array.from({ length }, (_, i) =>
            i % hole === 1 ? Number.NaN : Math.abs(50 * wobble(i)),
          );
          const step = clock.kind === 'wall' ? clock.grainMinutes : 1;
          const [series] = forecastDemand([{ series: 's', clock, start: MONDAY + shift * step, values }], {
            horizon,
          }).series;
          expect(series!.rows).toHaveLength(horizon);
          expect(new Set(series!.rows.map((r) => r.timestamp)).size).toBe(horizon);
          for (const { mean, bounds } of series!.rows) {
            expect(Number.isFinite(mean) && mean >= 0).toBe(true);
            for (const { lo, hi } of bounds)
              expect(lo >= 0 && lo <= mean + 1e-9 && hi >= mean - 1e-9 && Number.isFinite(hi)).toBe(true);
          }
          expect(series!.total!.mean).toBeCloseTo(
            series!.rows.reduce((a, r) => a + r.mean, 0),
            5,
          );
        },
      ),
      { numRuns: 60, seed: 20260106 },
    );
  });

  it('keeps finite bands on weekly histories of any length, with a strong year, holidays and breaks', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 20, max: 230 }),
        fc.integer({ min: 1, max: 26 }),
        fc.double({ min: 0, max: 0.95, noNaN: true }),
        fc.integer({ min: 0, max: 400 }),
        (weeks, horizon, strength, jump) => {
          const history: History = {
            series: 'weeks',
            clock: { kind: 'wall', grainMinutes: 10_080 },
            start: MONDAY,
            values: Float64Array.from({ length: weeks }, (_, w) =>
              Math.max(
                0,
                Math.round((w > jump ? 400 : 100) * (1 + strength * Math.sin(w / 8.3)) * (1 + 0.1 * wobble(w))),
              ),
            ),
          };
          const holidays = [2025, 2026, 2027, 2028, 2029].map((year) => ({ date: `${year}-12-25`, name: 'Christmas' }));
          const { series } = forecastDemand([history], { horizon, holidays });
          for (const { mean, bounds } of series[0]!.rows) {
            expect(Number.isFinite(mean) && mean >= 0).toBe(true);
            for (const { lo, hi } of bounds)
              expect(Number.isFinite(hi) && lo >= 0 && lo <= mean + 1e-9 && hi >= mean - 1e-9).toBe(true);
          }
        },
      ),
      { numRuns: 40, seed: 20261126 },
    );
  });

  it('learns what a holiday does to its week, at Easter too', () => {
    const easters = ['2025-04-21', '2026-04-06', '2027-03-29', '2028-04-17'];
    const weekOf = (date: string): number => Math.floor((dayNumber(date) * 1440 - MONDAY) / 10_080);
    const short = new Set(easters.map(weekOf));
    const history: History = {
      series: 'weeks',
      clock: { kind: 'wall', grainMinutes: 10_080 },
      start: MONDAY,
      values: Float64Array.from({ length: weekOf('2028-04-10') }, (_, w) =>
        Math.round(1000 * (short.has(w) ? 0.7 : 1) * (1 + 0.02 * wobble(w))),
      ),
    };
    const holidays = easters.map((date) => ({ date, name: 'Easter Monday' }));
    const { rows, report } = forecastDemand([history], { horizon: 4, holidays }).series[0]!;
    const easter = rows.find(({ timestamp }) => timestamp === '2028-04-17')!;
    expect(easter.mean / rows.at(-1)!.mean).toBeGreaterThan(0.6);
    expect(easter.mean / rows.at(-1)!.mean).toBeLessThan(0.85);
    expect(report.calendar.map(({ kind }) => kind)).toContain('week of Easter Monday');
  });

  it('scales with the counts', () => {
    const one = answer([days(160, usual)]).series[0]!;
    const ten = answer([{ ...days(160, usual), values: Float64Array.from({ length: 160 }, (_, d) => 10 * usual(d)) }])
      .series[0]!;
    one.rows.forEach((row, h) => {
      expect(ten.rows[h]!.mean / row.mean / 10).toBeCloseTo(1, 2);
      expect(ten.rows[h]!.bounds[1]!.hi / row.bounds[1]!.hi / 10).toBeCloseTo(1, 2);
    });
  });

  it('gives the same answer twice, and the same for the same series beside others of another shape', () => {
    const history = days(120, usual);
    expect(answer([history])).toEqual(answer([history]));
    const hours: History = {
      series: 'steps',
      clock: { kind: 'steps', periods: [24] },
      start: 1,
      values: Float64Array.from({ length: 200 }, (_, i) => 5 + (i % 24)),
    };
    expect(answer([history, hours]).series[0]).toEqual(answer([history]).series[0]);
  });

  it('adds up: days to weeks to the total, with bands narrower than the sum of their parts', () => {
    const [series] = answer([days(200, usual)], { horizon: 28 }).series;
    const sum = (rows: readonly { mean: number }[]): number => rows.reduce((a, r) => a + r.mean, 0);
    expect(sum(series!.byDay)).toBeCloseTo(sum(series!.rows), 6);
    expect(sum(series!.byWeek)).toBeCloseTo(sum(series!.rows), 6);
    expect(series!.total!.mean).toBeCloseTo(sum(series!.rows), 6);
    const parts = series!.rows.reduce((a, r) => a + r.bounds[1]!.hi - r.bounds[1]!.lo, 0);
    const whole = series!.total!.bounds[1]!;
    expect(whole.hi - whole.lo).toBeLessThan(parts);
    expect(whole.hi - whole.lo).toBeGreaterThan(0);
  });

  it('is honest about two weeks of history: an answer, wide bands, a warning', () => {
    const short = answer([days(14, usual)]);
    const long = answer([days(140, usual)]);
    const width = (a: typeof short): number =>
      a.series[0]!.rows.reduce((w, r) => w + r.bounds[1]!.hi - r.bounds[1]!.lo, 0);
    expect(short.series[0]!.report.trials).toBe(0);
    expect(short.series[0]!.report.sentence).toContain('too short');
    expect(short.provenance.warnings.join()).toContain('too short');
    expect(width(short)).toBeGreaterThan(width(long));
  });

  it('takes one value, only zeros, tiny and huge counts', () => {
    expect(answer([days(1, () => 7)]).series[0]!.rows[13]!.mean).toBe(7);
    expect(answer([days(100, () => 0)]).series[0]!.rows.every((r) => r.mean === 0)).toBe(true);
    const tiny = answer([days(100, (d) => (d % 9 === 0 ? 1 : 0))]).series[0]!;
    expect(tiny.rows.reduce((a, r) => a + r.mean, 0) / 14).toBeGreaterThan(0.02);
    const huge = answer([days(100, (d) => (1e11 * usual(d)) / 100)]).series[0]!;
    expect(huge.rows[0]!.mean).toBeGreaterThan(1e10);
  });

  it('forecasts closed hours as zero and open hours by their own shape', () => {
    const start = MONDAY;
    const values = new Float64Array(10 * 7 * 48).fill(Number.NaN);
    for (let d = 0; d < 70; d++) {
      const weekday = weekdayOfDay(MONDAY / 1440 + d);
      if (weekday >= 5) continue;
      for (let s = 16; s < 36; s++) values[d * 48 + s] = 10 + s + weekday;
    }
    const [series] = forecastDemand([{ series: 'voice', clock: { kind: 'wall', grainMinutes: 30 }, start, values }], {
      horizon: 336,
    }).series;
    const at = (stamp: string) => series!.rows.find((r) => r.timestamp === stamp)!;
    expect(at('2025-03-22 12:00:00')).toMatchObject({
      mean: 0,
      bounds: [
        { lo: 0, hi: 0 },
        { lo: 0, hi: 0 },
      ],
    });
    expect(at('2025-03-18 03:00:00').mean).toBe(0);
    expect(at('2025-03-18 12:00:00').mean).toBeCloseTo(10 + 24 + 1, 6);
    expect(series!.byDay.find((d) => d.timestamp.startsWith('2025-03-22'))!.bounds[1]!.hi).toBe(0);
  });

  it('learns what a holiday does from the year before, and that closed stays closed', () => {
    const holiday = (d: number): boolean => [110, 475].includes(d);
    const holidays = [
      { date: '2025-04-26', name: 'Founders’ Day' },
      { date: '2026-04-26', name: 'Founders’ Day' },
      { date: '2025-07-04', name: 'Closing Day' },
      { date: '2026-05-01', name: 'Closing Day' },
    ];
    const history = days(470, (d) => (holiday(d) ? usual(d) * 0.4 : d === 179 ? 0 : usual(d)));
    const without = answer([history], { horizon: 14 }).series[0]!;
    const withThem = answer([history], { horizon: 14, holidays }).series[0]!;
    const on = (s: typeof without, date: string) => s.rows.find((r) => r.timestamp === date)!.mean;
    expect(on(withThem, '2026-04-26') / on(without, '2026-04-26')).toBeGreaterThan(0.3);
    expect(on(withThem, '2026-04-26') / on(without, '2026-04-26')).toBeLessThan(0.65);
    expect(on(withThem, '2026-05-01')).toBe(0);
    expect(on(without, '2026-05-01')).toBeGreaterThan(50);
  });

  it('finds an outlier, a closure and a shift of level, and leaves them when told', () => {
    const history = days(240, (d) => (d === 100 ? 2000 : d === 150 ? 0 : d >= 200 ? 2 * usual(d) : usual(d)));
    const { cleaned } = answer([history]).series[0]!.report;
    const kinds = cleaned.map(({ kind, from }) => `${kind} ${from}`);
    expect(kinds).toContain('outlier 2025-04-16');
    expect(kinds).toContain('closure 2025-06-05');
    const shift = cleaned.find(({ kind }) => kind === 'level-shift')!;
    expect(Math.abs(dayNumber(shift.from) - dayNumber('2025-07-25'))).toBeLessThanOrEqual(7);
    expect(shift.size).toBeGreaterThan(1.8);
    // A closed week elsewhere doesn't hide it.
    const closedToo = days(240, (d) => (d >= 65 && d < 72 ? 0 : d >= 200 ? 2 * usual(d) : usual(d)));
    const found = answer([closedToo]).series[0]!.report.cleaned.find(({ kind }) => kind === 'level-shift');
    expect(found?.from).toBe(shift.from);
    const kept = answer([history], { keep: ['outlier:2025-04-16'] }).series[0]!.report.cleaned;
    expect(kept.find(({ id }) => id === 'outlier:2025-04-16')!.kept).toBe(true);
  });

  it.each([
    ['2025-11-01', 'the first day of a month'],
    ['2025-11-02', 'the second'],
    ['2025-11-03', 'the third'],
    ['2025-10-31', 'its last day'],
    ['2025-11-11', 'a holiday seen once'],
    ['2025-11-12', 'the day after it'],
  ])('finds a spike far beyond any calendar effect on %s, %s', (date) => {
    const at = dayNumber(date) - MONDAY / 1440;
    const history = days(400, (d) => (d === at ? 30 : 1) * usual(d));
    const holidays = [
      { date: '2025-11-11', name: 'Remembrance Day' },
      { date: '2026-01-01', name: 'New Year' },
    ];
    const { report, rows } = answer([history], { holidays }).series[0]!;
    const found = report.cleaned.filter(({ kind }) => kind === 'outlier');
    expect(found.map(({ id }) => id)).toEqual([`outlier:${date}`]);
    expect(found[0]!.size).toBeGreaterThan(25);
    for (const { mean } of rows) expect(mean).toBeLessThan(1.3 * Math.max(...WEEK_SHAPE));
  });

  it('leaves what a kind of calendar day does every time, however much', () => {
    const first = (d: number): boolean => [26, 54, 85, 115, 146, 176, 207, 238, 268, 299, 329, 360, 391].includes(d);
    const peak = (d: number): boolean => d === 110 || d === 475;
    const history = days(500, (d) => (first(d) ? 6 : peak(d) ? 9 : 1) * usual(d));
    const holidays = [
      { date: '2025-04-26', name: 'Sale' },
      { date: '2026-04-26', name: 'Sale' },
    ];
    const { cleaned } = answer([history], { holidays }).series[0]!.report;
    expect(cleaned.filter(({ kind }) => kind === 'outlier')).toEqual([]);
  });

  it('reports its backtest beside the plain rules, with coverage', () => {
    const { report } = answer([days(300, usual)], { horizon: 28 }).series[0]!;
    const all = report.scores.at(-1)!;
    expect(report.trials).toBeGreaterThan(5);
    expect(all.horizon).toBe('all');
    expect(all.wape).toBeLessThan(all.naiveWape);
    expect(all.coverage[0]!.share).toBeGreaterThan(0.7);
    expect(all.coverage[0]!.share).toBeLessThan(0.92);
    expect(report.weights.reduce((a, w) => a + w.weight, 0)).toBeGreaterThan(0.95);
    expect(report.sentence).toMatch(/backtests/);
  });

  it('writes the columns that pipelines read', () => {
    const { columns, rows } = forecastTable(answer([days(60, usual)], { horizon: 2 }));
    expect(columns).toEqual(['series', 'timestamp', 'mean', 'lo80', 'hi80', 'lo95', 'hi95']);
    expect(rows).toHaveLength(2);
    expect(rows[0]!.slice(0, 2)).toEqual(['calls', '2025-03-07']);
  });

  it('refuses bad options, all at once, and stops when asked', () => {
    const bad = { horizon: 0, levels: [0, 101], holidays: [{ date: '2026-02-30', name: 'x' }] };
    expect(() => forecastDemand([], bad)).toThrow(InputFault);
    try {
      forecastDemand([], bad);
    } catch (error) {
      expect((error as InputFault).issues.map((i) => i.path)).toEqual([
        'histories',
        'horizon',
        'levels[0]',
        'levels[1]',
        'holidays[0].date',
      ]);
    }
    expect(() => forecastDemand([days(50, usual)], { horizon: 7 }, { shouldStop: () => true })).toThrow(Stopped);
  });

  it('reports progress that only grows, to the end', () => {
    const seen: number[] = [];
    forecastDemand(
      [days(60, usual, 'a'), days(60, usual, 'b')],
      { horizon: 7 },
      { onProgress: (share) => seen.push(share) },
    );
    expect(seen.length).toBeGreaterThan(4);
    expect([...seen].sort((a, b) => a - b)).toEqual(seen);
  });
});

describe('toGrain', () => {
  it('adds up, waits only for open parts, and gives up on an interval that is mostly missing', () => {
    const values = new Float64Array(28 * 288).fill(Number.NaN);
    for (let d = 0; d < 28; d++) for (let s = 96; s <= 252; s++) values[d * 288 + s] = 2;
    values[27 * 288 + 100] = Number.NaN;
    for (let s = 108; s < 113; s++) values[27 * 288 + s] = Number.NaN;
    const half = toGrain({ series: 's', clock: { kind: 'wall', grainMinutes: 5 }, start: MONDAY, values }, 30);
    const at = (day: number, hour: number): number => half.values[(MONDAY + day * 1440 + hour * 60 - half.start) / 30]!;
    expect(at(0, 8)).toBe(12);
    expect(at(0, 21)).toBe(2);
    expect(at(27, 8)).toBeCloseTo(12, 9);
    expect(at(27, 9)).toBeNaN();
    expect(() => toGrain(half, 45)).toThrow(InputFault);
  });
});

describe('findPeriods', () => {
  it('finds weekdays and hours of the day, and nothing in noise', () => {
    expect(findPeriods(Float64Array.from({ length: 200 }, (_, i) => WEEK_SHAPE[i % 7]! + 3 * wobble(i)))).toEqual([7]);
    expect(
      findPeriods(Float64Array.from({ length: 700 }, (_, i) => 50 + 40 * Math.sin((i * Math.PI) / 12) + 3 * wobble(i))),
    ).toEqual([24, 168]);
    expect(
      findPeriods(
        Float64Array.from({ length: 200 }, (_, i) => 50 + ((Math.imul(i + 1, 2654435761) >>> 8) % 1000) / 50),
      ),
    ).toEqual([]);
  });
});
