import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { shiftCover } from '../../engine/answers';
import { readPlan } from '../../engine/plan';
import { highsSolver, type LinearProgram, type LinearSolver } from '../../engine/stats';
import { bestHires, coverShifts, hiringProgram } from '../../engine/workforce';
import cases from '../../scenarios/textbook/shift-cover.json';
import { NATIVE_SOLVERS } from '../support/native-solvers';
import { randomHiring } from '../support/random-hiring';
import { type TextbookCover, textbookProblem } from '../support/textbook-cover';

let solver: LinearSolver;
beforeAll(async () => {
  solver = await highsSolver();
});

const SEED = 20271125;
const hirings = [
  ...fc.sample(randomHiring(8), { numRuns: 4, seed: SEED }),
  ...fc.sample(randomHiring(12), { numRuns: 2, seed: SEED }),
];

/** The solver, and every program that it is given with what it found. */
function recorded() {
  const found: { readonly program: LinearProgram; readonly objective: number }[] = [];
  const recording: LinearSolver = Object.assign(
    (...[program, options]: Parameters<LinearSolver>) => {
      const solution = solver(program, options);
      found.push({ program, objective: solution.objective });
      return solution;
    },
    { hold: solver.hold },
  );
  return { recording, found };
}

const equals = (found: number, other: number) =>
  expect(Math.abs(found - other) / Math.max(1, Math.abs(other))).toBeLessThan(1e-6);

describe.each(NATIVE_SOLVERS)('$name finds the same optimum', ({ name, isHere, solve }) => {
  test.skipIf(!isHere)(`hires of whole classes and divisible ones, six random problems (needs ${name})`, () => {
    for (const problem of hirings) {
      const best = bestHires(problem, solver, { gapAtMost: 0, effort: 20 });
      const { program } = hiringProgram(problem);
      expect(best.gap).toBeLessThan(1e-9);
      equals(best.cost.total, solve(program));
      equals(best.leastCost, solve(program, true));
    }
  });

  test.skipIf(!isHere)(`shifts of the textbook cases, divisible and whole (needs ${name})`, () => {
    for (const one of cases as readonly TextbookCover[]) {
      for (const whole of [false, true]) {
        const { recording, found } = recorded();
        coverShifts({ ...textbookProblem(one), whole }, recording);
        expect(found).toHaveLength(1);
        for (const { program, objective } of found) equals(objective, solve(program));
      }
    }
  });

  test.skipIf(!isHere)(`the shifts of a worked plan's week, limit by limit (needs ${name})`, () => {
    const file = new URL('../../scenarios/library/two-lights.json', import.meta.url);
    const plan = readPlan(JSON.parse(readFileSync(file, 'utf8')));
    const { recording, found } = recorded();
    shiftCover(plan, { teams: [plan.teams[0]!.id] }, recording);
    expect(found).toHaveLength(6);
    for (const { program, objective } of found) equals(objective, solve(program));
  });
});
