import { type Disruption, type Effect, effectSize, effectSizeField, type Plan, type Scope } from '../../plan';
import { freeId, freeName } from './free-id';
import type { LibraryDisruption, LibraryEffect } from './library-disruption';
import { type Target, targetGroups } from './targets';

/** What the planner chooses of a library disruption; lengths in days. */
export interface StrikeChoice {
  readonly target: Target;
  readonly startDate: string;
  readonly lastsDays: number;
  readonly recoveryDays: number;
  /** Size of the first effect: a share lost, or a factor. */
  readonly size: number;
}

/** How long and how hard a library disruption strikes by itself. */
export function strikeDefaults(entry: LibraryDisruption): Omit<StrikeChoice, 'target' | 'startDate'> {
  const [first] = entry.effects;
  return {
    lastsDays: first.stretch === 'ramp' ? first.curve.rampDays : first.curve.holdDays,
    recoveryDays: first.curve.recoveryDays,
    size: effectSize(first)?.value ?? 0,
  };
}

/**
 * A library disruption struck somewhere on some day, ready to go into the plan under an id of its own.
 *
 * A figure that the planner sets differently is the planner's: its effect says so and is graded an opinion. Effects on
 * members that the plan doesn't have are left out; null when nothing is left.
 */
export function buildDisruption(plan: Plan, entry: LibraryDisruption, choice: StrikeChoice): Disruption | null {
  const where = choice.target.scope.of === 'world' ? 'everywhere' : choice.target.label;
  const name = freeName(
    entry.name.replace('{target}', () => where),
    plan.disruptions,
  );
  const effects = entry.effects.flatMap((effect, at) => {
    const scope = effect.on ?? choice.target.scope;
    if (!isInPlan(plan, scope) || ('contacts' in effect && effect.contacts && !isInPlan(plan, effect.contacts)))
      return [];
    return [strike(effect, at === 0, entry, choice, scope)];
  });
  if (effects.length === 0) return null;
  return {
    id: freeId(
      choice.target.scope.of === 'world' ? entry.idStem : `${entry.idStem} ${where}`,
      entry.idStem,
      plan.disruptions,
    ),
    name,
    description: entry.description,
    startDate: choice.startDate,
    source: entry.source,
    grade: entry.grade,
    effects,
    library: entry.id,
  };
}

/** A library disruption with its own figures on the plan's largest target of the first kind that it has. */
export function usualStrike(plan: Plan, entry: LibraryDisruption, startDate: string): StrikeChoice | null {
  const target = targetGroups(plan, entry.targets)[0]?.items[0];
  return target ? { ...strikeDefaults(entry), target, startDate } : null;
}

function isInPlan(plan: Plan, scope: Scope): boolean {
  if (scope.of === 'world') return true;
  return targetGroups(plan, [scope.of]).some(({ items }) =>
    items.some((item) => item.scope.of === scope.of && item.scope.member === scope.member),
  );
}

function strike(
  effect: LibraryEffect,
  isFirst: boolean,
  entry: LibraryDisruption,
  { lastsDays, recoveryDays, size }: StrikeChoice,
  scope: Scope,
): Effect {
  const own = strikeDefaults(entry);
  const { stretch, on: _on, ...rest } = effect;
  const isFixed = stretch === 'none';
  const hasLength = isFixed || (lastsDays === own.lastsDays && recoveryDays === own.recoveryDays);
  const field = isFirst ? effectSizeField(effect) : null;
  const hasSize = field === null || size === own.size;
  const longer = own.lastsDays > 0 ? lastsDays / own.lastsDays : 1;
  const { delayDays, rampDays, holdDays, recoveryDays: backDays, recoveryShape } = effect.curve;
  const by = {
    hold: { holdDays: Math.min(1000, Math.max(0, tidy(holdDays + lastsDays - own.lastsDays))) },
    ramp: { rampDays: Math.min(1000, tidy(rampDays * longer)) },
    delay: { delayDays: Math.min(1000, tidy(delayDays * longer)) },
    none: {},
  }[stretch];
  const back =
    stretch === 'delay' || isFixed || own.recoveryDays === 0
      ? backDays
      : tidy((backDays * recoveryDays) / own.recoveryDays);
  const recovery = isFirst && own.recoveryDays === 0 && !isFixed ? recoveryDays : back;
  const byHand = [...(hasSize ? [] : ['size']), ...(hasLength ? [] : ['length'])].join(' and ');
  return {
    ...rest,
    ...(field ? { [field]: size } : {}),
    scope,
    curve: { delayDays, rampDays, holdDays, ...by, recoveryDays: Math.min(1000, recovery), recoveryShape },
    ...(byHand === '' ? {} : { source: `${effect.source ?? entry.source}; ${byHand} set by hand`, grade: 'opinion' }),
  } as Effect;
}

/** Without the dust of binary fractions: to a ten-thousandth of a day, nine seconds. */
const tidy = (days: number): number => Math.round(days * 10_000) / 10_000;
