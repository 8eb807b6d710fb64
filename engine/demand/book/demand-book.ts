import { type Grid, localTimes } from '../../calendar';
import type { Plan, Reason, ReasonScope, Stream } from '../../plan';
import { type StreamArrivals, streamArrivals, streamShape } from '../stream-arrivals';

/** Contacts of one reason within a stream, or of the whole stream where it states none, by day of the market. */
export interface ReasonLine {
  readonly reason: Reason | null;
  /** Share of the stream's contacts by its model. */
  readonly share: number;
  /** Time that one takes, against the stream's mean. */
  readonly pace: number;
  readonly contacts: Float64Array;
  /** The same, each counted by the time that it takes against the stream's mean. */
  readonly work: Float64Array;
}

/** One stream's demand while it is worked out. Days are counted from the day before the plan's first. */
export interface StreamBook {
  readonly at: number;
  readonly stream: Stream;
  readonly model: StreamArrivals;
  /** The day of each interval by the market's clock. */
  readonly dayOf: Uint16Array;
  /** Weight of each interval within its day; a closed day has none. */
  readonly shape: Float64Array;
  /** Sum of the weights of a day. */
  readonly dayShape: Float64Array;
  /** Part of each day that lies in the horizon: 1, less at the horizon's ends, 0 where closed. */
  readonly dayPart: Float64Array;
  readonly lines: readonly ReasonLine[];
}

/** All streams of a plan while their demand is worked out. */
export interface DemandBook {
  readonly plan: Plan;
  readonly grid: Grid;
  /** Day number of slot 0, and number of slots. */
  readonly firstDay: number;
  readonly days: number;
  readonly streams: readonly StreamBook[];
}

/**
 * Opens the books: every stream's model by reason and day of its market.
 *
 * A reason's pace is its handle-time factor over the mean factor of the stream's mix, so that the mix as it stands takes
 * the stream's mean handle time. Cost: two passes over intervals for each stream.
 */
export function openBook(plan: Plan, grid: Grid): DemandBook {
  const firstDay = grid.startDay - 1;
  const days = grid.dayStarts.length + 1;
  const reasons = new Map(plan.reasons.map((reason) => [reason.id, reason]));
  const streams = plan.streams.map((stream, at): StreamBook => {
    const market = plan.markets.find(({ id }) => id === stream.market)!;
    const model = streamArrivals(stream, market, grid);
    const unit = streamShape(stream, market, grid);
    const dayOf = Uint16Array.from(localTimes(grid, market.zone).dayIndex, (day) => day - firstDay);
    const contacts = sumByDay(model.contacts, dayOf, days);
    const unitDay = sumByDay(unit, dayOf, days);
    // Where the model has contacts on a day, they say where others belong; otherwise its shape does.
    const shape = unit.map((value, t) => (contacts[dayOf[t]!]! > 0 ? model.contacts[t]! : value));
    return {
      at,
      stream,
      model,
      dayOf,
      shape,
      dayShape: sumByDay(shape, dayOf, days),
      dayPart: partsInHorizon(unitDay, grid),
      lines: reasonLines(stream, reasons, contacts),
    };
  });
  return { plan, grid, firstDay, days, streams };
}

/** Contacts before anything changes them, by line and day; exactly these figures mean that nothing has. */
export function modelOf({ share, pace }: ReasonLine, contacts: number): { contacts: number; work: number } {
  return { contacts: contacts * share, work: contacts * share * pace };
}

export function sumByDay(values: ArrayLike<number>, dayOf: Uint16Array, days: number): Float64Array {
  const sums = new Float64Array(days);
  for (let t = 0; t < dayOf.length; t++) sums[dayOf[t]!]! += values[t]!;
  return sums;
}

function reasonLines(stream: Stream, reasons: ReadonlyMap<string, Reason>, day: Float64Array): ReasonLine[] {
  const stated = (stream.reasons ?? []).filter(({ share }) => share > 0);
  const total = stated.reduce((sum, { share }) => sum + share, 0);
  const mix = stated.map((entry) => ({ reason: reasons.get(entry.reason)!, share: entry.share / total }));
  const meanFactor = mix.reduce((sum, { reason, share }) => sum + share * reason.handleTimeFactor, 0);
  const parts =
    mix.length === 0
      ? [{ reason: null, share: 1, pace: 1 }]
      : mix.map(({ reason, share }) => ({ reason, share, pace: reason.handleTimeFactor / meanFactor }));
  return parts.map((part) => {
    const line = { ...part, contacts: new Float64Array(day.length), work: new Float64Array(day.length) };
    day.forEach((contacts, at) => {
      const start = modelOf(line, contacts);
      line.contacts[at] = start.contacts;
      line.work[at] = start.work;
    });
    return line;
  });
}

/** Days at the ends of the horizon may lie half outside of it, by the market's clock. */
function partsInHorizon(unitDay: Float64Array, { dayStarts }: Grid): Float64Array {
  const last = dayStarts.length;
  return unitDay.map((sum, day) => {
    if (sum <= 0) return 0;
    if (day > 1 && day < last - 1) return 1;
    // The same weekday a week further in, of which nothing is cut off.
    const whole = unitDay[day <= 1 ? day + 7 : day - 7] ?? sum;
    return whole > 0 ? Math.min(1, sum / whole) : 1;
  });
}

/** Lines of the book that a scope reaches, with their streams. */
export function linesIn(
  book: DemandBook,
  scope: ReasonScope,
): { readonly own: StreamBook; readonly line: ReasonLine }[] {
  return book.streams
    .filter(({ stream }) => reachesStream(scope, stream))
    .flatMap((own) =>
      own.lines
        .filter(({ reason }) => !scope.reasons || (reason !== null && scope.reasons.includes(reason.id)))
        .map((line) => ({ own, line })),
    );
}

/** Whether a scope's markets, channels, languages and streams all hold a stream. */
export function reachesStream(scope: ReasonScope, stream: Stream): boolean {
  return (
    (scope.markets?.includes(stream.market) ?? true) &&
    (scope.channels?.includes(stream.channel) ?? true) &&
    (scope.languages?.includes(stream.language) ?? true) &&
    (scope.streams?.includes(stream.id) ?? true)
  );
}

/** Contacts of some lines on a day, added up. */
export function totalOn(reached: readonly { readonly line: ReasonLine }[], day: number): number {
  let sum = 0;
  for (const { line } of reached) sum += line.contacts[day]!;
  return sum;
}

/** Multiplies a line's contacts and their work on a day. */
export function scaleLine(line: ReasonLine, day: number, factor: number): void {
  line.contacts[day]! *= factor;
  line.work[day]! *= factor;
}

/** Adds contacts to a line on a day, each taking the time of those that are there already, or of its reason. */
export function addToLine(line: ReasonLine, day: number, contacts: number, pace?: number): void {
  const there = line.contacts[day]!;
  const each = pace ?? (there > 0 ? line.work[day]! / there : line.pace);
  line.contacts[day] = there + contacts;
  line.work[day]! += contacts * each;
}
