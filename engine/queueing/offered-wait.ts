import { gaussLegendre } from '../stats';
import type { PatienceCurve } from './patience-curve';
import type { AnswerTarget } from './queue-input';
import type { QueueFigures } from './queue-metric';
import { SHORT_ABANDON_SECONDS, serviceLevelOf } from './service-level';

const RULE = gaussLegendre(32);
const PANELS = 3;
/** Density below e^-40 of its peak no longer counts. */
const REACH = 40;

/**
 * The wait that a customer of endless patience would meet: a density by quadrature, and an atom of those answered at once.
 *
 * The part of `generalQueue` that integrates; formula and source stand there.
 */
export class OfferedWait {
  readonly #peak: number;
  readonly #top: number;
  readonly #start: number;
  readonly #end: number;

  constructor(
    readonly rate: number,
    readonly clearing: number,
    readonly scale: number,
    readonly patience: PatienceCurve,
  ) {
    this.#peak = rate > clearing ? patience.whenStaying(clearing / rate) : 0;
    this.#top = this.#exponent(this.#peak);
    this.#end = this.#fallen(Math.max(this.#peak, scale / clearing));
    this.#start = this.#exponent(0) > this.#top - REACH ? 0 : this.#risen();
  }

  figures(odds: number, load: number, agents: number, target: number, asked: AnswerTarget): QueueFigures {
    const { staying } = this.patience;
    // The atom in units of the density's peak; both ends of the queue meet where exactly all agents are busy.
    const free = ((odds * load) / agents) * Math.exp(-this.#top);
    const weight = this.rate / this.scale;
    const all = this.#integral(0, Number.POSITIVE_INFINITY);
    const total = free + weight * all.mass;
    const soon = this.#integral(0, target);
    const answered = (free + weight * all.stayed) / total;
    const within = (free + weight * soon.stayed) / total;
    const later = Math.max(0, weight * (all.mass - soon.mass)) / total;
    const leftBy = (part: { mass: number; stayed: number }, seconds: number, beyond: number) =>
      (weight * (part.mass - part.stayed)) / total + (1 - staying(seconds)) * beyond;
    const threshold = asked.shortAbandonSeconds ?? SHORT_ABANDON_SECONDS;
    const short = asked.definition === 'answeredOrShortAbandonedOverOffered' ? this.#integral(0, threshold) : null;
    const abandonment = Math.max(0, 1 - answered);
    const meanWait = (weight * all.staid) / total;
    return {
      waitProbability: (weight * all.mass) / total,
      serviceLevel: serviceLevelOf(
        {
          offered: 1,
          answered,
          answeredWithinTarget: Math.min(answered, within),
          abandonedWithinTarget: Math.min(abandonment, leftBy(soon, target, later)),
          abandonedWithinShortThreshold: short
            ? Math.min(abandonment, leftBy(short, threshold, Math.max(0, weight * (all.mass - short.mass)) / total))
            : 0,
        },
        asked.definition ?? 'answeredOverOffered',
      ),
      asaSeconds: (weight * all.waits) / (answered * total),
      meanWaitSeconds: meanWait,
      abandonment,
      blocking: 0,
      occupancy: Math.min(1, (load * answered) / agents),
      queueLength: this.rate * meanWait,
      offeredLoad: load,
    };
  }

  #exponent(x: number): number {
    return (this.rate * this.patience.staidTime(x) - this.clearing * x) / this.scale;
  }

  /** Mass of the density, of those who stay for it, their waits, and the time that all spend waiting. */
  #integral(from: number, to: number): { mass: number; stayed: number; waits: number; staid: number } {
    const sums = { mass: 0, stayed: 0, waits: 0, staid: 0 };
    const low = Math.max(from, this.#start);
    const high = Math.min(to, this.#end);
    if (!(high > low)) return sums;
    const { breaksAt } = this.patience;
    const edges = [low, high];
    for (const edge of [this.#peak, breaksAt]) if (edge !== null && edge > low && edge < high) edges.push(edge);
    edges.sort((a, b) => a - b);
    for (let k = 1; k < edges.length; k++) {
      const width = (edges[k]! - edges[k - 1]!) / PANELS;
      for (let panel = 0; panel < PANELS; panel++) this.#add(sums, edges[k - 1]! + panel * width, width);
    }
    return sums;
  }

  #add(sums: { mass: number; stayed: number; waits: number; staid: number }, from: number, width: number): void {
    for (let i = 0; i < RULE.nodes.length; i++) {
      const x = from + width * RULE.nodes[i]!;
      const staid = this.patience.staidTime(x);
      const exponent = (this.rate * staid - this.clearing * x) / this.scale;
      const mass = width * RULE.weights[i]! * Math.exp(exponent - this.#top);
      const stayed = mass * this.patience.staying(x);
      sums.mass += mass;
      sums.stayed += stayed;
      sums.waits += stayed * x;
      sums.staid += mass * staid;
    }
  }

  /** Where, beyond the peak, the density no longer counts. */
  #fallen(step: number): number {
    let low = this.#peak;
    let high = this.#peak + step;
    while (this.#exponent(high) > this.#top - REACH) {
      low = high;
      high += 2 * (high - this.#peak);
    }
    return this.#cross(low, high);
  }

  #risen(): number {
    return this.#cross(this.#peak, 0);
  }

  /** Between a place that counts and one that doesn't. */
  #cross(inside: number, outside: number): number {
    let near = inside;
    let far = outside;
    for (let round = 0; round < 30; round++) {
      const middle = (near + far) / 2;
      if (this.#exponent(middle) > this.#top - REACH) near = middle;
      else far = middle;
    }
    return far;
  }
}
