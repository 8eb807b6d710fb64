import type { Curve } from '../plan';

/** How much of an exponential recovery is left at its end before it is cut to nothing: e to this power. */
const EXPONENTIAL_REACH = 3;

/**
 * Share of full effect at a time after a disruption's start.
 *
 * Nothing until the delay is over, a straight rise over the ramp, full effect for the hold, then recovery: straight, or
 * exponential (fast first, slow last), scaled so that it ends at nothing on the last day.
 *
 * Units: days in, share out. Cost: constant.
 *
 * @example effectLevel({ delayDays: 0, rampDays: 2, holdDays: 5, recoveryDays: 10, recoveryShape: 'linear' }, 12) // 0.5
 */
export function effectLevel(curve: Curve, day: number): number {
  const rising = day - curve.delayDays;
  if (rising < 0) return 0;
  if (rising < curve.rampDays) return rising / curve.rampDays;
  const falling = rising - curve.rampDays - curve.holdDays;
  if (falling < 0) return 1;
  if (falling >= curve.recoveryDays) return 0;
  const part = falling / curve.recoveryDays;
  if (curve.recoveryShape === 'linear') return 1 - part;
  const rest = Math.exp(-EXPONENTIAL_REACH);
  return (Math.exp(-EXPONENTIAL_REACH * part) - rest) / (1 - rest);
}

/** Days from the start until nothing of an effect is left. */
export function effectDays(curve: Curve): number {
  return curve.delayDays + curve.rampDays + curve.holdDays + curve.recoveryDays;
}
