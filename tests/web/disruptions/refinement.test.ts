import { describe, expect, it } from 'vitest';
import { daysChoices, usualDays } from '../../../web/screens/disruptions/contacts/days-choices';
import { doneWords, runParts } from '../../../web/screens/disruptions/contacts/run-parts';

const calendar = { startDate: '2027-01-04', weeks: 52 };
const felt = (startDate: string, recoveredOn: string | null, worstDay: string | null = null, endDate = startDate) => ({
  startDate,
  endDate,
  impact: { recoveredOn, worstDay },
});
const values = (...given: Parameters<typeof daysChoices>) => daysChoices(...given).map(({ value }) => value);

describe('the days that are simulated contact by contact', () => {
  it('are all that a short disruption is felt on, then each week, then the week before', () => {
    expect(values(calendar, felt('2027-03-15', '2027-03-27'), 1000)).toEqual([
      '2027-03-15_14',
      '2027-03-15_7',
      '2027-03-22_7',
      '2027-03-08_7',
    ]);
  });

  it('are four weeks at once of a long one, those with the worst day first of all', () => {
    const long = felt('2027-03-15', '2027-06-01', '2027-04-20');
    const choices = daysChoices(calendar, long, 1000);
    expect(choices.slice(0, 3).map(({ value }) => value)).toEqual(['2027-03-15_28', '2027-04-12_28', '2027-05-10_28']);
    expect(usualDays(choices, long).value).toBe('2027-04-12_28');
    expect(choices[1]?.label).toMatch(/^Weeks 5 to 8, /);
  });

  it('are fewer at once where very many contacts come', () => {
    expect(values(calendar, felt('2027-03-15', '2027-04-11'), 1_500_000).slice(0, 2)).toEqual([
      '2027-03-15_14',
      '2027-03-29_14',
    ]);
    expect(values(calendar, felt('2027-03-15', '2027-04-11'), 90e6)[0]).toBe('2027-03-15_7');
  });

  it('stay within the plan, whatever lies beyond it', () => {
    for (const [start, recovered] of [
      ['2026-11-02', '2026-12-01'],
      ['2026-12-28', '2027-01-20'],
      ['2027-12-27', null],
      ['2029-01-01', null],
    ] as const) {
      for (const { from, days } of daysChoices(calendar, felt(start, recovered), 1000)) {
        expect(from >= '2027-01-04', `${start} ${from}`).toBe(true);
        const last = new Date(Date.parse(from) + (days - 1) * 86_400_000).toISOString().slice(0, 10);
        expect(last <= '2028-01-02' && days >= 1, `${start} ${last}`).toBe(true);
      }
    }
  });
});

describe('the runs of a study', () => {
  it('are asked for two at a time, without those that are done', () => {
    const of = (runs: number, done: number[] = []) =>
      runParts({ days: 7 }, runs, done).map((part) => [part.firstReplication, part.replications]);
    expect(of(5)).toEqual([
      [0, 2],
      [2, 2],
      [4, 1],
    ]);
    expect(of(6, [0, 1, 3])).toEqual([
      [2, 1],
      [4, 2],
    ]);
    expect(of(2, [0, 1])).toEqual([]);
  });

  it('are named as people count', () => {
    expect(doneWords([3, 2, 0, 1])).toBe('1 to 4');
    expect(doneWords([0, 1, 4, 5, 8])).toBe('1, 2, 5, 6, 9');
    expect(doneWords([])).toBe('');
  });
});
