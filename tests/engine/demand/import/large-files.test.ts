import { mkdtempSync, openSync, readFileSync, readSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ByteSource, readHistory } from '../../../../engine/answers';
import { type InputFault, Stopped } from '../../../../engine/units';
import { type LargeHistory, writeLargeHistory } from '../../../support/large-history';

const folder = mkdtempSync(join(tmpdir(), 'ballast-large-'));
const path = join(folder, 'history.csv');
let truth: LargeHistory;

beforeAll(() => {
  truth = writeLargeHistory(path, 200_000);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A file as a source that counts what it hands out at once. */
function source(file: string): ByteSource & { largest: number } {
  const handle = openSync(file, 'r');
  return {
    size: statSync(file).size,
    largest: 0,
    read(from, to) {
      this.largest = Math.max(this.largest, to - from);
      const bytes = new Uint8Array(to - from);
      readSync(handle, bytes, 0, bytes.length, from);
      return bytes;
    },
  };
}

describe('a file of 200,000 rows', () => {
  it('is read a megabyte at a time, to the last contact', () => {
    const file = source(path);
    const found = readHistory(file);
    expect(file.largest).toBeLessThanOrEqual(1 << 20);
    expect(found).toMatchObject({ rows: 200_000, clock: { grainMinutes: 5 } });
    expect(found.columns).toMatchObject({ values: ['Calls offered'], handled: 'Calls handled' });
    expect(found.histories).toHaveLength(50);
    let contacts = 0;
    for (const { values } of found.histories) for (const value of values) contacts += value;
    expect(contacts).toBe(truth.contacts);
  });

  it('gives the same series from pieces as from the whole text', () => {
    const pieces = readHistory(source(path)).histories;
    const whole = readHistory(readFileSync(path, 'utf8')).histories;
    expect(pieces.map(({ series }) => series)).toEqual(whole.map(({ series }) => series));
    pieces.forEach((history, at) => {
      expect(history.start).toBe(whole[at]!.start);
      expect(history.values).toEqual(whole[at]!.values);
      expect(history.handleTimeSeconds).toEqual(whole[at]!.handleTimeSeconds);
    });
  });

  it('tells its progress, and stops when asked to', () => {
    const shares: number[] = [];
    readHistory(source(path), {}, { onProgress: (share) => void shares.push(share) });
    expect(shares.length).toBeGreaterThan(10);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    let asked = 0;
    expect(() => readHistory(source(path), {}, { shouldStop: () => ++asked > 5 })).toThrow(Stopped);
  });
});

describe('what only the far end of a large file shows', () => {
  const head = 'date,calls,remark\n';
  const remark = 'x'.repeat(60);
  /** Rows long enough that 80,000 of them are no small file. */
  const rows = (count: number, cell: (at: number) => string) =>
    Array.from({ length: count }, (_, at) => `${cell(at)},${remark}`).join('\n');

  it('an order of dates that the first look could not know', () => {
    // Sampled dates all read both ways; the one day above 12 lies between the blocks that are looked at.
    const even = (at: number) =>
      at === 41_234
        ? '13/01/2026 08:00,queue 1,5'
        : `01/0${1 + (at % 9)}/2026 ${String(at % 24).padStart(2, '0')}:00,queue ${at % 500},${at % 7}`;
    const text = `time,queue,calls,remark\n${rows(80_000, even)}\n`;
    const found = readHistory(text, { absent: 'missing', grainMinutes: 60, duplicates: 'sum' });
    expect(found.dateOrder).toBe('dmy');
  });

  it('a fault in its last row, with the right line', () => {
    const text = `${head}${rows(80_000, (at) => `${at},${at % 50}`)}\n80000,many,${remark}\n`;
    try {
      readHistory(text, {});
      expect.unreachable();
    } catch (error) {
      expect((error as InputFault).issues).toHaveLength(1);
      expect((error as InputFault).issues[0]).toMatchObject({
        code: 'import.number',
        path: 'line 80002, column calls',
      });
    }
  });

  it('a thousands mark far down', () => {
    const text = `${head}${rows(80_000, (at) => `${at},${at === 43_457 ? '"1,204"' : at % 50}`)}\n`;
    const found = readHistory(text);
    expect(found.histories[0]!.values[43_457]).toBe(1204);
  });

  it('a name cut at the border of two pieces, letters of several bytes, quotes over lines', () => {
    const name = 'Köln–Zürich “日本語”';
    const line = (at: number) =>
      `"${name}",${new Date(Date.UTC(2020, 0, 1 + (at % 700))).toISOString().slice(0, 10)},"a ""quoted"" remark,\nover two lines",${at}`;
    const text = `queue,date,remark,calls\n${Array.from({ length: 30_000 }, (_, at) => line(at)).join('\n')}\n`;
    const bytes = new TextEncoder().encode(text);
    const found = readHistory(bytes, { duplicates: 'sum', series: 'queue', value: 'calls' });
    expect(found.histories.map(({ series }) => series)).toEqual([name]);
    expect(found.rows).toBe(30_000);
  });
});

describe('files that are no tables', () => {
  const refusal = (input: string | Uint8Array) => {
    try {
      readHistory(input);
    } catch (error) {
      return (error as InputFault).issues[0];
    }
    throw new Error('It was accepted.');
  };

  it('a single line of 100 MB is refused after its first million characters', () => {
    const before = performance.now();
    expect(refusal(new Uint8Array(100_000_000).fill(120))?.code).toBe('csv.long-row');
    expect(refusal(new Uint8Array(100_000_000).fill(44))?.code).toBe('csv.long-row');
    expect(performance.now() - before).toBeLessThan(20_000);
  });

  it('a quote that opens in a large file and never closes is named by its line', () => {
    const rows = Array.from({ length: 150_000 }, (_, at) => `2026-01-05,queue ${at},${at % 9}`);
    rows[1000] = `2026-01-05,"queue 1000,4`;
    expect(refusal(`date,queue,calls\n${rows.join('\n')}\n`)).toMatchObject({ code: 'csv.quotes', path: 'line 1002' });
  });
});
