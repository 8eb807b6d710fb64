import { exponential, namedStream, type RandomStream } from '../../random';
import type { ContactModel, ContactStream } from './contact-model';
import { NOWHERE } from './contact-records';
import { DurationSampler } from './duration-sampler';

/** Purposes of the sources of chance of a stream; first attempts and later ones draw from different ones. */
const PURPOSES = [
  'handle-time',
  'patience',
  'reason',
  'handle-time again',
  'patience again',
  'reason again',
  'gets through',
  'leaves at once',
  'comes again',
  'route',
  'callback',
  'transfer',
] as const;
type Purpose = (typeof PURPOSES)[number];

/**
 * Everything about customers that chance decides: how long they take, how long they stay, what they do next.
 *
 * Each purpose of each stream has its own source. First attempts draw handle time and patience on arrival, served or
 * not, so the k-th contact of a stream is the same customer in every scenario; later attempts have sources of their own.
 * What `customer` draws stands in fields, to be read before the next call.
 */
export class CustomerDraws {
  work = 0;
  patience = 0;
  reason = 0;
  leavesAtOnce = false;
  /** The stream is closed to this customer; `mayComeAgain` tells whether that is worth another try. */
  isTurnedAway = false;
  mayComeAgain = false;
  /** Until the customer tries again, set by `nextStream`. */
  delay = 0;
  /** Wait after which a callback is offered; Infinity never. */
  readonly callbackAfter: Float64Array;

  private readonly streams: readonly ContactStream[];
  private readonly handleTime: readonly DurationSampler[];
  private readonly patienceTime: readonly DurationSampler[];
  /** Sources by stream and purpose, in the order of `PURPOSES`. */
  private sources: RandomStream[] = [];

  constructor(private readonly model: ContactModel) {
    this.streams = model.streams;
    this.handleTime = model.streams.map(({ handleTime }) => new DurationSampler(handleTime));
    this.patienceTime = model.streams.map(({ patience }) => new DurationSampler(patience));
    this.callbackAfter = Float64Array.from(
      model.streams,
      ({ callback }) => callback?.afterSeconds ?? Number.POSITIVE_INFINITY,
    );
  }

  restart(seed: number, replication: number): void {
    this.sources = this.model.streams.flatMap(({ name }) =>
      PURPOSES.map((purpose) => namedStream({ seed, replication, entity: name, purpose })),
    );
  }

  /** A customer who arrives in a period for the given time. */
  customer(stream: number, period: number, attempt: number, first: boolean): void {
    const facts = this.streams[stream]!;
    const from = stream * PURPOSES.length + (first ? 0 : LATER);
    let work = this.handleTime[stream]!.draw(this.sources[from]!);
    let patience = this.patienceTime[stream]!.draw(this.sources[from + 1]!);
    if (facts.handleTimeFactor !== null) work *= facts.handleTimeFactor[period]!;
    if (facts.patienceFactor !== null) patience *= facts.patienceFactor[period]!;
    this.reason = 0;
    if (facts.reasons.length > 0) work *= this.drawReason(facts, this.sources[from + 2]!);
    if (attempt > 1) {
      work *= facts.memory.handleTimeFactor ** (attempt - 1);
      patience *= facts.memory.patienceFactor ** (attempt - 1);
    }
    this.work = work;
    this.patience = patience;
    this.isTurnedAway = false;
    if (facts.closedShare !== null || facts.shutShare !== null) this.getThrough(facts, stream, period, first);
    this.leavesAtOnce =
      facts.patience.atOnce > 0 && this.source(stream, 'leaves at once').uniform() < facts.patience.atOnce;
  }

  private getThrough(facts: ContactStream, stream: number, period: number, first: boolean): void {
    const point = this.source(stream, 'gets through').uniform();
    const shut = first ? (facts.shutShare?.[period] ?? 0) : 0;
    const closed = (1 - shut) * (facts.closedShare?.[period] ?? 0);
    this.isTurnedAway = point < shut + closed;
    this.mayComeAgain = point >= shut;
  }

  route(stream: number): number {
    return this.source(stream, 'route').uniform();
  }

  acceptsCallback(stream: number): boolean {
    const share = this.streams[stream]!.callback?.acceptShare ?? 0;
    return this.source(stream, 'callback').uniform() < share;
  }

  /** Whether customers of a stream who gave up may come again at all. */
  returns(stream: number): boolean {
    return this.streams[stream]!.returns.length > 0;
  }

  /** Where a customer who has given up so many times tries next, or NOWHERE; `delay` is set. */
  nextStream(stream: number, attempt: number): number {
    const { returns, memory } = this.streams[stream]!;
    const source = this.source(stream, 'comes again');
    const keen = attempt >= memory.mostAttempts ? 0 : memory.returnFactor ** (attempt - 1);
    let point = source.uniform();
    const pause = exponential(source, 1);
    for (let i = 0; i < returns.length; i++) {
      point -= returns[i]!.share * keen;
      if (point < 0) {
        this.delay = pause * returns[i]!.delaySeconds;
        return returns[i]!.stream;
      }
    }
    return NOWHERE;
  }

  transfers(stream: number): boolean {
    return this.streams[stream]!.transfers.length > 0;
  }

  transfer(stream: number): number {
    let point = this.source(stream, 'transfer').uniform();
    for (const { stream: next, share } of this.streams[stream]!.transfers) {
      point -= share;
      if (point < 0) return next;
    }
    return NOWHERE;
  }

  /** The moment itself when a stream takes contacts then, else as long after its next opening; Infinity when there is none. */
  opening(stream: number, time: number): number {
    const { until, rate, deferrable } = this.streams[stream]!;
    if (deferrable) return time < this.model.end ? time : Number.POSITIVE_INFINITY;
    let piece = pieceAt(until, time);
    if (piece >= until.length) return Number.POSITIVE_INFINITY;
    if (rate[piece]! > 0) return time;
    while (piece < until.length && rate[piece] === 0) piece++;
    return piece < until.length
      ? until[piece - 1]! + Math.min(this.delay, until[piece]! - until[piece - 1]!)
      : Number.POSITIVE_INFINITY;
  }

  /** How much longer a contact takes while its agent has so many in hand. */
  slowness(stream: number, held: number): number {
    const { stretch, concurrency } = this.streams[stream]!;
    return concurrency > 1 ? 1 + ((stretch - 1) * (Math.min(held, concurrency) - 1)) / (concurrency - 1) : 1;
  }

  private drawReason({ reasons }: ContactStream, source: RandomStream): number {
    let point = source.uniform();
    let at = 0;
    while (at + 1 < reasons.length && point >= reasons[at]!.share) point -= reasons[at++]!.share;
    this.reason = at + 1;
    return reasons[at]!.handleTimeFactor;
  }

  private source(stream: number, purpose: Purpose): RandomStream {
    return this.sources[stream * PURPOSES.length + PLACE[purpose]]!;
  }
}

const LATER = 3;
const PLACE = Object.fromEntries(PURPOSES.map((purpose, at) => [purpose, at])) as Record<Purpose, number>;

/** The piece that holds a time; their number when it is after the last. */
function pieceAt(until: Float64Array, time: number): number {
  let low = 0;
  let high = until.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (until[middle]! > time) high = middle;
    else low = middle + 1;
  }
  return low;
}
