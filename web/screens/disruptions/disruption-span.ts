import type { Disruption, Plan } from '../../../engine/plan';
import { addDays, dateOfDay, dayNumber, daysBetween } from '../../format';
import type { Editable } from '../../state';

type Effect = Disruption['effects'][number];

/** Days from the disruption's start until an effect has passed. */
function lengthOf({ curve }: Pick<Effect, 'curve'>): number {
  return curve.delayDays + curve.rampDays + curve.holdDays + curve.recoveryDays;
}

/** The first day, and the last on which any effect is felt. */
export function spanOf(disruption: Disruption): { readonly start: string; readonly end: string } {
  const days = Math.max(1, Math.ceil(Math.max(...disruption.effects.map(lengthOf)) - 1e-9));
  return { start: disruption.startDate, end: addDays(disruption.startDate, days - 1) };
}

/**
 * Gives a disruption another first and last day: every effect is held longer or shorter by the difference; what can't
 * get shorter by holding less recovers sooner.
 */
export function setSpan(
  draft: Editable<Plan>,
  id: string,
  span: { readonly start: string; readonly end: string },
): void {
  const disruption = draft.disruptions.find((each) => each.id === id);
  if (!disruption) return;
  const before = spanOf(disruption as Disruption);
  const more = daysBetween(span.start, span.end) - daysBetween(before.start, before.end);
  disruption.startDate = dateOfDay(dayNumber(span.start));
  if (more === 0) return;
  for (const { curve } of disruption.effects) {
    const hold = curve.holdDays + more;
    curve.holdDays = Math.min(1000, Math.max(0, hold));
    if (hold < 0) curve.recoveryDays = Math.max(0, curve.recoveryDays + hold);
  }
}
