import type { Grid } from '../calendar';
import type { StreamArrivals } from '../demand';
import type { Modifiers, Shift } from './modifiers';

/** Load moved to another stream, refused, and returned, in contacts over the horizon. */
export interface ShiftTally {
  readonly from: number;
  readonly to: number;
  offered: number;
  moved: number;
  refused: number;
  returned: number;
}

/** First attempts as they come under modifiers. */
export interface DisturbedArrivals {
  /** By stream: contacts of each interval; the plan's own array where nothing is different. */
  readonly contacts: readonly Float64Array[];
  /** By stream: contacts that came outside shortened hours and never again; null where there are none. */
  readonly turnedAway: readonly (Float64Array | null)[];
  readonly shifts: readonly ShiftTally[];
}

/** Customers who come back when it opens spread over this many hours. */
const RETURN_OVER_HOURS = 4;

/**
 * The contacts that arrive once demand is multiplied, hours are shorter and some are moved to other streams.
 *
 * In this order: demand's factor; of what comes outside shortened hours a share comes back in the first hours after
 * opening, the rest never; of what is left, shifts move offered × acceptance to their stream at once, and a share of
 * those is back in the first stream after some hours. Every contact is in one stream, or turned away: sums are kept
 * but for those who return, who count in both streams, as two contacts.
 *
 * Use once a run, before it; both simulations start from it. Units: contacts an interval. Cost: one sweep a stream touched.
 */
export function disturbedArrivals(
  arrivals: readonly StreamArrivals[],
  grid: Grid,
  modifiers: Modifiers | undefined,
): DisturbedArrivals {
  const contacts = arrivals.map((stream) => stream.contacts);
  const turnedAway = arrivals.map((): Float64Array | null => null);
  if (!modifiers) return { contacts, turnedAway, shifts: [] };
  modifiers.demand.forEach((factors, at) => {
    if (factors) contacts[at] = contacts[at]!.map((value, t) => value * factors[t]!);
  });
  modifiers.shut.forEach((shut, at) => {
    if (!shut) return;
    const held = holdUntilOpen(contacts[at]!, shut, arrivals[at]!.open, modifiers.shutReturn[at]!, grid);
    contacts[at] = held.contacts;
    turnedAway[at] = held.turnedAway;
  });
  const shifts = modifiers.shifts.map((shift) => moveContacts(contacts, shift, grid, arrivals));
  return { contacts, turnedAway, shifts };
}

function holdUntilOpen(
  before: Float64Array,
  shut: Float32Array,
  open: Float32Array,
  returnShare: number,
  grid: Grid,
): { readonly contacts: Float64Array; readonly turnedAway: Float64Array } {
  const contacts = before.slice();
  const turnedAway = new Float64Array(before.length);
  const span = Math.max(1, Math.round((RETURN_OVER_HOURS * 60) / grid.intervalMinutes));
  let waiting = 0;
  let left = 0;
  for (let t = 0; t < before.length; t++) {
    const late = before[t]! * shut[t]!;
    contacts[t] = before[t]! - late;
    waiting += late * returnShare;
    turnedAway[t] = late * (1 - returnShare);
    if (late > 0) left = span;
    else if (waiting > 0 && open[t]! > 0) {
      const back = left <= 1 ? waiting : waiting / left;
      contacts[t] = contacts[t]! + back;
      waiting -= back;
      left = Math.max(0, left - 1);
    }
  }
  // Whoever still waits when the horizon ends has not come back within it.
  if (waiting > 0) turnedAway[before.length - 1] = turnedAway[before.length - 1]! + waiting;
  return { contacts, turnedAway };
}

function moveContacts(
  contacts: Float64Array[],
  shift: Shift,
  grid: Grid,
  arrivals: readonly StreamArrivals[],
): ShiftTally {
  const { from, to, offered, acceptance, returnShare, returnAfterHours } = shift;
  const tally: ShiftTally = { from, to, offered: 0, moved: 0, refused: 0, returned: 0 };
  const source = contacts[from]!.slice();
  const target = contacts[to]!.slice();
  const lag = Math.round((returnAfterHours * 60) / grid.intervalMinutes);
  const open = arrivals[from]!.open;
  const before = contacts[from]!;
  for (let t = 0; t < before.length; t++) {
    if (offered[t]! <= 0) continue;
    const asked = before[t]! * offered[t]!;
    const moved = asked * acceptance;
    source[t] = source[t]! - moved;
    target[t] = target[t]! + moved;
    tally.offered += asked;
    tally.moved += moved;
    tally.refused += asked - moved;
    let back = t + lag;
    while (back < before.length && open[back]! <= 0) back++;
    if (back >= before.length) continue;
    source[back] = source[back]! + moved * returnShare;
    tally.returned += moved * returnShare;
  }
  contacts[from] = source;
  contacts[to] = target;
  return tally;
}
