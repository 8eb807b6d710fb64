import { describe, expect, test } from 'vitest';
import { effectiveNumber, herfindahl, measureImpact, tailService } from '../../../engine/risk';

describe('herfindahl', () => {
  test('textbook values', () => {
    expect(herfindahl([1])).toBe(1);
    expect(herfindahl([0.25, 0.25, 0.25, 0.25])).toBe(0.25);
    expect(herfindahl([0.3, 0.3, 0.2, 0.2])).toBeCloseTo(0.26, 12);
    expect(effectiveNumber([0.8, 0.1, 0.1])).toBeCloseTo(1 / 0.66, 12);
    expect(effectiveNumber([])).toBe(0);
  });

  test('shares need not be scaled', () => {
    expect(effectiveNumber([30, 30])).toBe(2);
  });
});

describe('measureImpact', () => {
  const flat = (value: number, days = 10) => new Float64Array(days).fill(value);
  const figures = (serviceLevel: Float64Array) => ({
    serviceLevel,
    abandoned: flat(10),
    lost: flat(5),
    backlog: flat(0),
    productiveHours: flat(100),
    cost: flat(1000),
    customersAtRisk: flat(0),
    valueAtRisk: flat(0),
  });
  const base = figures(flat(0.9));

  test('finds the worst day, the days below and the recovery', () => {
    const level = flat(0.9);
    level.set([0.5, 0.3, 0.7, 0.87], 3);
    const hit = { ...figures(level), lost: flat(8) };
    const impact = measureImpact(base, hit, 3);
    expect(impact).toMatchObject({
      worstDay: 4,
      worstServiceLevel: 0.3,
      daysBelow: 4,
      daysToRecover: 4,
      daysToSurvive: 0,
      recoveredDay: 7,
    });
    expect(impact.worstDropPoints).toBeCloseTo(60, 9);
    expect(impact.contactsLost).toBe(21);
  });

  test('a plan that stays low has not recovered; one never hit recovers at once', () => {
    const low = flat(0.9);
    low.fill(0.5, 3);
    expect(measureImpact(base, figures(low), 3).daysToRecover).toBeNull();
    expect(measureImpact(base, base, 3)).toMatchObject({
      daysToRecover: 0,
      daysToSurvive: null,
      daysBelow: 0,
      worstDay: null,
    });
  });

  test('time to survive ends on the first day that leaves two points of the plan', () => {
    const level = flat(0.9);
    level.set([0.885, 0.89, 0.5, 0.3], 3);
    expect(measureImpact(base, figures(level), 3).daysToSurvive).toBe(2);
    expect(measureImpact(base, figures(level), 4).daysToSurvive).toBe(1);
  });

  test('closed days neither fall nor recover', () => {
    const level = flat(0.9);
    level[3] = 0.5;
    level[9] = Number.NaN;
    expect(measureImpact(base, figures(level), 3).recoveredDay).toBe(4);
  });
});

describe('tailService', () => {
  const cell = (day: number, stream: number, contacts: number, wait: number) => ({ day, stream, contacts, wait });

  test('is the mean wait of the contacts that waited longest, by hand', () => {
    const cells = [cell(0, 0, 900, 10), cell(1, 0, 60, 100), cell(1, 1, 40, 400)];
    const tail = tailService(cells, 0.05)!;
    // 50 of 1,000: all 40 of the longest wait and 10 of the next.
    expect(tail.meanWait).toBeCloseTo((40 * 400 + 10 * 100) / 50, 12);
    expect(tail.waitExceeded).toBe(100);
    expect(tail.streams).toEqual([
      { stream: 1, contacts: 40 },
      { stream: 0, contacts: 10 },
    ]);
    expect(tail.days).toEqual([{ day: 1, contacts: 50 }]);
  });

  test('of all contacts is the mean; of none there is none', () => {
    const cells = [cell(0, 0, 3, 10), cell(1, 0, 1, 50)];
    expect(tailService(cells, 1)!.meanWait).toBeCloseTo(20, 12);
    expect(tailService([cell(0, 0, 0, 10)], 0.05)).toBeNull();
  });
});
