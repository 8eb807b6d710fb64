import { describe, expect, it } from 'vitest';
import type { History } from '../../../engine/plan';
import { wallMinutes } from '../../../web/charts';
import { csvText } from '../../../web/format';
import { forecastTable } from '../../../web/screens/demand/forecast-table';
import { groupedDemand, type StreamFigures } from '../../../web/screens/demand/grouped-demand';
import {
  atGrain,
  dayShape,
  historyAtGrain,
  openWeekdays,
  spanOf,
  withoutClosedDays,
} from '../../../web/screens/demand/history-lines';

/** Two weeks of half-hours from a Monday, weekdays 08:00 to 10:00, one contact more each half-hour. */
const history: History = {
  id: 'h',
  name: 'Calls',
  start: '2026-08-03T00:00',
  intervalMinutes: 30,
  zone: null,
  source: 'a test',
  values: Array.from({ length: 14 * 48 }, (_, at) => {
    const [day, slot] = [Math.floor(at / 48) % 7, at % 48];
    return day > 4 || slot < 16 || slot >= 20 ? null : slot - 15;
  }),
};

describe('a history in steps', () => {
  it('adds up days; a day without figures stays empty', () => {
    const { x, values } = historyAtGrain(history, 'day');
    expect(x.slice(0, 7)).toEqual([
      '2026-08-03',
      '2026-08-04',
      '2026-08-05',
      '2026-08-06',
      '2026-08-07',
      '2026-08-08',
      '2026-08-09',
    ]);
    expect(Array.from(values).slice(0, 7)).toEqual([10, 10, 10, 10, 10, Number.NaN, Number.NaN]);
  });
  it('adds up weeks from Monday', () => {
    const { x, values } = historyAtGrain(history, 'week');
    expect(x).toEqual(['2026-08-03', '2026-08-10']);
    expect(Array.from(values)).toEqual([50, 50]);
    const midweek = atGrain(wallMinutes('2026-08-05'), 1440, [1, 1, 1, 1, 1, 1], 'week');
    expect(midweek.x).toEqual(['2026-08-03', '2026-08-10']);
    expect(Array.from(midweek.values)).toEqual([5, 1]);
  });
  it('keeps intervals as they are, over the day on which clocks change', () => {
    const { x } = atGrain(wallMinutes('2027-03-28T00:00'), 60, Array(48).fill(1), 'interval');
    expect(x[2]).toBe('2027-03-28T02:00');
    expect(x[47]).toBe('2027-03-29T23:00');
  });
  it('leaves out days on which nobody ever works, and no others', () => {
    const open = openWeekdays(history);
    expect([...open].sort()).toEqual([0, 1, 2, 3, 4]);
    const { x } = withoutClosedDays(historyAtGrain(history, 'day'), open);
    expect(x).toHaveLength(10);
    expect(x).not.toContain('2026-08-08');
  });
  it('knows its span and the shape of its day', () => {
    expect(spanOf(history)).toEqual({ from: '2026-08-03', to: '2026-08-16' });
    const shape = dayShape(history);
    expect(shape?.x.map((time) => time.slice(11))).toEqual(['08:00', '08:30', '09:00', '09:30']);
    expect(Array.from(shape?.values ?? [])).toEqual([0.1, 0.2, 0.3, 0.4]);
    expect(dayShape({ ...history, intervalMinutes: 1440 })).toBeNull();
  });
});

describe('contacts of the plan', () => {
  const stream = (id: string, channel: string, language: string, offered: number[]) =>
    ({
      id,
      name: `Stream ${id}`,
      channel,
      language,
      contacts: Float64Array.from(offered),
    }) satisfies StreamFigures;
  const streams = [
    stream('a', 'voice', 'en', [10, 20]),
    stream('b', 'chat', 'en', [1, 2]),
    stream('c', 'voice', 'de', [100, 200]),
  ];
  it('are put together by channel, language or altogether, largest first', () => {
    const shown = (grouping: string) =>
      groupedDemand(streams, grouping).map((line) => [line.label, ...Array.from(line.values)]);
    expect(shown('')).toEqual([
      ['Voice', 110, 220],
      ['Chat', 1, 2],
    ]);
    expect(shown('by:language').map(([, first]) => first)).toEqual([100, 11]);
    expect(shown('by:stream')).toHaveLength(3);
    expect(shown('by:total')).toEqual([['All streams', 111, 222]]);
    expect(shown('b')).toEqual([['Stream b', 1, 2]]);
  });
});

describe('a forecast as a file', () => {
  it('has the columns of the command line and no formulas', () => {
    const steps = {
      timestamps: ['2026-08-17'],
      mean: Float64Array.of(12.5),
      bands: [
        { level: 80, lo: Float64Array.of(10), hi: Float64Array.of(15) },
        { level: 95, lo: Float64Array.of(8), hi: Float64Array.of(17) },
      ],
    };
    const [trend, year, week, day, events] = [10, 1, 2, -1, 0.5].map((value) => Float64Array.of(value));
    const components = { ahead: { trend, year, week, day, events } };
    const csv = csvText(forecastTable('=calls', { steps, components } as never));
    expect(csv).toBe(
      "series,timestamp,mean,lo80,hi80,lo95,hi95,trend,year,week,day,events\r\n'=calls,2026-08-17,12.5,10,15,8,17,10,1,2,-1,0.5\r\n",
    );
  });
});
