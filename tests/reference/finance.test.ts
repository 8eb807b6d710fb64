import { describe, expect, test } from 'vitest';
import {
  annuityFactor,
  bestAgents,
  internalRate,
  paybackPeriods,
  presentValue,
  ratePerPart,
} from '../../engine/experience';
import { gammaProbability } from '../../engine/stats';
import finance from '../../scenarios/textbook/finance.json';
import newsvendor from '../../scenarios/textbook/newsvendor.json';

describe('textbook cases of money over time', () => {
  test.each(finance.annuities)('annuity: $name', ({ rate, periods, factor }) => {
    expect(annuityFactor(rate, periods)).toBeCloseTo(factor, 4);
    const flows = [0, ...Array.from({ length: periods }, () => 1)];
    expect(presentValue(flows, rate)).toBeCloseTo(annuityFactor(rate, periods), 10);
  });

  test.each(finance.worths)('present value: $name', ({ flows, rate, worth }) => {
    expect(presentValue(flows, rate)).toBeCloseTo(worth, 3);
  });

  test.each(finance.returns)('internal rate: $name', ({ flows, rate }) => {
    expect(internalRate(flows)).toBeCloseTo(rate, 4);
    expect(presentValue(flows, internalRate(flows)!)).toBeCloseTo(0, 6);
  });

  test.each(finance.paybacks)('payback: $name', ({ flows, rate, periods }) => {
    const found = paybackPeriods(flows, rate);
    if (periods === null) expect(found).toBeNull();
    else expect(found).toBeCloseTo(periods, 9);
  });

  test('a loan of 1,000 over 24 equal months is worth its payments, and its yearly rate comes back', () => {
    const monthly = ratePerPart(0.12, 12);
    const payment = 1000 / annuityFactor(monthly, 24);
    const flows = [-1000, ...Array.from({ length: 24 }, () => payment)];
    expect(presentValue(flows, monthly)).toBeCloseTo(0, 9);
    expect((1 + internalRate(flows)!) ** 12 - 1).toBeCloseTo(0.12, 10);
    expect(annuityFactor(0, 7)).toBe(7);
  });

  test('no rate makes gains alone worth nothing', () => {
    expect(internalRate([10, 10])).toBeNull();
    expect(internalRate([-10, -10])).toBeNull();
  });
});

describe('textbook cases of staffing by value', () => {
  test.each(newsvendor)('$name', (one) => {
    const agents = bestAgents(one);
    const load = (one.arrivalsPerHour * one.handleTimeSeconds) / 3600;
    const shape = 1 / one.variation ** 2;
    const above = 1 - gammaProbability(shape, (agents / load) * shape);
    const critical = one.agentHour / ((3600 / one.handleTimeSeconds) * one.perAbandoned);
    // Sixteen days stand for all, so the share of days is known to half of one of them.
    expect(Math.abs(above - critical)).toBeLessThan(1 / 32);
  });
});
