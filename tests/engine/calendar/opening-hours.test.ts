import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  buildGrid,
  checkOpeningHours,
  formatOpeningHours,
  localTimes,
  openingHoursIssue,
  openShares,
  parseOpeningHours,
  weeklyOpenHours,
} from '../../../engine/calendar';
import { InputFault } from '../../../engine/units';

describe('opening hours as text', () => {
  it('reads days, ranges, lists, overnight spans and holidays', () => {
    const hours = parseOpeningHours('Mo-Fr 07:00-21:00; Sa 9:00-12:00, 13:00-17:00; Su closed');
    expect(hours.days[0]).toEqual([{ startMinute: 420, endMinute: 1260 }]);
    expect(hours.days[5]).toEqual([
      { startMinute: 540, endMinute: 720 },
      { startMinute: 780, endMinute: 1020 },
    ]);
    expect(hours.days[6]).toEqual([]);
    expect(hours.holiday).toEqual([]);
    expect(weeklyOpenHours(hours)).toBe(77);
    expect(parseOpeningHours('Fr 22:00-06:00').days[4]).toEqual([{ startMinute: 1320, endMinute: 1800 }]);
    expect(weeklyOpenHours(parseOpeningHours('Fr-Mo 22:00-06:00'))).toBe(32);
    expect(weeklyOpenHours(parseOpeningHours('24/7'))).toBe(168);
    expect(weeklyOpenHours(parseOpeningHours('08:00-20:00; PH 10:00-16:00'))).toBe(84);
    expect(parseOpeningHours('monday 8:00-20:00;').days.map((spans) => spans.length)).toEqual([1, 0, 0, 0, 0, 0, 0]);
    // A later rule replaces an earlier one for its days.
    expect(weeklyOpenHours(parseOpeningHours('Mo-Su 00:00-24:00; Su closed'))).toBe(144);
  });

  it.each([
    ['Mo-Fr 07:00-21:00; Sa 09:00-17:00; Su closed', 'Mo-Fr 07:00-21:00; Sa 09:00-17:00; Su closed'],
    ['24/7', '24/7'],
    ['24/7; PH open', '24/7; PH open'],
    ['mon,tue,wed 8:00-17:00', 'Mo-We 08:00-17:00; Th-Su closed'],
    ['Fr 22:00-06:00', 'Mo-Th closed; Fr 22:00-06:00; Sa-Su closed'],
    ['06:00-24:00; PH 10:00-16:00', 'Mo-Su 06:00-24:00; PH 10:00-16:00'],
  ])('writes %j as %j, which reads as the same', (text, canonical) => {
    const hours = parseOpeningHours(text);
    expect(formatOpeningHours(hours)).toBe(canonical);
    expect(parseOpeningHours(canonical)).toEqual(hours);
  });

  it.each([
    '',
    'Mo-Fr',
    'Xy 07:00-21:00',
    'Mo-Fr 07:00',
    'Mo 07:00-07:00',
    'Mo 25:00-26:00',
    'Mo 07:60-08:00',
    'Mo 24:00-06:00',
    'Mo 08:00-12:00,11:00-15:00',
    'Mo-We-Fr 08:00-12:00',
    'Mo-PH 08:00-12:00',
    'Mo open',
    '__proto__ 08:00-12:00',
    'constructor closed',
    '07:00-21:00;;08:00-10:00',
  ])('refuses %j', (text) => {
    expect(() => parseOpeningHours(text)).toThrow(InputFault);
    expect(openingHoursIssue(text)).toMatch(/allowed|such as|closed|Mo, Tu|clock times|overlap|times for/);
  });

  it('names the place of each thing wrong, all at once', () => {
    const issues = checkOpeningHours('Mo-Fr 07:00-21:00; Xy 08:00-09:00; Su 9-17', 'sites[3].openingHours');
    expect(issues.map((found) => [found.path, found.found])).toEqual([
      ['sites[3].openingHours, rule 2', '"Xy"'],
      ['sites[3].openingHours, rule 3', '"9-17"'],
    ]);
    expect(openingHoursIssue('Mo-Fr 07:00-21:00')).toBeNull();
  });

  it('round-trips any hours', () => {
    const day = fc.oneof(
      fc.constant('closed'),
      fc
        .tuple(fc.integer({ min: 0, max: 95 }), fc.integer({ min: 1, max: 96 }))
        .filter(([start, end]) => start !== end)
        .map(([start, end]) => {
          const clock = (quarter: number) =>
            `${String(Math.floor(quarter / 4)).padStart(2, '0')}:${String((quarter % 4) * 15).padStart(2, '0')}`;
          return `${clock(start)}-${clock(end)}`;
        }),
    );
    fc.assert(
      fc.property(fc.array(day, { minLength: 7, maxLength: 7 }), (days) => {
        const text = days.map((spans, at) => `${['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'][at]} ${spans}`).join('; ');
        const hours = parseOpeningHours(text);
        expect(parseOpeningHours(formatOpeningHours(hours))).toEqual(hours);
      }),
    );
  });
});

describe('open shares', () => {
  const week = { startDate: '2027-01-04', weeks: 1, intervalMinutes: 30, zone: 'Europe/Berlin' };
  const total = (shares: Float32Array) => shares.reduce((sum, open) => sum + open, 0) / 2;

  it('opens by the clocks of the place', () => {
    const grid = buildGrid(week);
    const shares = openShares(parseOpeningHours('Mo-Fr 08:00-20:00'), grid, 'Asia/Manila');
    const manila = localTimes(grid, 'Asia/Manila');
    shares.forEach((open, interval) => {
      const inside =
        manila.weekday[interval]! < 5 && manila.minuteOfDay[interval]! >= 480 && manila.minuteOfDay[interval]! < 1200;
      expect(open, `interval ${interval}`).toBe(inside ? 1 : 0);
    });
    // Monday 08:00 in Manila is Monday 01:00 in Berlin: the whole week lies inside.
    expect(total(shares)).toBe(60);
  });

  it('gives the open part of an interval that hours cut', () => {
    const grid = buildGrid({ ...week, intervalMinutes: 60 });
    const shares = openShares(parseOpeningHours('Mo 08:15-08:45,09:20-11:00'), grid, 'Europe/Berlin');
    expect([...shares.slice(7, 12)].map((open) => Number(open.toFixed(4)))).toEqual([0, 0.5, 0.6667, 1, 0]);
  });

  it('carries an overnight span into the next day, also from before the horizon', () => {
    const grid = buildGrid({ ...week, startDate: '2027-01-09' });
    const shares = openShares(parseOpeningHours('Fr 22:00-06:00'), grid, 'Europe/Berlin');
    expect([...shares.slice(0, 14)]).toEqual([...Array(12).fill(1), 0, 0]);
    expect(total(shares)).toBe(8);
  });

  it('closes on holidays of the place, or keeps the hours that PH names', () => {
    const grid = buildGrid(week);
    const open = (text: string) => total(openShares(parseOpeningHours(text), grid, 'Europe/Berlin', ['2027-01-06']));
    expect(open('Mo-Fr 08:00-18:00')).toBe(40);
    expect(open('Mo-Fr 08:00-18:00; PH 10:00-14:00')).toBe(44);
    expect(open('Mo-Fr 08:00-18:00; PH open')).toBe(50);
    expect(open('24/7')).toBe(144);
    expect(open('24/7; PH open')).toBe(168);
    expect(() => openShares(parseOpeningHours('24/7'), grid, 'Europe/Berlin', ['Christmas'])).toThrow(/holidays\[0\]/);
  });

  it('keeps 24/7 open through every clock change, and never above 1', () => {
    for (const zone of ['Europe/Berlin', 'Australia/Lord_Howe', 'America/Santiago']) {
      const grid = buildGrid({ startDate: '2027-01-04', weeks: 78, intervalMinutes: 15, zone: 'Europe/Berlin' });
      for (const text of ['24/7', '00:00-02:30,02:30-24:00', '20:00-22:00,22:00-20:00']) {
        const shares = openShares(parseOpeningHours(text), grid, zone);
        expect(
          shares.every((open) => open === 1),
          `${zone} ${text}`,
        ).toBe(true);
      }
    }
  });

  it('loses the hour that clocks skip and keeps the one that they show twice', () => {
    const spring = buildGrid({ ...week, startDate: '2027-03-22' });
    const autumn = buildGrid({ ...week, startDate: '2027-10-25' });
    const night = parseOpeningHours('Su 00:00-04:00');
    expect(total(openShares(night, spring, 'Europe/Berlin'))).toBe(3);
    expect(total(openShares(night, autumn, 'Europe/Berlin'))).toBe(5);
    // Opening inside the gap means the moment of the jump; closing inside the overlap means its second showing.
    expect(total(openShares(parseOpeningHours('Su 02:30-04:00'), spring, 'Europe/Berlin'))).toBe(1);
    expect(total(openShares(parseOpeningHours('Su 01:00-02:30'), autumn, 'Europe/Berlin'))).toBe(2.5);
  });

  it('adds to the week’s open hours for any hours in a zone without clock changes', () => {
    const grid = buildGrid({ startDate: '2027-03-15', weeks: 3, intervalMinutes: 60, zone: 'Asia/Manila' });
    const minute = fc.integer({ min: 0, max: 1439 });
    fc.assert(
      fc.property(minute, minute, fc.integer({ min: 0, max: 6 }), (start, end, weekday) => {
        fc.pre(start !== end);
        const spans = [{ startMinute: start, endMinute: end > start ? end : end + 1440 }];
        const hours = { days: Array.from({ length: 7 }, (_, day) => (day === weekday ? spans : [])), holiday: [] };
        const shares = openShares(hours, grid, 'Asia/Manila');
        const middle = shares
          .slice(grid.weekStarts[1], grid.weekStarts[1]! + 14 * 24)
          .reduce((sum, open) => sum + open, 0);
        // What a Sunday night leaves to the week after, it has from the week before.
        expect(middle).toBeCloseTo(2 * weeklyOpenHours(hours), 3);
        expect(shares.every((open) => open >= 0 && open <= 1.000001)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});
