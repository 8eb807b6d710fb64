import { describe, expect, test } from 'vitest';
import { dateOfDay, dayNumber } from '../../engine/calendar';
import { wholeHeads } from '../../engine/units';
import {
  averageSpeed,
  paidPositions,
  projectHeads,
  shapeOfAverage,
  speedByTenure,
  weeklyShrinkage,
  weeklySurvival,
} from '../../engine/workforce';
import { busyTeam } from '../support/busy-team';

const startDay = dayNumber('2027-01-04');
const WEEK = 7 / 365.25;

describe('published facts', () => {
  // Cinareo, "Myth 4: it is impossible to estimate inefficient and lost productivity costs": 1,800 agents in 8 centers.
  test('month one at 53 % of month twelve, first-year average 67 %', () => {
    const shape = shapeOfAverage(0.53, 0.67);
    const learning = { firstMonthSpeed: 0.53, monthsToFullSpeed: 12, shape };
    expect(averageSpeed(learning, 12)).toBeCloseTo(0.67, 12);
    expect(averageSpeed(learning, 1)).toBeCloseTo(0.53, 2);
    expect(speedByTenure(learning, 12)).toBe(1);
    // A straight line through the same ends would average 76.5 %, 9.5 points too fast.
    expect(averageSpeed({ firstMonthSpeed: 0.53, monthsToFullSpeed: 12 }, 12)).toBeCloseTo(0.765, 12);
  });

  test('a team of new hires works at that average over its first year', () => {
    const team = busyTeam({
      headcount: [{ tenureMonths: 0, heads: 40 }],
      learning: { firstMonthSpeed: 0.53, monthsToFullSpeed: 12, shape: shapeOfAverage(0.53, 0.67) },
    });
    const { speed } = projectHeads(team, { weeks: 52, startDay });
    const mean = speed.reduce((sum, value) => sum + value, 0) / 52;
    expect(Math.abs(mean - 0.67)).toBeLessThan(0.002);
  });

  // CCAP, 2022: 45 % a year in the Philippines, leavers over average heads.
  test('attrition of 45 % a year is a hazard: average heads lose 45 % in a year, a closed group keeps 63.8 %', () => {
    const replaced = busyTeam({
      attritionPerYear: 0.45,
      headcount: [{ tenureMonths: 24, heads: 100 }],
      hires: Array.from({ length: 53 }, (_, week) => ({
        date: dateOfDay(startDay + week * 7),
        heads: week === 0 ? 0 : 100 * (1 - weeklySurvival(0.45)),
      })),
    });
    const { heads, leavers } = projectHeads(replaced, { weeks: 53, startDay });
    expect(Math.min(...heads)).toBeCloseTo(100, 9);
    const year = leavers.slice(0, 52).reduce((sum, count) => sum + count, 0) / (52 * WEEK);
    // Leavers are counted at the end of a week, so the rate over a week's first heads is lower by half a week's loss.
    expect(Math.abs(year / 100 - 0.45)).toBeLessThan(0.45 * 0.45 * WEEK);
    expect(weeklySurvival(0.45) ** (1 / WEEK)).toBeCloseTo(Math.exp(-0.45), 12);
  });

  test('21 positions at 30 % shrinkage are 30 people', () => {
    expect(wholeHeads(paidPositions(21, 0.3))).toBe(30);
  });
});

describe('closed forms', () => {
  test('steady state: constant hires settle at hires ÷ weekly loss', () => {
    const loss = 1 - weeklySurvival(0.6);
    const team = busyTeam({
      attritionPerYear: 0.6,
      headcount: [{ tenureMonths: 0, heads: 0 }],
      hires: Array.from({ length: 500 }, (_, week) => ({ date: dateOfDay(startDay + week * 7), heads: 2 })),
    });
    const { heads } = projectHeads(team, { weeks: 500, startDay });
    expect(heads[499]! / (2 / loss)).toBeCloseTo(1 - weeklySurvival(0.6) ** 500, 9);
    expect(2 / loss).toBeCloseTo(174.9, 1);
  });

  test('cohort survival with a hazard by tenure is the product of the steps', () => {
    const steps = [
      { fromMonths: 0, factor: 3 },
      { fromMonths: 3, factor: 1 },
    ];
    const team = busyTeam({
      attritionPerYear: 0.4,
      attritionByTenure: steps,
      headcount: [{ tenureMonths: 0, heads: 1000 }],
    });
    const { heads } = projectHeads(team, { weeks: 53, startDay });
    const months = (week: number) => (week * 7 + 3.5) / (365.25 / 12);
    const early = Array.from({ length: 52 }, (_, week) => week).filter((week) => months(week) < 3).length;
    expect(heads[52]! / 1000).toBeCloseTo(Math.exp(-0.4 * WEEK * (3 * early + (52 - early))), 12);
  });

  test('mean speed of a curve is its integral, whatever the shape', () => {
    for (const shape of [0.5, 1, 2.357, 4]) {
      const learning = { firstMonthSpeed: 0.4, monthsToFullSpeed: 9, shape };
      for (const months of [3, 9, 18]) {
        const steps = 20_000;
        let sum = 0;
        for (let at = 0; at < steps; at++) sum += speedByTenure(learning, ((at + 0.5) * months) / steps);
        expect(averageSpeed(learning, months)).toBeCloseTo(sum / steps, 6);
      }
    }
  });

  test('shrinkage compounds, follows its months and gives way to planned weeks', () => {
    const august = Array.from({ length: 12 }, (_, month) => (month === 7 ? 2 : 1));
    const team = busyTeam({
      adherence: 0.95,
      shrinkage: { inOffice: 0.15, outOfOffice: 0.1 },
      shrinkageComponents: [
        { id: 'breaks', name: 'Breaks', kind: 'in-office', share: 0.1 },
        { id: 'meetings', name: 'Meetings', kind: 'in-office', share: 0.05, byWeek: [null, 0.2] },
        { id: 'vacation', name: 'Vacation', kind: 'out-of-office', share: 0.07, byMonth: august },
        { id: 'sickness', name: 'Sickness', kind: 'out-of-office', share: 0.03 },
      ],
      byWeek: { outOfOffice: [null, null, 0.4] },
    });
    const { productive, inOffice, outOfOffice } = weeklyShrinkage(team, { weeks: 35, startDay });
    expect(productive[0]).toBeCloseTo(0.85 * 0.9 * 0.95, 12);
    expect(inOffice[1]).toBeCloseTo(0.3, 12);
    expect(outOfOffice[2]).toBe(0.4);
    expect(outOfOffice[31]).toBeCloseTo(0.17, 12);
    expect(productive[31]).toBeCloseTo(0.85 * 0.83 * 0.95, 12);
  });
});
