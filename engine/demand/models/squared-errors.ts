/** Smoothing parameters that are tried side by side. */
export interface Shares {
  readonly alpha: number;
  readonly beta: number;
  readonly gamma: number;
}

/** First level and season of a smoothing pass. */
export interface Start {
  readonly level: number;
  readonly season: Float64Array;
}

/** Damping of the trend; trends of contact volume that go on unbroken are not believed. */
export const DAMPING = 0.9;

/** Recursions in a batch: each waits for its own last error, so the others' arithmetic comes at no cost. */
const BATCH = 4;

/**
 * Squared one-step errors of additive exponential smoothing with a damped trend, for several sets of shares.
 *
 * Use to choose shares: only errors are kept. Errors of the first cycle don't count.
 * Formula: that of `smooth` in exponential-smoothing, four recursions abreast. Cost: O(n) for each four sets.
 */
export function squaredErrors(x: Float64Array, m: number, start: Start, sets: readonly Shares[]): number[] {
  const out: number[] = [];
  for (let from = 0; from < sets.length; from += BATCH) {
    const last = sets.length - 1;
    const four = [0, 1, 2, 3].map((i) => sets[Math.min(from + i, last)]!);
    const sums = m > 1 ? seasonal(x, m, start, four) : level(x, start, four);
    for (let i = 0; i < BATCH && from + i <= last; i++) out.push(sums[i]!);
  }
  return out;
}

function seasonal(x: Float64Array, m: number, start: Start, four: readonly Shares[]): readonly number[] {
  const [a, b, c, d] = four as [Shares, Shares, Shares, Shares];
  const { alpha: alphaA, beta: betaA, gamma: gammaA } = a;
  const { alpha: alphaB, beta: betaB, gamma: gammaB } = b;
  const { alpha: alphaC, beta: betaC, gamma: gammaC } = c;
  const { alpha: alphaD, beta: betaD, gamma: gammaD } = d;
  const season = new Float64Array(m * BATCH);
  for (let p = 0; p < m; p++) season.fill(start.season[p]!, p * BATCH, (p + 1) * BATCH);
  let levelA = start.level;
  let levelB = levelA;
  let levelC = levelA;
  let levelD = levelA;
  let trendA = 0;
  let trendB = 0;
  let trendC = 0;
  let trendD = 0;
  let sumA = 0;
  let sumB = 0;
  let sumC = 0;
  let sumD = 0;
  for (let t = 0, at = 0; t < x.length; t++) {
    const y = x[t]!;
    trendA *= DAMPING;
    trendB *= DAMPING;
    trendC *= DAMPING;
    trendD *= DAMPING;
    levelA += trendA;
    levelB += trendB;
    levelC += trendC;
    levelD += trendD;
    const errorA = y - levelA - season[at]!;
    const errorB = y - levelB - season[at + 1]!;
    const errorC = y - levelC - season[at + 2]!;
    const errorD = y - levelD - season[at + 3]!;
    if (t >= m) {
      sumA += errorA * errorA;
      sumB += errorB * errorB;
      sumC += errorC * errorC;
      sumD += errorD * errorD;
    }
    levelA += alphaA * errorA;
    levelB += alphaB * errorB;
    levelC += alphaC * errorC;
    levelD += alphaD * errorD;
    trendA += betaA * errorA;
    trendB += betaB * errorB;
    trendC += betaC * errorC;
    trendD += betaD * errorD;
    season[at]! += gammaA * errorA;
    season[at + 1]! += gammaB * errorB;
    season[at + 2]! += gammaC * errorC;
    season[at + 3]! += gammaD * errorD;
    at += BATCH;
    if (at === season.length) at = 0;
  }
  return [sumA, sumB, sumC, sumD];
}

function level(x: Float64Array, start: Start, four: readonly Shares[]): readonly number[] {
  const [a, b, c, d] = four as [Shares, Shares, Shares, Shares];
  const { alpha: alphaA, beta: betaA } = a;
  const { alpha: alphaB, beta: betaB } = b;
  const { alpha: alphaC, beta: betaC } = c;
  const { alpha: alphaD, beta: betaD } = d;
  let levelA = start.level;
  let levelB = levelA;
  let levelC = levelA;
  let levelD = levelA;
  let trendA = 0;
  let trendB = 0;
  let trendC = 0;
  let trendD = 0;
  let sumA = 0;
  let sumB = 0;
  let sumC = 0;
  let sumD = 0;
  for (let t = 0; t < x.length; t++) {
    const y = x[t]!;
    trendA *= DAMPING;
    trendB *= DAMPING;
    trendC *= DAMPING;
    trendD *= DAMPING;
    levelA += trendA;
    levelB += trendB;
    levelC += trendC;
    levelD += trendD;
    const errorA = y - levelA;
    const errorB = y - levelB;
    const errorC = y - levelC;
    const errorD = y - levelD;
    if (t >= 1) {
      sumA += errorA * errorA;
      sumB += errorB * errorB;
      sumC += errorC * errorC;
      sumD += errorD * errorD;
    }
    levelA += alphaA * errorA;
    levelB += alphaB * errorB;
    levelC += alphaC * errorC;
    levelD += alphaD * errorD;
    trendA += betaA * errorA;
    trendB += betaB * errorB;
    trendC += betaC * errorC;
    trendD += betaD * errorD;
  }
  return [sumA, sumB, sumC, sumD];
}
