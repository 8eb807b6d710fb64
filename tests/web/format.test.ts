import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  csvCell,
  csvText,
  dateOfDay,
  dayNumber,
  daysBetween,
  formatChange,
  formatCount,
  formatDate,
  formatDays,
  formatFte,
  formatMoney,
  formatPoints,
  formatSeconds,
  formatShare,
  parseNumber,
  safeFileName,
  signed,
} from '../../web/format';

describe('numbers', () => {
  it('writes FTE to a tenth, heads whole, shares with one decimal at most', () => {
    expect(formatFte(412, 'en')).toBe('412.0');
    expect(formatFte(412.26, 'en')).toBe('412.3');
    expect(formatCount(1234.6, 'en')).toBe('1,235');
    expect(formatShare(0.80449, 'en')).toBe('80.4%');
    expect(formatShare(1, 'en')).toBe('100%');
  });

  it('never writes minus nothing, and nothing as a dash', () => {
    expect(formatCount(-0.2, 'en')).toBe('0');
    expect(formatFte(-0.01, 'en')).toBe('0.0');
    for (const write of [formatCount, formatFte, formatShare, formatPoints]) {
      expect(write(null)).toBe('–');
      expect(write(Number.NaN)).toBe('–');
    }
  });

  it('abbreviates money with its unit', () => {
    expect(formatMoney(63_099_454, 'USD', 'en-US')).toBe('$63.1M');
    expect(formatMoney(-2_862_933, 'USD', 'en-US')).toBe('−$2.9M');
    expect(formatMoney(0, 'EUR', 'en-US')).toBe('€0');
  });

  it('signs variances', () => {
    expect(signed(3, (value) => formatCount(value, 'en'))).toBe('+3');
    expect(signed(-3, (value) => formatCount(value, 'en'))).toBe('−3');
    expect(signed(-0.1, (value) => formatCount(value, 'en'))).toBe('0');
    expect(formatChange(110, 100, 'en')).toBe('+10%');
    expect(formatChange(1, 0, 'en')).toBe('–');
    expect(formatPoints(-12.34, 'en')).toBe('−12.3 pts');
  });
});

describe('dates', () => {
  it('counts civil days without clock or zone', () => {
    expect(dayNumber('1970-01-01')).toBe(0);
    expect(dayNumber('2027-02-30')).toBeNaN();
    expect(dayNumber('soon')).toBeNaN();
    expect(addDays('2027-03-27', 2)).toBe('2027-03-29');
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(daysBetween('2027-01-04', '2028-07-02')).toBe(545);
  });

  it('goes from date to number and back', () => {
    fc.assert(
      fc.property(fc.integer({ min: -100_000, max: 100_000 }), (day) => {
        expect(dayNumber(dateOfDay(day))).toBe(day);
      }),
    );
  });

  it('reads as people write', () => {
    expect(formatDate('2027-03-15', 'en-GB')).toBe('15 Mar 2027');
    expect(formatDate(null)).toBe('–');
    expect(formatDate('not a date')).toBe('not a date');
    expect(formatDays(1)).toBe('1 day');
    expect(formatSeconds(20)).toBe('20 s');
    expect(formatSeconds(200)).toBe('3 min 20 s');
    expect(formatSeconds(59.7)).toBe('1 min');
    expect(formatSeconds(5400)).toBe('1.5 h');
  });
});

describe('CSV', () => {
  it.each([
    ['=1+1', "'=1+1"],
    ['+cmd', "'+cmd"],
    ['-2+3', "'-2+3"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "'\t=1"],
    [' =1', "' =1"],
    ['＝1+1', "'＝1+1"],
    ['-2.5', '-2.5'],
    ['+1e3', '+1e3'],
    ['a,b', '"a,b"'],
    ['say "hi"', '"say ""hi"""'],
    ['two\nlines', '"two\nlines"'],
    ['=HYPERLINK("x","y")', `"'=HYPERLINK(""x"",""y"")"`],
  ])('keeps %j from becoming a formula or another cell', (text, cell) => expect(csvCell(text)).toBe(cell));

  it('writes numbers in full, and nothing for what is none', () => {
    expect(csvText([[0.1 + 0.2, -1, null, Number.NaN, Number.POSITIVE_INFINITY]])).toBe(
      '0.30000000000000004,-1,,,\r\n',
    );
  });

  it('makes file names that every system takes', () => {
    expect(safeFileName('a/b\\c:d*?"<>|.', 'csv')).toBe('a b c d.csv');
    expect(safeFileName('../../etc/passwd', 'csv')).toBe('etc passwd.csv');
    expect(safeFileName('CON', 'csv')).toBe('ballast.csv');
    expect(safeFileName('\u202egnp.exe', 'csv')).toBe('gnp.exe.csv');
    expect(safeFileName('', 'svg')).toBe('ballast.svg');
    expect(safeFileName('x'.repeat(300), 'csv')).toHaveLength(84);
  });
});

describe('numbers as people type them', () => {
  it.each([
    ['1,234.5', 'en', 1234.5],
    ['1.234,5', 'de', 1234.5],
    ['1,234', 'en', 1234],
    ['1,234', 'de', 1.234],
    ['1.234', 'de', 1234],
    ['0,5', 'en', 0.5],
    ['12 %', 'en', 0.12],
    ['1.2k', 'en', 1200],
    ['3M', 'en', 3e6],
    ['−4', 'en', -4],
    ['1 234 567', 'fr', 1_234_567],
    ['1,234,567', 'de', 1_234_567],
    ['1e3', 'en', 1000],
  ])('%s in %s', (text, locale, value) => expect(parseNumber(text, locale)).toBeCloseTo(value, 9));

  it.each(['', 'abc', '1.2.3,4,5', '--1', '=1', '1,23,4', 'NaN', 'Infinity', '0x10', '12a'])('refuses %j', (text) =>
    expect(parseNumber(text, 'en')).toBeNull(),
  );
});
