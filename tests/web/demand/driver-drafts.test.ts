import { describe, expect, test } from 'vitest';
import { demandOf, draftOf, emptyDriver, readValues } from '../../../web/screens/demand/driver-drafts';
import { tinyPlan } from '../../support/tiny-plan';

const demand = tinyPlan().streams[0]!.demand;
const { dayOfWeekShare, intradayShare } = demand;

describe('numbers of a driver', () => {
  test.each([
    ['0.125', 'en', 0.125],
    ['0,125', 'de', 0.125],
    ['12%', 'en', 0.12],
    ['1,200', 'en', 1200],
    ['-3', 'en', -3],
    ['100\n200\t300', 'en', [100, 200, 300]],
    ['1,5; 2,5', 'de', [1.5, 2.5]],
    [' 7 \r\n', 'en', 7],
  ])('%j in %s', (text, locale, values) => {
    expect(readValues(text, locale)).toEqual({ values });
  });

  test('the piece that is no number is named', () => {
    expect(readValues('100 many 300', 'en')).toEqual({ wrong: 'many' });
    expect(readValues('', 'en')).toEqual({ wrong: 'nothing' });
  });
});

describe('a formula as it is typed', () => {
  test('begins with the contacts of today', () => {
    expect(demandOf(draftOf(demand))).toEqual({
      formula: 'typical_week',
      drivers: [{ id: 'typical_week', name: 'Contacts of a typical week', unit: 'contacts a week', values: 10000 }],
    });
    const forecast = {
      kind: 'weekly' as const,
      contactsByWeek: [1.5, 2, 3, 4],
      dayOfWeekShare,
      intradayShare,
      source: 'A forecast',
    };
    expect(demandOf(draftOf(forecast))?.drivers[0]).toMatchObject({ values: [1.5, 2, 3, 4], source: 'A forecast' });
  });

  test('comes back as it was, to the last digit', () => {
    const drivers = [
      { id: 'orders', name: 'Orders', unit: 'a week', values: [1234567.875, 0.1, 1 / 3, 2e-7] },
      { id: 'rate', name: 'Rate', values: 0.125, source: 'Counted', grade: 'survey' as const },
    ];
    const written = { kind: 'drivers' as const, formula: 'orders * rate', drivers, dayOfWeekShare, intradayShare };
    expect(demandOf(draftOf(written))).toEqual({ formula: 'orders * rate', drivers });
  });

  test('is not taken while a number is missing', () => {
    expect(demandOf({ formula: '1', drivers: [emptyDriver('0')] })).toBeNull();
  });
});
