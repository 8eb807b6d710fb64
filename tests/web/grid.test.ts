import { describe, expect, it } from 'vitest';
import { editText, type GridColumn, readBlock, readCell, writeCell } from '../../web/grid';

interface Row {
  readonly value: number;
}

const base = { key: 'k', label: 'Seats', path: 'seats', width: 80, get: (row: Row) => row.value };
const whole: GridColumn<Row> = { ...base, kind: 'number', min: 0, max: 1000, whole: true, write: String };
const share: GridColumn<Row> = {
  ...base,
  label: 'Attrition',
  kind: 'share',
  min: 0,
  max: 5,
  write: (value) => `${value * 100} %`,
};
const choice: GridColumn<Row> = {
  ...base,
  kind: 'choice',
  choices: [
    { value: 'ph', label: 'Philippines' },
    { value: 'za', label: 'South Africa' },
  ],
};
const text: GridColumn<Row> = {
  ...base,
  label: 'Country',
  kind: 'text',
  pattern: /^[A-Z]{2}$/,
  allowed: 'two capital letters',
};

describe('a cell of the editable table', () => {
  it('reads whole numbers in bounds', () => {
    expect(readCell(whole, ' 1,000 ')).toEqual({ ok: true, value: 1000 });
    for (const wrong of ['12.5', '-1', '1001', 'ten', '']) expect(readCell(whole, wrong).ok).toBe(false);
  });

  it('takes per cent with or without its sign', () => {
    expect(readCell(share, '12')).toEqual({ ok: true, value: 0.12 });
    expect(readCell(share, '12 %')).toEqual({ ok: true, value: 0.12 });
    expect(readCell(share, '120%')).toEqual({ ok: true, value: 1.2 });
    expect(readCell(share, '600').ok).toBe(false);
  });

  it('reads money as it is pasted from a spreadsheet', () => {
    expect(readCell(whole, '$120')).toEqual({ ok: true, value: 120 });
  });

  it('says place, finding and what is allowed', () => {
    const reading = readCell(whole, 'abc');
    expect(reading).toEqual({ ok: false, message: 'Seats: found “abc”; allowed: a whole number from 0 to 1,000' });
    expect(readCell(text, 'Phil')).toEqual({
      ok: false,
      message: 'Country: found “Phil”; allowed: two capital letters',
    });
  });

  it('finds choices by name or id', () => {
    expect(readCell(choice, 'south africa')).toEqual({ ok: true, value: 'za' });
    expect(readCell(choice, 'ph')).toEqual({ ok: true, value: 'ph' });
    expect(readCell(choice, 'Mars').ok).toBe(false);
  });

  it('edits what it shows', () => {
    for (const value of [0.125, 0.1, 1 / 3]) {
      const again = readCell(share, editText(share, value));
      expect(again.ok && Number(again.value)).toBeCloseTo(value, 8);
    }
    expect(writeCell(choice, 'za')).toBe('South Africa');
    expect(writeCell(whole, null)).toBe('');
  });
});

describe('a block from a spreadsheet', () => {
  const rows: Row[] = [{ value: 1 }, { value: 2 }, { value: 3 }];
  const fixed: GridColumn<Row> = { ...base, label: 'Kind', kind: 'shown', get: () => 'Offshore' };
  const canEdit = (_row: Row, column: GridColumn<Row>) => column.kind !== 'shown';
  const read = (text: string, row = 0) => readBlock(text, { row, column: 0 }, rows, [whole, fixed, choice], canEdit);

  it('changes what is different, cell by cell', () => {
    const { changes, refused } = read('10\tOffshore\tPhilippines\r\n2\tOffshore\tza\r\n');
    expect(refused).toEqual([]);
    expect(changes.map(({ index, column, value }) => [index, column.kind, value])).toEqual([
      [0, 'number', 10],
      [0, 'choice', 'ph'],
      [1, 'choice', 'za'],
    ]);
  });

  it('names every cell that stands against it', () => {
    expect(read('ten\tNearshore\tMars\n1\n2\n3').refused).toEqual([
      'Row 1: Seats: found “ten”; allowed: a whole number from 0 to 1,000',
      'Row 1: Kind can’t be changed',
      'Row 1: Seats: found “Mars”; allowed: Philippines, South Africa',
      'Row 4: the block is larger than the table',
    ]);
  });
});
