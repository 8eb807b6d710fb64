import { describe, expect, test } from 'vitest';
import { buildGrid } from '../../../engine/calendar';
import { wholeHeads } from '../../../engine/units';
import { paidPositions, productiveShare, projectHeads, speedByTenure } from '../../../engine/workforce';
import { tinyPlan } from '../../support/tiny-plan';

describe('workforce', () => {
  test('21 positions at 30 % shrinkage are 30 people, not 31', () => {
    expect(wholeHeads(paidPositions(21, 0.3))).toBe(30);
    expect(Math.ceil(21 / (1 - 0.3))).toBe(31);
    expect(wholeHeads(paidPositions(14, 0.3))).toBe(20);
  });

  test('shrinkage compounds', () => {
    expect(productiveShare({ inOffice: 0.12, outOfOffice: 0.1 })).toBeCloseTo(0.792, 12);
  });

  test('speed rises from the first month to full', () => {
    const learning = { firstMonthSpeed: 0.5, monthsToFullSpeed: 5 };
    expect([0, 2, 5, 60].map((months) => speedByTenure(learning, months))).toEqual([0.5, 0.7, 1, 1]);
    expect(speedByTenure({ firstMonthSpeed: 0.5, monthsToFullSpeed: 0 }, 0)).toBe(1);
  });

  test('people are conserved: start + hires - leavers = end, every week', () => {
    const [team] = tinyPlan().teams;
    const grid = buildGrid({ startDate: '2027-01-04', weeks: 52, intervalMinutes: 60, zone: 'UTC' });
    const hired = {
      ...team!,
      attritionPerYear: 0.45,
      hires: [
        { date: '2027-03-03', heads: 10 },
        { date: '2027-06-07', heads: 7 },
      ],
    };
    const { heads, hires, leavers } = projectHeads(hired, grid);
    for (let week = 1; week < 52; week++) {
      expect(heads[week]).toBeCloseTo(heads[week - 1]! - leavers[week - 1]! + hires[week]!, 9);
    }
    expect(hires.reduce((sum, count) => sum + count, 0)).toBe(17);
  });

  test('attrition is a rate: 45 % a year over average heads leaves e^-0.45 of a closed group', () => {
    const [team] = tinyPlan().teams;
    const grid = buildGrid({ startDate: '2027-01-04', weeks: 53, intervalMinutes: 60, zone: 'UTC' });
    const { heads } = projectHeads({ ...team!, attritionPerYear: 0.45 }, grid);
    expect(heads[52]! / heads[0]!).toBeCloseTo(Math.exp((-0.45 * 364) / 365.25), 9);
  });
});
