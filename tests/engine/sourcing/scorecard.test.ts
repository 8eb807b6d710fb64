import { describe, expect, test } from 'vitest';
import { scoreProviders } from '../../../engine/answers';
import { readPlan } from '../../../engine/plan';
import { defaultProbability, distressStates, hoursAtStake, KNOWN_FACTS } from '../../../engine/sourcing';
import { tinyDocument } from '../../support/tiny-plan';

const ON = '2027-01-01';
const evidence = (fact: string, value: number | string, date = ON) => ({ fact, value, date });
const width = ({ low, high }: { low: number; high: number }) => Math.log(high / (1 - high)) - Math.log(low / (1 - low));

describe('defaultProbability', () => {
  test('without evidence: firms without an investment grade, and a wide interval', () => {
    const prior = defaultProbability([], ON);
    expect(prior.probability).toBeCloseTo(0.039, 12);
    expect(prior.low).toBeCloseTo(0.0047598, 6);
    expect(prior.high).toBeCloseTo(0.25615, 4);
    expect(prior.unknown).toHaveLength(6);
  });

  test('one ratio and the prior, by hand', () => {
    // Z'' 0.9 is B, 3.1 %: weights 1/1.3² and 1/1.1².
    const [prior, ratio] = [Math.log(0.039 / 0.961), Math.log(0.031 / 0.969)];
    const [a, b] = [1 / 1.3 ** 2, 1 / 1.1 ** 2];
    const mean = (a * prior + b * ratio) / (a + b);
    const found = defaultProbability([evidence("Altman Z''", 0.9)], ON);
    expect(found.probability).toBeCloseTo(1 / (1 + Math.exp(-mean)), 12);
    expect(width(found)).toBeCloseTo((2 * 1.6449) / Math.sqrt(a + b), 9);
    expect(found.facts[0]).toMatchObject({ says: 'as B', weight: 1 });
  });

  test('what is known narrows the interval, and age widens it again', () => {
    const three = (date: string) => [
      evidence("Altman Z''", 1.7, date),
      evidence('Interest coverage', 3.25, date),
      evidence('Net debt over EBITDA', 3.5, date),
    ];
    const none = width(defaultProbability([], ON));
    const one = width(defaultProbability(three(ON).slice(0, 1), ON));
    const all = width(defaultProbability(three(ON), ON));
    const old = width(defaultProbability(three('2024-01-01'), ON));
    expect(one).toBeLessThan(none);
    expect(all).toBeLessThan(one);
    expect(old).toBeGreaterThan(all);
    expect(old).toBeLessThan(none);
    // All three say BB: half the variance of a single one stays, however many agree.
    expect(all).toBeGreaterThan((2 * 1.6449) / Math.sqrt(1 / 1.3 ** 2 + 2 / 1.1 ** 2));
  });

  test('worse facts, worse chances', () => {
    const by = (fact: string, values: readonly (number | string)[]) =>
      values.map((value) => defaultProbability([evidence(fact, value)], ON).probability);
    const rising = (chances: readonly number[]) => chances.every((each, at) => at === 0 || each > chances[at - 1]!);
    expect(rising(by("Altman Z''", [4.5, 3, 2.2, 1.6, 1, 0.6, -0.5]))).toBe(true);
    expect(rising(by('Interest coverage', [13, 7, 4, 3, 2, 1.5]))).toBe(true);
    expect(rising(by('Net debt over EBITDA', [1.2, 2, 3, 4, 5, 7]))).toBe(true);
    expect(rising(by('Agency rating', ['A', 'bbb', 'BB+', 'B−', 'CCC+']))).toBe(true);
    expect(rising(by('Share of revenue from the largest client', [0.1, 0.2, 0.4]))).toBe(true);
    expect(rising(by('Downgraded within a year', ['no', 'yes']))).toBe(true);
  });

  test('the latest of a fact counts; a name that is not known, or a value that is none, does not', () => {
    const facts = [
      evidence('Altman Z″', -1, '2025-01-01'),
      evidence("altman  z''", 3, '2026-12-01'),
      evidence('Mood of the board', 'grim'),
      evidence('Interest coverage', 'none'),
    ];
    const found = defaultProbability(facts, ON);
    expect(found.facts.map(({ says }) => says)).toEqual(['superseded', 'as BBB+', null, null]);
    expect(found.probability).toBe(defaultProbability(facts.slice(1, 2), ON).probability);
  });

  test('every known fact says what it is and where it comes from', () => {
    for (const { source, asks, spread } of KNOWN_FACTS) {
      expect(source.length).toBeGreaterThan(20);
      expect(asks.length).toBeGreaterThan(5);
      expect(spread).toBeGreaterThan(0);
    }
  });
});

describe('what a default takes', () => {
  test('chances add to 1; weeks by hand', () => {
    const states = distressStates({ transferWeeks: 20, exitNoticeWeeks: 13 });
    expect(states.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12);
    expect(states.map(({ weeksLost }) => weeksLost)).toEqual([0.12 * 22.5, 7, 18.5]);
    const { expected, worst } = hoursAtStake(0.04, 1000, states);
    expect(expected).toBeCloseTo(0.04 * (0.85 * 2.7 + 0.1 * 7 + 0.05 * 18.5) * 1000, 9);
    expect(worst).toBe(18_500);
  });

  test('a notice longer than the transfer leaves nothing uncovered, nor does a transfer at once', () => {
    expect(distressStates({ transferWeeks: 20, exitNoticeWeeks: 26 })[1]!.weeksLost).toBe(0);
    expect(distressStates({ transferWeeks: 0, exitNoticeWeeks: 0 })[2]!.weeksLost).toBe(0);
    // Continuous where the transfer takes as long as the winding down.
    expect(distressStates({ transferWeeks: 3, exitNoticeWeeks: 0 })[2]!.weeksLost).toBe(1.5);
  });
});

test('an owner is scored with all that it owns, a provider on its own evidence', () => {
  const document = tinyDocument() as ReturnType<typeof JSON.parse>;
  const provider = document.providers.find((each: { kind: string }) => each.kind === 'outsourcer');
  document.providers.push({ id: 'owner', name: 'Owner', kind: 'holding', evidence: [evidence("Altman Z''", 0.5)] });
  provider.parent = 'owner';
  const { providers, asOf } = scoreProviders(readPlan(document));
  expect(asOf).toBe(document.calendar.startDate);
  const [owner, owned] = ['owner', provider.id].map((id) => providers.find((each) => each.id === id)!);
  expect(owner!.hoursPerWeek).toBeCloseTo(owned!.hoursPerWeek, 9);
  expect(owner!.probability).toBeGreaterThan(owned!.probability);
  expect(providers.map(({ expectedHoursLost }) => expectedHoursLost)).toEqual(
    providers.map(({ expectedHoursLost }) => expectedHoursLost).sort((a, b) => b - a),
  );
});
