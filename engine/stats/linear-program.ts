/**
 * A linear program, or a mixed-integer one: least cost over columns within their bounds, with rows of weighted columns
 * within theirs. Built column by column and row by row; a solver takes it as it is.
 */
export class LinearProgram {
  readonly cost: number[] = [];
  readonly lower: number[] = [];
  readonly upper: number[] = [];
  readonly isInteger: boolean[] = [];
  readonly rowLower: number[] = [];
  readonly rowUpper: number[] = [];
  /** The matrix by rows: where each row starts, and its columns and weights. */
  readonly rowStarts: number[] = [0];
  readonly columns: number[] = [];
  readonly weights: number[] = [];

  /** Adds a column; returns its place. */
  column(cost: number, lower: number, upper: number, isInteger = false): number {
    this.cost.push(cost);
    this.lower.push(lower);
    this.upper.push(upper);
    this.isInteger.push(isInteger);
    return this.cost.length - 1;
  }

  /** Adds a row over columns with their weights; returns its place. */
  row(lower: number, upper: number, entries: Iterable<readonly [column: number, weight: number]>): number {
    for (const [column, weight] of entries) {
      if (weight === 0) continue;
      this.columns.push(column);
      this.weights.push(weight);
    }
    this.rowStarts.push(this.columns.length);
    this.rowLower.push(lower);
    this.rowUpper.push(upper);
    return this.rowLower.length - 1;
  }
}

/** What a solver found. */
export interface LinearSolution {
  /** `limit`: the best found within the limits given, within `gap` of the best possible. */
  readonly status: 'optimal' | 'limit' | 'infeasible' | 'unbounded';
  readonly objective: number;
  readonly values: Float64Array;
  /** What a unit more of a column, or of a row's binding bound, would change the cost by; of continuous programs alone. */
  readonly reducedCosts: Float64Array;
  readonly rowPrices: Float64Array;
  /** Share by which the best possible may be lower; 0 where it is proven. */
  readonly gap: number;
  /** Whether it was the clock that ended the search: another machine may then find something else. */
  readonly byClock: boolean;
}

export interface SolveOptions {
  /** Takes integer columns as if they could be split. */
  readonly relaxed?: boolean;
  /** Ends the search by the clock. What is found then depends on the machine: prefer `iterationsAtMost`. */
  readonly secondsAtMost?: number;
  /** Ends the search after so many steps of the simplex method: the same point on every machine. */
  readonly iterationsAtMost?: number;
  /** Stops when the best found is this close to the best possible, as a share. */
  readonly gapAtMost?: number;
  /** Values of the integer columns to start the search from; the others follow. */
  readonly start?: { readonly columns: readonly number[]; readonly values: readonly number[] };
}

/**
 * A program that is solved again and again with other bounds, every time from where it stood: a changed bound takes
 * milliseconds where a new program takes a second. Integer columns are taken as if they could be split.
 */
export interface HeldProgram {
  /** Sets a column's bounds for the solves to come. */
  readonly bound: (column: number, lower: number, upper: number) => void;
  /** The cost with the bounds as they are; infinite where nothing satisfies them. */
  readonly cost: () => number;
  /** The solution that `cost` found last. */
  readonly solution: () => Pick<LinearSolution, 'values' | 'reducedCosts' | 'rowPrices'>;
}

/** Solves a linear program; how it is loaded depends on where the engine runs, so it is an argument. */
export interface LinearSolver {
  (program: LinearProgram, options?: SolveOptions): LinearSolution;
  /** Keeps a program for as long as `use` needs it. */
  readonly hold: <Result>(program: LinearProgram, use: (held: HeldProgram) => Result) => Result;
}
