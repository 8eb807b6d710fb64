import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { ImportCorrections } from '../../../../engine/answers';
import { readHistory } from '../../../../engine/answers';

const folder = fileURLToPath(new URL('../../../../scenarios/templates/imports/', import.meta.url));
const read = (name: string, corrections?: ImportCorrections) => readHistory(readFileSync(folder + name), corrections);
const total = (values: Float64Array | undefined) =>
  (values ?? new Float64Array()).reduce((sum, value) => sum + (Number.isNaN(value) ? 0 : value), 0);
/** Cells of one column of a plain file, read without the product. */
const column = (name: string, at: number, pick: (cells: string[]) => boolean = () => true) =>
  readFileSync(folder + name, 'latin1')
    .split(/\r?\n/)
    .slice(1)
    .map((line) => line.split(',').map((cell) => cell.replace(/^"|"$/g, '')))
    .filter((cells) => cells.length > at && pick(cells))
    .map((cells) => Number(cells[at]));
const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);

describe('exports that are known by their columns', () => {
  it('every example is read by a test below', () => {
    expect(readdirSync(folder).sort()).toEqual([
      'amazon-connect.csv',
      'avaya-cms.csv',
      'genesys-cloud.csv',
      'nice-cxone-contacts.csv',
      'nice-cxone.csv',
      'wide-days.csv',
      'zendesk-explore.csv',
      'zendesk-tickets.csv',
    ]);
  });

  it('Amazon Connect: queues, UTC intervals, mean handle time in seconds', () => {
    const found = read('amazon-connect.csv');
    expect(found.layout?.id).toBe('amazon-connect');
    expect(found.columns).toMatchObject({
      timestamp: 'StartInterval',
      values: ['Contacts queued'],
      series: ['Queue'],
      handled: 'Contacts handled',
      handleTime: ['Average handle time'],
    });
    expect(found).toMatchObject({
      handleTimeIs: 'average',
      handleTimeUnit: 'seconds',
      zoneId: 'UTC',
      writtenOffsets: ['Z'],
    });
    expect(found.histories.map(({ series }) => series)).toEqual(['Bookings EN', 'Disruption desk']);
    const [bookings] = found.histories;
    const isBookings = ([queue]: string[]) => queue === 'Bookings EN';
    expect(total(bookings!.values)).toBe(sum(column('amazon-connect.csv', 3, isBookings)));
    expect(total(bookings!.handled)).toBe(sum(column('amazon-connect.csv', 4, isBookings)));
    expect(bookings!.handleTimeSeconds![0]).toBeCloseTo(column('amazon-connect.csv', 6, isBookings)[0]!, 9);
  });

  it('Amazon Connect: UTC becomes the local time of a zone that the planner names', () => {
    const utc = read('amazon-connect.csv');
    const berlin = read('amazon-connect.csv', { zone: 'Europe/Berlin' });
    expect(berlin.zoneId).toBe('Europe/Berlin');
    expect(berlin.openingHours).toBe('Mo-Fr 08:00-20:00; Sa-Su closed');
    expect(utc.openingHours).toBe('Mo-Fr 07:00-19:00; Sa-Su closed');
    expect(berlin.histories[0]!.start - utc.histories[0]!.start).toBe(60);
    expect(total(berlin.histories[0]!.values)).toBe(total(utc.histories[0]!.values));
  });

  it('Genesys Cloud: queue and medium, month first, milliseconds, intervals that were not over', () => {
    const found = read('genesys-cloud.csv');
    expect(found.layout?.id).toBe('genesys-cloud');
    expect(found).toMatchObject({ dateOrder: 'mdy', handleTimeUnit: 'milliseconds', handleTimeIs: 'average' });
    expect(found.histories.map(({ series }) => series)).toEqual([
      'Loyalty · voice',
      'Loyalty · message',
      'Billing · voice',
    ]);
    const done = (cells: string[]) => cells[2] === 'TRUE';
    expect(sum(found.histories.map(({ values }) => total(values)))).toBe(sum(column('genesys-cloud.csv', 7, done)));
    expect(found.findings.find(({ kind }) => kind === 'incomplete')?.sentence).toContain('3 rows');
    expect(found.histories[0]!.handleTimeSeconds![0]).toBeCloseTo(column('genesys-cloud.csv', 13)[0]! / 1000, 9);
  });

  it('NICE CXone by skill: intervals as text, total handle time as h:mm:ss, a row of totals that is named', () => {
    const found = read('nice-cxone.csv');
    expect(found.layout?.id).toBe('nice-cxone');
    expect(found).toMatchObject({ handleTimeIs: 'total', dateOrder: 'dmy', clock: { kind: 'wall', grainMinutes: 30 } });
    const data = ([first]: string[]) => first !== 'Grand Total';
    const offered = sum(found.histories.map(({ values }) => total(values)));
    expect(offered).toBe(sum(column('nice-cxone.csv', 3, data)));
    expect(offered).toBe(column('nice-cxone.csv', 3, (cells) => !data(cells))[0]);
    const totals = found.findings.find(({ kind }) => kind === 'totals');
    expect(totals?.sentence).toContain('line 130');
    // 24 handled in 2:33:15 by the file's first row.
    const [first] = found.histories;
    expect(first!.handleTimeSeconds![0]! * first!.handled![0]!).toBeCloseTo(9195, 6);
  });

  it('NICE CXone call detail: one row a contact, counted by half-hour, mean of their handle times', () => {
    const found = read('nice-cxone-contacts.csv');
    expect(found).toMatchObject({ layout: { id: 'nice-cxone-contacts' }, rowsAre: 'contacts', rows: 231 });
    const [claims] = found.histories;
    expect(total(claims!.values)).toBe(231);
    const times = column('nice-cxone-contacts.csv', 7, (cells) => cells[7] !== '');
    expect(total(claims!.handled)).toBe(times.length);
    const work = claims!.handleTimeSeconds!.map((seconds, at) => seconds * claims!.handled![at]!);
    expect(total(work)).toBeCloseTo(sum(times), 3);
  });

  it('Avaya CMS: titles with date and split, 8:00- 8:30AM, handled and abandoned added up, talk and wrap added up', () => {
    const found = read('avaya-cms.csv');
    expect(found.layout?.id).toBe('avaya-cms');
    expect(found).toMatchObject({ dateOrder: 'mdy', rows: 40 });
    expect(found.columns).toMatchObject({ timestamp: null, timeOfDay: 'Time', values: ['ACD Calls', 'Aban Calls'] });
    const [split] = found.histories;
    expect(split!.series).toBe('Farwater Voice');
    expect(found.openingHours).toBe('Mo-Tu 08:00-18:00; We-Su closed');
    // The rows of totals, which are not read, say 453 and 16 for the first day.
    const firstDay = split!.values.subarray(0, 20);
    expect(total(firstDay)).toBe(453 + 16);
    expect(split!.handleTimeSeconds![0]).toBe(4 * 60 + 43 + 54);
    expect(found.findings.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['titles', 'totals', 'header']));
  });

  it('Zendesk Explore: date and hour, absent hours are 0', () => {
    const found = read('zendesk-explore.csv');
    expect(found).toMatchObject({ layout: { id: 'zendesk-explore' }, absent: 'zero', clock: { grainMinutes: 60 } });
    expect(found.histories.map(({ series }) => series)).toEqual(['Refunds', 'Technical']);
    expect(sum(found.histories.map(({ values }) => total(values)))).toBe(sum(column('zendesk-explore.csv', 3)));
  });

  it('Zendesk tickets: counted by half-hour, group and channel; by hour where the planner says so', () => {
    const found = read('zendesk-tickets.csv');
    expect(found).toMatchObject({ layout: { id: 'zendesk-tickets' }, rowsAre: 'contacts', rows: 217 });
    expect(found.columns.series).toEqual(['Ticket group', 'Ticket channel']);
    expect(sum(found.histories.map(({ values }) => total(values)))).toBe(217);
    const hourly = read('zendesk-tickets.csv', { grainMinutes: 60, series: null });
    expect(hourly.histories).toHaveLength(1);
    expect(hourly.clock).toEqual({ kind: 'wall', grainMinutes: 60 });
    expect(total(hourly.histories[0]!.values)).toBe(217);
  });

  it('a free wide table: dates down, times across, semicolons, points for thousands, Windows-1252', () => {
    const found = read('wide-days.csv');
    expect(found).toMatchObject({ layout: null, encoding: 'windows-1252', thousandsMark: true, dateOrder: 'dmy' });
    expect(found.histories.map(({ series }) => series)).toEqual(['Köln', 'Zürich']);
    expect(found.clock).toEqual({ kind: 'wall', grainMinutes: 30 });
    const line = readFileSync(`${folder}wide-days.csv`, 'latin1').split('\r\n')[3]!.split(';');
    const cells = line.slice(2, -1).map((cell) => Number(cell.replaceAll('.', '')));
    expect(Array.from(found.histories[0]!.values.subarray(0, 20))).toEqual(cells);
    expect(sum(cells)).toBe(Number(line.at(-1)!.replaceAll('.', '')));
    expect(found.findings.find(({ kind }) => kind === 'totals')?.sentence).toContain('line 24');
  });

  describe('in their other forms, written by hand', () => {
    const text = (lines: readonly string[], corrections?: ImportCorrections) =>
      readHistory(new TextEncoder().encode(`${lines.join('\n')}\n`), corrections);
    const first = (values: Float64Array | undefined, count: number) => Array.from(values ?? []).slice(0, count);

    it('Amazon Connect: dates and times in columns of their own, durations as h:mm:ss', () => {
      const found = text([
        'Queue,StartDate,StartTime,EndDate,EndTime,Contacts queued,Contacts handled incoming,Contacts abandoned,Average handle time',
        'Billing,2/3/2026,08:00,2/3/2026,08:30,12,11,1,0:05:10',
        'Billing,2/3/2026,08:30,2/3/2026,09:00,15,14,1,0:04:50',
        'Billing,2/14/2026,08:00,2/14/2026,08:30,9,9,0,0:05:00',
      ]);
      expect(found).toMatchObject({ layout: { id: 'amazon-connect' }, dateOrder: 'mdy', clock: { grainMinutes: 30 } });
      const [billing] = found.histories;
      expect([billing!.series, first(billing!.values, 2), first(billing!.handled, 2)]).toEqual([
        'Billing',
        [12, 15],
        [11, 14],
      ]);
      expect(first(billing!.handleTimeSeconds, 2)).toEqual([310, 290]);
    });

    it('Genesys Cloud: counts named as the views name them', () => {
      const found = text([
        '"Interval Start","Interval End","Interval Complete","Filters","Media Type","Queue Name","Offered","Answered","Abandoned","Avg Handle"',
        '"1/13/26 8:00 AM","1/13/26 8:30 AM","TRUE","","voice","Loyalty","9","8","1","295566"',
        '"1/13/26 8:30 AM","1/13/26 9:00 AM","TRUE","","voice","Loyalty","11","10","1","305566"',
      ]);
      expect(found).toMatchObject({ layout: { id: 'genesys-cloud' }, handleTimeUnit: 'milliseconds' });
      expect(found.columns).toMatchObject({ values: ['Offered'], handled: 'Answered' });
    });

    it('NICE IEX by contact type: parted by bars, names behind #fields, dates as mmddyyyy', () => {
      const found = text([
        '#fields:date|period|TZ|custID|ctID|ctName|contactsReceived|contactsHandled|AHT',
        '01052026|08:00|US/Central|1|12|Claims|20|18|312',
        '01052026|08:15|US/Central|1|12|Claims|22|21|305',
        '01132026|08:00|US/Central|1|14|Sales|25|22|298',
      ]);
      expect(found).toMatchObject({ layout: { id: 'nice-cxone' }, delimiter: '|', dateOrder: 'mdy' });
      expect(found.histories.map(({ series }) => series)).toEqual(['Claims', 'Sales']);
      expect(first(found.histories[0]!.values, 2)).toEqual([20, 22]);
    });

    it('Avaya CMS: a report saved as CSV, and the rows of its tables with 830 for half past eight', () => {
      const report = text([
        'Date,StartTime,StopTime,Avg Speed Ans,Avg Aban Time,ACD Calls,Avg ACD Time,Avg ACW Time,Aban Calls,Max Delay',
        '1/15/2026,08:00,08:30,00:00:31,00:01:10,20,00:03:52,00:00:41,2,00:02:00',
        '1/15/2026,08:30,09:00,00:00:21,00:01:00,25,00:03:42,00:00:40,1,00:01:00',
      ]);
      expect(report.layout?.id).toBe('avaya-cms');
      expect(first(report.histories[0]!.values, 2)).toEqual([22, 26]);
      expect(report.histories[0]!.handleTimeSeconds![0]).toBe(3 * 60 + 52 + 41);
      const table = text([
        'row_date,starttime,intrvl,acd,split,callsoffered,acdcalls,abncalls,acdtime,holdtime,acwtime',
        '2026-01-05,0,30,1,252,4,4,0,900,20,80',
        '2026-01-05,30,30,1,252,2,2,0,450,0,40',
        '2026-01-05,830,30,1,252,30,28,2,6400,90,700',
      ]);
      expect(table).toMatchObject({ layout: { id: 'avaya-cms-tables' }, handleTimeIs: 'total' });
      const [split] = table.histories;
      expect([split!.values[0], split!.values[1], split!.values[17]]).toEqual([4, 2, 30]);
      expect(split!.handleTimeSeconds![0]).toBe(1000 / 4);
    });
  });
});
