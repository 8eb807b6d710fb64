import { gamma, namedStream } from '../../random';
import type { ContactModel } from './contact-model';
import { DurationSource } from './duration-source';

/**
 * When the next first attempt of each stream comes: a Poisson process whose rate is constant over pieces.
 *
 * The k-th contact of a stream comes when its rate, added up, reaches the sum of k exponential numbers; so a scenario
 * with a tenth more demand has the same contacts a little earlier, and one more after every ten. A day's rates are
 * multiplied by a gamma number of mean 1 (Jongbloed and Koole 2001), of which a part may be common to all streams:
 * X(s) = (G + G(s)) ÷ shape(s).
 *
 * Cost: one exponential number and a step in a small heap of streams a contact.
 */
export class ArrivalClock {
  /** Time of each stream's next contact; Infinity after the last. */
  private readonly at: Float64Array;
  private readonly piece: Int32Array;
  /** Exponential length that is left until the next contact. */
  private readonly gaps: readonly DurationSource[];
  private readonly rates: Float64Array[];
  private readonly ends: readonly Float64Array[];
  /** Streams by the time of their next contact: a heap that keeps its size. */
  private readonly order: Int32Array;
  private readonly end: number;

  constructor(
    private readonly model: ContactModel,
    private readonly commonVariation: number,
  ) {
    const streams = model.streams.length;
    this.at = new Float64Array(streams);
    this.piece = new Int32Array(streams);
    this.ends = model.streams.map((stream) => stream.until);
    this.rates = model.streams.map((stream) => stream.rate.slice());
    this.gaps = model.streams.map(() => new DurationSource({ mean: 1, cv: 1 }));
    this.order = new Int32Array(streams);
    this.end = model.end;
  }

  /** Draws the days of a replication and each stream's first contact. */
  restart(seed: number, replication: number): void {
    const { model, at, order } = this;
    this.drawDays(seed, replication);
    model.streams.forEach((stream, s) => {
      this.gaps[s]!.drawFrom(namedStream({ seed, replication, entity: stream.name, purpose: 'arrivals' }));
      this.piece[s] = 0;
      at[s] = this.after(s, 0);
    });
    for (let i = 0; i < order.length; i++) order[i] = i;
    order.sort((a, b) => at[a]! - at[b]! || a - b);
  }

  /** Time of the next contact of any stream. */
  next(): number {
    return this.at[this.order[0]!]!;
  }

  /** The stream of the next contact; its following contact is drawn. */
  take(): number {
    const { at, order } = this;
    const stream = order[0]!;
    const time = this.after(stream, at[stream]!);
    at[stream] = time;
    const size = order.length;
    let hole = 0;
    for (;;) {
      let child = 2 * hole + 1;
      if (child >= size) break;
      if (child + 1 < size && at[order[child + 1]!]! < at[order[child]!]!) child++;
      if (at[order[child]!]! >= time) break;
      order[hole] = order[child]!;
      hole = child;
    }
    order[hole] = stream;
    return stream;
  }

  /** The first moment after `time` at which the stream's added-up rate has grown by an exponential number. */
  private after(stream: number, time: number): number {
    const until = this.ends[stream]!;
    const rate = this.rates[stream]!;
    let left = this.gaps[stream]!.next();
    let now = time;
    for (let piece = this.piece[stream]!; piece < until.length; piece++) {
      const pace = rate[piece]!;
      const room = (until[piece]! - now) * pace;
      if (left < room) {
        this.piece[stream] = piece;
        const found = now + left / pace;
        return found < this.end ? found : Number.POSITIVE_INFINITY;
      }
      left -= room;
      now = until[piece]!;
    }
    this.piece[stream] = until.length;
    return Number.POSITIVE_INFINITY;
  }

  private drawDays(seed: number, replication: number): void {
    const { streams } = this.model;
    const days = Math.max(...streams.map(({ day }) => (day.length > 0 ? day[day.length - 1]! : 0))) + 1;
    const shapes = streams.map(({ dailyVariation }) => (dailyVariation > 0 ? 1 / dailyVariation ** 2 : 0));
    const moving = shapes.filter((shape) => shape > 0);
    const common = moving.length > 0 ? this.commonVariation * Math.min(...moving) : 0;
    const ofAll = namedStream({ seed, replication, entity: 'all streams', purpose: 'busy days' });
    const shared = Float64Array.from({ length: days }, () => (common > 1e-9 ? gamma(ofAll, common, common) : 0));
    streams.forEach((stream, s) => {
      const shape = shapes[s]!;
      const into = this.rates[s]!;
      if (shape === 0) {
        into.set(stream.rate);
        return;
      }
      const own = namedStream({ seed, replication, entity: stream.name, purpose: 'busy days' });
      const rest = shape - common;
      const factor = shared.map((part) => (part + (rest > 1e-9 ? gamma(own, rest, rest) : 0)) / shape);
      for (let piece = 0; piece < into.length; piece++) into[piece] = stream.rate[piece]! * factor[stream.day[piece]!]!;
    });
  }
}
