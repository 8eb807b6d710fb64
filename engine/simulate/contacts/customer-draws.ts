import { exponential, namedStream, type RandomStream } from '../../random';
import type { ContactModel, ContactStream, Duration, LaterAttempt } from './contact-model';
import { NOWHERE } from './contact-records';
import { DurationSource } from './duration-source';

/** Purposes of the sources of chance of a stream; first attempts and later ones draw from different ones. */
const TIMES = ['handle-time', 'handle-time again', 'patience', 'patience again'] as const;
const PURPOSES = [
  'reason',
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

  /** By stream, 1 where customers may come again, where contacts are handed on, and where anything beyond two times is drawn. */
  readonly hasReturns: Uint8Array;
  readonly hasTransfers: Uint8Array;
  private readonly isSpecial: Uint8Array;
  private readonly streams: readonly ContactStream[];
  /** At stream × 2 for first attempts, one further for later ones. */
  private readonly handleTime: readonly DurationSource[];
  private readonly patienceTime: readonly DurationSource[];
  /** Sources by stream and purpose, in the order of `PURPOSES`. */
  private sources: RandomStream[] = [];

  constructor(private readonly model: ContactModel) {
    this.streams = model.streams;
    const flag = (read: (stream: ContactStream) => boolean) => Uint8Array.from(model.streams, (s) => (read(s) ? 1 : 0));
    this.hasReturns = flag(({ returns }) => returns.length > 0);
    this.hasTransfers = flag(({ transfers }) => transfers.length > 0);
    this.isSpecial = flag(isSpecial);
    const twice = (duration: Duration) => [new DurationSource(duration), new DurationSource(duration)];
    this.handleTime = model.streams.flatMap(({ handleTime }) => twice(handleTime));
    this.patienceTime = model.streams.flatMap(({ patience }) => twice(patience));
    this.callbackAfter = Float64Array.from(
      model.streams,
      ({ callback }) => callback?.afterSeconds ?? Number.POSITIVE_INFINITY,
    );
  }

  restart(seed: number, replication: number): void {
    this.model.streams.forEach(({ name }, s) => {
      TIMES.forEach((purpose, at) => {
        const source = (at < 2 ? this.handleTime : this.patienceTime)[2 * s + (at & 1)]!;
        source.drawFrom(namedStream({ seed, replication, entity: name, purpose }));
      });
    });
    this.sources = this.model.streams.flatMap(({ name }) =>
      PURPOSES.map((purpose) => namedStream({ seed, replication, entity: name, purpose })),
    );
  }

  /** A customer who arrives in a period for the given time. */
  customer(stream: number, period: number, attempt: number, first: boolean): void {
    const at = 2 * stream + (first ? 0 : 1);
    this.work = this.handleTime[at]!.next();
    this.patience = this.patienceTime[at]!.next();
    this.reason = 0;
    if (attempt > 1 || this.isSpecial[stream] === 1) this.adjust(stream, period, attempt, first);
  }

  /** What periods, reasons and earlier attempts do to the times just drawn, and whether the customer gets through at all. */
  private adjust(stream: number, period: number, attempt: number, first: boolean): void {
    const facts = this.streams[stream]!;
    let { work, patience } = this;
    if (facts.handleTimeFactor !== null) work *= facts.handleTimeFactor[period]!;
    if (facts.patienceFactor !== null) patience *= facts.patienceFactor[period]!;
    if (facts.reasons.length > 0) {
      work *= this.drawReason(facts, this.source(stream, first ? 'reason' : 'reason again'));
    }
    const later = laterAttempt(facts, attempt - 1);
    if (later) {
      work *= later.handleTimeFactor;
      patience *= later.patienceFactor;
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

  /** Where a customer who has given up so many times tries next, or NOWHERE; `delay` is set. */
  nextStream(stream: number, attempt: number): number {
    const facts = this.streams[stream]!;
    const source = this.source(stream, 'comes again');
    let point = source.uniform();
    const pause = exponential(source, 1);
    for (let i = 0; i < facts.returns.length; i++) {
      const { stream: next, share, delaySeconds } = facts.returns[i]!;
      point -= share;
      if (point >= 0) continue;
      this.delay = pause * delaySeconds;
      const later = next === stream ? laterAttempt(facts, attempt) : undefined;
      // Of those drawn for a second try here, the last part is passed on.
      return later && later.escalateTo >= 0 && point + share * later.escalateShare >= 0 ? later.escalateTo : next;
    }
    return NOWHERE;
  }

  /** The stream that an answered contact is handed on to, or NOWHERE. */
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

const PLACE = Object.fromEntries(PURPOSES.map((purpose, at) => [purpose, at])) as Record<Purpose, number>;

/** What so many earlier attempts change; undefined for a first one, or where nothing does. */
function laterAttempt({ later }: ContactStream, behind: number): LaterAttempt | undefined {
  return behind > 0 ? later[Math.min(behind, later.length) - 1] : undefined;
}

function isSpecial(stream: ContactStream): boolean {
  const { handleTimeFactor, patienceFactor, closedShare, shutShare, reasons, patience } = stream;
  const byPeriod = [handleTimeFactor, patienceFactor, closedShare, shutShare].some((values) => values !== null);
  return byPeriod || reasons.length > 0 || patience.atOnce > 0;
}

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
