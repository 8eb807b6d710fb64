/**
 * Exponential, logarithm, sine and cosine from additions, multiplications, divisions and square roots alone.
 *
 * Use where an answer must be the same to the last digit everywhere: IEEE 754 fixes the result of these four operations,
 * but not that of `Math.exp` and its like, which differ in the last digit between editions of one JavaScript engine (a
 * browser of 2026 and Node 20: one `Math.exp` in ten, one `Math.log` in a hundred). Elsewhere use `Math`.
 * Formula: reduction by ln 2 (or pi / 2) in two parts, then minimax polynomials.
 * Source: fdlibm, Sun Microsystems 1993 (reductions and coefficients); Muller, Elementary Functions (3rd ed., 2016), ch. 11.
 * Units: none. Error below 1 unit in the last place; sine and cosine for arguments up to 1e5. Cost: about 10 ns.
 */
const LN2_HIGH = 0.6931471803691238;
const LN2_LOW = 1.9082149292705877e-10;
const PER_LN2 = Math.LOG2E;
const P1 = 0.16666666666666602;
const P2 = -0.0027777777777015593;
const P3 = 6.613756321437934e-5;
const P4 = -1.6533902205465252e-6;
const P5 = 4.1381367970572385e-8;

const LEAST_POWER = -1074;
/** Powers of two from 2^-1074 to 2^1023. */
const TWO_TO = powersOfTwo();

function powersOfTwo(): Float64Array {
  const powers = new Float64Array(2098);
  powers[-LEAST_POWER] = 1;
  for (let k = 1 - LEAST_POWER; k < powers.length; k++) powers[k] = 2 * powers[k - 1]!;
  for (let k = -LEAST_POWER - 1; k >= 0; k--) powers[k] = powers[k + 1]! / 2;
  return powers;
}

/** e to the power x, the same everywhere. */
export function repeatableExp(x: number): number {
  if (!(x < 709.79)) return x > 0 ? Number.POSITIVE_INFINITY : x;
  if (x < -745.2) return 0;
  const k = Math.floor(x * PER_LN2 + 0.5);
  const high = x - k * LN2_HIGH;
  const low = k * LN2_LOW;
  const r = high - low;
  const t = r * r;
  const c = r - t * (P1 + t * (P2 + t * (P3 + t * (P4 + t * P5))));
  const y = 1 - (low - (r * c) / (2 - c) - high);
  // The ends of the range want two factors.
  if (k > 1023) return y * 2 * TWO_TO[k - 1 - LEAST_POWER]!;
  return k < -1022 ? y * TWO_TO[k + 60 - LEAST_POWER]! * TWO_TO[-60 - LEAST_POWER]! : y * TWO_TO[k - LEAST_POWER]!;
}

const BITS = new Float64Array(1);
const HALVES = new Int32Array(BITS.buffer);
const HIGH = new Int32Array(new Float64Array([1]).buffer)[1] === 0 ? 0 : 1;
const TWO_TO_54 = 18014398509481984;
const LEAST_NORMAL = 2.2250738585072014e-308;
const L1 = 0.6666666666666735;
const L2 = 0.3999999999940942;
const L3 = 0.2857142874366239;
const L4 = 0.22222198432149784;
const L5 = 0.1818357216161805;
const L6 = 0.15313837699209373;
const L7 = 0.14798198605116586;

/** Natural logarithm of x, the same everywhere. */
export function repeatableLog(x: number): number {
  if (!(x > 0)) return x === 0 ? Number.NEGATIVE_INFINITY : Number.NaN;
  if (x === Number.POSITIVE_INFINITY) return x;
  // Below 2^-1022 numbers have no full mantissa.
  const whole = x < LEAST_NORMAL ? x * TWO_TO_54 : x;
  BITS[0] = whole;
  const high = HALVES[HIGH]!;
  // The power that leaves a mantissa between the roots of a half and of two.
  const power = ((high >> 20) & 0x7ff) - 1023 + (((high & 0xfffff) + 0x95f64) >> 20);
  const f = whole * TWO_TO[-power - LEAST_POWER]! - 1;
  const k = whole === x ? power : power - 54;
  const s = f / (2 + f);
  const z = s * s;
  const w = z * z;
  const rest = w * (L2 + w * (L4 + w * L6)) + z * (L1 + w * (L3 + w * (L5 + w * L7)));
  const half = 0.5 * f * f;
  return k * LN2_HIGH - (half - (s * (half + rest) + k * LN2_LOW) - f);
}

const PER_QUARTER = 0.6366197723675814;
const QUARTER_HIGH = 1.5707963267341256;
const QUARTER_LOW = 6.077100506506192e-11;

/** Sine of x radians, the same everywhere. */
export function repeatableSine(x: number): number {
  const quarters = Math.floor(x * PER_QUARTER + 0.5);
  return ofQuarter(x - quarters * QUARTER_HIGH, quarters * QUARTER_LOW, quarters & 3);
}

/** Cosine of x radians, the same everywhere. */
export function repeatableCosine(x: number): number {
  const quarters = Math.floor(x * PER_QUARTER + 0.5);
  return ofQuarter(x - quarters * QUARTER_HIGH, quarters * QUARTER_LOW, (quarters + 1) & 3);
}

function ofQuarter(high: number, low: number, quarter: number): number {
  const r = high - low;
  const size = quarter & 1 ? cosineNear(r) : sineNear(r);
  return quarter & 2 ? -size : size;
}

function sineNear(r: number): number {
  const z = r * r;
  const rest =
    0.00833333333332249 +
    z *
      (-0.0001984126982985795 + z * (2.7557313707070068e-6 + z * (-2.5050760253406863e-8 + z * 1.58969099521155e-10)));
  return r + z * r * (-0.16666666666666632 + z * rest);
}

function cosineNear(r: number): number {
  const z = r * r;
  const rest =
    z *
    (0.0416666666666666 +
      z *
        (-0.001388888888887411 +
          z *
            (2.480158728947673e-5 +
              z * (-2.7557314351390663e-7 + z * (2.087572321298175e-9 + z * -1.1359647557788195e-11)))));
  const half = 0.5 * z;
  const most = 1 - half;
  return most + (1 - most - half + z * rest);
}
