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
import cases from '../../scenarios/textbook/people.json';
import { busyTeam } from '../support/busy-team';

const startDay = dayNumber('2027-01-04');
const WEEK = 7 / 365.25;

describe('published facts', () => {
  test('every case says where it is from', () => {
    for (const one of Object.values(cases)) expect(one.source.length).toBeGreaterThan(40);
  });

  test('month one at 53 % of month twelve, first-year average 67 %', () => {
    const { firstMonthSpeed, monthsToFullSpeed, firstYearAverage, straightLineAverage } = cases.firstYearSpeed;
    const straight = { firstMonthSpeed, monthsToFullSpeed };
    const learning = { ...straight, shape: shapeOfAverage(firstMonthSpeed, firstYearAverage) };
    expect(averageSpeed(learning, 12)).toBeCloseTo(firstYearAverage, 12);
    expect(averageSpeed(learning, 1)).toBeCloseTo(firstMonthSpeed, 2);
    expect(speedByTenure(learning, 12)).toBe(1);
    // A straight line through the same ends is 9.5 points too fast.
    expect(averageSpeed(straight, 12)).toBeCloseTo(straightLineAverage, 12);
  });

  test('a team of new hires works at that average over its first year', () => {
    const { firstMonthSpeed, monthsToFullSpeed, firstYearAverage } = cases.firstYearSpeed;
    const shape = shapeOfAverage(firstMonthSpeed, firstYearAverage);
    const team = busyTeam({
      headcount: [{ tenureMonths: 0, heads: 40 }],
      learning: { firstMonthSpeed, monthsToFullSpeed, shape },
    });
    const { speed } = projectHeads(team, { weeks: 52, startDay });
    const mean = speed.reduce((sum, value) => sum + value, 0) / 52;
    expect(Math.abs(mean - firstYearAverage)).toBeLessThan(0.002);
  });

  test('attrition of 45 % a year is a hazard: average heads lose 45 % in a year, a closed group keeps 63.8 %', () => {
    const { ratePerYear, closedGroupKeeps } = cases.yearlyAttrition;
    const replaced = busyTeam({
      attritionPerYear: ratePerYear,
      headcount: [{ tenureMonths: 24, heads: 100 }],
      hires: Array.from({ length: 53 }, (_, week) => ({
        date: dateOfDay(startDay + week * 7),
        heads: week === 0 ? 0 : 100 * (1 - weeklySurvival(ratePerYear)),
      })),
    });
    const { heads, leavers } = projectHeads(replaced, { weeks: 53, startDay });
    expect(Math.min(...heads)).toBeCloseTo(100, 9);
    const year = leavers.slice(0, 52).reduce((sum, count) => sum + count, 0) / (52 * WEEK);
    // Leavers are counted at the end of a week, so the rate over a week's first heads is lower by half a week's loss.
    expect(Math.abs(year / 100 - ratePerYear)).toBeLessThan(ratePerYear * ratePerYear * WEEK);
    expect(weeklySurvival(ratePerYear) ** (1 / WEEK)).toBeCloseTo(closedGroupKeeps, 11);
  });

  test('21 positions at 30 % shrinkage are 30 people', () => {
    const { onContacts, shrinkage, paid } = cases.paidPositions;
    expect(wholeHeads(paidPositions(onContacts, shrinkage))).toBe(paid);
  });
});

describe('closed forms', () => {
  test('steady state: constant hires settle at hires ÷ weekly loss', () => {
    const { hiresPerWeek, ratePerYear, heads: settled } = cases.steadyState;
    const team = busyTeam({
      attritionPerYear: ratePerYear,
      headcount: [{ tenureMonths: 0, heads: 0 }],
      hires: Array.from({ length: 500 }, (_, week) => ({ date: dateOfDay(startDay + week * 7), heads: hiresPerWeek })),
    });
    const { heads } = projectHeads(team, { weeks: 500, startDay });
    expect(heads[499]! / settled).toBeCloseTo(1 - weeklySurvival(ratePerYear) ** 500, 9);
    expect(hiresPerWeek / (1 - weeklySurvival(ratePerYear))).toBeCloseTo(settled, 8);
  });

  test('cohort survival with a hazard by tenure is the product of the steps', () => {
    const { ratePerYear, steps, weeks, weeksInFirstStep, keeps } = cases.tenureSurvival;
    const team = busyTeam({
      attritionPerYear: ratePerYear,
      attritionByTenure: steps,
      headcount: [{ tenureMonths: 0, heads: 1000 }],
    });
    const { heads } = projectHeads(team, { weeks: weeks + 1, startDay });
    const months = (week: number) => (week * 7 + 3.5) / (365.25 / 12);
    const early = Array.from({ length: weeks }, (_, week) => week).filter(
      (week) => months(week) < steps[1]!.fromMonths,
    );
    expect(early).toHaveLength(weeksInFirstStep);
    expect(heads[weeks]! / 1000).toBeCloseTo(keeps, 11);
  });

  test('mean speed while it rises in a straight line is half way, and nearer to full the longer one looks', () => {
    const { overMonths, ...learning } = cases.linearLearning;
    for (const { months, mean } of overMonths) expect(averageSpeed(learning, months)).toBeCloseTo(mean, 12);
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
