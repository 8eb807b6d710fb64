import type { Plan, Stream } from '../plan';

/** What more or fewer contacts for one reason make of a whole stream. */
export interface ReasonFactors {
  readonly demand: number;
  readonly handleTime: number;
}

/**
 * Factors on a stream's contacts and handle time when the contacts for one reason are multiplied.
 *
 * Contacts: 1 + (factor - 1) × the reason's share. Handle time: the mean of the reasons' own factors in the new mix over
 * that in the old. A stream without the reason is untouched.
 *
 * Units: factors. Cost: the stream's reasons.
 *
 * @example reasonFactors(plan, stream, 'refund', 3) // { demand: 1.2, handleTime: 1.04 }
 */
export function reasonFactors(plan: Plan, stream: Stream, reason: string, factor: number): ReasonFactors {
  const mix = stream.reasons ?? [];
  const share = mix.find((entry) => entry.reason === reason)?.share ?? 0;
  const demand = 1 + (factor - 1) * share;
  if (share === 0 || demand <= 0) return { demand, handleTime: 1 };
  const timeOf = new Map(plan.reasons.map((entry) => [entry.id, entry.handleTimeFactor]));
  let before = 0;
  let after = 0;
  let shares = 0;
  for (const entry of mix) {
    const time = timeOf.get(entry.reason) ?? 1;
    shares += entry.share;
    before += entry.share * time;
    after += entry.share * time * (entry.reason === reason ? factor : 1);
  }
  // What the reasons leave unexplained takes as long as normal.
  const rest = Math.max(0, 1 - shares);
  return { demand, handleTime: (after + rest) / (before + rest) / demand };
}
