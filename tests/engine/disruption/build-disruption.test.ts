import { describe, expect, it } from 'vitest';
import { checkPlan } from '../../../engine/answers';
import {
  buildDisruption as build,
  type LibraryDisruption,
  type StrikeChoice,
  strikeDefaults,
  targetGroups,
} from '../../../engine/disruption';
import { type Plan, readPlan } from '../../../engine/plan';
import { libraryDisruptions, libraryPlans } from '../../../scenarios';

const entries = libraryDisruptions as readonly LibraryDisruption[];
const firstStart = ({ startDate }: { readonly startDate: string }) => startDate;
const buildDisruption = (plan: Plan, entry: LibraryDisruption, choice: StrikeChoice) => {
  const built = build(plan, entry, choice);
  if (!built) throw new Error(`nothing left of ${entry.id}`);
  return built;
};
const plans = libraryPlans.map(({ id, document }) => [id, readPlan(document)] as const);
const targetsOf = (plan: Plan, template: LibraryDisruption) =>
  targetGroups(plan, template.targets).flatMap(({ items }) => items);
const firstTarget = (plan: Plan, entry: LibraryDisruption) => {
  const [first] = targetsOf(plan, entry);
  if (!first) throw new Error(`no target for ${entry.id}`);
  return first;
};
const template = (id: string) => {
  const found = entries.find((each) => each.id === id);
  if (!found) throw new Error(`no template ${id}`);
  return found;
};
const plan = (id: string) => {
  const found = plans.find(([each]) => each === id)?.[1];
  if (!found) throw new Error(`no plan ${id}`);
  return found;
};

const cases = plans.flatMap(([id, plan]) =>
  entries
    .filter((entry) =>
      build(plan, entry, {
        ...strikeDefaults(entry),
        target: firstTarget(plan, entry),
        startDate: plan.calendar.startDate,
      }),
    )
    .map((entry) => [entry.id, id, entry, plan] as const),
);

describe('library disruptions struck', () => {
  it.each(cases)('%s strikes every target of %s with a plan that can be read', (_name, _id, made, base) => {
    const targets = targetsOf(base, made);
    expect(targets.length).toBeGreaterThan(0);
    let grown = base;
    for (const target of targets) {
      const choice = { ...strikeDefaults(made), target, startDate: firstStart(base.calendar) };
      grown = { ...grown, disruptions: [...grown.disruptions, buildDisruption(grown, made, choice)] };
      // Twice on the same target is allowed too: another id, another name.
      grown = { ...grown, disruptions: [...grown.disruptions, buildDisruption(grown, made, choice)] };
    }
    const read = readPlan(structuredClone(grown));
    expect(read.disruptions).toHaveLength(base.disruptions.length + 2 * targets.length);
    expect(new Set(read.disruptions.map(({ id }) => id)).size).toBe(read.disruptions.length);
    expect(new Set(read.disruptions.map(({ name }) => name)).size).toBe(read.disruptions.length);
    expect(checkPlan(read).issues).toEqual([]);
  });

  it.each(cases)('%s on %s holds at the shortest and longest that the dialog allows', (_name, _id, made, base) => {
    const [target] = targetsOf(base, made);
    if (!target) throw new Error('no target');
    for (const [lastsDays, recoveryDays] of [
      [1 / 24, 0],
      [730, 730],
    ] as const) {
      const size = strikeDefaults(made).size;
      const struck = buildDisruption(base, made, { target, startDate: '2027-02-01', lastsDays, recoveryDays, size });
      const read = readPlan(structuredClone({ ...base, disruptions: [...base.disruptions, struck] }));
      const [first] = made.effects;
      // What keeps its own days keeps its own grade.
      if (first.stretch !== 'none') expect(read.disruptions.at(-1)?.effects[0]?.grade).toBe('opinion');
    }
  });

  it('keeps the figures, source and grade of a template left alone', () => {
    const base = plan('two-lights');
    const storm = template('storm');
    const [target] = targetsOf(base, storm).filter(({ label }) => label === 'Lisbon');
    if (!target) throw new Error('no Lisbon');
    const made = buildDisruption(base, storm, { ...strikeDefaults(storm), target, startDate: '2027-02-01' });
    expect(made.id).toBe('storm-lisbon');
    expect(made.name).toBe('Storm over Lisbon');
    const { stretch: _stretch, ...effect } = storm.effects[0];
    expect(made.effects).toEqual([{ ...effect, scope: { of: 'metro', member: 'Lisbon' } }]);
  });

  it('grades as opinion what the planner sets differently, and only that', () => {
    const base = plan('farwater');
    const insolvency = template('insolvency');
    const [target] = targetsOf(base, insolvency);
    if (!target) throw new Error('no provider');
    const own = { ...strikeDefaults(insolvency), target, startDate: '2027-02-01' };
    const ransom = template('ransomware');
    const harder = buildDisruption(base, ransom, {
      ...strikeDefaults(ransom),
      target,
      startDate: '2027-02-01',
      size: 0.5,
    });
    expect(harder.effects[0]).toMatchObject({ lossShare: 0.5, grade: 'opinion' });
    expect(harder.effects[0]?.source).toMatch(/size set by hand$/);
    expect(
      buildDisruption(base, ransom, { ...strikeDefaults(ransom), target, startDate: '2027-02-01' }).effects[0]?.grade,
    ).toBe('survey');
    // A case twice as long decays twice as slowly, and its cliff stays midway.
    const slower = buildDisruption(base, insolvency, { ...own, lastsDays: 140 });
    expect(slower.effects.map(({ curve }) => [curve.delayDays, curve.rampDays, curve.holdDays])).toEqual([
      [0, 140, 60],
      [70, 0, 4],
    ]);
  });

  it('offers what the plan has alone, the largest first and the own company last', () => {
    const labels = (id: string, made: string) => targetsOf(plan(id), template(made)).map(({ value }) => value);
    expect(labels('two-lights', 'lockdown')).toEqual(['country:GB', 'country:PT']);
    expect(labels('two-lights', 'insolvency')).toEqual(['provider:alderway', 'provider:two-lights']);
    expect(labels('two-lights', 'platform-outage')).toEqual(['platform:cloud-phone']);
    expect(labels('two-lights', 'surge')).toEqual([
      'world',
      'market:uk',
      'channel:voice',
      'stream:bookings',
      'language:en',
    ]);
    expect(labels('farwater', 'insolvency').slice(-2)).toEqual(['provider:farwater', 'parent:kestrane']);
  });

  it('makes ids and names that the schema allows out of any name', () => {
    const base = plan('two-lights');
    const storm = template('storm');
    const odd = ['São Paulo', '東京', '-- ', '\u{1F300}'.repeat(60), '$& $1', '__proto__', 'constructor'];
    const [site] = base.sites;
    const [team] = base.teams;
    if (!site || !team) throw new Error('two-lights has sites and teams');
    let grown: Plan = {
      ...base,
      sites: [...base.sites, ...odd.map((metro, at) => ({ ...site, id: `s${at}`, metro }))],
      teams: [...base.teams, ...odd.map((_, at) => ({ ...team, id: `t${at}`, site: `s${at}` }))],
    };
    const targets = targetsOf(grown, storm);
    expect(targets.map(({ label }) => label).sort()).toEqual(['Bristol', 'Lisbon', ...odd].sort());
    for (const target of targets) {
      const made = buildDisruption(grown, storm, { ...strikeDefaults(storm), target, startDate: '2027-02-01' });
      grown = { ...grown, disruptions: [...grown.disruptions, made] };
    }
    const read = readPlan(structuredClone(grown));
    expect(read.disruptions.find(({ id }) => id === 'storm-sao-paulo')?.name).toBe('Storm over São Paulo');
    expect(read.disruptions.some(({ name }) => name === 'Storm over $& $1')).toBe(true);
  });
});
