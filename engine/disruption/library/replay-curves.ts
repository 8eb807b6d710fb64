import type { Plan, Scope } from '../../plan';
import type { LibraryDisruption, ReplayFact, ReplayMeasure } from './library-disruption';
import { figureOf, replayCourse, yourCourse } from './replay';

/** A measure of a replay over its days, beside the figures that were published of it. */
export interface ReplayCurve {
  readonly on: Scope | null;
  readonly measure: ReplayMeasure;
  readonly facts: readonly ReplayFact[];
  /** With the replay's own figures, an entry a day from day zero. */
  readonly model: Float64Array;
  /** With the work-at-home figures of the plan's own sites there; null where the plan has none or none matter. */
  readonly yours: Float64Array | null;
}

/** How long a curve goes on after its last fact. */
const DAYS_AFTER = 14;

/**
 * A replay's curves: one for each thing that was measured somewhere, as long as the facts reach and a fortnight more.
 *
 * Use to draw published figures over the model; for the differences use `checkFacts`, whose figures lie on these curves.
 * Shares of all people, or days of everybody's work lost by then. Cost: curves × days × effects × 8.
 */
export function replayCurves(entry: LibraryDisruption, plan: Plan | null): ReplayCurve[] {
  const { replay } = entry;
  if (!replay) return [];
  const groups = new Map<string, ReplayFact[]>();
  for (const fact of replay.facts) {
    const key = JSON.stringify([fact.on ?? null, fact.measure]);
    groups.set(key, [...(groups.get(key) ?? []), fact]);
  }
  const days = Math.max(...replay.facts.map(({ day }) => day)) + DAYS_AFTER;
  return [...groups.values()].map((facts) => {
    const { on = null, measure } = facts[0]!;
    const course = replayCourse(entry.effects, on, days, replay.attritionPerYear ?? 0);
    return {
      on,
      measure,
      facts,
      model: Float64Array.from(course, (shares) => figureOf(shares, measure)),
      yours: plan && yourCourse(entry, plan, facts[0]!, days),
    };
  });
}
