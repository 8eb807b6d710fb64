import { describe, expect, it } from 'vitest';
import { type ImportCorrections, readHistory, sheetText } from '../../../../engine/answers';
import { InputFault } from '../../../../engine/units';

const lines = (...rows: string[]) => `${rows.join('\n')}\n`;
const kinds = (text: string, corrections?: ImportCorrections) =>
  readHistory(text, corrections).findings.map(({ kind }) => kind);

/** Half-hours from a moment in UTC on, `calls` by place. */
function halfHours(from: string, count: number, calls: (at: number) => number | string = () => 10): string[] {
  const start = Date.parse(from);
  return Array.from({ length: count }, (_, at) => {
    const stamp = new Date(start + at * 1_800_000).toISOString();
    return `${stamp.slice(0, 10)} ${stamp.slice(11, 16)},${calls(at)}`;
  });
}

describe('clock changes', () => {
  /** Quarter-hours of Berlin's 25 October 2026 as a switch writes them: 100, the hour from two twice. */
  const longDay = Array.from({ length: 100 }, (_, at) => {
    const wall = at < 12 ? at : at - 4;
    return `2026-10-25 ${String(Math.floor(wall / 4)).padStart(2, '0')}:${String((wall % 4) * 15).padStart(2, '0')},${at < 12 ? 8 : 12}`;
  });
  const shortDay = Array.from({ length: 92 }, (_, at) => {
    const wall = at < 8 ? at : at + 4;
    return `2026-03-29 ${String(Math.floor(wall / 4)).padStart(2, '0')}:${String((wall % 4) * 15).padStart(2, '0')},6`;
  });

  it('a day of 100 quarter-hours keeps the mean of the doubled hour, or its sum, as the planner says', () => {
    const found = readHistory(lines('time,calls', ...longDay), { zone: 'Europe/Berlin' });
    expect(found.histories[0]!.values).toHaveLength(96);
    expect(found.histories[0]!.values[8]).toBe(10);
    const repeated = found.findings.find(({ kind }) => kind === 'repeated-hour');
    expect(repeated?.sentence).toContain('2026-10-25 02:00');
    const sum = readHistory(lines('time,calls', ...longDay), {
      zone: 'Europe/Berlin',
      ...repeated!.choices[0]!.correction,
    });
    expect(sum.histories[0]!.values[8]).toBe(20);
  });

  it('a doubled hour where that zone’s clocks did not change is a duplicate', () => {
    expect(() => readHistory(lines('time,calls', ...longDay), { zone: 'America/New_York' })).toThrow(/second row/);
    expect(() => readHistory(lines('time,calls', ...longDay), { zone: 'Asia/Manila' })).toThrow(InputFault);
  });

  it('a day of 92 quarter-hours has no gap in its own zone, and one elsewhere', () => {
    const days = Array.from({ length: 14 }, (_, day) =>
      Array.from({ length: 96 }, (_, at) => {
        const date = new Date(Date.UTC(2026, 2, 15 + day)).toISOString().slice(0, 10);
        return `${date} ${String(at >> 2).padStart(2, '0')}:${String((at % 4) * 15).padStart(2, '0')},6`;
      }),
    ).flat();
    const text = lines('time,calls', ...days, ...shortDay);
    expect(readHistory(text, { zone: 'Europe/Berlin' }).gaps).toEqual([]);
    expect(readHistory(text, { zone: 'Asia/Manila' }).gaps).toMatchObject([
      { from: '2026-03-29 02:00:00', intervals: 4 },
    ]);
  });

  it('contacts at a time that clocks skip are named: the zone is probably another', () => {
    const night = halfHours('2026-03-29T00:00:00Z', 12);
    const skipped = readHistory(lines('time,calls', ...night), { zone: 'Europe/Berlin' });
    expect(skipped.findings.find(({ kind }) => kind === 'skipped-hour')?.sentence).toContain('2026-03-29 02:00');
    expect(kinds(lines('time,calls', ...night), { zone: 'Asia/Manila' })).not.toContain('skipped-hour');
  });

  it('times in UTC become local time, and the hour that comes twice there is joined', () => {
    const utc = halfHours('2026-10-24T20:00:00Z', 16, (at) => at);
    const local = readHistory(lines('time,calls', ...utc), { writtenIn: 'UTC', zone: 'Europe/Berlin' });
    expect(local.zoneId).toBe('Europe/Berlin');
    // From 22:00 local; 02:00 and 02:30 come twice.
    expect(local.histories[0]!.values).toHaveLength(14);
    expect(local.histories[0]!.values[8]).toBe((8 + 10) / 2);
    const stated = utc.map((row) => row.replace(/ (\d\d:\d\d),/, 'T$1:00Z,'));
    const same = readHistory(lines('time,calls', ...stated), { zone: 'Europe/Berlin' });
    expect(same.histories[0]!.values).toEqual(local.histories[0]!.values);
  });

  it('refuses a zone that is none', () => {
    expect(() => readHistory(lines('time,calls', ...shortDay), { zone: 'Berlin' })).toThrow(/time zone such as/);
  });
});

describe('gaps, closures, zeros and duplicates', () => {
  const busy = halfHours('2026-01-05T00:00:00Z', 48 * 28, (at) => 20 + (at % 9));

  it('a run of zeros that is no chance is named, and becomes missing with one choice', () => {
    const outage = busy.map((row, at) => (at >= 700 && at < 706 ? row.replace(/,.*/, ',0') : row));
    const found = readHistory(lines('time,calls', ...outage));
    const run = found.findings.find(({ kind }) => kind === 'zero-run');
    expect(run?.sentence).toMatch(/no contact at all 2026-01-19 14:00:00 to 2026-01-19 16:30:00.*kept as 0/);
    const missing = readHistory(lines('time,calls', ...outage), run!.choices[0]!.correction);
    expect(Array.from(missing.histories[0]!.values.subarray(699, 707), Number.isNaN)).toEqual([
      false,
      true,
      true,
      true,
      true,
      true,
      true,
      false,
    ]);
    const again = missing.findings.find(({ kind }) => kind === 'zero-run');
    expect(readHistory(lines('time,calls', ...outage), again!.choices[0]!.correction).histories[0]!.values[702]).toBe(
      0,
    );
  });

  it('zeros that scattered counts bring by themselves are left alone', () => {
    let state = 5;
    const next = () => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return state / 2 ** 32;
    };
    const wild = halfHours('2026-01-05T00:00:00Z', 48 * 56, () => Math.floor(next() * 40));
    expect(kinds(lines('time,calls', ...wild))).not.toContain('zero-run');
  });

  it('gaps and days without data are named; 0 where the planner says so', () => {
    const holes = busy.filter((_, at) => !(at >= 100 && at < 104) && !(at >= 480 && at < 528));
    const found = readHistory(lines('time,calls', ...holes));
    expect(found.findings.map(({ kind }) => kind)).toEqual(['closed-day', 'gap']);
    expect(found.histories[0]!.values[101]).toBeNaN();
    const zero = readHistory(lines('time,calls', ...holes), found.findings[0]!.choices[0]!.correction);
    expect(zero.histories[0]!.values[101]).toBe(0);
  });

  it('duplicates are refused, or joined and counted', () => {
    const twice = lines('time,calls', ...busy, busy[3]!, busy[4]!);
    expect(() => readHistory(twice)).toThrow(InputFault);
    const joined = readHistory(twice, { duplicates: 'mean' });
    expect(joined.findings.find(({ kind }) => kind === 'duplicate')?.sentence).toContain('2 rows');
    expect(joined.histories[0]!.values[3]).toBe(23);
  });
});

describe('columns of every make', () => {
  it('handled and abandoned make offered; handle time as mm:ss, ISO, words', () => {
    const found = readHistory(
      lines(
        'date,calls_handled,calls_abandoned,aht',
        '2026-01-05,90,10,5:02',
        '2026-01-06,80,4,PT4M',
        '2026-01-07,70,0,3m 20s',
      ),
    );
    expect(Array.from(found.histories[0]!.values)).toEqual([100, 84, 70]);
    expect(Array.from(found.histories[0]!.handled!)).toEqual([90, 80, 70]);
    expect(Array.from(found.histories[0]!.handleTimeSeconds!)).toEqual([302, 240, 200]);
  });

  it('a handle time that grows with the contacts is a total', () => {
    const rows = [50, 90, 20, 70, 40].map((calls, at) => `2026-01-0${at + 5},${calls},${calls},${calls * 240}`);
    const found = readHistory(lines('date,offered,handled,handle_time', ...rows));
    expect(found.handleTimeIs).toBe('total');
    expect(found.histories[0]!.handleTimeSeconds![1]).toBe(240);
    const mean = readHistory(lines('date,offered,handled,handle_time', ...rows), { handleTimeIs: 'average' });
    expect(mean.histories[0]!.handleTimeSeconds![1]).toBe(90 * 240);
  });

  it('a wide table with dates across and times down', () => {
    const text = lines(
      'Interval,2026-01-05,2026-01-06,2026-01-07,2026-01-08',
      '8:00 AM - 8:30 AM,1,2,3,4',
      '8:30 AM - 9:00 AM,5,6,7,8',
      'Total,6,8,10,12',
    );
    const found = readHistory(text);
    expect(found.clock).toEqual({ kind: 'wall', grainMinutes: 30 });
    expect(Array.from(found.histories[0]!.values).filter((value) => !Number.isNaN(value))).toEqual([
      1, 5, 2, 6, 3, 7, 4, 8,
    ]);
    expect(found.findings.map(({ kind }) => kind)).toContain('totals');
  });

  it.each([
    ['5 Jan 2026 08:00', '5 Jan 2026 08:30'],
    ['Jan 5, 2026 8:00 AM', 'Jan 5, 2026 8:30 AM'],
    ['Mon 05/01/2026 08:00', 'Mon 05/01/2026 08:30'],
    ['5. Mär 2026 08:00', '5. Mär 2026 08:30'],
    ['2026-01-05 08:00 - 08:30', '2026-01-05 08:30 - 09:00'],
    ['2026-01-05T08:00:00Z/2026-01-05T08:30:00Z', '2026-01-05T08:30:00Z/2026-01-05T09:00:00Z'],
    ['2026-01-05T08:00:00.000+01:00', '2026-01-05T08:30:00.000+01:00'],
    ['05.01.26 8.00', '05.01.26 8.30'],
  ])('times written %s', (first, second) => {
    const found = readHistory(lines('time;calls', `${first};3`, `${second};4`));
    expect(found.clock).toEqual({ kind: 'wall', grainMinutes: 30 });
    expect(Array.from(found.histories[0]!.values)).toEqual([3, 4]);
    expect(found.histories[0]!.start % 1440).toBe(480);
  });

  it('an interval whose end alone says which half of the day it is', () => {
    const found = readHistory(
      lines(
        'Date,Interval,Calls',
        '1/15/2026,11:30-12:00PM,1',
        '1/15/2026,12:00-12:30PM,2',
        '1/15/2026,12:30- 1:00PM,3',
        '1/15/2026,1:00- 1:30PM,4',
      ),
    );
    expect(found.histories[0]!.start % 1440).toBe(11 * 60 + 30);
    expect(Array.from(found.histories[0]!.values)).toEqual([1, 2, 3, 4]);
  });

  it('series by two columns; a series of totals is left out and can be kept', () => {
    const rows = ['Sales', 'Care', 'Total'].flatMap((queue) => {
      const of = queue === 'Total' ? 2 : 1;
      return [`2026-01-05,${queue},${5 * of}`, `2026-01-06,${queue},${6 * of}`];
    });
    const found = readHistory(lines('date,queue,calls', ...rows));
    expect(found.histories.map(({ series }) => series)).toEqual(['Sales', 'Care']);
    const kept = readHistory(lines('date,queue,calls', ...rows), { totals: 'keep' });
    expect(kept.histories).toHaveLength(3);
    const named = readHistory(
      lines(
        'date,queue,calls',
        ...rows.map((row) => row.replace('Total,10', 'Total,11').replace('Total,12', 'Total,3')),
      ),
    );
    expect(named.histories.map(({ series }) => series)).toContain('Total');
    const two = readHistory(
      lines('date,site,queue,calls', '2026-01-05,A,x,5', '2026-01-06,A,x,5', '2026-01-05,B,x,7', '2026-01-06,B,x,7'),
      { series: ['site', 'queue'] },
    );
    expect(two.histories.map(({ series }) => series)).toEqual(['A · x', 'B · x']);
  });
});

describe('names that would harm', () => {
  it('markup and formulas stay text, control characters go', () => {
    const names = ['<script>alert(1)</script>', '=1+1', '@SUM(A1)', 'bell\u0007\u202egnirts'];
    const text = lines(
      'date,queue,calls',
      ...names.flatMap((name) => [`2026-01-05,${name},5`, `2026-01-06,${name},6`]),
    );
    expect(readHistory(text).histories.map(({ series }) => series)).toEqual([
      '<script>alert(1)</script>',
      '=1+1',
      '@SUM(A1)',
      'bell gnirts',
    ]);
  });

  it('a zero byte in a count, a cell of 200,000 characters in a count: an error with its place, shortened', () => {
    for (const cell of ['1\u00002', 'x'.repeat(200_000)]) {
      try {
        readHistory(lines('time,calls', ...halfHours('2026-01-05T00:00:00Z', 200, (at) => (at === 150 ? cell : 5))));
        expect.unreachable();
      } catch (error) {
        const [issue] = (error as InputFault).issues;
        expect(issue).toMatchObject({ code: 'import.number', path: 'line 152, column calls' });
        expect(issue!.found.length).toBeLessThan(80);
        expect(issue!.message.includes('\u0000')).toBe(false);
      }
    }
  });
});

describe('a sheet as text', () => {
  it('dates, times of day, durations, numbers, quotes and tabs', () => {
    const at = (text: string) => new Date(`${text}Z`);
    const text = sheetText([
      ['when', 'clock', 'aht', 'name', 'n'],
      [at('2026-01-05T00:00:00'), at('1899-12-30T08:30:00'), at('1899-12-31T01:00:00'), 'a\t"b"\nc', 0.1],
      [at('2026-01-05T08:29:59.9997'), null, undefined, '', true],
    ]);
    expect(text.split('\n')).toEqual([
      'when\tclock\taht\tname\tn',
      '2026-01-05\t8:30:00\t25:00:00\t"a ""b"" c"\t0.1',
      '2026-01-05 8:30:00\t\t\t\ttrue',
      '',
    ]);
  });
});

describe('exports as they also come', () => {
  it.each([
    {
      name: 'Amazon Connect with queue and channel, quoted thousands, h:mm:ss',
      text: lines(
        '"Queue Name","Channel","Start Interval","End Interval","Contacts queued","Contacts handled","Average handle time"',
        '"Basic","VOICE","2026-01-05T08:00:00Z","2026-01-05T08:30:00Z","1,204","998","00:05:12"',
        '"Basic","CHAT","2026-01-05T08:00:00Z","2026-01-05T08:30:00Z","20","18","00:11:12"',
        '"Basic","VOICE","2026-01-05T08:30:00Z","2026-01-05T09:00:00Z","204","198","00:05:02"',
        '"Basic","CHAT","2026-01-05T08:30:00Z","2026-01-05T09:00:00Z","20","18","00:11:12"',
      ),
      layout: 'amazon-connect',
      series: { 'Basic · VOICE': [1204, 204], 'Basic · CHAT': [20, 20] },
      handle: 312,
    },
    {
      name: 'Genesys Cloud with ISO durations',
      text: lines(
        'Interval Start,Interval End,Media Type,Queue Name,Offer,Answer,Avg Handle',
        '2026-01-05T08:00:00.000Z,2026-01-05T08:30:00.000Z,voice,Sales,12,11,PT5M12S',
        '2026-01-05T08:30:00.000Z,2026-01-05T09:00:00.000Z,voice,Sales,13,12,PT4M2S',
      ),
      layout: 'genesys-cloud',
      series: { Sales: [12, 13] },
      handle: 312,
    },
    {
      name: 'NICE CXone with a unit in the name',
      text: lines(
        'Skill Name,Start Date,Start Time,Contacts Queued,Contacts Handled,Abandons,Avg Handle Time (s)',
        'Sales,1/15/2026,8:00:00 AM,12,11,1,312',
        'Sales,1/15/2026,8:15:00 AM,10,9,1,300',
      ),
      layout: 'nice-cxone',
      series: { Sales: [12, 10] },
      handle: 312,
    },
    {
      name: 'IEX queue data: bars, 01152026 and 0800',
      text: lines(
        'date|period|TZ|ctID|queue|contactsReceived|contactsHandled|avgHandleTime',
        '01152026|0800|EST|1|Sales|10|9|312',
        '01152026|0830|EST|1|Sales|12|9|310',
      ),
      layout: 'nice-cxone',
      series: { Sales: [10, 12] },
      handle: 312,
    },
    {
      name: 'Avaya CMS with a date and a skill in each row',
      text: lines(
        'Date,Time,Split/Skill,ACD Calls,Aban Calls,Avg ACD Time,Avg ACW Time',
        '1/15/2026,8:00 AM,Sales,10,1,280,32',
        '1/15/2026,8:30 AM,Sales,12,0,250,20',
        'Totals,,,22,1,,',
      ),
      layout: 'avaya-cms',
      series: { Sales: [11, 12] },
      handle: 312,
    },
    {
      name: 'Zendesk Explore with month names and 8 AM',
      text: lines(
        'Ticket created - Date,Ticket created - Hour,Ticket channel,Tickets',
        '"Jan 5, 2026",8 AM,Email,4',
        '"Jan 5, 2026",9 AM,Email,6',
        '"Jan 5, 2026",8 AM,Web,2',
        '"Jan 5, 2026",9 AM,Web,1',
      ),
      layout: 'zendesk-explore',
      series: { Email: [4, 6], Web: [2, 1] },
      handle: null,
    },
    {
      name: 'a German spreadsheet’s rows, points for thousands, tabs',
      text: lines(
        'Tag\tUhrzeit\tGruppe\tAngebotene Anrufe\tAngenommene Anrufe\tAHT',
        '05.01.2026\t08:00\tA\t1.204\t1.100\t312,0',
        '05.01.2026\t08:30\tA\t998\t998\t300,25',
      ),
      layout: undefined,
      series: { A: [1204, 998] },
      handle: 312,
    },
    {
      name: 'a spreadsheet’s numbers of days',
      text: lines('Date,Calls', '46027.333333333336,12', '46027.354166666664,14', '46027.375,15'),
      layout: undefined,
      series: { Calls: [12, 14, 15] },
      handle: null,
    },
  ])('$name', ({ text, layout, series, handle }) => {
    const found = readHistory(text);
    expect(found.layout?.id).toBe(layout);
    expect(Object.fromEntries(found.histories.map((one) => [one.series, Array.from(one.values)]))).toEqual(series);
    expect(found.histories[0]!.handleTimeSeconds?.[0] ?? null).toBe(handle);
    expect(found.histories[0]!.start % 1440).toBe(480);
  });
});

describe('dates that could be read both ways', () => {
  const day = (clock: (hour: number) => string) => [8, 9, 10].map((hour) => `1/5/2026 ${clock(hour)},${hour}`);
  const startOf = (rows: string[]) => {
    const found = readHistory(lines('start,calls', ...rows));
    return { start: found.histories[0]!.start, kinds: found.findings.map(({ kind }) => kind) };
  };

  it('have the month first beside a clock of twelve hours, else the day, and are said to be a guess', () => {
    const twelve = startOf(day((hour) => `${hour}:00 AM`));
    expect(twelve.start).toBe(Date.UTC(2026, 0, 5, 8) / 60_000);
    const whole = startOf(day((hour) => `${hour}:00`));
    expect(whole.start).toBe(Date.UTC(2026, 4, 1, 8) / 60_000);
    expect(twelve.kinds).toEqual(whole.kinds);
    expect(twelve.kinds).toHaveLength(1);
  });
});

describe('what planners’ files have that could be misread without a word', () => {
  it('an interval with both its ends is no time with an offset', () => {
    const rows = ['05/01/2026 08:00-08:30,5', '05/01/2026 08:30-09:00,6', '13/01/2026 23:30-00:00,7'];
    const found = readHistory(lines('Interval,Volume', ...rows));
    expect(found).toMatchObject({ zoneId: null, writtenOffsets: [], clock: { grainMinutes: 30 } });
    expect(found.histories[0]!.start).toBe(Date.UTC(2026, 0, 5, 8) / 60_000);
    const offset = readHistory(lines('at,calls', '2026-01-05T08:00-08:00,5', '2026-01-05T08:30-08:00,6'));
    expect(offset.writtenOffsets).toEqual(['-08:00']);
  });

  it('spaces part thousands, as French sheets have them', () => {
    const found = readHistory(lines('Date;Appels', '05/01/2026;1\u202f204', '06/01/2026;1 100', '07/01/2026;999'));
    expect(Array.from(found.histories[0]!.values)).toEqual([1204, 1100, 999]);
  });

  it('counts with a point before three digits everywhere are said to be open, and become thousands with a click', () => {
    const rows = lines('Date,Calls', '2026-01-05,5.000', '2026-01-06,7.500');
    const found = readHistory(rows);
    const marks = found.findings.find(({ kind }) => kind === 'marks');
    expect(marks?.sentence).toContain('5.000 is five');
    const again = readHistory(rows, marks!.choices[0]!.correction);
    expect(Array.from(again.histories[0]!.values)).toEqual([5000, 7500]);
    expect(again.findings.find(({ kind }) => kind === 'marks')).toBeUndefined();
  });

  it('handle times and handled contacts that could not be read are named with row and column', () => {
    const found = readHistory(
      lines('Date,Offered,Handled,AHT', '2026-01-05,12,11,00:05:12', '2026-01-06,15,n.v.,abc', '2026-01-07,11,10,-5'),
    );
    expect(Array.from(found.histories[0]!.values)).toEqual([12, 15, 11]);
    expect(found.findings.find(({ kind }) => kind === 'unread')?.sentence).toContain(
      '3 cells of handle time or contacts handled could not be read and count as unknown: line 3, column Handled: “n.v.”; line 3, column AHT: “abc”; line 4, column AHT: “-5”.',
    );
  });

  it('a handle time of 3:12 beside a date is no time of day, whatever language names it', () => {
    for (const name of [
      'AHT',
      'Ø Bearbeitungszeit',
      'Durée moyenne de traitement',
      'TMO',
      'Tiempo medio de operación',
    ]) {
      const found = readHistory(lines(`Datum;Anrufe;${name}`, '05.01.2026;12;3:12', '06.01.2026;14;3:20'));
      expect(found.columns.handleTime, name).toEqual([name]);
      expect(found.handleTimeIs, name).toBe('average');
      expect(found.columns.values, name).toEqual(['Anrufe']);
    }
  });
});
