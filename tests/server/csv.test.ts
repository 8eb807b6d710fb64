import { expect, test } from 'vitest';
import { csvCell, csvLine } from '../../server/cli/csv';

test.each([
  [0.1 + 0.2, '0.30000000000000004'],
  [1e-300, '1e-300'],
  [-0.5, '-0.5'],
  [Number.POSITIVE_INFINITY, 'Infinity'],
  [Number.NaN, ''],
  [null, ''],
  [undefined, ''],
  ['plain', 'plain'],
  ['a,b', '"a,b"'],
  ['say "x"', '"say ""x"""'],
  ['two\nlines', '"two\nlines"'],
  [' edge', '" edge"'],
  ['=1+1', "'=1+1"],
  ['@cmd', "'@cmd"],
  ['+49 30', "'+49 30"],
  ['-total', "'-total"],
  ['-12.5', '-12.5'],
  ['+1e3', '+1e3'],
  ['\t=1', "'\t=1"],
  ['=a,"b"', `"'=a,""b"""`],
])('the cell %j is written %j', (cell, text) => {
  expect(csvCell(cell)).toBe(text);
});

test('a line has commas between and a line feed at its end', () => {
  expect(csvLine(['a', 1, null, 'b c'])).toBe('a,1,,b c\n');
});
