import { beforeAll, describe, expect, test } from 'vitest';
import { highsSolver, type LinearSolver } from '../../engine/stats';
import { coverShifts } from '../../engine/workforce';
import cases from '../../scenarios/textbook/shift-cover.json';
import { type TextbookCover, textbookProblem } from '../support/textbook-cover';

let solver: LinearSolver;
beforeAll(async () => {
  solver = await highsSolver();
});

describe('textbook cases of covering by shifts', () => {
  test.each((cases as readonly TextbookCover[]).map((one) => [one.name, one] as const))(
    '%s: published optimum',
    (_name, one) => {
      const problem = textbookProblem(one);
      expect(one.source.length).toBeGreaterThan(20);
      const cover = coverShifts(problem, solver);
      expect(cover.open).toBeCloseTo(0, 9);
      expect(cover.cost).toBeCloseTo(one.optimum, 6);
      expect(coverShifts({ ...problem, whole: true }, solver).cost).toBeCloseTo(one.wholeOptimum, 6);
    },
  );
});
