/** Half-hours from a date and time on, as rows `timestamp,calls`. */
export function rows(count: number, from = '2026-01-05T08:00:00Z', minutes = 30): string[] {
  const start = Date.parse(from);
  return Array.from({ length: count }, (_, i) => {
    const at = new Date(start + i * minutes * 60_000).toISOString();
    return `${at.slice(0, 10)} ${at.slice(11, 16)},${10 + (i % 7)}`;
  });
}

export const HEADER = 'timestamp,calls';
export const file = (...lines: string[]): string => `${lines.join('\n')}\n`;
export const good = rows(20);

export function utf16(text: string, little: boolean, mark: boolean): Uint8Array {
  const codes = [...(mark ? [0xfeff] : []), ...Array.from(text, (c) => c.charCodeAt(0))];
  return Uint8Array.from(codes.flatMap((c) => (little ? [c & 255, c >> 8] : [c >> 8, c & 255])));
}

/** Each is wrong in one way, and says where the fault must be found. */
export const brokenCsvs: {
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
  {
    name: 'a quote that is never closed, a megabyte on',
    input: `${HEADER}\n"2026-01-05 08:00,4\n${`${good.join('\n')}\n`.repeat(4000)}`,
    code: 'csv.quotes',
    path: /^line 2$/,
  },
  {
    name: 'a line of a million characters',
    input: `${HEADER}\n2026-01-05 08:00,${'4'.repeat(4_500_000)}\n`,
    code: 'csv.long-row',
    path: /^line 2$/,
  },
  {
    name: 'a wide table with a word among its counts',
    input: file(
      'date,08:00,08:30,09:00,09:30,10:00,10:30',
      '2026-01-05,1,2,3,4,5,6',
      '2026-01-06,1,2,many,4,5,6',
      '2026-01-07,1,2,3,4,5,6',
    ),
    code: 'import.number',
    path: /^line 3, column 09:00$/,
    found: /many/,
  },
  {
    name: 'a wide table with a date that does not exist',
    input: file('date,08:00,08:30,09:00,09:30,10:00,10:30', '2026-02-28,1,2,3,4,5,6', '2026-02-30,1,2,3,4,5,6'),
    code: 'import.time',
    path: /^line 3, column date$/,
  },
  {
    name: 'totals and nothing else',
    input: file('date,queue,offered', 'Total,,41', 'Grand total,,41'),
    code: 'import.no-time',
    path: /^line 2/,
  },
  {
    name: 'an export cut off in the middle of a row',
    input: file(
      'Interval Start,Interval End,Media Type,Queue Name,Offer',
      '2026-01-05 08:00,2026-01-05 08:30,voice,Q,5',
      '2026-01-05 08:30,2026-01-',
    ),
    code: 'csv.ragged',
    path: /^line 3$/,
  },
];
