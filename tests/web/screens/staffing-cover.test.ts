import { describe, expect, it } from 'vitest';
import { staffIntervals } from '../../../engine/answers';
import { coverOf, dayGrid, gridValues } from '../../../web/screens/staffing/cover';
import { staffingCsv } from '../../../web/screens/staffing/staffing-csv';
import { tinyPlan } from '../../support/tiny-plan';

const plan = tinyPlan();

describe('cover of a week', () => {
  const answer = staffIntervals(plan);
  const cover = coverOf(answer, answer.streams);
  it('adds up what the streams need and have, and knows closed from none needed', () => {
    answer.intervals.forEach((_, at) => {
      const open = answer.streams.filter((one) => (one.open[at] ?? 0) > 0 || (one.requiredAgents[at] ?? 0) > 0);
      if (open.length === 0) expect(cover.required[at]).toBeNaN();
      else {
        const required = open.reduce((sum, one) => sum + (one.requiredAgents[at] ?? 0), 0);
        expect(cover.required[at]).toBeCloseTo(required, 9);
      }
    });
    expect(cover.required.some((value) => value > 0)).toBe(true);
  });
  it('lies in a grid of seven days', () => {
    const grid = dayGrid(answer);
    expect(grid.days).toHaveLength(7);
    expect(grid.times).toHaveLength(1440 / answer.intervalMinutes);
    const places = grid.at.flat(2);
    expect(places.toSorted((a, b) => a - b)).toEqual(answer.intervals.map((_, at) => at));
  });
  it('is written to a file, a row an open interval and stream', () => {
    const rows = staffingCsv(answer).trim().split('\r\n');
    const open = answer.streams.reduce(
      (sum, one) => sum + one.open.filter((share, at) => share > 0 || (one.requiredAgents[at] ?? 0) > 0).length,
      0,
    );
    expect(rows).toHaveLength(open + 1);
    expect(rows[0]).toBe(
      'stream,name,interval,contacts,offered,handle_time_s,required_agents,available_agents,service_level,occupancy,model,service_level_definition',
    );
  });
});

describe('days on which clocks change', () => {
  const answer = (intervals: string[]) =>
    ({ intervalMinutes: 60, days: ['2027-03-28', '2027-10-31'], intervals }) as never;
  it('leave a skipped hour empty and keep the worse of a doubled one', () => {
    const grid = dayGrid(answer(['2027-03-28T00:00', '2027-03-28T02:00', '2027-10-31T01:00', '2027-10-31T01:00']));
    expect(grid.at[0]?.[1]).toEqual([]);
    expect(grid.at[1]?.[1]).toEqual([2, 3]);
    const net = [5, 6, 3, -4];
    const least = gridValues(grid, (at) => net[at] ?? Number.NaN, 'least');
    expect(least[0]?.[1]).toBeNaN();
    expect(least[1]?.[1]).toBe(-4);
    expect(gridValues(grid, (at) => net[at] ?? Number.NaN, 'most')[1]?.[1]).toBe(3);
  });
});
