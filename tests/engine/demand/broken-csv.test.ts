import { describe, expect, it } from 'vitest';
import { readHistory } from '../../../engine/answers/read-history';
import type { ImportCorrections } from '../../../engine/demand';
import { InputFault, type Issue } from '../../../engine/units';
import { brokenCsvs, file, good, HEADER, rows, utf16 } from '../../support/broken-csvs';

function issuesOf(input: string | Uint8Array, corrections?: ImportCorrections): readonly Issue[] {
  try {
    readHistory(input, corrections);
  } catch (error) {
    if (error instanceof InputFault) return error.issues;
    throw error;
  }
  throw new Error('The file was accepted.');
}

describe('broken histories are refused with their place', () => {
  it.each(brokenCsvs)('$name', ({ input, code, path, found, count }) => {
    const issues = issuesOf(input);
    const hit = issues.find((i) => i.code === code);
    expect(issues.map((i) => i.code)).toContain(code);
    expect(hit!.path).toMatch(path);
    expect(hit!.allowed).not.toBe('');
    if (found) expect(hit!.found).toMatch(found);
    if (count) expect(issues.filter((i) => i.code === code)).toHaveLength(count);
  });

  it('lists every bad row up to a thousand and counts the rest', () => {
    const issues = issuesOf(file(HEADER, ...rows(3000).map((r) => `${r}x`)));
    expect(issues).toHaveLength(1001);
    expect(issues[1000]!.message).toBe('2000 more faults of the 3000 are not listed.');
  });

  it('refuses more than five million rows before it parses them', () => {
    const issues = issuesOf(`${HEADER}\n${'2026-01-05,1\n'.repeat(5_000_100)}`);
    expect(issues[0]!.code).toBe('csv.too-many-rows');
    expect(issues[0]!.found).toContain('5,000,101');
  });

  it('names a correction that no column answers to', () => {
    expect(issuesOf(file(HEADER, ...good), { value: 'cals' })[0]!.allowed).toContain('timestamp, calls');
  });
});

describe('odd histories are taken, and said to be odd', () => {
  it('takes a byte-order mark, CRLF and semicolons', () => {
    const preview = readHistory('\uFEFFdate;calls\r\n05.01.2026;1\r\n06.01.2026;2\r\n31.01.2026;3\r\n');
    expect(preview.dateOrder).toBe('dmy');
    expect(preview.delimiter).toBe(';');
    expect(preview.histories[0]!.values).toHaveLength(27);
  });

  it.each([
    [true, true],
    [false, true],
    [true, false],
    [false, false],
  ])('takes UTF-16 (little end first: %s, marked: %s)', (little, mark) => {
    const preview = readHistory(utf16(file(HEADER, ...good), little, mark));
    expect(preview.encoding).toBe(little ? 'utf-16le' : 'utf-16be');
    expect(preview.histories[0]!.values).toHaveLength(20);
  });

  it('sorts rows that are out of order', () => {
    const preview = readHistory(file(HEADER, ...[...good].reverse()));
    expect(preview.notes.join()).toContain('sorted');
    expect(preview.histories[0]!.values[1]).toBe(11);
  });

  it('joins the hour that daylight saving doubles, and refuses any other doubled hour', () => {
    const night = rows(10, '2026-10-25T00:00:00Z');
    const doubled = [...night.slice(0, 6), ...night.slice(4, 6).map((r) => r.replace(/,.*/, ',30')), ...night.slice(6)];
    const preview = readHistory(file(HEADER, ...doubled));
    expect(preview.notes.join()).toContain('daylight saving');
    expect(preview.histories[0]!.values[4]).toBe((14 + 30) / 2);
    expect(issuesOf(file(HEADER, ...doubled.map((r) => r.replace('2026-10-25', '2026-10-21'))))[0]!.code).toBe(
      'import.duplicate',
    );
  });

  it('keeps names such as __proto__ and constructor as series names', () => {
    const names = ['__proto__', 'constructor', 'toString'];
    const preview = readHistory(file('series,timestamp,value', ...names.flatMap((n) => good.map((r) => `${n},${r}`))));
    expect(preview.histories.map((h) => h.series)).toEqual(names);
    expect(({} as Record<string, unknown>).calls).toBeUndefined();
  });

  it('reads NaN, NA and empty cells as missing, never as zero', () => {
    const preview = readHistory(
      file(HEADER, '2026-01-05,4', '2026-01-06,NaN', '2026-01-07,', '2026-01-08,NA', '2026-01-09,0'),
    );
    expect(preview.missingCells).toBe(3);
    expect(preview.zeros).toBe(1);
    expect(Array.from(preview.histories[0]!.values)).toEqual([4, Number.NaN, Number.NaN, Number.NaN, 0]);
  });

  it('takes the start of two named time columns, handle time, and decimal commas', () => {
    const text = file(
      'interval start;interval end;queue;offered;aht',
      '2026-01-05 08:00;2026-01-05 08:30;voice;1.200;301,5',
      '2026-01-05 08:30;2026-01-05 09:00;voice;900;298,0',
    );
    const preview = readHistory(text);
    expect(preview.columns).toEqual({
      timestamp: 'interval start',
      timeOfDay: null,
      values: ['offered'],
      series: ['queue'],
      handled: null,
      handleTime: ['aht'],
    });
    expect(preview.decimalMark).toBe(',');
    expect(preview.histories[0]!.handleTimeSeconds![0]).toBe(301.5);
    expect(preview.histories[0]!.series).toBe('voice');
  });

  it('joins a date column and a time column', () => {
    const preview = readHistory(
      file('date,time,calls', '2026-01-05,8:00 AM,4', '2026-01-05,8:30 AM,5', '2026-01-05,1:00 PM,6'),
    );
    expect(preview.clock).toEqual({ kind: 'wall', grainMinutes: 30 });
    expect(preview.histories[0]!.values[10]).toBe(6);
  });

  it('takes a file without a header, and several counts as several series', () => {
    expect(readHistory(file(...good)).hasHeader).toBe(false);
    const wide = readHistory(file('day,red,amber', '2026-01-05,1,2', '2026-01-06,3,4'));
    expect(wide.histories.map((h) => h.series)).toEqual(['red', 'amber']);
    expect(wide.notes.join()).toContain('series of its own');
  });

  it('obeys corrections', () => {
    const ambiguous = file(HEADER, '01/02/2026,4', '02/02/2026,5', '03/02/2026,6');
    expect(readHistory(ambiguous).dateOrder).toBe('dmy');
    expect(readHistory(ambiguous).notes.join()).toContain('both ways');
    expect(() => readHistory(ambiguous, { dateOrder: 'mdy' })).toThrow(InputFault);
    const twice = file(HEADER, ...good, good[3]!);
    expect(readHistory(twice, { duplicates: 'sum' }).histories[0]!.values[3]).toBe(26);
    const holes = file(HEADER, ...good.slice(0, 4), ...good.slice(6));
    expect(readHistory(holes, { absent: 'zero' }).histories[0]!.values[4]).toBe(0);
    expect(readHistory(holes).histories[0]!.values[4]).toBeNaN();
  });
});
