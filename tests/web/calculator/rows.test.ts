import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CALCULATIONS } from '../../../engine/answers';
import { readView, writeView } from '../../../web/address';
import {
  calculationNamed,
  inputOf,
  readRows,
  specOf,
  writeRows,
} from '../../../web/screens/calculator/calculation-view';
import { parseRows, rowsText, tabWidth } from '../../../web/screens/calculator/rows-text';

const repeat = calculationNamed('repeat-contacts')!;
const table = repeat.table!;

describe('rows in an address', () => {
  it('come back as they went in, whatever a stream is called', () => {
    const cell = fc.option(fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0));
    const name = fc.string({ minLength: 1, maxLength: 20, unit: 'grapheme' }).filter((text) => text.trim() !== '');
    const row = fc.tuple(name, cell, cell, cell, cell, cell, cell, fc.option(name));
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 5 }), (rows) => {
        const spec = specOf(repeat);
        const view = { ...readView(spec, 'calculator', ''), about: repeat.name, rows };
        const back = readView(spec, 'calculator', writeView(spec, view));
        expect(back.rows).toEqual(rows);
      }),
      { numRuns: 60 },
    );
  });

  it('that mean nothing give the example', () => {
    expect(readRows('', table)).toBeNull();
    expect(readRows('%E0%A4%A_1', table)).toBeNull();
    const view = readView(specOf(repeat), 'calculator', '?about=repeat-contacts&within=x');
    expect(inputOf(repeat, view)).toEqual({ fields: { targetSeconds: 20 } });
  });
});

describe('rows as text', () => {
  it.each(CALCULATIONS.filter((one) => one.table).map((one) => [one.name, one] as const))(
    '%s: the example reads back as it was written',
    (_name, one) => {
      const { usual } = one.table!;
      const text = rowsText(usual, one.table!);
      const back = parseRows(text, one.table!);
      expect(back.faults).toEqual([]);
      expect(back.rows).toEqual(usual);
      expect(tabWidth(text)).toBeGreaterThan(6);
      expect(readRows(writeRows(usual), one.table!)).toEqual(usual);
    },
  );

  it('reads blocks without names, in per cent, and files with names, in shares, in any order', () => {
    const block = 'Phone\t200\t180\t9\t120\t50\t10 %\n\nChat;60;240;5;;30;15;Phone';
    expect(parseRows(block, table).rows).toEqual([
      ['Phone', 200, 180, 9, 120, 0.5, 0.1, null],
      ['Chat', 60, 240, 5, null, 0.3, 0.15, 'Phone'],
    ]);
    const file =
      'agents,stream,contacts_per_hour,handle_time_s,patience_s,redial_share,repeat_share,back_to\r\n9,"Phone",200,180,120,0.5,0.1,\r\n';
    expect(parseRows(file, table).rows).toEqual([['Phone', 200, 180, 9, 120, 0.5, 0.1, null]]);
  });

  it('names the line and column of everything that it can’t read', () => {
    const read = parseRows('Phone\tmany\t180\t9\t120\t50\t10\nChat\t60\t240', table);
    expect(read.rows).toBeNull();
    expect(read.faults.join(' ')).toMatch(/Line 1, first tries an hour: found “many”.*Line 2, agents: found nothing/);
    expect(parseRows('1,2,3', calculationNamed('overload')!.table!).faults).toEqual([
      'Line 1: found 3 cells; allowed: 2.',
    ]);
    expect(parseRows('', table).faults).toEqual(['Found 0 streams; allowed: 1 or more.']);
  });
});
