import { describe, expect, test } from 'vitest';
import { checkPlan, optimizeMix } from '../../../engine/answers';
import { withSizes } from '../../../engine/footprint';
import { type Plan, planHash, readPlan } from '../../../engine/plan';
import { highsSolver } from '../../../engine/stats';
import { readScenario } from '../../support/read-scenario';

type Document = { -readonly [Key in keyof Plan]: Plan[Key] };

function document(): Document {
  return structuredClone(readScenario('two-lights')) as Document;
}

/** The small plan with one more team like its first, at a place of its own. */
function withCandidate(change: (one: Record<string, unknown>) => void = () => {}): Document {
  const plan = document();
  const [site] = plan.sites;
  const [team] = plan.teams;
  const candidate = { id: 'more', name: 'More', like: team!.id, site: 'elsewhere', heads: 40, openingCost: 1000 };
  change(candidate);
  const sites = [{ ...site!, id: 'elsewhere', name: 'Elsewhere', metro: 'Elsewhere', country: 'PT' }];
  plan.candidates = { sites, teams: [candidate] } as unknown as Plan['candidates'];
  return plan;
}

describe('candidates', () => {
  test('are there at the size that is asked, like the team that they are like', () => {
    const plan = readPlan(withCandidate());
    const opened = withSizes(plan, [...plan.teams.map(() => 1), 0.5]);
    const more = opened.teams.at(-1)!;
    expect(more).toMatchObject({ id: 'more', site: 'elsewhere', skills: plan.teams[0]!.skills, hires: [] });
    expect(more.headcount.reduce((sum, { heads }) => sum + heads, 0)).toBeCloseTo(20, 9);
    expect(opened.candidates).toBeUndefined();
    expect(checkPlan(opened).issues).toEqual([]);
    for (const rule of opened.routing) {
      const asked = plan.routing.find(({ stream }) => stream === rule.stream)!;
      if (rule.mode !== 'pool' || asked.mode !== 'pool' || !rule.teams || !asked.teams) continue;
      expect(rule.teams.includes('more')).toBe(asked.teams.includes(plan.teams[0]!.id));
    }
  });

  test('stay away, with their sites, where no size is asked; what is there is as it was', () => {
    const plan = readPlan(withCandidate());
    const { candidates: _, ...today } = plan;
    expect(
      planHash(
        withSizes(
          plan,
          plan.teams.map(() => 1),
        ),
      ),
    ).toBe(planHash(today as Plan));
  });

  test('that are like nobody, nowhere, or there already are refused with their place', () => {
    const issues = (change: (one: Record<string, unknown>) => void) =>
      checkPlan(withCandidate(change)).issues.map(({ path }) => path);
    expect(issues((one) => Object.assign(one, { like: 'ghost' }))).toEqual(['candidates.teams[0].like']);
    expect(issues((one) => Object.assign(one, { site: 'ghost' }))).toEqual(['candidates.teams[0].site']);
    expect(issues((one) => Object.assign(one, { id: document().teams[0]!.id }))).toEqual(['candidates.teams[0].id']);
    expect(issues((one) => Object.assign(one, { heads: -1 }))).toEqual(['candidates.teams[0 "more"].heads']);
  });

  test('are opened by the search where they are as good as free, and run by flow with the rest', async () => {
    const plan = withCandidate((one) => Object.assign(one, { openingCost: 1 }));
    plan.candidates!.sites[0]!.wage = { ...plan.candidates!.sites[0]!.wage, perHour: 0.01 as never };
    plan.candidates!.sites[0]!.provider = plan.providers.find(({ contract }) => !contract)!.id;
    const answer = optimizeMix(readPlan(plan), { points: 2, years: 20, recheckYears: 0 }, await highsSolver());
    const [cheapest] = answer.frontier;
    const more = cheapest!.sizes.at(-1)!;
    expect(more).toMatchObject({ team: 'more', isCandidate: true });
    expect(more.size).toBeGreaterThan(0.1);
    expect(answer.today.sizes.at(-1)!.size).toBe(0);
    expect(cheapest!.rechecked!.cost).toBeLessThan(answer.today.rechecked!.cost);
    expect(cheapest!.rechecked!.cost).toBeLessThan(cheapest!.cost);
  });
});

test('shares of a split stream follow the sizes of its teams', () => {
  const plan = readPlan(readScenario('farwater'));
  const at = (id: string) => plan.teams.findIndex((team) => team.id === id);
  const sizes = plan.teams.map(() => 1);
  sizes[at('quezon-written')] = 0.5;
  const rule = withSizes(plan, sizes).routing.find(({ stream }) => stream === 'refunds')!;
  const shares = rule.mode === 'split' ? rule.shares.map(({ share }) => share as number) : [];
  // 0.7 × 1 and 0.3 × 0.5, of 0.85.
  expect(shares[0]).toBeCloseTo(0.7 / 0.85, 12);
  expect(shares[1]).toBeCloseTo(0.15 / 0.85, 12);
});
