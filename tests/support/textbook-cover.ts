import type { CoverProblem, ShiftColumn } from '../../engine/workforce';

/** A published case of covering by shifts. */
export interface TextbookCover {
  readonly name: string;
  readonly source: string;
  readonly required: readonly number[];
  /** Shifts of so many intervals start in each interval and go round, or these do. */
  readonly length?: number;
  readonly covers?: readonly (readonly number[])[];
  readonly costs: readonly number[];
  readonly optimum: number;
  readonly wholeOptimum: number;
}

/** The case as a problem to solve. */
export function textbookProblem({ required, length, covers, costs }: TextbookCover): CoverProblem {
  const lists =
    covers ??
    required.map((_, start) => Array.from({ length: length! }, (_at, step) => (start + step) % required.length));
  return {
    required: Float64Array.from(required),
    flexible: new Float64Array(1),
    dayOf: new Uint8Array(required.length),
    shifts: lists.map(
      (intervals, at): ShiftColumn => ({
        intervals,
        shares: intervals.map(() => 1),
        cost: costs[at]!,
        group: 0,
        day: 0,
      }),
    ),
    groups: [],
    openCost: 1e6,
  };
}
