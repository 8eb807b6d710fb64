import { describe, expect, test } from 'vitest';
import { checkPlan, strikeLibrary } from '../../../engine/answers';
import {
  buildDisruption,
  checkFacts,
  FAMILIES,
  type LibraryDisruption,
  replayCurves,
  strikeDefaults,
  targetGroups,
} from '../../../engine/disruption';
import { type Plan, readPlan } from '../../../engine/plan';
import { libraryDisruptions, libraryPlans } from '../../../scenarios';

const entries = libraryDisruptions as readonly LibraryDisruption[];
const plans = libraryPlans.map(({ document }) => readPlan(document));
const entry = (id: string) => {
  const found = entries.find((each) => each.id === id);
  if (!found) throw new Error(`no ${id}`);
  return found;
};
const start = (plan: Plan) => plan.calendar.startDate;

describe('the library of disruptions', () => {
  test('has twenty and more, each with an id of its own, a page, sources and grades', () => {
    expect(entries.length).toBeGreaterThanOrEqual(20);
    expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length);
    expect(new Set(entries.map(({ label }) => label)).size).toBe(entries.length);
    for (const each of entries) {
      expect(Object.keys(FAMILIES)).toContain(each.family);
      for (const text of Object.values(each.page)) expect(text.length).toBeGreaterThan(40);
      for (const { source, grade } of [each, ...each.effects, ...(each.replay?.facts ?? [])]) {
        expect(source?.length ?? 0).toBeGreaterThan(10);
        expect(['filing', 'survey', 'opinion']).toContain(grade);
        if (/^an estimate$/i.test(source ?? '')) expect(grade).toBe('opinion');
      }
    }
  });

  test('strikes each of its kinds of target on every plan with a disruption that can be read', () => {
    for (const plan of plans) {
      let grown = plan;
      let struck = 0;
      for (const each of entries) {
        for (const { items } of targetGroups(plan, each.targets)) {
          const target = items[0]!;
          const built = buildDisruption(grown, each, { ...strikeDefaults(each), target, startDate: start(plan) });
          if (!built) continue;
          struck++;
          grown = { ...grown, disruptions: [...grown.disruptions, built] };
        }
      }
      expect(struck).toBeGreaterThan(40);
      const read = readPlan(structuredClone(grown));
      expect(checkPlan(read).issues).toEqual([]);
    }
  });

  test('leaves out what the plan does not have', () => {
    const [farwater, twoLights] = plans as [Plan, Plan];
    const replay = entry('lockdown-2020');
    const countries = (plan: Plan) =>
      new Set(
        strikeLibrary(plan, replay, { startDate: start(plan) }).effects.map(({ scope }) =>
          scope.of === 'world' ? 'world' : scope.member,
        ),
      );
    expect(countries(twoLights)).toEqual(new Set(['PT', 'GB', 'world']));
    expect(countries(farwater).has('PH')).toBe(true);
    expect(countries(farwater).has('IT')).toBe(false);
  });

  test('refuses dates and targets that can’t be', () => {
    const plan = plans[1]!;
    const refused = (strike: { startDate: string; target?: string }) => {
      try {
        strikeLibrary(plan, entry('lockdown'), strike);
      } catch (fault) {
        return (fault as { issues: { path: string; allowed: string }[] }).issues;
      }
      return [];
    };
    expect(refused({ startDate: '2027-02-30' })[0]?.path).toBe('start');
    expect(refused({ startDate: '2031-01-01' })[0]?.path).toBe('start');
    expect(refused({ startDate: start(plan), target: 'country:PH' })[0]?.allowed).toBe('one of country:GB, country:PT');
    expect(refused({ startDate: 'soon', target: 'metro:Lisbon' })).toHaveLength(2);
    expect(refused({ startDate: start(plan), target: 'country:PT' })).toEqual([]);
  });
});

describe('replays beside what was published', () => {
  const far = plans[0]!;
  test('are four, and the largest difference of each is the one that METHODS names', () => {
    const replays = entries.filter(({ replay }) => replay);
    const worst = replays.map((each) => {
      const checks = checkFacts(each, far);
      const shares = checks.filter(({ fact }) => fact.measure !== 'lost-days');
      return [each.id, Math.max(...shares.map(({ difference }) => Math.abs(difference)))] as const;
    });
    expect(Object.fromEntries(worst.map(([id, value]) => [id, Math.round(value * 100)]))).toEqual({
      'lockdown-2020': 1,
      'typhoon-odette': 7,
      'ransomware-fortnight': 0,
      'chapter-11': 0,
    });
  });

  test('the fortnight loses as many days of work as days of revenue were lost', () => {
    const lost = checkFacts(entry('ransomware-fortnight'), null).find(({ fact }) => fact.measure === 'lost-days')!;
    expect(lost.fact.value).toBe(21);
    expect(lost.model).toBeCloseTo(21, 0);
  });

  test('have a curve for each thing measured, on which the checked figures lie, and say what was fitted', () => {
    for (const each of entries) {
      const curves = replayCurves(each, far);
      expect(curves.length > 0, each.id).toBe(each.replay !== undefined);
      const checks = checkFacts(each, far);
      expect(curves.flatMap(({ facts }) => facts)).toHaveLength(checks.length);
      for (const { fact, model, yours } of checks) {
        const curve = curves.find(({ facts }) => facts.includes(fact))!;
        expect(curve.model[fact.day], `${each.id} day ${fact.day}`).toBe(model);
        expect(curve.yours?.[fact.day] ?? null).toBe(yours);
        expect(curve.model.length).toBeGreaterThan(fact.day);
      }
      if (each.replay) expect(each.replay.fitted).toMatch(/fitted/);
    }
  });

  test('say what the plan’s own sites would do, where the plan has some', () => {
    const [first] = checkFacts(entry('lockdown-2020'), far);
    expect(first?.yours).toBeGreaterThan(0);
    expect(first?.yours).not.toBeCloseTo(first?.model ?? 0, 3);
    expect(checkFacts(entry('typhoon-odette'), far).every(({ yours }) => yours === null)).toBe(true);
    expect(checkFacts(entry('lockdown'), far)).toEqual([]);
  });
});
