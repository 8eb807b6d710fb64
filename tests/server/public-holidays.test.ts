import { expect, test } from 'vitest';
import { publicHolidays } from '../../server/holidays';

const on = (market: string, year: number) => new Map(publicHolidays(market, year, year).map((h) => [h.date, h.name]));

test('the United States in 2027, with days off in place of weekends', () => {
  const days = on('US', 2027);
  expect(days.get('2027-01-01')).toBe("New Year's Day");
  expect(days.get('2027-11-25')).toBe('Thanksgiving Day');
  // 4 July 2027 is a Sunday, the Monday is off; 25 December a Saturday, the Friday is off.
  expect(days.get('2027-07-05')).toBe('Independence Day');
  expect(days.get('2027-12-24')).toBe('Christmas Day');
});

test('moving feasts and parts of a country', () => {
  expect(on('DE', 2027).get('2027-03-26')).toBe('Good Friday');
  expect(on('DE', 2027).has('2027-01-06')).toBe(false);
  expect(on('DE-BY', 2027).get('2027-01-06')).toBe('Epiphany');
});

test('feasts of several days fill each of them', () => {
  const turkey = publicHolidays('TR', 2027, 2027);
  expect(turkey.filter(({ name }) => /sacrifice|adha/i.test(name)).length).toBeGreaterThanOrEqual(4);
  expect(new Set(turkey.map(({ date }) => date)).size).toBe(turkey.length);
});

test.each(['USA', 'us', '', '__proto__', 'DE-XX', 'XX'])('no such market: %s', (market) => {
  expect(() => publicHolidays(market, 2027, 2027)).toThrow('--market');
});
