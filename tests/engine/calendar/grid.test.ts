import { describe, expect, it } from 'vitest';
import {
  buildGrid,
  dateOfDay,
  dayNumber,
  formatInstant,
  instantToWall,
  intervalAt,
  intervalStart,
  localTimes,
  minutesInDay,
  weekOfIntervals,
} from '../../../engine/calendar';
import { InputFault } from '../../../engine/units';

const year = { startDate: '2027-01-04', weeks: 78, intervalMinutes: 30, zone: 'Europe/Berlin' };
const perDay = (grid: ReturnType<typeof buildGrid>, date: string) => {
  const day = dayNumber(date) - grid.startDay;
  return grid.dayStarts[day + 1]! - grid.dayStarts[day]!;
};

describe('the grid', () => {
  it('gives clock-change days 92 and 100 quarter-hours', () => {
    const cases: [string, string, number][] = [
      ['Europe/Berlin', '2027-03-28', 92],
      ['Europe/Berlin', '2027-10-31', 100],
      ['Europe/Berlin', '2027-06-01', 96],
      ['America/New_York', '2027-03-14', 92],
      ['America/New_York', '2027-11-07', 100],
      ['Australia/Lord_Howe', '2027-10-03', 94],
      ['Australia/Lord_Howe', '2027-04-04', 98],
      ['Asia/Manila', '2027-03-28', 96],
      // Midnight itself is skipped, or shown twice.
      ['America/Santiago', '2027-09-05', 92],
      ['America/Santiago', '2027-04-03', 100],
    ];
    for (const [zone, date, quarters] of cases) {
      const grid = buildGrid({ ...year, intervalMinutes: 15, zone });
      expect(perDay(grid, date), `${zone} ${date}`).toBe(quarters);
    }
  });

  it('starts at the planner’s midnight and ends at the midnight after the last day', () => {
    const grid = buildGrid(year);
    expect(formatInstant(grid.startInstant)).toBe('2027-01-03T23:00Z');
    // Two spring changes and one in autumn: an hour short of 78 × 7 × 48.
    expect(grid.intervals).toBe(78 * 7 * 48 - 2);
    expect(formatInstant(intervalStart(grid, grid.intervals))).toBe('2028-07-02T22:00Z');
    expect(intervalAt(grid, intervalStart(grid, 777) + 29)).toBe(777);
    expect(intervalAt(grid, grid.startInstant - 1)).toBe(-1);
    expect(grid.weekStarts[0]).toBe(0);
    expect(grid.weekStarts[78]).toBe(grid.intervals);
    const weeks = weekOfIntervals(grid);
    expect(weeks[0]).toBe(0);
    expect(weeks[grid.intervals - 1]).toBe(77);
    expect(weeks[grid.weekStarts[12]!]).toBe(12);
    expect(weeks[grid.weekStarts[12]! - 1]).toBe(11);
  });

  it('has every day as long as the zone says, all adding up', () => {
    for (const zone of ['Europe/Berlin', 'Australia/Lord_Howe', 'Africa/Casablanca', 'Asia/Kolkata']) {
      const grid = buildGrid({ ...year, intervalMinutes: 15, zone });
      for (let day = 0; day < grid.weeks * 7; day += 1) {
        const length = (grid.dayStarts[day + 1]! - grid.dayStarts[day]!) * 15;
        expect(length, `${zone} ${dateOfDay(grid.startDay + day)}`).toBe(minutesInDay(zone, grid.startDay + day));
      }
    }
  });

  it('names every wrong part at once', () => {
    const bad = { startDate: '2027-02-30', weeks: 0.5, intervalMinutes: 20, zone: 'Nowhere' };
    try {
      buildGrid(bad);
      expect.unreachable();
    } catch (fault) {
      expect(fault).toBeInstanceOf(InputFault);
      const paths = (fault as InputFault).issues.map((found) => found.path);
      expect(paths).toEqual(['calendar.startDate', 'calendar.weeks', 'calendar.intervalMinutes', 'calendar.zone']);
    }
  });
});

describe('local times', () => {
  it('shows in every zone what its clocks show, interval by interval', () => {
    const grid = buildGrid({ ...year, intervalMinutes: 15 });
    for (const zone of [
      'Europe/Berlin',
      'America/New_York',
      'Asia/Manila',
      'Australia/Lord_Howe',
      'Asia/Kolkata',
      'America/Santiago',
    ]) {
      const local = localTimes(grid, zone);
      expect(local.weekday.length).toBe(grid.intervals);
      // A prime step reaches every time of day and both sides of every change.
      for (let interval = 0; interval < grid.intervals; interval += 37) {
        const wall = instantToWall(zone, intervalStart(grid, interval));
        expect([local.dayIndex[interval], local.minuteOfDay[interval]], `${zone} ${interval}`).toEqual([
          wall.dayIndex,
          wall.minuteOfDay,
        ]);
        expect(local.weekday[interval]).toBe((wall.dayIndex + 3) % 7);
      }
    }
  });

  it('shows the second hour of an autumn night twice in the planner’s zone and once elsewhere', () => {
    const grid = buildGrid({ startDate: '2027-10-25', weeks: 1, intervalMinutes: 30, zone: 'Europe/Berlin' });
    const first = grid.dayStarts[6]!;
    const berlin = localTimes(grid, 'Europe/Berlin');
    expect([...berlin.minuteOfDay.slice(first, first + 8)]).toEqual([0, 30, 60, 90, 120, 150, 120, 150]);
    const manila = localTimes(grid, 'Asia/Manila');
    expect([...manila.minuteOfDay.slice(first, first + 8)]).toEqual([360, 390, 420, 450, 480, 510, 540, 570]);
  });

  it('lays 15 zones over 78 weeks in a moment', () => {
    const grid = buildGrid(year);
    localTimes(grid, 'Europe/Berlin');
    const zones = ['Europe/Berlin', 'America/New_York', 'Asia/Manila', 'America/Bogota', 'Europe/London'];
    const start = performance.now();
    for (let round = 0; round < 3; round += 1) for (const zone of zones) localTimes(grid, zone);
    // Some 10 ms when alone on a core; a look-up for each interval would take seconds.
    expect(performance.now() - start).toBeLessThan(1000);
  });
});
