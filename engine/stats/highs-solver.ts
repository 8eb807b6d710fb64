import type { Highs, Model, ModelData } from 'highs';
import type { HeldProgram, LinearProgram, LinearSolution, LinearSolver, SolveOptions } from './linear-program';

let loaded: Promise<Highs> | null = null;

/**
 * The HiGHS solver as a function, loaded once; its program is a file of 3.5 MB beside the package.
 *
 * Linear programs by simplex, mixed-integer ones by branch and cut. WebAssembly computes to the bit alike everywhere, so the
 * same program gives the same answer on every machine, as long as it is not stopped by the clock.
 *
 * Source: Huangfu and Hall (2018, Mathematical Programming Computation 10); highs.dev. Errors: throws when it can't be
 * loaded, or when the program is no program.
 */
export async function highsSolver(): Promise<LinearSolver> {
  loaded ??= import('highs').then(({ default: loadHighs }) => loadHighs());
  try {
    const highs = await loaded;
    return Object.assign((program: LinearProgram, options?: SolveOptions) => solve(highs, program, options ?? {}), {
      hold: <Result>(program: LinearProgram, use: (held: HeldProgram) => Result) => hold(highs, program, use),
    });
  } catch (error) {
    loaded = null;
    throw error;
  }
}

const QUIET = { output_flag: false, random_seed: 0 } as const;

function solve(highs: Highs, program: LinearProgram, options: SolveOptions): LinearSolution {
  const isWhole = !options.relaxed && program.isInteger.some((whole) => whole);
  return highs.withModel(modelOf(program, isWhole), (model) => {
    model.options.set(QUIET);
    if (options.secondsAtMost !== undefined) model.options.set('time_limit', options.secondsAtMost);
    if (options.gapAtMost !== undefined) model.options.set('mip_rel_gap', options.gapAtMost);
    if (options.start && isWhole) {
      const { columns, values } = options.start;
      model.setSolution({ indices: Int32Array.from(columns), values: Float64Array.from(values) });
    }
    run(highs, model, isWhole ? options.iterationsAtMost : undefined);
    const { modelStatus } = highs.constants;
    const code = model.getModelStatus();
    const { colValue, colDual, rowDual } = model.getSolution();
    const hasPoint = Number(model.info.get('primal_solution_status')) === 2;
    const stopped: LinearSolution['status'] = hasPoint ? 'limit' : 'infeasible';
    const open: LinearSolution['status'] = code === modelStatus.unbounded ? 'unbounded' : stopped;
    const status: LinearSolution['status'] = code === modelStatus.optimal ? 'optimal' : open;
    return {
      status,
      objective: hasPoint ? model.getObjectiveValue() : Number.NaN,
      values: colValue,
      reducedCosts: colDual,
      rowPrices: rowDual,
      gap: isWhole && hasPoint ? Number(model.info.get('mip_gap')) : 0,
      byClock: code === modelStatus.timeLimit,
    };
  });
}

/** Runs a model, up to a number of simplex steps where one is given; they are counted alike on every machine. */
function run(highs: Highs, model: Model, iterationsAtMost: number | undefined): void {
  if (iterationsAtMost === undefined) {
    model.run();
    return;
  }
  model.run({
    [highs.constants.callbackType.mipInterrupt]: (event: {
      readonly data: { readonly mip_total_lp_iterations?: bigint };
      readonly interrupt: () => void;
    }) => {
      if (Number(event.data.mip_total_lp_iterations ?? 0) > iterationsAtMost) event.interrupt();
      return undefined;
    },
  });
}

function hold<Result>(highs: Highs, program: LinearProgram, use: (held: HeldProgram) => Result): Result {
  return highs.withModel(modelOf(program, false), (model) => {
    // Presolve would throw away where the last solve ended.
    model.options.set({ ...QUIET, presolve: 'off' });
    return use({
      bound: (column, lower, upper) => {
        model.changeColBounds(column, lower, upper);
      },
      cost: () => {
        model.run();
        return model.getModelStatus() === highs.constants.modelStatus.optimal
          ? model.getObjectiveValue()
          : Number.POSITIVE_INFINITY;
      },
      solution: () => {
        const { colValue, colDual, rowDual } = model.getSolution();
        return { values: colValue, reducedCosts: colDual, rowPrices: rowDual };
      },
    });
  });
}

function modelOf(program: LinearProgram, isWhole: boolean): ModelData {
  const numCols = program.cost.length;
  const numRows = program.rowLower.length;
  return {
    numCols,
    numRows,
    colCost: Float64Array.from(program.cost),
    colLower: Float64Array.from(program.lower),
    colUpper: Float64Array.from(program.upper),
    rowLower: Float64Array.from(program.rowLower),
    rowUpper: Float64Array.from(program.rowUpper),
    matrix: {
      format: 'csr',
      numRows,
      numCols,
      starts: Int32Array.from(program.rowStarts),
      indices: Int32Array.from(program.columns),
      values: Float64Array.from(program.weights),
    },
    ...(isWhole ? { integrality: Int32Array.from(program.isInteger, (whole) => (whole ? 1 : 0)) } : {}),
  };
}
