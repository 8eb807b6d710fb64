import {
  civilToDay,
  dayNumber,
  dayToCivil,
  type Grid,
  localTimes,
  openShares,
  parseOpeningHours,
  weekOfIntervals,
} from '../calendar';
import { contactsFromDrivers, type Market, type Stream } from '../plan';
import { InputFault } from '../units';

/** Quarter-hours of a day: the finest grain in which a plan states its intraday shape. */
const PARTS = 96;

/** A stream's expected contacts and opening over a plan's horizon, one value an interval. */
export interface StreamArrivals {
  /** Contacts expected to arrive in each interval. */
  readonly contacts: Float64Array;
  /** Share of each interval in which customers may make contact, 0 to 1; deferrable work arrives at any hour. */
  readonly open: Float32Array;
}

/**
 * Spreads a stream's demand over the intervals of the horizon.
 *
 * A week's contacts × the weekday's share × the part of the day × the holiday's factor, all by the market's own clock.
 * Where customers can reach us only in opening hours, the shape is confined to them and keeps the day's total.
 *
 * Units: contacts an interval. Cost: linear in intervals.
 */
export function streamArrivals(stream: Stream, market: Market, grid: Grid): StreamArrivals {
  const open = isDeferrable(stream)
    ? new Float32Array(grid.intervals).fill(1)
    : openShares(parseOpeningHours(market.openingHours), grid, market.zone, []);
  return { contacts: spreadWeeks(stream, market, grid, weeklyContacts(stream, grid)), open };
}

/**
 * The shape alone: what `streamArrivals` would give for a demand of one contact in every week.
 *
 * Use to place contacts that the model doesn't have, such as those of a launch. Cost: linear in intervals.
 */
export function streamShape(stream: Stream, market: Market, grid: Grid): Float64Array {
  return spreadWeeks(stream, market, grid, () => 1);
}

const isDeferrable = (stream: Stream) => stream.target.kind === 'complete-within';

/** Contacts of a week, given for each interval and day, × the weekday's and the interval's part × the holiday's factor. */
function spreadWeeks(
  stream: Stream,
  market: Market,
  grid: Grid,
  weekly: (interval: number, dayIndex: number) => number,
): Float64Array {
  const contacts = new Float64Array(grid.intervals);
  const local = localTimes(grid, market.zone);
  const shape = dayShape(stream, isDeferrable(stream) ? null : market);
  const holidayFactor = new Map(market.holidays.map((day) => [dayNumber(day.date), day.demandFactor]));
  const partsPerInterval = grid.intervalMinutes / (1440 / PARTS);
  for (let at = 0; at < grid.intervals; at++) {
    const row = shape[local.weekday[at]!]!;
    const first = Math.floor(local.minuteOfDay[at]! / (1440 / PARTS));
    let part = 0;
    for (let step = 0; step < partsPerInterval; step++) part += row[(first + step) % PARTS]!;
    const factor = holidayFactor.get(local.dayIndex[at]!) ?? 1;
    contacts[at] = weekly(at, local.dayIndex[at]!) * part * factor;
  }
  return contacts;
}

/** By weekday and quarter-hour: the share of a week's contacts, confined to opening hours where there are any. */
function dayShape(stream: Stream, market: Market | null): readonly Float64Array[] {
  const { dayOfWeekShare, intradayShare } = stream.demand;
  const hours = market ? parseOpeningHours(market.openingHours) : null;
  const rowOf = (weekday: number) => {
    if (intradayShare.length === 7) return intradayShare[weekday]!;
    return intradayShare.length === 2 ? intradayShare[weekday < 5 ? 0 : 1]! : intradayShare[0]!;
  };
  return dayOfWeekShare.map((dayShare, weekday) => {
    const given = rowOf(weekday);
    const parts = new Float64Array(PARTS);
    const minutes = 1440 / PARTS;
    let sum = 0;
    for (let part = 0; part < PARTS; part++) {
      const stated = partOf(given, part);
      parts[part] = hours ? stated * openPart(hours.days, weekday, part * minutes, minutes) : stated;
      sum += parts[part]!;
    }
    if (sum > 0) for (let part = 0; part < PARTS; part++) parts[part]! *= dayShare / sum;
    return parts;
  });
}

/**
 * A quarter-hour's part of a stated shape. Within an hour or half-hour that is stated as one number the shape leans
 * towards its neighbors, keeping the number: demand doesn't jump on the hour.
 */
function partOf(given: readonly number[], part: number): number {
  const perStated = PARTS / given.length;
  const at = Math.floor(part / perStated);
  const here = given[at]!;
  const before = given[(at + given.length - 1) % given.length]!;
  const after = given[(at + 1) % given.length]!;
  const lean = Math.min(2 * here, Math.max(-2 * here, (after - before) / 2));
  const place = ((part % perStated) + 0.5) / perStated - 0.5;
  return (here + lean * place) / perStated;
}

type Spans = readonly (readonly { readonly startMinute: number; readonly endMinute: number }[])[];

/** Share of some minutes of a weekday that lie in opening hours, those that began the day before included. */
function openPart(days: Spans, weekday: number, from: number, length: number): number {
  let open = 0;
  for (const [day, shift] of [
    [weekday, 0],
    [(weekday + 6) % 7, 1440],
  ] as const) {
    for (const span of days[day] ?? []) {
      const start = Math.max(from, span.startMinute - shift);
      const end = Math.min(from + length, span.endMinute - shift);
      if (end > start) open += end - start;
    }
  }
  return Math.min(1, open / length);
}

/** Contacts of the week that holds an interval. */
function weeklyContacts(stream: Stream, grid: Grid): (interval: number, dayIndex: number) => number {
  const { demand } = stream;
  if (demand.kind === 'weekly') {
    const week = weekOfIntervals(grid);
    return (interval) => demand.contactsByWeek[week[interval]!]!;
  }
  if (demand.kind === 'drivers') {
    const { contactsByWeek, issues } = contactsFromDrivers(demand, grid, `streams "${stream.id}".demand`);
    if (issues.length > 0) throw new InputFault(issues);
    const week = weekOfIntervals(grid);
    return (interval) => contactsByWeek[week[interval]!]!;
  }
  const byDay = new Map<number, number>();
  return (_, dayIndex) => {
    const known = byDay.get(dayIndex);
    if (known !== undefined) return known;
    const { year } = dayToCivil(dayIndex);
    const weekOfYear = Math.floor((dayIndex - civilToDay(year, 1, 1)) / 7);
    const index = demand.weekOfYearIndex[Math.min(weekOfYear, demand.weekOfYearIndex.length - 1)]!;
    const years = (dayIndex - grid.startDay) / 365.25;
    const contacts = demand.contactsPerWeek * index * (1 + demand.growthPerYear) ** years;
    byDay.set(dayIndex, contacts);
    return contacts;
  };
}
