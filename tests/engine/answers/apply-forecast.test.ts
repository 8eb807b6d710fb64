import { describe, expect, it } from 'vitest';
import { applyForecast, forecastWindow } from '../../../engine/answers/apply-forecast';
import { dailyHistory, historyShape } from '../../../engine/answers/history-shape';
import { dateOfDay, dayNumber, weekdayOfDay } from '../../../engine/calendar';
import { type History, type Plan, readPlan } from '../../../engine/plan';
import { InputFault } from '../../../engine/units';
import { tinyPlan } from '../../support/tiny-plan';

const plan: Plan = tinyPlan();
const stream = plan.streams[0]!;

/** Half-hours of weekdays from 08:00 to 18:00, `level` contacts each, doubled on Mondays. */
function history(start: string, days: number, level = 10): History {
  const first = dayNumber(start);
  const values = Array.from({ length: days * 48 }, (_, at) => {
    const weekday = weekdayOfDay(first + Math.floor(at / 48));
    const slot = at % 48;
    if (weekday > 4 || slot < 16 || slot >= 36) return null;
    return weekday === 0 ? 2 * level : level;
  });
  return { id: 'h', name: 'Calls', start: `${start}T00:00`, intervalMinutes: 30, zone: null, values, source: 'a test' };
}

const flatForecast = (from: string, days: number, mean: number) => ({
  dates: Array.from({ length: days }, (_, at) => dateOfDay(dayNumber(from) + at)),
  mean: Array.from({ length: days }, () => mean),
  knowsHolidays: false,
});

describe('history by day and its shape', () => {
  it('adds up days and knows a day without data from a day without contacts', () => {
    const { firstDay, contacts } = dailyHistory(history('2026-01-05', 7));
    expect(dateOfDay(firstDay)).toBe('2026-01-05');
    expect(Array.from(contacts)).toEqual([400, 200, 200, 200, 200, Number.NaN, Number.NaN]);
  });
  it('spreads a weekly value over its days', () => {
    const weekly = { ...history('2026-01-05', 1), intervalMinutes: 10_080, values: [70, 140] };
    expect(Array.from(dailyHistory(weekly).contacts)).toEqual([...Array(7).fill(10), ...Array(7).fill(20)]);
  });
  it('has shares that add to one for week and day, closed days without weight', () => {
    const { dayOfWeekShare, intradayShare } = historyShape(history('2026-01-05', 28), stream.demand);
    expect(dayOfWeekShare.map((value) => Math.round(value * 6))).toEqual([2, 1, 1, 1, 1, 0, 0]);
    expect(intradayShare).toHaveLength(7);
    for (const row of intradayShare) {
      expect(row).toHaveLength(48);
      expect(row.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 12);
    }
    expect(intradayShare[0]![15]).toBe(0);
    expect(intradayShare[0]![16]).toBeCloseTo(1 / 20, 12);
  });
  it.each([
    [5, 96],
    [10, 48],
    [15, 96],
    [20, 24],
    [60, 24],
  ])('brings %i-minute data to a grain that a plan takes', (minutes, parts) => {
    const data = {
      ...history('2026-01-05', 1),
      intervalMinutes: minutes,
      values: Array(14 * (1440 / minutes)).fill(3),
    };
    for (const row of historyShape(data, stream.demand).intradayShare) expect(row).toHaveLength(parts);
  });
  it('keeps the stream’s own shape of the day where the history has none', () => {
    const daily = { ...history('2026-01-05', 1), intervalMinutes: 1440, values: [7, 6, 5, 4, 3, 2, 1] };
    const shape = historyShape(daily, stream.demand);
    expect(shape.intradayShare).toBe(stream.demand.intradayShare);
    expect(shape.dayOfWeekShare[0]).toBeCloseTo(7 / 28, 12);
  });
});

describe('a forecast in the plan', () => {
  const start = plan.calendar.startDate;
  const planDays = plan.calendar.weeks * 7;
  const daysBefore = (days: number) => dateOfDay(dayNumber(start) - days);

  it('reaches from the history’s end to the plan’s end, without moving a recent history', () => {
    const recent = history(daysBefore(28 + 14), 28);
    expect(forecastWindow(plan, recent)).toEqual({ horizonDays: 14 + planDays, movedWeeks: 0, startDate: start });
    expect(forecastWindow(plan, history(daysBefore(28), 28 + planDays)).horizonDays).toBe(0);
  });
  it('moves an old history by whole weeks and keeps the season to three days', () => {
    for (const years of [1, 2, 5, 23]) {
      const old = history(daysBefore(Math.round(years * 365.2425) + 40), 28);
      const { movedWeeks, startDate, horizonDays } = forecastWindow(plan, old);
      expect(movedWeeks).toBeGreaterThanOrEqual(52 * years);
      expect(Math.abs(movedWeeks * 7 - years * 365.2425)).toBeLessThanOrEqual(3.5);
      expect(weekdayOfDay(dayNumber(startDate))).toBe(weekdayOfDay(dayNumber(start)));
      expect(horizonDays).toBeGreaterThan(0);
      expect(horizonDays).toBeLessThan(planDays + 366);
    }
  });
  it('gives every week of the plan its forecast, in a plan that is still sound', () => {
    const recent = history(daysBefore(28), 28);
    const { demand, sentence, movedWeeks } = applyForecast(plan, {
      stream: stream.id,
      history: recent,
      forecast: flatForecast(start, planDays, 100),
    });
    expect(demand.contactsByWeek).toHaveLength(plan.calendar.weeks);
    for (const contacts of demand.contactsByWeek) expect(contacts).toBeCloseTo(700, 9);
    expect(movedWeeks).toBe(0);
    expect(sentence).toContain(stream.name);
    const next = {
      ...plan,
      histories: [recent],
      streams: plan.streams.map((one) => (one.id === stream.id ? { ...one, demand } : one)),
    };
    expect(readPlan(JSON.parse(JSON.stringify(next))).streams[0]?.demand.kind).toBe('weekly');
  });
  it('takes days that the history covers from the history', () => {
    const overlapping = history(daysBefore(14), 28);
    const { demand } = applyForecast(plan, {
      stream: stream.id,
      history: overlapping,
      forecast: flatForecast(dateOfDay(dayNumber(start) + 14), planDays - 14, 50),
    });
    expect(demand.contactsByWeek.slice(0, 3)).toEqual([1200, 1200, 350]);
  });
  it('states totals before holidays where the forecast knows them, so that they are taken off once', () => {
    const date = dateOfDay(dayNumber(start) + 1);
    const closed = {
      ...plan,
      markets: plan.markets.map((market) => ({ ...market, holidays: [{ date, name: 'Closed', demandFactor: 0 }] })),
    };
    const about = {
      stream: stream.id,
      history: history(daysBefore(28), 28),
      forecast: flatForecast(start, planDays, 100),
    };
    const blind = applyForecast(closed, about).demand.contactsByWeek;
    const knowing = applyForecast(closed, { ...about, forecast: { ...about.forecast, knowsHolidays: true } }).demand
      .contactsByWeek;
    // Tuesday has a sixth of the week.
    expect(blind[0]).toBeCloseTo(700, 9);
    expect(knowing[0]! * (1 - 1 / 6)).toBeCloseTo(700, 9);
    expect(knowing[1]).toBeCloseTo(700, 9);
  });
  it('refuses a forecast that ends too early, one with bad figures, and an unknown stream', () => {
    const about = {
      stream: stream.id,
      history: history(daysBefore(28), 28),
      forecast: flatForecast(start, planDays - 1, 100),
    };
    expect(() => applyForecast(plan, about)).toThrow(InputFault);
    expect(() => applyForecast(plan, { ...about, forecast: flatForecast(start, planDays, Number.NaN) })).toThrow(
      /0 or more/,
    );
    expect(() => applyForecast(plan, { ...about, stream: '__proto__' })).toThrow(InputFault);
  });
});
