import { describe, expect, it } from 'vitest';
import { readHistory } from '../../../engine/answers/read-history';
import type { ImportCorrections } from '../../../engine/demand';
import { InputFault, type Issue } from '../../../engine/units';

/** Half-hours from a date and time on, as rows `timestamp,calls`. */
function rows(count: number, from = '2026-01-05T08:00:00Z', minutes = 30): string[] {
  const start = Date.parse(from);
  return Array.from({ length: count }, (_, i) => {
    const at = new Date(start + i * minutes * 60_000).toISOString();
    return `${at.slice(0, 10)} ${at.slice(11, 16)},${10 + (i % 7)}`;
  });
}

const HEADER = 'timestamp,calls';
const file = (...lines: string[]): string => `${lines.join('\n')}\n`;
const good = rows(20);

function issuesOf(input: string | Uint8Array, corrections?: ImportCorrections): readonly Issue[] {
  try {
    readHistory(input, corrections);
  } catch (error) {
    if (error instanceof InputFault) return error.issues;
    throw error;
  }
  throw new Error('The file was accepted.');
}

function utf16(text: string, little: boolean, mark: boolean): Uint8Array {
  const codes = [...(mark ? [0xfeff] : []), ...Array.from(text, (c) => c.charCodeAt(0))];
  return Uint8Array.from(codes.flatMap((c) => (little ? [c & 255, c >> 8] : [c >> 8, c & 255])));
}

const refused: {
  name: string;
  input: string | Uint8Array;
  code: string;
  path: RegExp;
  found?: RegExp;
  count?: number;
}[] = [
  { name: 'an empty file', input: '', code: 'csv.empty', path: /^file$/ },
  { name: 'blank lines only', input: '\n \n\n', code: 'csv.empty', path: /^file$/ },
  {
    name: 'a program',
    input: Uint8Array.from({ length: 512 }, (_, i) => (i * 7) % 31),
    code: 'csv.binary',
    path: /^file$/,
  },
  {
    name: 'an Excel workbook',
    input: Uint8Array.of(0x50, 0x4b, 3, 4, 20, 0, 6, 0),
    code: 'csv.binary',
    path: /^file$/,
    found: /Excel/,
  },
  {
    name: 'a delimiter nobody uses',
    input: file('timestamp~calls', '2026-01-05 08:00~4', '2026-01-05 08:30~5'),
    code: 'csv.delimiter',
    path: /^line 1$/,
  },
  { name: 'a header and nothing else', input: file(HEADER), code: 'csv.no-rows', path: /^line 1$/ },
  {
    name: 'duplicated times',
    input: file(HEADER, ...good, good[3]!),
    code: 'import.duplicate',
    path: /^line 22, column timestamp$/,
  },
  {
    name: 'negative counts',
    input: file(HEADER, ...good.slice(0, 5), '2026-01-05 10:30,-4', ...good.slice(6)),
    code: 'import.negative',
    path: /^line 7, column calls$/,
    found: /-4/,
  },
  {
    name: 'text in numbers',
    input: file(HEADER, ...good.slice(0, 2), '2026-01-05 09:00,twelve', '2026-01-05 09:30,many', ...good.slice(4)),
    code: 'import.number',
    path: /^line 4, column calls$/,
    found: /twelve/,
    count: 2,
  },
  {
    name: 'infinite counts',
    input: file(HEADER, ...good.slice(0, 2), '2026-01-05 09:00,Infinity', ...good.slice(3)),
    code: 'import.number',
    path: /^line 4, column calls$/,
  },
  {
    name: 'ragged rows',
    input: file(HEADER, ...good.slice(0, 3), '2026-01-05 09:30', '2026-01-05 10:00,4,5'),
    code: 'csv.ragged',
    path: /^line 5$/,
    count: 2,
  },
  {
    name: 'a quote that is never closed',
    input: file(HEADER, ...good.slice(0, 3), '"2026-01-05 09:30,4', '2026-01-05 10:00,4'),
    code: 'csv.ragged',
    path: /^line 5$/,
  },
  {
    name: 'mixed date orders',
    input: file(HEADER, '13/01/2026,4', '01/14/2026,5', '15/01/2026,6'),
    code: 'import.date-order',
    path: /^line 2, column timestamp$/,
    count: 2,
  },
  {
    name: 'a day that does not exist',
    input: file(HEADER, '2026-02-27,4', '2026-02-28,5', '2026-02-30,6', '2026-03-02,6'),
    code: 'import.time',
    path: /^line 4, column timestamp$/,
    found: /2026-02-30/,
  },
  {
    name: 'a year mistyped far ahead',
    input: file(HEADER, ...rows(40, '2026-01-05T00:00:00Z', 1440), '2062-02-14,5'),
    code: 'import.far-date',
    path: /^line 42, column timestamp$/,
  },
  {
    name: 'a year beyond all reason',
    input: file(HEADER, ...good, '9026-01-05 18:00,5'),
    code: 'import.year',
    path: /^line 22, column timestamp$/,
  },
  {
    name: 'times off the grid',
    input: file(HEADER, ...good, '2026-01-05 18:07,5'),
    code: 'import.off-grid',
    path: /^line 22, column timestamp$/,
  },
  {
    name: 'an interval nobody plans in',
    input: file(HEADER, ...rows(20, '2026-01-05T08:00:00Z', 7)),
    code: 'import.grain',
    path: /column timestamp$/,
  },
  {
    name: 'monthly rows',
    input: file('month,calls', '2026-01-01,4', '2026-02-01,5', '2026-03-01,6', '2026-05-01,6'),
    code: 'import.grain',
    path: /column month$/,
    found: /monthly/,
  },
  { name: 'no column of times', input: file('agent,calls', 'Ann,4', 'Ben,5'), code: 'import.no-time', path: /^line 2/ },
  {
    name: 'no column of numbers',
    input: file('date,remark', '2026-01-05,busy', '2026-01-06,calm'),
    code: 'import.no-value',
    path: /columns date, remark/,
  },
  {
    name: 'two time columns without names',
    input: file(...rows(5).map((r) => `${r.slice(0, 16)},${r}`)),
    code: 'import.two-times',
    path: /^columns/,
  },
  {
    name: 'two columns of one name',
    input: file('date,calls,calls', '2026-01-05,4,5'),
    code: 'csv.header',
    path: /^line 1, column 3$/,
  },
  {
    name: 'a series without a single value',
    input: file(HEADER, '2026-01-05,', '2026-01-06,'),
    code: 'import.no-values',
    path: /series/,
  },
];

describe('broken histories are refused with their place', () => {
  it.each(refused)('$name', ({ input, code, path, found, count }) => {
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
      series: 'queue',
      handleTime: 'aht',
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
