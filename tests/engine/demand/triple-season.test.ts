import { describe, expect, it } from 'vitest';
import { slotSmoothing } from '../../../engine/demand/models/slot-smoothing';
import { tripleSeason } from '../../../engine/demand/models/triple-season';
import { namedStream, poisson } from '../../../engine/random';

const SLOTS = 8;
const YEAR = 365.25;
const WEEK = [1.3, 1.1, 1, 1, 1.1, 0.6, 0.4];

/** Counts of eight intervals a day with a time of day, a weekday and a strong year. */
function rateAt(t: number): number {
  const day = Math.floor(t / SLOTS);
  const hour = 0.4 + Math.sin((Math.PI * ((t % SLOTS) + 0.5)) / SLOTS);
  return 200 * hour * WEEK[day % 7]! * (1 + 0.5 * Math.sin((2 * Math.PI * day) / YEAR));
}

const sampleOf = (days: number, ahead: number) => {
  const chance = namedStream({ seed: 5, entity: 'triple', purpose: 'counts' });
  const y = Float64Array.from({ length: days * SLOTS }, (_, t) => poisson(chance, rateAt(t)));
  return { slots: SLOTS, cycle: 7, year: YEAR, phase: 0, y, steps: ahead * SLOTS };
};

const error = (path: Float64Array, from: number): number =>
  path.reduce((sum, v, h) => sum + Math.abs(v / rateAt(from + h) - 1), 0) / path.length;

describe('smoothing with three seasons', () => {
  it('follows the year where it is steep, a month ahead', () => {
    // From the middle of the year on, contacts fall by a fifth within four weeks.
    const days = 2 * 365 + 160;
    const sample = sampleOf(days, 28);
    const own = error(tripleSeason.forecast(sample)!, days * SLOTS);
    const twoSeasons = error(slotSmoothing('week').forecast(sample)!, days * SLOTS);
    expect(own).toBeLessThan(0.03);
    expect(own).toBeLessThan(0.2 * twoSeasons);
  });

  it('has nothing to say before the year was seen twice, nor about days', () => {
    expect(tripleSeason.forecast(sampleOf(727, 7))).toBeNull();
    expect(tripleSeason.forecast(sampleOf(728, 7))).not.toBeNull();
    expect(tripleSeason.forecast({ ...sampleOf(200, 7), slots: 1 })).toBeNull();
  });
});
