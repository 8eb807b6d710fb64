import { isZone, offsetAt, type ZoneTransition, zoneTransitions } from '../../calendar';
import { InputFault, issue } from '../../units';

/** 1970 and 2101, in minutes: the stretch of time that histories lie in. */
const FROM = 0;
const TO = 68_900_000;

/**
 * A function from a written time, with the offset that it states or none, to the wall time of a zone.
 *
 * Times without an offset are in `writtenIn`, or already in the zone where that is not told. Without a zone times stay as
 * they are written. Cost: the zone's clock changes once, then a few steps a time.
 */
export function zoneShift(
  zone: string | undefined,
  writtenIn: string | undefined,
): (minutes: number, offset: string) => number {
  for (const [what, name] of [
    ['zone', zone],
    ['writtenIn', writtenIn],
  ] as const) {
    if (name !== undefined && !isZone(name))
      throw new InputFault([
        issue('import.zone', `corrections, ${what}`, name, 'a time zone such as Europe/Berlin or UTC'),
      ]);
  }
  if (zone === undefined) return (minutes) => minutes;
  const toWall = wallOf(zone);
  const fromWritten = writtenIn === undefined || writtenIn === zone ? null : instantOf(writtenIn);
  return (minutes, offset) => {
    if (offset !== '') return toWall(minutes - offsetMinutes(offset));
    return fromWritten ? toWall(fromWritten(minutes)) : minutes;
  };
}

/** Minutes ahead of UTC of a written offset, such as `Z`, `+02:00`, `-0730`. */
export function offsetMinutes(text: string): number {
  const match = /^([+-])(\d{2}):?(\d{2})$/.exec(text);
  if (!match) return 0;
  const size = Number(match[2]) * 60 + Number(match[3]);
  return match[1] === '-' ? -size : size;
}

/** The wall clock of a zone at a moment. */
function wallOf(zone: string): (instant: number) => number {
  const { first, changes } = clockOf(zone);
  return (instant) => {
    const before = lastBefore(changes, instant);
    return instant + (before?.offsetMinutes ?? first);
  };
}

/** The moment at which a zone's wall clock shows a time; the first of two. */
function instantOf(zone: string): (wall: number) => number {
  const { first, changes } = clockOf(zone);
  return (wall) => {
    // The offset that held a day before, or the one after the change between, whichever shows that time.
    const earlier = lastBefore(changes, wall - 1440 - first)?.offsetMinutes ?? first;
    const instant = wall - earlier;
    const now = lastBefore(changes, instant)?.offsetMinutes ?? first;
    return wall - now;
  };
}

function clockOf(zone: string): { first: number; changes: readonly ZoneTransition[] } {
  return { first: offsetAt(zone, FROM), changes: zoneTransitions(zone, FROM, TO) };
}

function lastBefore(changes: readonly ZoneTransition[], instant: number): ZoneTransition | undefined {
  let lo = 0;
  let hi = changes.length;
  while (lo < hi) {
    const mid = (lo + hi) >> 1;
    if (changes[mid]!.instant <= instant) lo = mid + 1;
    else hi = mid;
  }
  return changes[lo - 1];
}
