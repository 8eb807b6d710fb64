import { beforeAll, describe, expect, test } from 'vitest';
import { optimizeMix } from '../../../engine/answers';
import { readPlan } from '../../../engine/plan';
import { tailRisk } from '../../../engine/risk';
import { bestMixes, type MixProblem, mixProgram, solved } from '../../../engine/sourcing';
import { highsSolver, type LinearSolver } from '../../../engine/stats';
import { smallMix } from '../../support/mix-problem';
import { NATIVE_SOLVERS } from '../../support/native-solvers';
import { riskyDocument } from '../../support/risky-plan';

let solver: LinearSolver;
beforeAll(async () => {
  solver = await highsSolver();
});

describe('mixes of least cost for their risk', () => {
  test('cost more the less they risk, and no more than today’s for the same risk', () => {
    const { today, frontier, conflict } = bestMixes(smallMix(), solver, 6);
    expect(conflict).toEqual([]);
    expect(frontier).toHaveLength(6);
    expect(today.sizes).toEqual([1, 1, 1]);
    for (let at = 1; at < frontier.length; at++) {
      expect(frontier[at]!.risk).toBeLessThan(frontier[at - 1]!.risk);
      expect(frontier[at]!.cost).toBeGreaterThanOrEqual(frontier[at - 1]!.cost - 1e-6);
    }
    expect(frontier.at(-1)!.cost).toBeGreaterThan(frontier[0]!.cost + 1);
  });

  test('have the conditional value at risk of their own losses', () => {
    const problem = smallMix();
    const asked = mixProgram(problem, { least: 'risk', asToday: true });
    const found = solver(asked.program);
    const losses = asked.losses.map((year) =>
      year.reduce((sum, [column, weight]) => sum + weight * found.values[column]!, 0),
    );
    const risk = asked.risk.reduce((sum, [column, weight]) => sum + weight * found.values[column]!, 0);
    expect(tailRisk(losses, problem.level).conditional.value).toBeCloseTo(risk, 6);
    expect(risk).toBeGreaterThan(0);
  });

  test('say what a limit costs, as moving it a little does', () => {
    const problem = smallMix();
    const { frontier } = bestMixes(problem, solver, 6);
    const riskAtMost = frontier[2]!.risk;
    const least = mixProgram(problem, { least: 'unmet', asToday: true });
    const calm = solver(least.program);
    const unmetAtMost = least.unmet.map((row) => row.map((column) => calm.values[column]! + 1e-6));
    const costOf = (changed: MixProblem, risk = riskAtMost) =>
      solved(changed, solver, { least: 'cost', unmetAtMost, riskAtMost: risk })!;
    const mix = costOf(problem);
    expect(mix.prices.size).toBeGreaterThan(0);
    const step = 1e-5;
    for (const [id, price] of mix.prices) {
      const moved = (by: number): MixProblem => ({
        ...problem,
        limits: problem.limits.map((limit) => (limit.id === id ? { ...limit, limit: limit.limit + by } : limit)),
      });
      const slope = (costOf(moved(step)).cost - costOf(moved(-step)).cost) / (2 * step);
      expect(Math.abs(slope - price), id).toBeLessThan(1e-3 * (1 + Math.abs(price)));
    }
    const slope = (costOf(problem, riskAtMost + 0.01).cost - costOf(problem, riskAtMost - 0.01).cost) / 0.02;
    expect(Math.abs(-slope - mix.riskPrice)).toBeLessThan(1e-3 * (1 + mix.riskPrice));
  });

  test('name the smallest set of limits in conflict where there is none', () => {
    const problem = smallMix();
    const limits: MixProblem['limits'] = [
      ...problem.limits,
      { id: 'too much', label: 'Own people', kind: 'min-share', teams: [0], limit: 0.6 },
      { id: 'too little', label: 'Own people', kind: 'max-share', teams: [0], limit: 0.5 },
    ];
    const { frontier, conflict } = bestMixes({ ...problem, limits }, solver, 4);
    expect(frontier).toEqual([]);
    expect(conflict).toEqual(['too much', 'too little']);
  });

  describe.each(NATIVE_SOLVERS)('$name finds the same optimum', ({ name, isHere, solve }) => {
    test.skipIf(!isHere)(`for cost and for risk (needs ${name})`, () => {
      for (const least of ['cost', 'risk'] as const) {
        const { program } = mixProgram(smallMix(), {
          least,
          unmetAtMost: [
            [100, 100],
            [100, 100],
          ],
        });
        const own = solver(program).objective;
        expect(Math.abs(own - solve(program)) / Math.max(1, Math.abs(own))).toBeLessThan(1e-6);
      }
    });
  });
});

describe('mixes of a plan', () => {
  test('are run by flow with fresh luck, beside today’s', () => {
    const document = riskyDocument();
    document.policies.limits = [{ dimension: 'site', maxShare: 0.9 }];
    const answer = optimizeMix(readPlan(document), { points: 3, years: 60, recheckYears: 2 }, solver);
    expect(answer.frontier).toHaveLength(3);
    expect(answer.today.sizes.map(({ size }) => size)).toEqual(answer.today.sizes.map(() => 1));
    for (const { rechecked, sizes } of [answer.today, ...answer.frontier]) {
      expect(rechecked.cost).toBeGreaterThan(0);
      expect(rechecked.lostToHazards).not.toBeNull();
      expect(sizes.reduce((sum, { hoursShare }) => sum + hoursShare, 0)).toBeCloseTo(1, 9);
      expect(Math.max(...sizes.map(({ hoursShare }) => hoursShare))).toBeLessThan(0.9 + 1e-6);
    }
    expect(() => optimizeMix(readPlan(document), { points: 1 }, solver)).toThrow(/points/);
  });
});
