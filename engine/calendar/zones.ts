import { InputFault, issue } from '../units';
import { MINUTES_PER_DAY } from './civil-days';
import { type ZoneClock, zoneClock } from './zone-clock';

/**
 * A moment in time: minutes since 1970-01-01T00:00Z, the same everywhere.
 *
 * The engine knows no finer clock: every zone's offset since 1972 is a whole number of minutes.
 */
export type InstantMinutes = number;

/** What a clock on the wall shows: a day number and the minute of that day, 0 to 1439. */
export interface WallTime {
  readonly dayIndex: number;
  readonly minuteOfDay: number;
}

/** A clock change: from this moment on the zone's clock runs `offsetMinutes` ahead of UTC. */
export interface ZoneTransition {
  readonly instant: InstantMinutes;
  readonly offsetBefore: number;
  readonly offsetMinutes: number;
}

/**
 * The moment at which a wall clock shows a time, and whether it shows it once.
 *
 * `gap`: clocks jump over that time in spring; `earliest` and `latest` are both the moment of the jump.
 * `overlap`: clocks show it twice in autumn; `earliest` and `latest` are the two moments.
 */
export interface WallMoment {
  readonly kind: 'exact' | 'gap' | 'overlap';
  readonly earliest: InstantMinutes;
  readonly latest: InstantMinutes;
}

/** Whether a text names a zone of the IANA time zone database, such as `Asia/Manila`; bare offsets do not. */
export function isZone(text: unknown): text is string {
  return typeof text === 'string' && zoneClock(text) !== null;
}

/** Throws an `InputFault` that names the place unless the text is an IANA zone. */
export function requireZone(text: string, path = 'zone'): string {
  if (!isZone(text)) {
    throw new InputFault([
      issue('calendar.zone', path, text, 'an IANA time zone such as Europe/Berlin or Asia/Manila'),
    ]);
  }
  return text;
}

/**
 * Minutes by which a zone's clock runs ahead of UTC at a moment.
 *
 * Use for one moment; for a whole horizon use `localTimes`, which asks the zone once per clock change.
 *
 * Units: minutes since 1970-01-01T00:00Z in, minutes out. Valid: IANA zones. Cost: one look-up in the zone database.
 *
 * @example offsetAt('Asia/Manila', 0) // 480
 */
export function offsetAt(zone: string, instant: InstantMinutes): number {
  const clock = requireClock(zone);
  return offsetBefore(clock, changesUpTo(clock, instant));
}

/** The clock changes of a zone after `from` and up to `to`, in order. */
export function zoneTransitions(zone: string, from: InstantMinutes, to: InstantMinutes): readonly ZoneTransition[] {
  const clock = requireClock(zone);
  const found: ZoneTransition[] = [];
  for (let at = changesUpTo(clock, from); at < clock.instants.length && clock.instants[at]! <= to; at += 1) {
    found.push({
      instant: clock.instants[at]!,
      offsetBefore: offsetBefore(clock, at),
      offsetMinutes: clock.offsets[at]!,
    });
  }
  return found;
}

/** A zone's clock over a stretch of time: how it starts and each change. Wide enough to read wall times from. */
export interface ZoneSpell {
  readonly offsetAtStart: number;
  readonly transitions: readonly ZoneTransition[];
}

/** The zone's clock from a day and a half before `from` to a day and a half after `to`. */
export function zoneSpell(zone: string, from: InstantMinutes, to: InstantMinutes): ZoneSpell {
  const reach = 1.5 * MINUTES_PER_DAY;
  return {
    offsetAtStart: offsetAt(zone, from - reach),
    transitions: zoneTransitions(zone, from - reach, to + reach),
  };
}

/** What a zone's wall clock shows at a moment. */
export function instantToWall(zone: string, instant: InstantMinutes): WallTime {
  return wallAtOffset(instant, offsetAt(zone, instant));
}

/** What a clock running `offsetMinutes` ahead of UTC shows at a moment. */
export function wallAtOffset(instant: InstantMinutes, offsetMinutes: number): WallTime {
  const local = instant + offsetMinutes;
  const dayIndex = Math.floor(local / MINUTES_PER_DAY);
  return { dayIndex, minuteOfDay: local - dayIndex * MINUTES_PER_DAY };
}

/**
 * The moment at which a zone's wall clock shows a time, with daylight saving's gap and overlap named.
 *
 * Use to turn opening hours, dated events and midnights into moments; `instantToWall` is the way back.
 * Tries every offset that the zone has near that day and keeps those under which the clock shows the time.
 *
 * Units: day number and minutes after its midnight (may exceed 1440: the following day). Valid: IANA zones.
 * Cost: a few look-ups in the zone database.
 *
 * @example wallToInstant('Europe/Berlin', dayNumber('2027-03-28'), 150).kind // 'gap'
 */
export function wallToInstant(zone: string, dayIndex: number, minuteOfDay: number): WallMoment {
  const local = dayIndex * MINUTES_PER_DAY + minuteOfDay;
  const { offsetAtStart, transitions } = zoneSpell(zone, local, local);
  return momentOf(local, offsetAtStart, transitions);
}

/**
 * The moment of a wall time from offsets already known: the kernel of `wallToInstant` for many times in one zone.
 *
 * Units: `local` in minutes of the wall clock since 1970-01-01T00:00 on that wall. Cost: linear in clock changes.
 */
export function momentOf(local: number, offsetAtStart: number, transitions: readonly ZoneTransition[]): WallMoment {
  let earliest = Number.NaN;
  let latest = Number.NaN;
  let jump = Number.NaN;
  let from = Number.NEGATIVE_INFINITY;
  let offset = offsetAtStart;
  for (let index = 0; index <= transitions.length; index += 1) {
    const change = transitions[index];
    const until = change?.instant ?? Number.POSITIVE_INFINITY;
    const instant = local - offset;
    if (instant >= from && instant < until) {
      if (Number.isNaN(earliest)) earliest = instant;
      latest = instant;
    }
    if (change !== undefined) {
      if (local >= until + change.offsetBefore && local < until + change.offsetMinutes) jump = until;
      from = until;
      offset = change.offsetMinutes;
    }
  }
  if (Number.isNaN(earliest)) return { kind: 'gap', earliest: jump, latest: jump };
  return { kind: earliest === latest ? 'exact' : 'overlap', earliest, latest };
}

/** First moment of a civil day in a zone; where clocks skip midnight, the moment of the skip. */
export function startOfDay(zone: string, dayIndex: number): InstantMinutes {
  return wallToInstant(zone, dayIndex, 0).earliest;
}

/** Length of a civil day in a zone: 1440 minutes, or 1380 and 1500 (1410 and 1470) when clocks change. */
export function minutesInDay(zone: string, dayIndex: number): number {
  return startOfDay(zone, dayIndex + 1) - startOfDay(zone, dayIndex);
}

function requireClock(zone: string): ZoneClock {
  return zoneClock(requireZone(zone))!;
}

/** How many of a clock's changes are over at a moment: the place of the next one. */
function changesUpTo({ instants }: ZoneClock, instant: InstantMinutes): number {
  let low = 0;
  let high = instants.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (instants[middle]! <= instant) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The offset before a clock's change of this place. */
function offsetBefore(clock: ZoneClock, change: number): number {
  return change === 0 ? clock.offsetAtStart : clock.offsets[change - 1]!;
}
