import { describe, expect, it } from 'vitest';
import { isoWall, readableWall, wallMinutes } from '../../../web/charts';
import { timeTicks } from '../../../web/charts/time-ticks';

describe('wall time', () => {
  it('counts minutes of the clock, whatever zone the computer is in', () => {
    expect(wallMinutes('1970-01-02T01:30')).toBe(1530);
    expect(wallMinutes('2027-03-28T02:30')).toBe(Date.UTC(2027, 2, 28, 2, 30) / 60_000);
    expect(isoWall(wallMinutes('2027-10-31T02:00'))).toBe('2027-10-31T02:00');
    expect(wallMinutes('no date')).toBeNaN();
  });
  it('keeps an hour that clocks skip: the distance across a clock change is the distance on the clock', () => {
    expect(wallMinutes('2027-03-29') - wallMinutes('2027-03-28')).toBe(1440);
  });
  it('reads out dates and times', () => {
    expect(readableWall('2027-01-04')).toMatch(/Mon.*4 Jan 2027/);
    expect(readableWall('2027-01-04T07:30')).toMatch(/07:30$/);
    expect(readableWall('Week 1')).toBe('Week 1');
  });
});

describe('time ticks', () => {
  const ticks = (from: string, to: string, width: number) => timeTicks(wallMinutes(from), wallMinutes(to), width);
  it('names months, and the year once where it changes', () => {
    const found = ticks('2027-01-01', '2028-06-30', 1000);
    expect(found[0]).toMatchObject({ label: 'Jan', context: '2027' });
    expect(found.filter((tick) => tick.context !== null).map((tick) => tick.context)).toEqual(['2027', '2028']);
  });
  it('names clock times, and the date once a day', () => {
    const found = ticks('2027-01-04', '2027-01-05T23:30', 500);
    expect(found.map((tick) => tick.label)).toContain('12:00');
    expect(found.filter((tick) => tick.context !== null)).toHaveLength(2);
  });
  it('puts weekly marks on Mondays', () => {
    const found = ticks('2027-01-01', '2027-02-28', 520);
    expect(found.length).toBeGreaterThan(4);
    for (const tick of found) expect(new Date(tick.at * 60_000).getUTCDay()).toBe(1);
  });
  it('never puts more marks than there is room for', () => {
    for (const width of [120, 300, 700, 1400]) {
      for (const to of ['2027-01-05', '2027-01-20', '2027-06-01', '2029-01-01', '2060-01-01']) {
        expect(ticks('2027-01-04', to, width).length).toBeLessThanOrEqual(width / 36 + 1);
      }
    }
  });
});
