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
});
