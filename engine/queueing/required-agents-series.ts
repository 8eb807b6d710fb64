import { checkpoint, InputFault, issue, type RunControl } from '../units';
import { erlangAKernel } from './erlang-a-kernel';
import { USUAL_TARGET_SECONDS } from './queue-input';
import { QUEUE_METRIC as M, QUEUE_METRICS } from './queue-metric';
import { evaluate } from './required-agents';
import { margin, requiredAgentsFractional } from './required-agents-fractional';
import { checkStaffing, type StaffingLoad, type StaffingTargets } from './staffing-targets';

/** Rates at which the curve of agents is solved from scratch. */
const NODES = 64;
/** Agents to which the answer is exact. */
const EXACT = 1e-7;
/** Intervals between two looks at the stop sign. */
const SLICE = 4096;

/** What a series has in common, and the handle time of each interval against the common one, where it differs. */
export interface SeriesWork extends Omit<StaffingLoad, 'arrivalsPerHour'> {
  readonly handleFactors?: ArrayLike<number> | null | undefined;
}

/**
 * Fractional agents that meet every target in each of many intervals with the same handle time, patience and targets.
 *
 * Use for weeks and years of one stream; for a single interval `requiredAgentsFractional`. The same answers at a third of
 * the cost: the safety above the load, in units of its root, is solved at 64 rates and interpolated on the logarithm of
 * the rate; from there two or three secant steps reach the exact root, which is then on the side that meets the targets.
 * Whole agents are `wholeHeads` of the result. NaN where no number of agents would do (the limit depends on targets
 * alone, so then everywhere but in empty intervals), 0 where nothing arrives.
 *
 * Source: square-root safety, Halfin & Whitt, Oper. Res. 29 (1981); secant method.
 * Units: arrivals an hour, one per interval, 0 to 1e9. Error below 1e-6 agents. Cost: about 3 µs an interval with
 * patience, 1 µs without. Where `handleFactors` vary, the curve is a start at the same load, and a step or two more are taken.
 *
 * @example requiredAgentsSeries({ handleTimeSeconds: 180 }, { serviceLevel: 0.8 }, Float64Array.of(200, 0, 90))
 */
export function requiredAgentsSeries(
  { handleFactors, ...work }: SeriesWork,
  targets: StaffingTargets,
  arrivalsPerHour: ArrayLike<number>,
  control?: RunControl,
): Float64Array {
  checkStaffing({ ...work, arrivalsPerHour: 1 }, targets);
  const agents = new Float64Array(arrivalsPerHour.length);
  const { low, high } = rangeOf(arrivalsPerHour, handleFactors);
  if (high === 0) return agents;
  const curve = new SafetyCurve(work, targets, low, high);
  for (let t = 0; t < agents.length; t++) {
    if (t % SLICE === 0) checkpoint(control, t / agents.length, 'Solving required agents');
    if (arrivalsPerHour[t]! > 0) agents[t] = curve.agentsAt(arrivalsPerHour[t]!, handleFactors?.[t]);
  }
  checkpoint(control, 1, 'Solving required agents');
  return agents;
}

function rangeOf(rates: ArrayLike<number>, factors: SeriesWork['handleFactors']): { low: number; high: number } {
  let low = Number.POSITIVE_INFINITY;
  let high = 0;
  for (let t = 0; t < rates.length; t++) {
    const rate = rates[t]!;
    if (!(rate >= 0 && rate <= 1e9)) {
      throw new InputFault([issue('queue.out-of-range', `arrivalsPerHour[${t}]`, rate, 'a number from 0 to 1e9')]);
    }
    if (rate > 0) {
      const alike = rate * (factors?.[t] ?? 1);
      low = Math.min(low, alike);
      high = Math.max(high, alike);
    }
  }
  return { low, high };
}

const OUT = new Float64Array(QUEUE_METRICS);
/** One record for all evaluations: millions of intervals leave nothing to collect. */
const JUDGED = { serviceLevel: 0, asaSeconds: 0, abandonment: 0, occupancy: 0, waitProbability: 0 };

/** Safety above the load, in roots of the load, over the logarithm of the rate; with the slope of the margin there. */
class SafetyCurve {
  readonly #safety = new Float64Array(NODES);
  readonly #slope = new Float64Array(NODES);
  readonly #logLow: number;
  readonly #perLog: number;

  constructor(
    readonly work: Omit<StaffingLoad, 'arrivalsPerHour'>,
    readonly targets: StaffingTargets,
    low: number,
    high: number,
  ) {
    this.#logLow = Math.log(low);
    const span = Math.max(1e-9, Math.log(high) - this.#logLow);
    this.#perLog = (NODES - 1) / span;
    for (let node = 0; node < NODES; node++) {
      const rate = Math.min(high, low * Math.exp((span * node) / (NODES - 1)));
      const found = requiredAgentsFractional({ ...work, arrivalsPerHour: rate }, targets);
      const erlangs = this.#erlangs(rate);
      if (!found.solved) {
        this.#safety.fill(Number.NaN);
        this.#slope.fill(Number.NaN);
        return;
      }
      const n = found.agents;
      this.#safety[node] = (n - erlangs) / Math.sqrt(erlangs);
      // Slopes are kept per root of the load, in which they hardly change from node to node.
      const rise = this.#margin(rate, n + 1e-3 * Math.sqrt(erlangs)) - this.#margin(rate, n);
      this.#slope[node] = rise / 1e-3;
    }
  }

  agentsAt(arrivalsPerHour: number, factor = 1): number {
    const place = Math.min(NODES - 1, Math.max(0, (Math.log(arrivalsPerHour * factor) - this.#logLow) * this.#perLog));
    const node = Math.min(NODES - 2, Math.floor(place));
    const part = place - node;
    const erlangs = this.#erlangs(arrivalsPerHour * factor);
    const root = Math.sqrt(erlangs);
    const safety = this.#safety[node]! * (1 - part) + this.#safety[node + 1]! * part;
    let slope = (this.#slope[node]! * (1 - part) + this.#slope[node + 1]! * part) / root;
    if (!(slope > 0)) return this.#fromScratch(arrivalsPerHour, factor);
    let n = Math.max(0, erlangs + safety * root);
    let at = this.#margin(arrivalsPerHour, n, factor);
    const exact = Math.max(EXACT, 1e-12 * n);
    for (let round = 0; round < 6; round++) {
      // Half a tolerance beyond the root, so that the last step ends on the side that meets the targets.
      const next = n - at / slope + exact / 2;
      if (!(next >= 0)) break;
      const step = next - n;
      if (Math.abs(step) <= exact && at >= 0) return n;
      const then = this.#margin(arrivalsPerHour, next, factor);
      const secant = (then - at) / step;
      n = next;
      at = then;
      if (secant > 0.2 * slope && secant < 5 * slope && Math.abs(step) > exact) slope = secant;
    }
    return this.#fromScratch(arrivalsPerHour, factor);
  }

  #margin(arrivalsPerHour: number, agents: number, factor = 1): number {
    const { patienceSeconds = Number.POSITIVE_INFINITY } = this.work;
    const handleTimeSeconds = this.work.handleTimeSeconds * factor;
    const { definition = 'answeredOverOffered', targetSeconds = USUAL_TARGET_SECONDS } = this.targets;
    if (definition !== 'answeredOverOffered') {
      return margin(evaluate({ ...this.work, handleTimeSeconds, arrivalsPerHour }, this.targets, agents), this.targets);
    }
    erlangAKernel(arrivalsPerHour / 3600, handleTimeSeconds, agents, patienceSeconds, targetSeconds, OUT);
    JUDGED.serviceLevel = OUT[M.serviceLevel]!;
    JUDGED.asaSeconds = OUT[M.asa]!;
    JUDGED.abandonment = OUT[M.abandonment]!;
    JUDGED.occupancy = OUT[M.occupancy]!;
    JUDGED.waitProbability = OUT[M.waitProbability]!;
    return margin(JUDGED, this.targets);
  }

  #fromScratch(arrivalsPerHour: number, factor: number): number {
    const handleTimeSeconds = this.work.handleTimeSeconds * factor;
    const found = requiredAgentsFractional({ ...this.work, handleTimeSeconds, arrivalsPerHour }, this.targets);
    return found.solved ? found.agents : Number.NaN;
  }

  #erlangs(arrivalsPerHour: number): number {
    return (arrivalsPerHour / 3600) * this.work.handleTimeSeconds;
  }
}
