/** Local straight line with tricube weights, found every cycle and joined between. */
export function localLine(x: Float64Array, span: number, every: number): Float64Array {
  return localLineOf(x.length, span, every)(x);
}

/** The same for several series of one length: what a row adds to a point of the line depends on the length alone. */
export function localLineOf(n: number, span: number, every: number): (x: Float64Array) => Float64Array {
  const stride = Math.max(every, 7);
  const half = Math.max(span / 2, stride);
  const points: { readonly at: number; readonly from: number; readonly shares: Float64Array }[] = [];
  let inner: Float64Array | null = null;
  for (let at = 0; ; at = Math.min(n - 1, at + stride)) {
    const reach = Math.max(half, span - Math.min(at, n - 1 - at));
    const from = Math.max(0, Math.ceil(at - reach));
    const to = Math.min(n - 1, Math.floor(at + reach));
    const whole = reach === half && at - reach >= 0 && at + reach <= n - 1;
    const shares: Float64Array = whole && inner ? inner : lineShares(at, from, to, reach);
    if (whole) inner = shares;
    points.push({ at, from, shares });
    if (at >= n - 1) break;
  }
  return (x) => {
    const out = new Float64Array(n);
    let last = 0;
    for (const { at, from, shares } of points) {
      out[at] = product(shares, x, from);
      const rise = out[at]! - out[last]!;
      for (let t = last + 1; t < at; t++) out[t] = out[last]! + (rise * (t - last)) / (at - last);
      last = at;
    }
    return out;
  };
}

/** Share of each row from `from` to `to` in the weighted straight line's value at `at`. */
function lineShares(at: number, from: number, to: number, reach: number): Float64Array {
  const shares = new Float64Array(to - from + 1);
  const nearer = 1 / reach;
  let w0 = 0;
  let w1 = 0;
  let w2 = 0;
  for (let t = from; t <= to; t++) {
    const d = t - at;
    const near = Math.abs(d) * nearer;
    if (near >= 1) continue;
    const c = 1 - near * near * near;
    const w = c * c * c;
    shares[t - from] = w;
    w0 += w;
    w1 += w * d;
    w2 += w * d * d;
  }
  const det = w0 * w2 - w1 * w1;
  const sloped = det > 1e-9 * w0 * w2;
  const flat = sloped ? w2 / det : 1 / Math.max(w0, 1e-12);
  const slope = sloped ? w1 / det : 0;
  for (let t = from; t <= to; t++) {
    shares[t - from]! *= flat - slope * (t - at);
  }
  return shares;
}

/** Sum of shares times the values from `from` on: four sums abreast, so that none waits for the one before. */
export function product(shares: Float64Array, x: Float64Array, from: number): number {
  const { length } = shares;
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  let i = 0;
  for (; i + 3 < length; i += 4) {
    a += shares[i]! * x[from + i]!;
    b += shares[i + 1]! * x[from + i + 1]!;
    c += shares[i + 2]! * x[from + i + 2]!;
    d += shares[i + 3]! * x[from + i + 3]!;
  }
  for (; i < length; i++) a += shares[i]! * x[from + i]!;
  return a + b + (c + d);
}
