import { integrateWaits } from './erlang-a-integrals';
import { freeAgentOdds } from './erlang-b-kernel';
import { erlangCKernel, writeNoLoad } from './erlang-c-kernel';
import { QUEUE_METRIC as M } from './queue-metric';

/** A term below this share of its sum ends it; what follows adds up to a few tens of it. */
const CUT = 1e-15;
/** Sums longer than this give way to integrals, whose cost is constant: a few panels, or many where services are few. */
const LONGEST_SUM = 600;
const LONGEST_SUM_OF_FEW = 1000;
const FEW_SERVICES = 20;
/** Fewer agents than this are nobody; ratios such as the wait of the answered keep their limit. */
const NOBODY = 1e-12;

/** Odds, arrivals and services per patience, and target: numbers in an array are not boxed on their way to a function. */
const GIVEN = new Float64Array(4);

/**
 * Figures of a queue whose customers give up after an exponential patience (Erlang A, Palm's queue, M/M/n+M),
 * written into an array without allocation.
 *
 * Use in loops over many intervals; `erlangA` is the same by name and checks its input. Overload is a normal input. Agents
 * may be fractional: the wait density of Mandelbaum and Zeltyn holds for real n, with Erlang's loss function continued
 * as in `freeAgentOdds`. No agents: everyone gives up after their patience. Patience 0 is Erlang B (abandonment is the
 * blocking), infinite patience Erlang C.
 *
 * Formula: with b arrivals and c services (n / handle time) per mean patience, the offered wait v, in patiences, has a
 * density in proportion to exp(b (1 - e^-v) - c v). Small systems sum the equivalent series b^j / ((c+1) … (c+j)),
 * positive terms only; large ones integrate the density, so that cost and accuracy do not depend on size. Service
 * level in deep overload is taken from the near side of the density, where nothing cancels.
 *
 * Source: Palm (1957); Mandelbaum & Zeltyn, The Palm/Erlang-A Queue (2005); Garnett, Mandelbaum & Reiman, M&SOM 4
 * (2002). Units: contacts a second, seconds, agents whole or fractional; `out` has `QUEUE_METRICS` places, see
 * `QUEUE_METRIC`. Valid: load 0 to 1e6, patience 0 to infinity. Relative error below 1e-10. Cost: 0.1 to 4 µs.
 *
 * @example erlangAKernel(100 / 1800, 180, 11, 120, 20, out); out[QUEUE_METRIC.abandonment] // 0.0942
 */
export function erlangAKernel(
  arrivalsPerSecond: number,
  handleTimeSeconds: number,
  agents: number,
  patienceSeconds: number,
  targetSeconds: number,
  out: Float64Array,
): void {
  const load = arrivalsPerSecond * handleTimeSeconds;
  if (agents < NOBODY) {
    writeNobody(arrivalsPerSecond, patienceSeconds, targetSeconds, out);
    return;
  }
  if (!(load > 0)) {
    writeNoLoad(out);
    return;
  }
  if (patienceSeconds === Number.POSITIVE_INFINITY) {
    erlangCKernel(arrivalsPerSecond, handleTimeSeconds, agents, targetSeconds, out);
    return;
  }
  const odds = freeAgentOdds(agents, load);
  if (odds === Number.POSITIVE_INFINITY) {
    writeNoWait(load, agents, out);
    return;
  }
  const b = arrivalsPerSecond * patienceSeconds;
  const c = (agents * patienceSeconds) / handleTimeSeconds;
  if (b < 1e-9) {
    writeLoss(odds, load, agents, out);
    return;
  }
  const target = targetSeconds / patienceSeconds;
  const terms = b > c ? b - c + 8.7 * Math.sqrt(b) : Math.min(8.7 * Math.sqrt(b), 40 / (c / b - 1) + 10);
  GIVEN[0] = odds;
  GIVEN[1] = b;
  GIVEN[2] = c;
  GIVEN[3] = target;
  const longest = c < FEW_SERVICES ? LONGEST_SUM_OF_FEW : LONGEST_SUM;
  // The largest term is below e^b, and below e^((b - c)^2 / 2c).
  const inRange = b < 600 || b <= c || (b - c) * (b - c) < 1000 * c;
  if (inRange && terms < longest) bySums(out);
  else integrateWaits(GIVEN, out);
  const answered = out[M.occupancy]!;
  const abandonment = out[M.abandonment]!;
  out[M.occupancy] = Math.min(1, (load * answered) / agents);
  out[M.asa] = out[M.asa]! * patienceSeconds;
  out[M.meanWait] = abandonment * patienceSeconds;
  out[M.queueLength] = b * abandonment;
}

/** Leaves the answered share in the place of occupancy and the wait of the answered in patiences. */
function bySums(out: Float64Array): void {
  const odds = GIVEN[0]!;
  const b = GIVEN[1]!;
  const c = GIVEN[2]!;
  const target = GIVEN[3]!;
  const y = Math.exp(-target);
  const by = b * y;
  // Two terms a step; one division serves both, and c + 1, c + 2 … counts in x.
  let x = c + 1;
  let rate = 1 / x;
  let hold = rate;
  let term = 1;
  let lateTerm = 1;
  let sum = 0;
  let queue = 0;
  let late = 0;
  let waits = rate * rate;
  let place = 1;
  for (;;) {
    const pair = 1 / ((x + 1) * (x + 2));
    const rate1 = (x + 2) * pair;
    const rate2 = (x + 1) * pair;
    const term1 = term * (b * rate);
    const late1 = lateTerm * (by * rate);
    const hold1 = hold + rate1;
    term = term1 * (b * rate1);
    lateTerm = late1 * (by * rate1);
    hold = hold1 + rate2;
    sum += term1 + term;
    late += late1 + lateTerm;
    queue += place * term1 + (place + 1) * term;
    waits += term1 * (rate1 * hold1) + term * (rate2 * hold);
    rate = rate2;
    x += 2;
    place += 2;
    if (x > b && term * place < CUT * queue) break;
  }
  const total = odds + 1 + sum;
  const ratio = c / b;
  const answered = (odds + ratio * sum) / total;
  const within = Math.exp(b * (1 - y) - c * target) / total;
  let level = answered - within * ratio * late;
  if (level < 0.1 * answered && by > c) {
    const near = within * total * (1 + freeAgentOdds(c, by)) - (1 + freeAgentOdds(c, b));
    level = (odds + ratio * Math.max(0, near)) / total;
  }
  out[M.waitProbability] = (1 + sum) / total;
  out[M.serviceLevel] = level;
  out[M.asa] = (c * waits) / (odds + ratio * sum);
  out[M.abandonment] = queue / (b * total);
  out[M.occupancy] = answered;
  out[M.leftWithinTarget] = 1 - y * Math.min(1, within * (1 + late));
}

/** A wait less likely than the smallest number. */
function writeNoWait(load: number, agents: number, out: Float64Array): void {
  writeNoLoad(out);
  out[M.occupancy] = load / agents;
}

/** Patience 0: who would wait is lost at once. */
function writeLoss(odds: number, load: number, agents: number, out: Float64Array): void {
  const lost = 1 / (1 + odds);
  const answered = odds / (1 + odds);
  out.fill(0, 0, 8);
  out[M.waitProbability] = lost;
  out[M.serviceLevel] = answered;
  out[M.abandonment] = lost;
  out[M.occupancy] = Math.min(1, (load * answered) / agents);
  out[M.leftWithinTarget] = 1;
}

/** No agents: everyone waits until they give up. */
function writeNobody(arrivalsPerSecond: number, patience: number, target: number, out: Float64Array): void {
  if (!(arrivalsPerSecond > 0)) {
    writeNoLoad(out);
    return;
  }
  out.fill(0, 0, 8);
  out[M.waitProbability] = 1;
  out[M.asa] = patience;
  out[M.meanWait] = patience;
  out[M.abandonment] = patience === Number.POSITIVE_INFINITY ? 0 : 1;
  out[M.occupancy] = 1;
  out[M.leftWithinTarget] = patience > 0 ? -Math.expm1(-target / patience) : 1;
  out[M.queueLength] = arrivalsPerSecond * patience;
}
