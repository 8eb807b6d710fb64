import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { measureConcentration, type RunResult, type StressAnswer, stressPlan } from '../../engine/answers';
import { daysBetween } from '../../engine/calendar';
import { type Plan, readPlan } from '../../engine/plan';
import { libraryPlans } from '../../scenarios';

const plans = libraryPlans.map(({ document }) => readPlan(document));
const worked = plans[0]!;
const small = plans[1]!;
const distinct = <T>(values: readonly T[]) => new Set(values).size;

describe('the library', () => {
  it('reads without an issue, the worked plan first, each under its own id and name', () => {
    expect(libraryPlans.map(({ id }) => id)).toEqual(['farwater', 'two-lights']);
    libraryPlans.forEach(({ id, name }, at) => {
      expect([plans[at]!.id, plans[at]!.name]).toEqual([id, name]);
    });
  });

  it('says of every figure that it states as a fact where it comes from and how far to trust it', () => {
    for (const plan of plans) {
      const facts = statedFacts(plan);
      expect(facts.length, plan.id).toBeGreaterThan(15);
      const bare = facts.filter(([, fact]) => !fact?.source || !fact.grade).map(([place]) => place);
      expect(bare, plan.id).toEqual([]);
    }
  });

  it('grades no invented figure above an opinion', () => {
    for (const plan of plans) {
      const boasting = statedFacts(plan)
        .filter(([, fact]) => /^(invented|an estimate)/i.test(fact?.source ?? '') && fact?.grade !== 'opinion')
        .map(([place]) => place);
      expect(boasting).toEqual([]);
    }
  });
});

describe('the small plan', () => {
  it('has two sites and one stream, and stands on a few pages', () => {
    expect([small.sites.length, small.streams.length]).toEqual([2, 1]);
    const text = readFileSync(new URL('../../scenarios/library/two-lights.json', import.meta.url), 'utf8');
    expect(text.split('\n').length).toBeLessThan(300);
  });

  it('answers about four of five callers in time, and struggles most in its last weeks', () => {
    const { base } = stressPlan(small, { disruptions: [] });
    expect(base.total.serviceLevel).toBeGreaterThan(0.75);
    expect(base.total.serviceLevel).toBeLessThan(0.9);
    expect(base.total.occupancy).toBeGreaterThan(0.75);
    expect(base.total.occupancy).toBeLessThan(0.88);
    expect(base.weekly.serviceLevel[25]).toBeLessThan(base.weekly.serviceLevel[8]!);
  });
});

describe('the worked plan', () => {
  it('is as rich as it was asked to be', () => {
    expect(worked.sites.length).toBeGreaterThanOrEqual(12);
    expect(worked.sites.length).toBeLessThanOrEqual(16);
    expect(distinct(worked.sites.map((site) => site.country))).toBeGreaterThanOrEqual(7);
    expect(new Set(worked.sites.map((site) => site.kind))).toEqual(
      new Set(['in-house', 'outsourced', 'offshore', 'nearshore', 'work-at-home']),
    );
    expect(worked.streams.length).toBeGreaterThanOrEqual(10);
    expect(distinct(worked.streams.map((stream) => stream.channel))).toBeGreaterThanOrEqual(5);
    expect(distinct(worked.streams.map((stream) => stream.language))).toBeGreaterThanOrEqual(4);
    expect(worked.calendar).toMatchObject({ startDate: '2027-01-04', weeks: 78, intervalMinutes: 30 });
    for (const kind of ['ccaas', 'carrier', 'power-grid', 'identity', 'cloud-region']) {
      const shared = worked.platforms.filter((platform) => platform.kind === kind);
      expect(shared.length, kind).toBeGreaterThan(0);
      const users = shared.map(({ id }) => worked.sites.filter((site) => site.platforms.includes(id)).length);
      expect(Math.max(...users), kind).toBeGreaterThan(1);
    }
  });

  it('has six employers, two with one parent, three of them with large sites in one metro', () => {
    const employers = worked.providers.filter((provider) => provider.kind !== 'holding');
    expect(employers.length).toBe(6);
    const parents = worked.providers.flatMap((provider) => provider.parent ?? []);
    expect(parents.length).toBe(2);
    expect(distinct(parents)).toBe(1);
    const large = worked.sites.filter((site) => (site.seats ?? 0) >= 100);
    const providersOf = (metro: string) =>
      distinct(large.filter((site) => site.metro === metro).map((site) => site.provider));
    expect(Math.max(...large.map((site) => providersOf(site.metro)))).toBe(3);
  });

  it('peaks in summer and at the year’s end in every stream', () => {
    for (const { id, demand } of worked.streams) {
      if (demand.kind !== 'seasonal') throw new Error(`${id} has no seasons`);
      const mean = (from: number, to: number) =>
        demand.weekOfYearIndex.slice(from, to).reduce((sum, value) => sum + value, 0) / (to - from);
      expect(mean(26, 34), `${id}: July and August over October`).toBeGreaterThan(1.4 * mean(39, 43));
      expect(mean(51, 53), `${id}: last weeks over November`).toBeGreaterThan(1.2 * mean(44, 47));
    }
  });

  it('has six dated disruptions inside its horizon, each described', () => {
    expect(worked.disruptions.map(({ id }) => id)).toEqual([
      'lockdown',
      'ransomware',
      'platform-outage',
      'chapter-11',
      'typhoon',
      'surge',
    ]);
    for (const { id, startDate, description } of worked.disruptions) {
      const day = daysBetween(worked.calendar.startDate, startDate);
      expect(day, id).toBeGreaterThanOrEqual(0);
      expect(day, id).toBeLessThan(worked.calendar.weeks * 7);
      expect(description.length, id).toBeGreaterThan(150);
    }
    const struck = worked.disruptions[0]!.effects.flatMap(({ scope }) => (scope.of === 'country' ? scope.member : []));
    expect(new Set(struck)).toEqual(new Set(worked.sites.map((site) => site.country)));
  });

  it('looks spread by provider and is not: a third of the hours lie in one metro', () => {
    const answer = measureConcentration(worked);
    const by = (name: string) => answer.dimensions.find(({ dimension }) => dimension === name)!;
    expect(by('provider').effectiveNumber).toBeGreaterThan(5);
    expect(by('provider').largestShare).toBeLessThan(0.25);
    expect(by('metro').largestShare).toBeGreaterThan(0.3);
    expect(by('metro').largestShare).toBeGreaterThan(by('provider').largestShare * 1.3);
    expect(by('parent').effectiveNumber).toBeLessThan(by('provider').effectiveNumber! - 0.5);
    const breaches = answer.breaches.map(({ dimension, member }) => `${dimension} ${member}`);
    expect(breaches).toEqual(expect.arrayContaining(['metro Metro Manila', 'parent kestrane']));
  });
});

describe('the worked plan, run', () => {
  let answer: StressAnswer;
  let base: RunResult;
  beforeAll(() => {
    answer = stressPlan(worked, { disruptions: worked.disruptions.map(({ id }) => id) });
    base = answer.base;
  });
  const caseOf = (id: string) => answer.cases.find((entry) => entry.id === id)!;

  it('is staffed: decent service in most weeks, strain at the peaks, people neither idle nor worn out', () => {
    const weeks = [...base.weekly.serviceLevel];
    expect(weeks.filter((level) => level >= 0.75).length).toBeGreaterThanOrEqual(74);
    expect(Math.min(...weeks)).toBeGreaterThan(0.6);
    expect(Math.min(...weeks)).toBeLessThan(0.8);
    expect(base.total.serviceLevel).toBeGreaterThan(0.8);
    expect(base.total.serviceLevel).toBeLessThan(0.93);
    expect(base.total.occupancy).toBeGreaterThan(0.75);
    expect(base.total.occupancy).toBeLessThan(0.88);
    const streams = base.streams.map(({ total }) => total.serviceLevel!);
    expect(Math.max(...streams) - Math.min(...streams)).toBeGreaterThan(0.1);
  });

  it('falls under every disruption and comes back', () => {
    for (const { id, impact } of answer.cases) {
      expect(impact.worstDropPoints, id).toBeGreaterThan(5);
      expect(impact.daysToRecover, id).not.toBeNull();
      expect(impact.contactsLost, id).toBeGreaterThan(0);
    }
    // Insolvency seldom stops the phones; the rest do.
    const drops = answer.cases.map(({ impact }) => impact.worstDropPoints);
    expect(Math.min(...drops)).toBe(caseOf('chapter-11').impact.worstDropPoints);
  });

  it('replays spring 2020 in Manila: about 60 % of hours after four weeks, 80 % after five months', () => {
    const kept = hoursKept(
      base,
      caseOf('lockdown').run,
      '2027-03-15',
      (site) => site.country === 'PH' && site.seats !== null,
    );
    // StarTek, 11 August 2020: 60 % of the workforce active in mid-April, about 80 % by August.
    expect(kept(28)).toBeGreaterThan(0.53);
    expect(kept(28)).toBeLessThan(0.67);
    expect(kept(150)).toBeGreaterThan(0.75);
    expect(kept(150)).toBeLessThan(0.85);
  });

  it('replays a ransomware fortnight: next to nothing for two weeks, then a staged return', () => {
    const kept = hoursKept(base, caseOf('ransomware').run, '2027-06-07', (site) => site.provider === 'quillhaven');
    for (const day of [1, 7, 13]) expect(kept(day), `day ${day}`).toBeLessThan(0.1);
    expect(kept(24)).toBeGreaterThan(kept(17));
    expect(kept(40)).toBeCloseTo(1, 2);
  });

  it('replays a typhoon: homes fall with the sites of their metro, two thirds are back after four weeks', () => {
    const { run } = caseOf('typhoon');
    const sites = hoursKept(base, run, '2027-11-15', (site) => site.metro === 'Metro Manila' && site.seats !== null);
    const homes = hoursKept(base, run, '2027-11-15', (site) => site.metro === 'Metro Manila' && site.seats === null);
    expect(sites(4)).toBeLessThan(0.2);
    expect(homes(4)).toBeLessThan(0.2);
    // SunStar: 63 % of affected power customers restored four weeks after typhoon Odette.
    expect(homes(28)).toBeGreaterThan(0.56);
    expect(homes(28)).toBeLessThan(0.7);
  });
});

/** Share of the undisturbed plan's productive hours that some sites still give, by days from a date. */
function hoursKept(base: RunResult, run: RunResult, from: string, chosen: (site: Plan['sites'][number]) => boolean) {
  const sites = new Set(worked.sites.filter(chosen).map(({ id }) => id));
  const first = base.days.indexOf(from);
  const hours = (result: RunResult, day: number) =>
    result.teams.reduce((sum, team) => sum + (sites.has(team.site) ? team.dailyProductiveHours[first + day]! : 0), 0);
  return (day: number) => hours(run, day) / hours(base, day);
}

interface Fact {
  readonly source?: string | undefined;
  readonly grade?: string | undefined;
}

/** Every part of a plan that states a figure about the world, with its place. */
function statedFacts(plan: Plan): [place: string, fact: Fact | undefined][] {
  return [
    ...plan.markets.map(({ id, churn }): [string, Fact | undefined] => [`markets/${id}/churn`, churn]),
    ...plan.streams.flatMap(({ id, demand, handleTime }): [string, Fact][] => [
      [`streams/${id}/demand`, demand],
      [`streams/${id}/handleTime`, handleTime],
    ]),
    ...plan.providers.flatMap(({ id, contract, evidence, capabilities }) => [
      ...(contract ? [[`providers/${id}/contract`, contract] as [string, Fact]] : []),
      ...(capabilities ? [[`providers/${id}/capabilities`, capabilities] as [string, Fact]] : []),
      ...(evidence ?? []).map((entry): [string, Fact] => [`providers/${id}/evidence`, entry]),
    ]),
    ...plan.sites.flatMap(({ id, wage, workAtHome }) => [
      [`sites/${id}/wage`, wage] as [string, Fact],
      ...(workAtHome
        ? ([
            [`sites/${id}/workAtHome/emergency`, workAtHome.emergency],
            [`sites/${id}/workAtHome/engineered`, workAtHome.engineered],
          ] as [string, Fact][])
        : []),
    ]),
    ...plan.teams.flatMap(({ id, shrinkage, learning }): [string, Fact][] => [
      [`teams/${id}/shrinkage`, shrinkage],
      [`teams/${id}/learning`, learning],
    ]),
    ...plan.hazards.map((hazard): [string, Fact] => [`hazards/${hazard.id}`, hazard]),
    ['policies/recoveryDays', plan.policies.recoveryDays],
    ...plan.disruptions.flatMap((disruption) => [
      [`disruptions/${disruption.id}`, disruption] as [string, Fact],
      ...disruption.effects.map((effect, at): [string, Fact] => [`disruptions/${disruption.id}/effects/${at}`, effect]),
    ]),
  ];
}
