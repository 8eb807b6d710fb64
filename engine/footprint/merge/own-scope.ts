import type { Plan } from '../../plan';

/**
 * A plan in which whatever holds for all of it names what that is, so that it goes on meaning the same beside another plan: events, measures and
 * overrides of demand name its streams, hiring freezes and shifts its sites.
 */
export function withOwnScope(plan: Plan): Plan {
  const streams = plan.streams.map(({ id }) => id);
  const sites = plan.sites.map(({ id }) => id);
  const named = <T extends { readonly streams?: readonly string[] | undefined }>(scope: T): T =>
    scope.streams ? scope : { ...scope, streams };
  const optional = <K extends string, T>(key: K, value: readonly T[] | undefined, change: (entry: T) => T) =>
    value ? ({ [key]: value.map(change) } as Record<K, T[]>) : {};
  return {
    ...plan,
    ...optional('events', plan.events, (event) => ({ ...event, scope: named(event.scope) })),
    ...optional('measures', plan.measures, (measure) =>
      'scope' in measure ? { ...measure, scope: named(measure.scope) } : measure,
    ),
    ...optional('overrides', plan.overrides, (override) => ({ ...override, scope: named(override.scope) })),
    ...optional('hiringFreezes', plan.hiringFreezes, (freeze) => ({ ...freeze, sites: freeze.sites ?? sites })),
    ...optional('shiftTemplates', plan.shiftTemplates, (shift) => ({ ...shift, sites: shift.sites ?? sites })),
  } as Plan;
}
