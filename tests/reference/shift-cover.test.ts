import { beforeAll, describe, expect, test } from 'vitest';
import { highsSolver, type LinearSolver } from '../../engine/stats';
import { coverShifts, type ShiftColumn } from '../../engine/workforce';
import cases from '../../scenarios/textbook/shift-cover.json';

let solver: LinearSolver;
beforeAll(async () => {
  solver = await highsSolver();
});

interface TextbookCase {
  readonly required: readonly number[];
  readonly length?: number;
  readonly covers?: readonly (readonly number[])[];
  readonly costs: readonly number[];
}

/** Shifts that start in each interval and go round, or those that the case lists. */
function shiftsOf({ required, length, covers, costs }: TextbookCase): ShiftColumn[] {
  const lists =
    covers ??
    required.map((_, start) => Array.from({ length: length! }, (_at, step) => (start + step) % required.length));
  return lists.map((intervals, at) => ({
    intervals,
    shares: intervals.map(() => 1),
    cost: costs[at]!,
    group: 0,
    day: 0,
  }));
}

describe('textbook cases of covering by shifts', () => {
  test.each(cases.map((one) => [one.name, one] as const))('%s: published optimum', (_name, one) => {
    const problem = {
      required: Float64Array.from(one.required),
      flexible: new Float64Array(1),
      dayOf: new Uint8Array(one.required.length),
      shifts: shiftsOf(one as TextbookCase),
      groups: [],
      openCost: 1e6,
    };
    expect(one.source.length).toBeGreaterThan(20);
    const cover = coverShifts(problem, solver);
    expect(cover.open).toBeCloseTo(0, 9);
    expect(cover.cost).toBeCloseTo(one.optimum, 6);
    expect(coverShifts({ ...problem, whole: true }, solver).cost).toBeCloseTo(one.wholeOptimum, 6);
  });
});
