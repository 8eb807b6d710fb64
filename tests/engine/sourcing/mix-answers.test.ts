import { beforeAll, describe, expect, test } from 'vitest';
import { changedLimits, homeTarget, type MixFrontier, mixTradeOffs, type OptimalMix } from '../../../engine/answers';
import { readPlan } from '../../../engine/plan';
import { highsSolver, type LinearSolver } from '../../../engine/stats';
import { readScenario } from '../../support/read-scenario';

let solver: LinearSolver;
beforeAll(async () => {
  solver = await highsSolver();
});

/** A mix of which nothing but its criteria is known. */
function mix(id: string, cost: number, lost: number, service: number, effectiveNumber: number): OptimalMix {
  const rechecked = {
    serviceLevel: service,
    streams: [],
    cost,
    contactsLost: 0,
    valueAtRisk: 0,
    lostInWorstYears: lost,
    valueInWorstYears: lost,
    searchedInWorstYears: lost,
  };
  return { id, name: id, effectiveNumber, rechecked } as unknown as OptimalMix;
}

describe('trade-offs', () => {
  test('name who is beaten in every criterion and by whom; nobody is by its equal or for being dear and safe', () => {
    const study = {
      today: mix('today', 100, 50, 0.9, 4),
      frontier: [mix('mix-1', 90, 50, 0.9, 4), mix('mix-2', 120, 10, 0.95, 4), mix('mix-3', 120, 10, 0.95, 4)],
      spread: [mix('spread-1', 130, 50, 0.9, 5), mix('spread-2', 130, 60, 0.9, 5)],
    } as unknown as MixFrontier;
    const beaten = mixTradeOffs(study).map(({ id, dominatedBy }) => [id, dominatedBy]);
    expect(beaten).toEqual([
      ['today', ['mix-1']],
      ['mix-1', []],
      ['mix-2', []],
      ['mix-3', []],
      ['spread-1', []],
      ['spread-2', ['spread-1']],
    ]);
  });

  test('leave out mixes that flow has not run', () => {
    const known = mix('today', 100, 50, 0.9, 4);
    const study = { today: known, frontier: [{ ...known, id: 'mix-1', rechecked: null }], spread: [] };
    expect(mixTradeOffs(study as unknown as MixFrontier).map(({ id }) => id)).toEqual(['today']);
  });
});

describe('limits that are changed', () => {
  const limits = readPlan(readScenario('farwater')).policies.limits;

  test('take the place of those on the same share, and leave the others', () => {
    const changed = changedLimits(limits, [
      { dimension: 'metro', end: 'maxShare', share: 0.4 },
      { dimension: 'kind', member: 'work-at-home', end: 'maxShare', share: null },
      { dimension: 'site', end: 'maxShare', share: 0.2 },
    ]);
    const find = (dimension: string, member?: string) =>
      changed.find((limit) => limit.dimension === dimension && limit.member === member);
    expect(find('metro')).toMatchObject({ maxShare: 0.4, note: limits.find((one) => one.dimension === 'metro')!.note });
    expect(find('kind', 'work-at-home')).toEqual({ dimension: 'kind', member: 'work-at-home', minShare: 0.05 });
    expect(find('site')).toEqual({ dimension: 'site', maxShare: 0.2 });
    expect(changed).toHaveLength(limits.length + 1);
  });

  test('leave limits on contacts or value alone', () => {
    const ofValue = [{ dimension: 'metro' as const, maxShare: 0.3 as never, measure: 'value' as const }];
    const changed = changedLimits(ofValue, [{ dimension: 'metro', end: 'maxShare', share: 0.2 }]);
    expect(changed).toEqual([...ofValue, { dimension: 'metro', maxShare: 0.2 }]);
  });
});

test('the target for work at home holds its best share, and its dual is what a point more costs', () => {
  // The second site's people at home.
  const document = structuredClone(readScenario('two-lights')) as { sites: object[] };
  document.sites[1] = { ...document.sites[1], kind: 'work-at-home', seats: null };
  const plan = readPlan(document);
  const target = homeTarget(plan, { years: 20 }, solver);
  const known = target.shares.filter(({ cost }) => cost !== null);
  expect(known.length).toBeGreaterThan(2);
  const least = Math.min(...known.map(({ cost }) => cost!));
  expect(known.find(({ share }) => share === target.best)!.cost).toBe(least);
  expect(target.band!.from).toBeLessThanOrEqual(target.best!);
  expect(target.band!.to).toBeGreaterThanOrEqual(target.best!);
  // Between two shares the slope lies between what a point more costs at either.
  for (let at = 1; at < known.length; at++) {
    const [a, b] = [known[at - 1]!, known[at]!];
    const slope = (b.cost! - a.cost!) / (100 * (b.share - a.share));
    const room = 1e-3 * (1 + Math.abs(slope)) + 1e-6 * least;
    expect(slope).toBeGreaterThan(Math.min(a.perPoint!, b.perPoint!) - room);
    expect(slope).toBeLessThan(Math.max(a.perPoint!, b.perPoint!) + room);
  }
});
