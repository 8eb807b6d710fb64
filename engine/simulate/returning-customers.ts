import type { Plan } from '../plan';

/**
 * Contacts between two attempts: who gave up and will try again, here or on another stream, by attempts behind them.
 *
 * Rows are `attempt × streams + stream`; row 0 holds those with one attempt behind them, the last all with as many or more.
 */
export interface Returning {
  readonly streams: number;
  readonly attempts: number;
  /** On their way back to the same stream, and on their way from another. */
  readonly redials: Float64Array;
  readonly hops: Float64Array;
  /** Of this interval: first attempts by stream, and those that came again, by row. */
  readonly first: Float64Array;
  readonly came: Float64Array;
  /** By row: patience and handle time against a first attempt's, share escalated and where to (-1: nowhere). */
  readonly patienceFactor: Float64Array;
  readonly handleTimeFactor: Float64Array;
  readonly escalated: Float64Array;
  readonly escalateTo: Int16Array;
  /** By stream: share that tries the same stream again, and where others turn, acceptance taken off. */
  readonly redialShare: Float64Array;
  readonly hopTo: readonly (readonly { readonly stream: number; readonly share: number }[])[];
}

export function returningCustomers(plan: Plan): Returning {
  const streams = plan.streams.length;
  const attempts = Math.max(1, ...plan.streams.map((stream) => stream.laterAttempts?.length ?? 0));
  const placeOf = new Map(plan.streams.map((stream, at) => [stream.id, at]));
  const rows = () => new Float64Array(attempts * streams);
  const made: Returning = {
    streams,
    attempts,
    redials: rows(),
    hops: rows(),
    first: new Float64Array(streams),
    came: rows(),
    patienceFactor: rows().fill(1),
    handleTimeFactor: rows().fill(1),
    escalated: rows(),
    escalateTo: new Int16Array(attempts * streams).fill(-1),
    redialShare: Float64Array.from(plan.streams, (stream) => stream.redialShare),
    hopTo: plan.streams.map((stream) =>
      (stream.hop ?? []).map((hop) => ({ stream: placeOf.get(hop.to)!, share: hop.share * (hop.acceptance ?? 1) })),
    ),
  };
  plan.streams.forEach((stream, at) => {
    for (let attempt = 0; stream.laterAttempts && attempt < attempts; attempt++) {
      const later = stream.laterAttempts[Math.min(attempt, stream.laterAttempts.length - 1)]!;
      const row = attempt * streams + at;
      made.patienceFactor[row] = later.patienceFactor;
      made.handleTimeFactor[row] = later.handleTimeFactor;
      if (!later.escalate) continue;
      made.escalated[row] = later.escalate.share;
      made.escalateTo[row] = placeOf.get(later.escalate.to)!;
    }
  });
  return made;
}

/** What becomes of a stream's contacts that gave up; where they add up is written into `out`. */
export const GAVE_UP = { hopped: 0, lost: 1 } as const;

/**
 * Sends those who gave up on their way: back to the same stream, to others, or away.
 *
 * Who has been there before may have less patience, so each attempt's part is its contacts over its patience. Redial
 * share, hops and escalation are shares of those who give up, and what is left of them is lost: every row adds up to 1.
 *
 * Source: redial fixed point of Aguir et al., European J. Oper. Res. 158 (2004), here carried from interval to interval.
 */
export function giveUp(from: Returning, stream: number, contacts: number, out: Float64Array): void {
  const { streams, attempts, came, patienceFactor } = from;
  out[GAVE_UP.hopped] = 0;
  out[GAVE_UP.lost] = 0;
  if (contacts <= 0) return;
  let impatience = from.first[stream]!;
  for (let row = stream; row < attempts * streams; row += streams) impatience += came[row]! / patienceFactor[row]!;
  if (!(impatience > 0)) {
    out[GAVE_UP.lost] = contacts;
    return;
  }
  const each = contacts / impatience;
  sendOn(from, stream, from.first[stream]! * each, 0, out);
  for (let attempt = 0; attempt < attempts; attempt++) {
    const row = attempt * streams + stream;
    if (came[row]! > 0) {
      sendOn(from, stream, (came[row]! / patienceFactor[row]!) * each, Math.min(attempt + 1, attempts - 1), out);
    }
  }
}

function sendOn(from: Returning, stream: number, contacts: number, attempt: number, out: Float64Array): void {
  const { streams, redials, hops } = from;
  const row = attempt * streams + stream;
  const again = contacts * from.redialShare[stream]!;
  const passedOn = again * from.escalated[row]!;
  redials[row] = redials[row]! + (again - passedOn);
  let away = again;
  let hopped = passedOn;
  if (passedOn > 0) {
    const to = attempt * streams + from.escalateTo[row]!;
    hops[to] = hops[to]! + passedOn;
  }
  for (const hop of from.hopTo[stream]!) {
    const moved = contacts * hop.share;
    const to = attempt * streams + hop.stream;
    hops[to] = hops[to]! + moved;
    hopped += moved;
    away += moved;
  }
  out[GAVE_UP.hopped] = out[GAVE_UP.hopped]! + hopped;
  out[GAVE_UP.lost] = out[GAVE_UP.lost]! + (contacts - away);
}
