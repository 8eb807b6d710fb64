/** Sums of products of a regression, built row by row. */
export interface NormalEquations {
  readonly size: number;
  /** Upper triangle filled, row by row. */
  readonly products: Float64Array;
  readonly right: Float64Array;
  rows: number;
}

export function normalEquations(size: number): NormalEquations {
  return { size, products: new Float64Array(size * size), right: new Float64Array(size), rows: 0 };
}

/** Adds one observation: regressors in `row`, outcome `y`. Cost: O(size^2 / 2). */
export function addRow(equations: NormalEquations, row: Float64Array, y: number): void {
  const { size, products, right } = equations;
  for (let i = 0; i < size; i++) {
    const v = row[i]!;
    if (v === 0) continue;
    right[i]! += v * y;
    const base = i * size;
    for (let j = i; j < size; j++) products[base + j]! += v * row[j]!;
  }
  equations.rows += 1;
}

/**
 * Coefficients that minimize squared error plus a penalty on their distance from a prior.
 *
 * Use for regressions on many lagged or seasonal columns inside a backtest, where `MultivariateLinearRegression` of
 * ml-regression (a full singular value decomposition) costs too much and does not shrink.
 * Formula: (X'X + D) b = X'y + D prior, D = penalty times the mean square of each column; solved by Cholesky.
 * Source: Hoerl and Kennard 1970; prior mean: Lindley and Smith 1972.
 * Valid: penalty above 0 for columns that may depend on each other. Cost: O(size^3 / 6).
 */
export function solveRidge(
  equations: NormalEquations,
  penalty: number | Float64Array,
  prior?: Float64Array,
): Float64Array {
  const { size, products, right, rows } = equations;
  const a = new Float64Array(size * size);
  const b = new Float64Array(size);
  for (let i = 0; i < size; i++) {
    for (let j = i; j < size; j++) {
      a[i * size + j] = products[i * size + j]!;
      a[j * size + i] = products[i * size + j]!;
    }
  }
  for (let i = 0; i < size; i++) {
    const own = typeof penalty === 'number' ? penalty : penalty[i]!;
    const d = (own * products[i * size + i]!) / Math.max(1, rows) + 1e-10 * (products[i * size + i]! + 1);
    a[i * size + i]! += d;
    b[i] = right[i]! + d * (prior?.[i] ?? 0);
  }
  for (let j = 0; j < size; j++) {
    let diagonal = a[j * size + j]!;
    for (let k = 0; k < j; k++) diagonal -= a[j * size + k]! ** 2;
    const root = Math.sqrt(Math.max(diagonal, 1e-14));
    a[j * size + j] = root;
    for (let i = j + 1; i < size; i++) {
      let v = a[i * size + j]!;
      for (let k = 0; k < j; k++) v -= a[i * size + k]! * a[j * size + k]!;
      a[i * size + j] = v / root;
    }
  }
  for (let i = 0; i < size; i++) {
    let v = b[i]!;
    for (let k = 0; k < i; k++) v -= a[i * size + k]! * b[k]!;
    b[i] = v / a[i * size + i]!;
  }
  for (let i = size - 1; i >= 0; i--) {
    let v = b[i]!;
    for (let k = i + 1; k < size; k++) v -= a[k * size + i]! * b[k]!;
    b[i] = v / a[i * size + i]!;
  }
  return b;
}
