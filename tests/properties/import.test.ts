import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ImportCorrections, previewHistory, readHistory } from '../../engine/answers';
import { InputFault } from '../../engine/units';

/** One way in which a reporting tool may write a table of half-hours. */
const writing = fc.record({
  delimiter: fc.constantFrom(',', ';', '\t', '|'),
  order: fc.constantFrom('ymd', 'dmy', 'mdy'),
  mark: fc.constantFrom('/', '.', '-'),
  clock: fc.constantFrom('24', 'am', 'span', 'apart'),
  quotes: fc.boolean(),
  crlf: fc.boolean(),
  bom: fc.boolean(),
  titles: fc.integer({ min: 0, max: 3 }),
  totals: fc.boolean(),
  thousands: fc.boolean(),
  shape: fc.constantFrom('long', 'wide'),
});
type Writing = typeof writing extends fc.Arbitrary<infer T> ? T : never;

const SLOTS = 8;
const two = (value: number) => String(value).padStart(2, '0');

function date(day: number, { order, mark }: Writing): string {
  const at = new Date(Date.UTC(2026, 0, 12 + day));
  const [y, m, d] = [String(at.getUTCFullYear()), two(at.getUTCMonth() + 1), two(at.getUTCDate())];
  return { ymd: [y, m, d], dmy: [d, m, y], mdy: [m, d, y] }[order as 'ymd' | 'dmy' | 'mdy'].join(mark);
}

function clock(slot: number, { clock: style }: Writing): string {
  const minutes = 8 * 60 + slot * 30;
  const at = (value: number) => `${two(Math.floor(value / 60))}:${two(value % 60)}`;
  if (style === 'am') {
    const hour = Math.floor(minutes / 60);
    return `${((hour + 11) % 12) + 1}:${two(minutes % 60)} ${hour < 12 ? 'AM' : 'PM'}`;
  }
  return style === 'span' ? `${at(minutes)}-${at(minutes + 30)}` : at(minutes);
}

/** Two series of counts, written one way. */
function write(counts: readonly (readonly number[])[], how: Writing): string {
  const { delimiter, quotes, thousands } = how;
  const grouped = delimiter === ',' && !quotes ? false : thousands;
  const number = (value: number) =>
    grouped && value >= 1000 ? `${Math.floor(value / 1000)},${String(value % 1000).padStart(3, '0')}` : String(value);
  const row = (cells: readonly string[]) => cells.map((cell) => (quotes ? `"${cell}"` : cell)).join(delimiter);
  const days = Math.ceil(counts[0]!.length / SLOTS);
  const lines: string[] = Array.from({ length: how.titles }, (_, at) => `Report no ${'x'.repeat(at + 1)}`);
  const names = ['Sales', 'Care'];
  if (how.shape === 'wide') {
    const slots = Array.from({ length: SLOTS }, (_, slot) => clock(slot, how));
    lines.push(row(['Date', 'Queue', ...slots]));
    for (let day = 0; day < days; day++)
      counts.forEach((own, queue) => {
        lines.push(row([date(day, how), names[queue]!, ...own.slice(day * SLOTS, (day + 1) * SLOTS).map(number)]));
      });
  } else {
    lines.push(row(how.clock === 'apart' ? ['Date', 'Time', 'Queue', 'Calls'] : ['Interval', 'Queue', 'Calls']));
    for (let at = 0; at < counts[0]!.length; at++)
      counts.forEach((own, queue) => {
        const [day, slot] = [Math.floor(at / SLOTS), at % SLOTS];
        const times =
          how.clock === 'apart' ? [date(day, how), clock(slot, how)] : [`${date(day, how)} ${clock(slot, how)}`];
        lines.push(row([...times, names[queue]!, number(own[at]!)]));
      });
  }
  if (how.totals) {
    const width = how.shape === 'wide' ? SLOTS + 2 : how.clock === 'apart' ? 4 : 3;
    lines.push(row(['Grand total', ...new Array(width - 2).fill(''), '999']));
  }
  return `${how.bom ? '\uFEFF' : ''}${lines.join(how.crlf ? '\r\n' : '\n')}\n`;
}

const series = fc.integer({ min: 10, max: 16 }).chain((days) =>
  fc.array(fc.array(fc.integer({ min: 1, max: 4000 }), { minLength: days * SLOTS, maxLength: days * SLOTS }), {
    minLength: 2,
    maxLength: 2,
  }),
);

describe('a history is the same however it is written', () => {
  it('delimiters, orders of dates, clocks, quotes, titles, totals, thousands, long or wide', () => {
    fc.assert(
      fc.property(series, writing, (counts, how) => {
        const text = write(counts, how);
        const found = readHistory(new TextEncoder().encode(text));
        expect(found.histories.map((one) => one.series)).toEqual(['Sales', 'Care']);
        expect(found.clock).toEqual({ kind: 'wall', grainMinutes: 30 });
        found.histories.forEach(({ start, values }, at) => {
          expect(start).toBe(Date.UTC(2026, 0, 12) / 60_000 + 480);
          expect(Array.from(values).filter((value) => !Number.isNaN(value))).toEqual(counts[at]);
        });
      }),
      { numRuns: 120 },
    );
  });
});

describe('whatever comes in', () => {
  const cell = fc.oneof(
    fc.string(),
    fc.constantFrom('2026-01-05', '08:00', '1,5', '"', '=1+1', '-', '12', 'Total', '05/01/2026', ';', '\t', '\u0000'),
  );
  const table = fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 12 });
  const corrections = fc.record(
    {
      hasHeader: fc.boolean(),
      delimiter: fc.constantFrom(',', ';', '\t', '|'),
      dateOrder: fc.constantFrom('ymd', 'dmy', 'mdy'),
      rowsAre: fc.constantFrom('counts', 'contacts'),
      duplicates: fc.constantFrom('sum', 'mean', 'first'),
      zone: fc.constantFrom('Europe/Berlin', 'Nowhere'),
    },
    { requiredKeys: [] },
  );

  it('is a history of sound counts, or a refusal with a place and what is allowed', () => {
    fc.assert(
      fc.property(table, corrections, fc.constantFrom(',', ';', '\t'), (rows, corrected, delimiter) => {
        const text = rows.map((row) => row.join(delimiter)).join('\n');
        try {
          const { histories } = readHistory(text, corrected as ImportCorrections);
          expect(histories.length).toBeGreaterThan(0);
          for (const { values } of histories)
            for (const value of values) expect(Number.isNaN(value) || value >= 0).toBe(true);
        } catch (error) {
          if (!(error instanceof InputFault)) throw error;
          expect(error.issues.length).toBeGreaterThan(0);
          for (const { path, allowed } of error.issues) expect(`${path}${allowed}`.length).toBeGreaterThan(8);
        }
      }),
      { numRuns: 600 },
    );
  });

  it('is refused on screen without losing its columns', () => {
    const preview = previewHistory({ input: 'date,calls,remark\n2026-01-05,x,y\n', source: 'a', intervalMinutes: 30 });
    expect(preview.refused).not.toBeNull();
    expect(preview.allColumns).toEqual(['date', 'calls', 'remark']);
  });
});
