import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { forecastForStream, forecastHistory, keptHistory, previewHistory } from '../../../engine/answers';
import { type HistoryDecision, readPlan } from '../../../engine/plan';
import { InputFault } from '../../../engine/units';
import { tinyPlan } from '../../support/tiny-plan';

const data = (path: string) => fileURLToPath(new URL(`../../../../shared/data/${path}`, import.meta.url));
const bank = data('bank_na_5min_2003/calls.csv');
const holidays = data('holiday_company_daily_2013_2016/calls.csv');

/** Ten weeks of hourly counts, weekdays 8 to 18. */
function hourly(): string {
  const lines = ['timestamp,calls'];
  for (let day = 0; day < 70; day++) {
    if (day % 7 > 4) continue;
    const date = new Date(Date.UTC(2026, 7, 3 + day)).toISOString().slice(0, 10);
    for (let hour = 8; hour < 18; hour++) {
      lines.push(
        `${date} ${String(hour).padStart(2, '0')}:00:00,${100 + 10 * (day % 7) + hour + ((day * 7 + hour * 3) % 5)}`,
      );
    }
  }
  return lines.join('\n');
}

function keptFrom(input: string | Uint8Array, name: string) {
  const grid = previewHistory({ input, source: name, intervalMinutes: 30 }).series[0]?.grid;
  if (!grid) throw new Error('the file of this test was not read');
  return keptHistory(grid, { id: name, name, source: name, zone: null });
}

describe('a file on its way into a plan', () => {
  const options = { input: hourly(), source: 'calls.csv', intervalMinutes: 30 };
  it('is shown with what was inferred, each series as it would be kept', () => {
    const preview = previewHistory(options);
    expect(preview.grainMinutes).toBe(60);
    expect(preview.allColumns).toEqual(['timestamp', 'calls']);
    expect(preview.series).toHaveLength(1);
    const grid = preview.series[0]?.grid;
    expect(grid).toMatchObject({ start: '2026-08-03T08:00', intervalMinutes: 60 });
    const kept = keptHistory(grid!, { id: 'calls', name: 'calls', source: 'calls.csv', zone: null });
    expect(kept.values.filter((value) => value !== null)).toHaveLength(500);
  });
  it('is added up to the plan’s interval when it is finer', () => {
    const fine = [
      'timestamp,calls',
      ...Array.from(
        { length: 288 * 14 },
        (_, at) => `${new Date(Date.UTC(2026, 0, 5, 0, at * 5)).toISOString().slice(0, 16)},2`,
      ),
    ];
    const half = previewHistory({ ...options, input: fine.join('\n') }).series[0]?.grid;
    expect(half?.intervalMinutes).toBe(30);
    expect(new Set(half?.values)).toEqual(new Set([12]));
  });
  it('shows running numbers, and that no plan can keep them', () => {
    const input = ['t,value', ...Array.from({ length: 200 }, (_, at) => `${at + 1},${10 + (at % 24)}`)].join('\n');
    const preview = previewHistory({ ...options, input });
    expect(preview.grainMinutes).toBeNull();
    expect(preview.series[0]?.grid).toBeNull();
  });
  it('is refused whole, with rows, and with its columns so that a guess can be corrected', () => {
    const preview = previewHistory({ ...options, input: 'date,calls\n2026-01-05,12\n2026-01-06,-3\n2026-01-07,abc' });
    expect(preview.refused?.issues.map(({ path }) => path)).toEqual(['line 3, column calls', 'line 4, column calls']);
    expect(preview).toMatchObject({ understood: null, series: [], allColumns: ['date', 'calls'], firstLine: 2 });
    expect(preview.firstRows[0]).toEqual(['2026-01-05', '12']);
  });
});

describe('a kept history', () => {
  const kept = keptFrom(hourly(), 'calls.csv');

  it('is forecast in steps, days and weeks that agree, and tried on its own last stretch', () => {
    const answer = forecastHistory({ history: kept, grain: 'interval', horizonDays: 14 });
    expect(answer.steps.timestamps[0]).toBe('2026-10-09T18:00');
    expect(answer.steps.mean).toHaveLength(14 * 24);
    const total = answer.steps.mean.reduce((sum, value) => sum + value, 0);
    expect(answer.days.mean.reduce((sum, value) => sum + value, 0)).toBeCloseTo(total, 6);
    expect(answer.weeks.timestamps.length).toBeLessThanOrEqual(2);
    for (const { lo, hi } of answer.days.bands) {
      answer.days.mean.forEach((value, at) => {
        expect(lo[at]!).toBeLessThanOrEqual(value + 1e-9);
        expect(hi[at]!).toBeGreaterThanOrEqual(value - 1e-9);
      });
    }
    expect(answer.heldOut?.steps.timestamps.at(-1)).toBe('2026-10-09T17:00');
    expect(answer.report.trials).toBeGreaterThan(0);
  }, 60_000);
  it('is forecast by day', () => {
    const answer = forecastHistory({ history: kept, grain: 'day', horizonDays: 14 });
    expect(answer.grainMinutes).toBe(1440);
    expect(answer.steps.timestamps).toHaveLength(14);
    expect(answer.steps.timestamps[0]).toBe('2026-10-10');
  }, 60_000);
  it('becomes a stream’s demand over the plan’s horizon', () => {
    const plan = { ...tinyPlan(), histories: [kept] };
    const { demand, sentence } = forecastForStream(plan, { history: kept.id, stream: plan.streams[0]!.id });
    expect(demand.contactsByWeek).toHaveLength(plan.calendar.weeks);
    // Five days of ten hours at about 130 a hour.
    for (const contacts of demand.contactsByWeek) expect(contacts).toBeGreaterThan(5000);
    for (const contacts of demand.contactsByWeek) expect(contacts).toBeLessThan(9000);
    expect(sentence).toContain(kept.name);
    const next = { ...plan, streams: plan.streams.map((one, at) => (at === 0 ? { ...one, demand } : one)) };
    expect(() => readPlan(JSON.parse(JSON.stringify(next)))).not.toThrow();
    expect(() => forecastForStream(plan, { history: 'none', stream: 'x' })).toThrow(InputFault);
  }, 60_000);
});

describe.skipIf(!existsSync(bank))('the bank’s calls of 2003', () => {
  it('are kept at the plan’s half-hours and forecast a week ahead better than the mean of the last four same weekdays', () => {
    const kept = keptFrom(readFileSync(bank), 'bank');
    expect(kept.intervalMinutes).toBe(30);
    const answer = forecastHistory({ history: kept, grain: 'interval', horizonDays: 7 });
    const all = answer.report.scores.at(-1)!;
    expect(all.horizon).toBe('all');
    expect(all.wape).toBeLessThan(all.meanOfFourWape);
  }, 120_000);
});

describe.skipIf(!existsSync(holidays))('the holiday company’s days', () => {
  it('are read as they are', () => {
    const preview = previewHistory({ input: readFileSync(holidays), source: 'company', intervalMinutes: 30 });
    expect(preview.grainMinutes).toBe(1440);
    expect(preview.series[0]?.grid?.start).toBe('2013-01-01T00:00');
  });
});

it('what was restored in a history stays so in the forecast for a stream', () => {
  const values = Array.from({ length: 240 }, (_, day) =>
    day === 228 ? 2500 : 200 + 20 * (day % 7) + ((day * 37) % 11),
  );
  const about = {
    id: 'calls',
    name: 'Calls',
    start: '2026-05-11T00:00',
    intervalMinutes: 1440,
    zone: null,
    source: 'test',
  };
  const plan = readPlan({ ...tinyPlan(), histories: [{ ...about, values }] });
  const history = plan.histories[0]!;
  const note = forecastHistory({ history, grain: 'day', horizonDays: 14 }).report.cleaned.find(
    ({ kind }) => kind === 'outlier',
  )!;
  expect(note.from).toContain('2026-12-25');
  const week = (decisions: HistoryDecision[]) =>
    forecastForStream({ ...plan, histories: [{ ...history, decisions }] }, { history: 'calls', stream: 'voice-en' })
      .demand.contactsByWeek[1]!;
  const restored: HistoryDecision = {
    id: 'a',
    kind: 'outlier',
    from: note.from,
    until: note.until,
    decision: 'learn',
    author: 'Ada',
  };
  expect(week([restored])).toBeGreaterThan(1.01 * week([]));
});
