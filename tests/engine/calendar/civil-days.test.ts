import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, dateOfDay, dayNumber, daysBetween, isDate, weekdayOfDay } from '../../../engine/calendar';
import { InputFault } from '../../../engine/units';

describe('civil days', () => {
  it('numbers known days', () => {
    expect(dayNumber('1970-01-01')).toBe(0);
    expect(dayNumber('2000-02-29')).toBe(11_016);
    expect(dayNumber('2026-01-05')).toBe(20_458);
    expect(dayNumber('1969-12-31')).toBe(-1);
    expect(weekdayOfDay(dayNumber('2027-01-04'))).toBe(0);
    expect(weekdayOfDay(dayNumber('1969-12-28'))).toBe(6);
  });

  it('agrees with the platform calendar on every tenth day from 1600 to 2500, and round-trips', () => {
    const last = Date.UTC(2500, 0, 1) / 86_400_000;
    let seen = 0;
    for (let day = Date.UTC(1600, 0, 1) / 86_400_000; day < last; day += 10) {
      const date = new Date(day * 86_400_000);
      expect(dateOfDay(day)).toBe(date.toISOString().slice(0, 10));
      expect(dayNumber(dateOfDay(day))).toBe(day);
      expect((weekdayOfDay(day) + 1) % 7).toBe(date.getUTCDay());
      seen += 1;
    }
    expect(seen).toBeGreaterThan(30_000);
  });

  it('adds and subtracts days across leap days and years', () => {
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(addDays('2100-02-28', 1)).toBe('2100-03-01');
    expect(addDays('2027-01-01', -1)).toBe('2026-12-31');
    fc.assert(
      fc.property(fc.integer({ min: -400_000, max: 400_000 }), fc.integer({ min: -9000, max: 9000 }), (day, step) => {
        expect(daysBetween(dateOfDay(day), addDays(dateOfDay(day), step))).toBe(step);
      }),
    );
  });

  it.each([
    '2027-02-29',
    '2027-13-01',
    '2027-00-10',
    '2027-1-4',
    '0000-01-01',
    '20270104',
    '2027-01-04T00:00',
    '',
    '__proto__',
  ])('refuses %j as a date, with its place', (text) => {
    expect(isDate(text)).toBe(false);
    expect(() => dayNumber(text, 'hires[2].date')).toThrow(InputFault);
    expect(() => dayNumber(text, 'hires[2].date')).toThrow(/^hires\[2\]\.date: found/);
  });

  it('refuses what is no text', () => {
    for (const value of [null, undefined, 20_458, ['2027-01-04']]) expect(isDate(value)).toBe(false);
  });
});
