import { describe, expect, test } from 'vitest';
import { applyEdits, type Migration, migrate, planHash, readPlan } from '../../../engine/plan';
import { InputFault } from '../../../engine/units';
import { tinyDocument, tinyPlan } from '../../support/tiny-plan';

describe('migrations', () => {
  const steps = new Map<number, Migration>([
    [1, (plan) => ({ ...plan, sites: plan.places, places: undefined })],
    [2, (plan) => ({ ...plan, greeting: `hello ${String(plan.name)}` })],
  ]);

  test('run one version at a time up to the newest', () => {
    const migrated = migrate({ version: 1, name: 'old', places: [1] }, steps, 3);
    expect(migrated).toMatchObject({ version: 3, sites: [1], greeting: 'hello old' });
  });

  test('leave the document given untouched', () => {
    const document = { version: 1, name: 'old', places: [1] };
    migrate(document, steps, 3);
    expect(document).toEqual({ version: 1, name: 'old', places: [1] });
  });

  test.each([[0], [1.5], ['1'], [undefined], [4], [-1]])('refuse version %s', (version) => {
    expect(() => migrate({ version }, steps, 3)).toThrow(InputFault);
  });

  test('name a version without a way forward', () => {
    expect(() => migrate({ version: 1 }, new Map(), 2)).toThrow(/version/);
  });
});

describe('planHash', () => {
  test('is the same whatever the order of keys, and differs with any value', () => {
    const plan = tinyPlan();
    const turned = readPlan(Object.fromEntries(Object.entries(tinyDocument()).reverse()));
    expect(planHash(turned)).toBe(planHash(plan));
    expect(planHash({ ...plan, name: 'Other' })).not.toBe(planHash(plan));
    expect(planHash(plan)).toMatch(/^[0-9a-f]{16}$/);
  });
});

describe('applyEdits', () => {
  const plan = tinyPlan();

  test('sets values by ids and leaves the plan given as it was', () => {
    const edited = applyEdits(plan, [
      { path: 'sites/manila/seats', value: 50 },
      { path: 'policies/limits/0/maxShare', value: 0.3 },
    ]);
    expect(edited.sites[1]?.seats).toBe(50);
    expect(edited.policies.limits[0]?.maxShare).toBe(0.3);
    expect(plan.sites[1]?.seats).toBe(200);
  });

  test('removes an entity by null and adds one by its id', () => {
    const fewer = applyEdits(plan, [{ path: 'disruptions/lockdown-ph', value: null }]);
    expect(fewer.disruptions).toHaveLength(0);
    const again = applyEdits(fewer, [
      { path: 'disruptions/lockdown-ph', value: JSON.parse(JSON.stringify(plan.disruptions[0])) },
    ]);
    expect(again).toEqual(plan);
  });

  test.each([
    'sites/nowhere/seats',
    'nothing/at/all',
    'sites/manila/__proto__/x',
    '__proto__',
    'policies/limits/7/maxShare',
  ])('refuses a path that leads nowhere: %s', (path) => {
    expect(() => applyEdits(plan, [{ path, value: 1 }])).toThrow(InputFault);
  });

  test('refuses an edit that breaks the plan', () => {
    expect(() => applyEdits(plan, [{ path: 'teams/manila-care/site', value: 'gone' }])).toThrow(/teams\[1\].site/);
  });
});
