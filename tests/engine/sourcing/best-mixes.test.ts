import { beforeAll, describe, expect, test } from 'vitest';
import { joinStudies, mixPart, mixPlaces, optimizeMix } from '../../../engine/answers';
import { readPlan } from '../../../engine/plan';
import { tailRisk } from '../../../engine/risk';
import { type MixProblem, mixAt, mixProgram, mixStart, safestRisk, solvedMix } from '../../../engine/sourcing';
import { highsSolver, type LinearSolver } from '../../../engine/stats';
import { candidateMix, smallMix } from '../../support/mix-problem';
import { NATIVE_SOLVERS } from '../../support/native-solvers';
import { riskyDocument } from '../../support/risky-plan';

let solver: LinearSolver;
beforeAll(async () => {
  solver = await highsSolver();
});

function frontierOf(problem: MixProblem, points: number) {
  const start = mixStart(problem, solver);
  const safest = () => safestRisk(problem, solver, start);
  const at = (place: number) => mixAt(problem, solver, start, safest, place / (points - 1));
  return { start, frontier: Array.from({ length: points }, (_, place) => at(place)!) };
}

describe('mixes of least cost for their risk', () => {
  test('cost more the less they risk, and no more than today’s for the same risk', () => {
    const { start, frontier } = frontierOf(smallMix(), 6);
    expect(start.conflict).toEqual([]);
    expect(start.today.sizes).toEqual([1, 1, 1]);
    for (let at = 1; at < frontier.length; at++) {
      expect(frontier[at]!.risk).toBeLessThan(frontier[at - 1]!.risk);
      expect(frontier[at]!.cost).toBeGreaterThanOrEqual(frontier[at - 1]!.cost - 1e-6);
    }
    expect(frontier.at(-1)!.cost).toBeGreaterThan(frontier[0]!.cost + 1);
  });

  test('have the conditional value at risk of their own losses, and today’s is that of its hazards met one by one', () => {
    const problem = smallMix();
    const sizes = problem.teams.map(({ today }) => today);
    const asked = mixProgram(problem, { least: 'risk', sizes });
    const found = solver(asked.program);
    const losses = asked.losses.map((year) =>
      year.reduce((sum, [column, weight]) => sum + weight * found.values[column]!, 0),
    );
    const risk = asked.risk.reduce((sum, [column, weight]) => sum + weight * found.values[column]!, 0);
    expect(tailRisk(losses, problem.level).conditional.value).toBeCloseTo(risk, 6);
    expect(risk).toBeGreaterThan(0);
    expect(mixStart(problem, solver).today.risk).toBeCloseTo(risk, 6);
  });

  test('say what a limit costs, as moving it a little does', () => {
    const problem = smallMix();
    const { start, frontier } = frontierOf(problem, 6);
    const { unmetAtMost } = start;
    const riskAtMost = frontier[2]!.risk;
    const costOf = (changed: MixProblem, risk = riskAtMost) =>
      solvedMix(changed, solver, { least: 'cost', unmetAtMost, riskAtMost: risk })!;
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
    const { cheapest, conflict } = mixStart({ ...problem, limits }, solver);
    expect(cheapest).toBeNull();
    expect(conflict).toEqual(['too much', 'too little']);
  });

  test('pay a contract’s minimum below it and its premium beyond the maximum', () => {
    const problem = smallMix();
    const sized = (first: number) => {
      const contracts = [{ teams: [1], units: [[450, 450]], least: 400, most: 500, price: 20, surgePremium: 0.5 }];
      const free = { ...problem, contracts, teams: problem.teams.map((team) => ({ ...team, changeCostPerHour: 0 })) };
      const own = free.teams[0]!.cost + free.teams[1]!.cost * first + free.teams[2]!.cost;
      return solvedMix({ ...free, blocks: 0 }, solver, { least: 'cost', sizes: [1, first, 1] })!.cost - own;
    };
    // Per period: nobody there pays 400 hours; 450 cost themselves; 675 are 175 beyond, half as much again each.
    expect(sized(0)).toBeCloseTo(2 * 400 * 20, 6);
    expect(sized(1)).toBeCloseTo(2 * 450 * 20, 6);
    expect(sized(1.5)).toBeCloseTo(2 * (675 * 20 + 175 * 10), 6);
  });

  test('open a candidate when it saves more than opening it costs, and not otherwise', () => {
    const opened = (openingCost: number) => {
      const { frontier } = frontierOf(candidateMix(openingCost), 3);
      return frontier[0]!.sizes[3]!;
    };
    const { frontier } = frontierOf(smallMix(), 3);
    const free = frontierOf(candidateMix(0), 3).frontier[0]!;
    const saved = frontier[0]!.cost - free.cost;
    expect(saved).toBeGreaterThan(100);
    expect(opened(saved * 0.9)).toBeGreaterThan(0.01);
    expect(opened(saved * 1.1)).toBe(0);
  });

  describe.each(NATIVE_SOLVERS)('$name finds the same optimum', ({ name, isHere, solve }) => {
    test.skipIf(!isHere)(`for cost, for risk, and with a candidate to open (needs ${name})`, () => {
      const unmetAtMost = [
        [100, 100],
        [100, 100],
      ];
      for (const [problem, least] of [
        [smallMix(), 'cost'],
        [smallMix(), 'risk'],
        [candidateMix(3000), 'cost'],
        [candidateMix(3000, 900, 1500), 'cost'],
      ] as const) {
        const { program } = mixProgram(problem, { least, unmetAtMost });
        const own = solver(program, { gapAtMost: 0 }).objective;
        expect(Math.abs(own - solve(program)) / Math.max(1, Math.abs(own))).toBeLessThan(1e-6);
        const mix = solvedMix(problem, solver, { least, unmetAtMost })!;
        expect(Math.abs(own - mix[least]) / Math.max(1, Math.abs(own))).toBeLessThan(2e-6);
      }
    });
  });
});

describe('mixes of a plan', () => {
  const settings = { points: 3, years: 60, recheckYears: 20 };

  test('are run by flow with fresh luck, beside today’s', () => {
    const document = riskyDocument();
    document.policies.limits = [{ dimension: 'site', maxShare: 0.9 }];
    const answer = optimizeMix(readPlan(document), settings, solver);
    expect(answer.frontier.map(({ id }) => id)).toEqual(['mix-1', 'mix-2', 'mix-3']);
    expect(answer.today.sizes.map(({ size }) => size)).toEqual(answer.today.sizes.map(() => 1));
    for (const { rechecked, sizes, cost } of [answer.today, ...answer.frontier]) {
      expect(rechecked!.lostInWorstYears).not.toBeNull();
      expect(sizes.reduce((sum, { hoursShare }) => sum + hoursShare, 0)).toBeCloseTo(1, 9);
      expect(Math.max(...sizes.map(({ hoursShare }) => hoursShare))).toBeLessThan(0.9 + 1e-6);
      // What changing costs is in the search alone.
      expect(rechecked!.cost).toBeLessThan(cost * 1.002);
    }
    expect(Math.abs(answer.today.cost / answer.today.rechecked!.cost - 1)).toBeLessThan(1e-9);
    expect(() => optimizeMix(readPlan(document), { points: 1 }, solver)).toThrow(/points/);
  });

  test('found one by one are those found together, to the digit', () => {
    const plan = readPlan(riskyDocument());
    const whole = optimizeMix(plan, settings, solver);
    const parts = [...mixPlaces(3)]
      .reverse()
      .flatMap((place) =>
        [false, true].map((recheck) => mixPart(plan, { ...settings, places: [place], recheck }, solver)),
      );
    const joined = parts.reduce(joinStudies);
    expect(joined).toEqual(whole);
  });
});
