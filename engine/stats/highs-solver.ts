import type { Highs } from 'highs';
import type { LinearProgram, LinearSolution, LinearSolver, SolveOptions } from './linear-program';

let loaded: Promise<Highs> | null = null;

/**
 * The HiGHS solver as a function, loaded once; its program is a file of 3.5 MB beside the package.
 *
 * Linear programs by simplex, mixed-integer ones by branch and cut. The same program gives the same answer everywhere, as
 * long as it is not stopped by its time.
 *
 * Source: Huangfu and Hall (2018, Mathematical Programming Computation 10); highs.dev. Errors: throws when it can't be
 * loaded, or when the program is no program.
 */
export async function highsSolver(): Promise<LinearSolver> {
  loaded ??= import('highs').then(({ default: loadHighs }) => loadHighs());
  try {
    const highs = await loaded;
    return (program, options) => solve(highs, program, options ?? {});
  } catch (error) {
    loaded = null;
    throw error;
  }
}

function solve(highs: Highs, program: LinearProgram, options: SolveOptions): LinearSolution {
  const numCols = program.cost.length;
  const numRows = program.rowLower.length;
  const isWhole = !options.relaxed && program.isInteger.some((whole) => whole);
  return highs.withModel(
    {
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
    },
    (model) => {
      model.options.set({ output_flag: false, random_seed: 0 });
      if (options.secondsAtMost !== undefined) model.options.set('time_limit', options.secondsAtMost);
      if (options.gapAtMost !== undefined) model.options.set('mip_rel_gap', options.gapAtMost);
      if (options.start && isWhole) {
        const { columns, values } = options.start;
        model.setSolution({ indices: Int32Array.from(columns), values: Float64Array.from(values) });
      }
      model.run();
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
      };
    },
  );
}
