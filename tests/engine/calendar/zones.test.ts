import { describe, expect, it } from 'vitest';
import {
  dayNumber,
  formatInstant,
  formatWallTime,
  instantToWall,
  isZone,
  minutesInDay,
  offsetAt,
  parseDateTime,
  parseInstant,
  wallToInstant,
  zoneTransitions,
} from '../../../engine/calendar';
import { InputFault } from '../../../engine/units';

const utc = (text: string) => parseInstant(`${text}Z`, 'UTC');

describe('zones', () => {
  it('knows zones of the database and nothing else', () => {
    for (const zone of [
      'Europe/Berlin',
      'America/New_York',
      'Asia/Manila',
      'Australia/Lord_Howe',
      'UTC',
      'Asia/Kolkata',
    ]) {
      expect(isZone(zone)).toBe(true);
    }
    for (const text of [
      '',
      'Mars/Olympus',
      '+05:30',
      'Europe/',
      '__proto__',
      'constructor',
      'Europe/Berlin ',
      null,
      8,
    ]) {
      expect(isZone(text)).toBe(false);
    }
    expect(() => offsetAt('Mars/Olympus', 0)).toThrow(InputFault);
  });

  it('agrees with the platform on offsets through two years, in half-hour steps around every change', () => {
    for (const zone of [
      'Europe/Berlin',
      'America/New_York',
      'Asia/Manila',
      'Australia/Lord_Howe',
      'Africa/Cairo',
      'America/Santiago',
    ]) {
      const format = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' });
      const platform = (instant: number) => {
        const name = format.formatToParts(instant * 60_000).find((part) => part.type === 'timeZoneName')?.value ?? '';
        const match = /GMT(?:([+-])(\d{2}):(\d{2}))?/.exec(name);
        return (match?.[1] === '-' ? -1 : 1) * (Number(match?.[2] ?? 0) * 60 + Number(match?.[3] ?? 0));
      };
      const changes = zoneTransitions(zone, utc('2027-01-01T00:00'), utc('2029-01-01T00:00'));
      expect(changes.length).toBe(zone === 'Asia/Manila' ? 0 : 4);
      for (const change of changes) {
        for (const step of [-30, -1, 0, 30]) {
          expect(offsetAt(zone, change.instant + step), `${zone} ${formatInstant(change.instant)} ${step}`).toBe(
            platform(change.instant + step),
          );
        }
      }
    }
  });

  it('agrees with the platform about every zone that it knows, a day in fifty, from 1973 to 2024', () => {
    const zones = Intl.supportedValuesOf('timeZone');
    expect(zones.length).toBeGreaterThan(400);
    const different = zones.flatMap((zone) => {
      const format = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' });
      for (let instant = utc('1973-01-03T00:00'); instant < utc('2025-01-01T00:00'); instant += 50 * 1440) {
        const said = format.format(instant * 60_000).split('GMT')[1] || '+00:00';
        const [hours = 0, minutes = 0] = said.slice(1).split(':').map(Number);
        const offset = (said.startsWith('-') ? -1 : 1) * (hours * 60 + minutes);
        if (offsetAt(zone, instant) - offset !== 0) return [`${zone} ${formatInstant(instant)}`];
      }
      return [];
    });
    expect(different).toEqual([]);
  });

  it('knows old names, and names without their capitals', () => {
    expect(offsetAt('Asia/Calcutta', 0)).toBe(offsetAt('Asia/Kolkata', 0));
    expect(offsetAt('US/Eastern', utc('2027-07-01T00:00'))).toBe(-240);
    expect(offsetAt('europe/berlin', utc('2027-07-01T00:00'))).toBe(120);
  });

  it('names the hour that clocks skip and the hour that they show twice', () => {
    const gap = wallToInstant('Europe/Berlin', dayNumber('2027-03-28'), 2 * 60 + 30);
    expect(gap).toEqual({ kind: 'gap', earliest: utc('2027-03-28T01:00'), latest: utc('2027-03-28T01:00') });
    const overlap = wallToInstant('Europe/Berlin', dayNumber('2027-10-31'), 2 * 60 + 30);
    expect(overlap).toEqual({ kind: 'overlap', earliest: utc('2027-10-31T00:30'), latest: utc('2027-10-31T01:30') });
    expect(wallToInstant('Europe/Berlin', dayNumber('2027-10-31'), 180).kind).toBe('exact');
    expect(wallToInstant('America/New_York', dayNumber('2027-03-14'), 149).kind).toBe('gap');
    expect(wallToInstant('America/New_York', dayNumber('2027-11-07'), 60).kind).toBe('overlap');
    // Lord Howe moves by half an hour: 02:00 to 02:30 in spring, back to 01:30 in autumn.
    expect(wallToInstant('Australia/Lord_Howe', dayNumber('2027-10-03'), 135).kind).toBe('gap');
    expect(wallToInstant('Australia/Lord_Howe', dayNumber('2027-10-03'), 150).kind).toBe('exact');
    expect(wallToInstant('Australia/Lord_Howe', dayNumber('2027-04-04'), 90).kind).toBe('overlap');
    expect(wallToInstant('Australia/Lord_Howe', dayNumber('2027-04-04'), 89).kind).toBe('exact');
    expect(wallToInstant('Asia/Manila', dayNumber('2027-03-28'), 150).kind).toBe('exact');
  });

  it('survives a midnight and a whole day that never were', () => {
    // Santiago springs forward at midnight; Samoa left out 30 December 2011 altogether.
    const santiago = wallToInstant('America/Santiago', dayNumber('2027-09-05'), 0);
    expect(santiago).toEqual({ kind: 'gap', earliest: utc('2027-09-05T04:00'), latest: utc('2027-09-05T04:00') });
    expect(wallToInstant('Pacific/Apia', dayNumber('2011-12-30'), 720).kind).toBe('gap');
    expect(minutesInDay('Pacific/Apia', dayNumber('2011-12-30'))).toBe(0);
  });

  it('gives wall time back from moments', () => {
    for (const zone of ['Europe/Berlin', 'Australia/Lord_Howe', 'America/Bogota', 'Asia/Kolkata']) {
      for (let instant = utc('2027-03-20T00:00'); instant < utc('2027-04-10T00:00'); instant += 45) {
        const wall = instantToWall(zone, instant);
        const moment = wallToInstant(zone, wall.dayIndex, wall.minuteOfDay);
        expect([moment.earliest, moment.latest], `${zone} ${formatInstant(instant)}`).toContain(instant);
      }
    }
  });

  it('knows how long a day is', () => {
    expect(minutesInDay('Europe/Berlin', dayNumber('2027-03-28'))).toBe(92 * 15);
    expect(minutesInDay('Europe/Berlin', dayNumber('2027-10-31'))).toBe(100 * 15);
    expect(minutesInDay('America/New_York', dayNumber('2027-03-14'))).toBe(92 * 15);
    expect(minutesInDay('America/New_York', dayNumber('2027-11-07'))).toBe(100 * 15);
    expect(minutesInDay('Australia/Lord_Howe', dayNumber('2027-10-03'))).toBe(94 * 15);
    expect(minutesInDay('Australia/Lord_Howe', dayNumber('2027-04-04'))).toBe(98 * 15);
    expect(minutesInDay('Asia/Manila', dayNumber('2027-03-28'))).toBe(96 * 15);
  });
});

describe('written dates and times', () => {
  it('reads dates, times and offsets', () => {
    expect(parseDateTime('2027-01-04')).toEqual({ dayIndex: 20_822, minuteOfDay: 0, second: 0, offsetMinutes: null });
    expect(parseDateTime('2027-01-04 07:30:15')).toEqual({
      dayIndex: 20_822,
      minuteOfDay: 450,
      second: 15,
      offsetMinutes: null,
    });
    expect(parseDateTime('2027-01-04T07:30+08:00')?.offsetMinutes).toBe(480);
    expect(parseDateTime('2027-01-04T07:30-0330')?.offsetMinutes).toBe(-210);
    expect(parseDateTime('2027-01-04T24:00')).toEqual({
      dayIndex: 20_823,
      minuteOfDay: 0,
      second: 0,
      offsetMinutes: null,
    });
    for (const text of [
      '2027-01-04T24:01',
      '2027-01-04T12:60',
      '2027-02-30T12:00',
      '4.1.2027',
      '',
      '2027-01-04T07',
      '2027-01-04T07:30+99:00',
    ]) {
      expect(parseDateTime(text), text).toBeNull();
    }
  });

  it('places them on the zone’s clock unless they state an offset', () => {
    expect(parseInstant('2027-01-04T08:00', 'Asia/Manila')).toBe(utc('2027-01-04T00:00'));
    expect(parseInstant('2027-01-04T08:00+02:00', 'Asia/Manila')).toBe(utc('2027-01-04T06:00'));
    expect(parseInstant('2027-03-28T02:30', 'Europe/Berlin')).toBe(utc('2027-03-28T01:00'));
    expect(parseInstant('2027-10-31T02:30', 'Europe/Berlin')).toBe(utc('2027-10-31T00:30'));
    expect(() => parseInstant('noon', 'Asia/Manila', 'disruptions[0].start')).toThrow(
      /^disruptions\[0\]\.start: found "noon"/,
    );
    expect(formatInstant(utc('2027-01-04T06:05'))).toBe('2027-01-04T06:05Z');
    expect(formatWallTime(utc('2027-01-04T16:05'), 480)).toBe('2027-01-05T00:05');
  });
});
