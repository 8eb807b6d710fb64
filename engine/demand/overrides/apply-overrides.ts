import { dayNumber, type Grid } from '../../calendar';
import type { DemandOverride } from '../../plan';
import {
  type DemandBook,
  type DemandLedger,
  type LedgerItem,
  ledgerItem,
  reachesStream,
  type StreamBook,
} from '../book';

/** A stream's contacts by interval, ready to be overridden, with the time that one takes against the stream's mean. */
export interface Overridable {
  readonly own: StreamBook;
  readonly contacts: Float64Array;
  handleFactor: Float64Array | null;
}

/**
 * Lays people's overrides over everything else, in the order of the list: a later one has the last word.
 *
 * What is said of a total is distributed over streams and intervals in proportion to what they have, and by the shape of
 * the day where they have nothing; so every total is the sum of its parts, at every level, before and after. Weeks and
 * days are the planner's own. A week that the range holds in part gets as many sevenths of its value as days. Handle times
 * are multiplied, contacts then stay as they are.
 *
 * Source: proportional reconciliation from the top down (Gross and Sohl 1990, on the forecast itself).
 * Units: contacts. Cost: overrides × intervals of their ranges.
 */
export function applyOverrides(
  book: DemandBook,
  streams: readonly Overridable[],
  overrides: readonly DemandOverride[],
): DemandLedger {
  return {
    items: overrides.filter(({ on }) => on).map((override) => applyOne(book, streams, override)),
  };
}

function applyOne(book: DemandBook, streams: readonly Overridable[], override: DemandOverride): LedgerItem {
  const { grid } = book;
  const item = ledgerItem({ id: override.id, name: override.reason }, 'overrides');
  const reached = streams.filter(({ own }) => reachesStream(override.scope, own.stream));
  const days = daysOf(override, grid);
  if (reached.length === 0) item.warnings.push('No stream of the plan has what its scope names.');
  if (!days) {
    item.warnings.push('Its days lie outside the plan.');
    return item;
  }
  const [from, to] = [grid.dayStarts[days.first]!, grid.dayStarts[days.last + 1]!];
  if (override.change.kind === 'handle-time') {
    stretchTimes(book, reached, { from, to, factor: 1 + override.change.percent / 100 }, item);
    return item;
  }
  const before = reached.map(({ contacts }) => contacts.slice(from, to));
  for (const stretch of stretchesOf(override, days, grid)) setStretch(reached, stretch, item);
  const sum = (list: readonly Float64Array[]) => list.reduce((all, one) => one.reduce((a, b) => a + b, all), 0);
  item.figures.push(
    { name: 'before it', value: sum(before), unit: 'contacts' },
    { name: 'with it', value: sum(reached.map(({ contacts }) => contacts.subarray(from, to))), unit: 'contacts' },
  );
  reached.forEach((stream, at) => {
    writeDown(book, item, stream, before[at]!, from);
  });
  return item;
}

function daysOf({ from, until }: DemandOverride, grid: Grid): { readonly first: number; readonly last: number } | null {
  const first = Math.max(0, dayNumber(from, 'overrides.from') - grid.startDay);
  const last = Math.min(grid.dayStarts.length - 2, dayNumber(until, 'overrides.until') - grid.startDay);
  return first <= last ? { first, last } : null;
}

const CLOSED = 'Some of its days are closed throughout; their contacts were left out.';

/** Some intervals, and what becomes of their contacts: a factor, or a number for all of them together. */
interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly factor?: number;
  readonly contacts?: number;
}

function stretchesOf(
  { change }: DemandOverride,
  { first, last }: { readonly first: number; readonly last: number },
  { dayStarts }: Grid,
): Stretch[] {
  const between = (a: number, b: number) => ({ from: dayStarts[a]!, to: dayStarts[b + 1]! });
  if (change.kind === 'handle-time') return [];
  if (change.kind === 'percent') return [{ ...between(first, last), factor: 1 + change.percent / 100 }];
  const stretches: Stretch[] = [];
  for (let day = first; day <= last; ) {
    const end = change.each === 'day' ? day : Math.min(last, 7 * Math.floor(day / 7) + 6);
    const part = change.each === 'day' ? 1 : (end - day + 1) / 7;
    stretches.push({ ...between(day, end), contacts: change.contacts * part });
    day = end + 1;
  }
  return stretches;
}

function setStretch(reached: readonly Overridable[], { from, to, factor, contacts }: Stretch, item: LedgerItem): void {
  let there = 0;
  let weight = 0;
  for (const { own, contacts: values } of reached) {
    for (let t = from; t < to; t++) {
      there += values[t]!;
      weight += own.shape[t]!;
    }
  }
  const times = factor ?? (there > 0 ? contacts! / there : null);
  if (times === null && weight === 0) {
    if (contacts! > 0 && !item.warnings.includes(CLOSED)) item.warnings.push(CLOSED);
    return;
  }
  for (const { own, contacts: values } of reached) {
    for (let t = from; t < to; t++) {
      values[t] = times === null ? (contacts! * own.shape[t]!) / weight : values[t]! * times;
    }
  }
}

/** Multiplies the handle times of some intervals, and notes the work that it adds or takes. */
function stretchTimes(
  book: DemandBook,
  reached: readonly Overridable[],
  { from, to, factor }: { readonly from: number; readonly to: number; readonly factor: number },
  item: LedgerItem,
): void {
  let contacts = 0;
  let before = 0;
  let after = 0;
  for (const stream of reached) {
    const { own } = stream;
    const seconds = own.stream.handleTime.meanSeconds;
    const old = stream.handleFactor?.slice(from, to) ?? new Float64Array(to - from).fill(1);
    stream.handleFactor ??= new Float64Array(stream.contacts.length).fill(1);
    for (let t = from; t < to; t++) {
      stream.handleFactor[t]! *= factor;
      const count = stream.contacts[t]!;
      contacts += count;
      before += count * seconds * old[t - from]!;
      after += count * seconds * stream.handleFactor[t]!;
    }
    writeDownTimes(book, item, stream, old, from);
  }
  const mean = (seconds: number) => (contacts > 0 ? seconds / contacts : 0);
  item.figures.push(
    { name: 'before it', value: mean(before), unit: 'seconds' },
    { name: 'with it', value: mean(after), unit: 'seconds' },
  );
}

/** Notes the work that other handle times make of the same contacts, by the planner's day and by reason. */
function writeDownTimes(
  book: DemandBook,
  item: LedgerItem,
  stream: Overridable,
  old: Float64Array,
  from: number,
): void {
  const { own, contacts, handleFactor } = stream;
  const { dayStarts } = book.grid;
  const work = new Float64Array(dayStarts.length - 1);
  const bySlot = new Float64Array(book.days);
  let day = dayStarts.findLastIndex((start) => start <= from);
  for (let at = 0; at < old.length; at++) {
    const t = from + at;
    while (t >= dayStarts[day + 1]!) day++;
    const more = contacts[t]! * (handleFactor![t]! - old[at]!);
    work[day]! += more;
    bySlot[own.dayOf[t]!]! += more;
  }
  item.streams.push({ at: own.at, contacts: new Float64Array(work.length), work });
  own.lines.forEach((line, index) => {
    let sum = 0;
    bySlot.forEach((more, slot) => {
      if (more === 0) return;
      const all = own.lines.reduce((total, one) => total + one.work[slot]!, 0);
      sum += more * (all > 0 ? line.work[slot]! / all : line.share);
    });
    item.lines.push({ at: own.at, line: index, contacts: 0, work: sum });
  });
}

/** Notes what changed, by the planner's day and by reason: reasons keep their parts of each day. */
function writeDown(book: DemandBook, item: LedgerItem, stream: Overridable, before: Float64Array, from: number): void {
  const { own, contacts, handleFactor } = stream;
  const { dayStarts } = book.grid;
  const byDay = new Float64Array(dayStarts.length - 1);
  const workByDay = new Float64Array(dayStarts.length - 1);
  const bySlot = new Float64Array(book.days);
  let day = dayStarts.findLastIndex((start) => start <= from);
  let differs = false;
  for (let at = 0; at < before.length; at++) {
    const t = from + at;
    while (t >= dayStarts[day + 1]!) day++;
    const more = contacts[t]! - before[at]!;
    if (more === 0) continue;
    differs = true;
    byDay[day]! += more;
    workByDay[day]! += more * (handleFactor?.[t] ?? 1);
    bySlot[own.dayOf[t]!]! += more;
  }
  if (!differs) return;
  item.streams.push({ at: own.at, contacts: byDay, work: workByDay });
  own.lines.forEach((line, index) => {
    let sum = 0;
    let work = 0;
    bySlot.forEach((more, slot) => {
      if (more === 0) return;
      const all = own.lines.reduce((total, one) => total + one.contacts[slot]!, 0);
      const part = more * (all > 0 ? line.contacts[slot]! / all : line.share);
      sum += part;
      work += part * (line.contacts[slot]! > 0 ? line.work[slot]! / line.contacts[slot]! : line.pace);
    });
    item.lines.push({ at: own.at, line: index, contacts: sum, work });
  });
}
