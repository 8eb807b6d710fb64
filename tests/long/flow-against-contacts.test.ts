import { afterAll, describe, expect, test } from 'vitest';
import { type Plan, readPlan } from '../../engine/plan';
import farwater from '../../scenarios/library/farwater.json';
import twoLights from '../../scenarios/library/two-lights.json';
import { bothLevels, type Level, levelTable, type Stretch } from '../support/flow-and-contacts';
import { tinyDocument } from '../support/tiny-plan';

/** Points of service level by which the two may differ in the mean: one pool, and pools of several skills. */
const ONE_POOL = 2;
const OVER_SKILLS = 4;

const WEEK = 7;

/** Undisturbed weeks through the year, and the first week or two of every disruption of the plan. */
function stretches(plan: Plan, quietDays: readonly number[], replications: number): Stretch[] {
  const startDay = Date.parse(plan.calendar.startDate) / 86_400_000;
  const quiet = quietDays.map((fromDay) => ({ plan, disruption: null, fromDay, days: WEEK, replications }));
  const struck = plan.disruptions.map(({ id, startDate }) => ({
    plan,
    disruption: id,
    fromDay: Date.parse(startDate) / 86_400_000 - startDay,
    days: WEEK,
    replications,
  }));
  return [...quiet, ...struck];
}

/** One team group with one stream: the pool is a single queue. */
function onePool(heads: number, patienceSeconds: number): Plan {
  const document = tinyDocument() as ReturnType<typeof JSON.parse>;
  document.id = `one-pool-${heads}-${patienceSeconds}`;
  document.streams = [document.streams[0]];
  document.streams[0].patienceSeconds = patienceSeconds;
  for (const team of document.teams) team.headcount[0].heads = heads;
  return readPlan(document);
}

describe('flow against contacts', () => {
  const seen: Level[] = [];
  const meanApart = (levels: readonly Level[]) => {
    const known = levels.filter(({ contacts, flow }) => !Number.isNaN(contacts) && !Number.isNaN(flow));
    return known.reduce((sum, { contacts, flow }) => sum + Math.abs(flow - contacts), 0) / known.length;
  };

  test('one pool: within two points in the mean', () => {
    const plans = [readPlan(twoLights), onePool(14, 120), onePool(18, 120), onePool(22, 300), onePool(26, 60)];
    const levels = plans.flatMap((plan) => stretches(plan, [WEEK, 2 * WEEK], 40).flatMap(bothLevels));
    seen.push(...levels);
    expect(meanApart(levels)).toBeLessThanOrEqual(ONE_POOL);
  });

  test('several skills, priorities and channels: within four points in the mean', () => {
    const tiny = readPlan(tinyDocument());
    const levels = [
      ...stretches(tiny, [WEEK, 2 * WEEK], 40),
      ...stretches(readPlan(farwater), [21, 126, 238, 350, 420], 6),
    ].flatMap(bothLevels);
    seen.push(...levels);
    expect(meanApart(levels)).toBeLessThanOrEqual(OVER_SKILLS);
  });

  afterAll(() => {
    console.log(levelTable(seen));
    const groups = new Map<string, Level[]>();
    for (const level of seen) {
      const key = `${level.plan} ${level.what}`;
      groups.set(key, [...(groups.get(key) ?? []), level]);
    }
    for (const [key, levels] of groups) console.log(`${key}: ${meanApart(levels).toFixed(1)} points in the mean`);
  });
});
