/** One contender of `allocation.mjs`: allocation-contender.mjs ours|plain ENGINE MODELS INSTANCE SOLVES GAP, one line of JSON. */
const [kind, engineFile, modelsFile, instance, solves, gap] = process.argv.slice(2);
const { INSTANCES } = await import(modelsFile);
const { obj, lo, hi, ints, rows } = INSTANCES[instance]();
const isWhole = ints.length > 0;

/** The product's solver, from its own form of a program. */
async function ours() {
  const { highsSolver, LinearProgram } = await import(engineFile);
  const solve = await highsSolver();
  const whole = new Set(ints);
  return () => {
    const program = new LinearProgram();
    obj.forEach((cost, at) => {
      program.column(cost, lo[at], hi[at], whole.has(at));
    });
    for (const row of rows) {
      program.row(
        row.lo,
        row.hi,
        row.idx.map((column, at) => [column, row.val[at]]),
      );
    }
    return solve(program, isWhole ? { gapAtMost: Number(gap) } : {}).objective;
  };
}

/** The package alone, given its arrays. */
async function plain() {
  const { default: load } = await import('highs');
  const highs = await load();
  return () => {
    const starts = [0];
    const indices = [];
    const values = [];
    for (const row of rows) {
      indices.push(...row.idx);
      values.push(...row.val);
      starts.push(indices.length);
    }
    const [numCols, numRows] = [obj.length, rows.length];
    const integrality = new Int32Array(numCols);
    for (const column of ints) integrality[column] = 1;
    const matrix = {
      format: 'csr',
      numRows,
      numCols,
      starts: Int32Array.from(starts),
      indices: Int32Array.from(indices),
      values: Float64Array.from(values),
    };
    const model = {
      numCols,
      numRows,
      colCost: Float64Array.from(obj),
      colLower: Float64Array.from(lo),
      colUpper: Float64Array.from(hi),
      rowLower: Float64Array.from(rows, (row) => row.lo),
      rowUpper: Float64Array.from(rows, (row) => row.hi),
      matrix,
      ...(isWhole ? { integrality } : {}),
    };
    return highs.withModel(model, (built) => {
      built.options.set({ output_flag: false, ...(isWhole ? { mip_rel_gap: Number(gap) } : {}) });
      built.run();
      return built.getObjectiveValue();
    });
  };
}

const cpu = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
};
const begun = cpu();
const run = await (kind === 'ours' ? ours() : plain());
const passes = [];
let objective = Number.NaN;
for (let pass = 0; pass < Number(solves); pass++) {
  const before = pass === 0 ? begun : cpu();
  objective = run();
  passes.push(cpu() - before);
}
console.log(JSON.stringify({ passes, objective }));
