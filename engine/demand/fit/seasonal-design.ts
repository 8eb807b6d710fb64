import { repeatableCosine, repeatableSine } from '../../stats';
import { type NormalEquations, normalEquations } from './ridge';

/** Regressors of cycle positions and yearly harmonics by row: one position is 1, harmonics are sines and cosines. */
export interface SeasonalDesign {
  readonly cycle: number;
  /** Columns: the cycle's positions, then a sine and a cosine for each pair. */
  readonly size: number;
  /** Angle of the year from row to row. */
  readonly angle: number;
  readonly position: Int32Array;
  /** Sines and cosines, row by row. */
  readonly waves: Float64Array;
}

/** Lays the regressors out over some rows, the first of them `start` rows after the season's origin. */
export function seasonalDesign(
  rows: number,
  start: number,
  cycle: number,
  year: number,
  pairs: number,
): SeasonalDesign {
  const position = new Int32Array(rows);
  for (let t = 0; t < rows; t++) position[t] = (t + start) % cycle;
  const width = 2 * pairs;
  const waves = new Float64Array(rows * width);
  const angle = pairs > 0 ? (2 * Math.PI) / year : 0;
  for (let t = 0; t < rows && pairs > 0; t++) {
    const sine = repeatableSine(angle * (t + start));
    const cosine = repeatableCosine(angle * (t + start));
    let s = sine;
    let c = cosine;
    for (let k = 0; k < pairs; k++) {
      waves[t * width + 2 * k] = s;
      waves[t * width + 2 * k + 1] = c;
      const next = s * cosine + c * sine;
      c = c * cosine - s * sine;
      s = next;
    }
  }
  return { cycle, size: cycle + width, angle, position, waves };
}

/** What the regressors of a row add up to. */
export function fittedAt({ cycle, size, position, waves }: SeasonalDesign, beta: Float64Array, t: number): number {
  const width = size - cycle;
  let fitted = beta[position[t]!]!;
  for (let j = 0; j < width; j++) fitted += beta[cycle + j]! * waves[t * width + j]!;
  return fitted;
}

/** Sums of products of the regressors over rows `from` to the end of `y`, and with `y`. Cost: O(n (2 pairs)^2 / 2). */
export function designEquations(design: SeasonalDesign, y: Float64Array, from: number): NormalEquations {
  const { cycle, size, position, waves } = design;
  const width = size - cycle;
  const equations = normalEquations(size);
  const { products, right } = equations;
  for (let t = from; t < y.length; t++) {
    const p = position[t]!;
    const v = y[t]!;
    products[p * size + p]! += 1;
    right[p]! += v;
    const at = t * width;
    for (let i = 0; i < width; i++) {
      const w = waves[at + i]!;
      products[p * size + cycle + i]! += w;
      right[cycle + i]! += w * v;
      const base = (cycle + i) * size + cycle;
      for (let j = i; j < width; j++) products[base + j]! += w * waves[at + j]!;
    }
  }
  equations.rows = y.length - from;
  return equations;
}

/**
 * The same for regressors and outcome both filtered by an autoregression, without filtering a single row.
 *
 * Use for regressions with autoregressive errors. A position or a harmonic some rows earlier is a shift or a rotation of
 * itself, so filtered regressors are the plain ones times one small matrix: (XM)'(XM) = M'(X'X)M.
 * Formula: z[t] - sum of a[k] z[t - 1 - k], over the rows that have all lags.
 * Source: shift and angle-sum identities; filter: Cochrane and Orcutt 1949.
 * Valid: more rows than lags. Cost: O(n (2 pairs)^2 / 2 + size^3).
 */
export function filteredEquations(design: SeasonalDesign, y: Float64Array, ar: Float64Array): NormalEquations {
  const { size } = design;
  const order = ar.length;
  const n = y.length;
  const plain = designEquations(design, y, order);
  const right = plain.right.slice();
  const window = plain.right.slice();
  for (let k = 1; k <= order; k++) {
    // The outcome k rows earlier, over a window that has moved by k rows.
    addTo(window, design, order - k, y[order - k]!);
    addTo(window, design, n - k, -y[n - k]!);
    addLagged(right, design, window, k, -ar[k - 1]!);
  }
  const change = filterMatrix(design, ar);
  const equations = normalEquations(size);
  equations.rows = plain.rows;
  const half = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    for (let k = 0; k < size; k++) {
      const p = i <= k ? plain.products[i * size + k]! : plain.products[k * size + i]!;
      if (p === 0) continue;
      for (let j = 0; j < size; j++) half[i * size + j]! += p * change[k * size + j]!;
    }
  }
  for (let k = 0; k < size; k++) {
    for (let i = 0; i < size; i++) {
      const c = change[k * size + i]!;
      if (c === 0) continue;
      equations.right[i]! += c * right[k]!;
      for (let j = i; j < size; j++) equations.products[i * size + j]! += c * half[k * size + j]!;
    }
  }
  return equations;
}

function addTo(sums: Float64Array, { cycle, size, position, waves }: SeasonalDesign, t: number, value: number): void {
  const width = size - cycle;
  sums[position[t]!]! += value;
  for (let j = 0; j < width; j++) sums[cycle + j]! += value * waves[t * width + j]!;
}

/** Adds `share` times the sums that the regressors `lag` rows later would have had. */
function addLagged(
  right: Float64Array,
  { cycle, size, angle }: SeasonalDesign,
  sums: Float64Array,
  lag: number,
  share: number,
): void {
  for (let p = 0; p < cycle; p++) right[(p + lag) % cycle]! += share * sums[p]!;
  for (let j = cycle, k = 1; j < size; j += 2, k++) {
    const sine = repeatableSine(angle * k * lag);
    const cosine = repeatableCosine(angle * k * lag);
    right[j]! += share * (sums[j]! * cosine + sums[j + 1]! * sine);
    right[j + 1]! += share * (sums[j + 1]! * cosine - sums[j]! * sine);
  }
}

/** Plain regressors of a row times this matrix are its filtered ones. */
function filterMatrix({ cycle, size, angle }: SeasonalDesign, ar: Float64Array): Float64Array {
  const change = new Float64Array(size * size);
  for (let i = 0; i < size; i++) change[i * size + i] = 1;
  ar.forEach((a, lag) => {
    const back = (lag + 1) % cycle;
    for (let p = 0; p < cycle; p++) change[p * size + ((p - back + cycle) % cycle)]! -= a;
    for (let j = cycle, k = 1; j < size; j += 2, k++) {
      const sine = a * repeatableSine(angle * k * (lag + 1));
      const cosine = a * repeatableCosine(angle * k * (lag + 1));
      change[j * size + j]! -= cosine;
      change[(j + 1) * size + j]! += sine;
      change[(j + 1) * size + j + 1]! -= cosine;
      change[j * size + j + 1]! -= sine;
    }
  });
  return change;
}
