import { DIMENSIONS, type Dimension, memberLabel, membersOf, type TeamOrigin, teamOrigins } from '../../footprint';
import type { Plan } from '../../plan';
import type { Network } from '../../simulate';
import type { MixLimit } from '../../sourcing';

/**
 * The limits of a plan's policies, or others in their place, and the seats of its sites, as limits on sizes of teams.
 *
 * @param plan with its candidates among its teams
 */
export function mixLimits(
  plan: Plan,
  today: Network,
  limits: Plan['policies']['limits'] = plan.policies.limits,
): MixLimit[] {
  const origins = teamOrigins(plan);
  return [...policyLimits(plan, origins, limits), ...seatLimits(plan, origins, today)];
}

function policyLimits(plan: Plan, origins: readonly TeamOrigin[], limits: Plan['policies']['limits']): MixLimit[] {
  const found: MixLimit[] = [];
  for (const { dimension, member, maxShare, minShare } of limits.filter(isOfHours)) {
    for (const one of member === undefined ? allMembers(origins, dimension) : [member]) {
      const teams = origins.flatMap((origin, at) => (membersOf(origin, dimension).includes(one) ? [at] : []));
      const facts = { teams, label: memberLabel(plan, dimension, one) };
      if (maxShare !== undefined)
        found.push({ ...facts, id: `${dimension} ${one} at most`, kind: 'max-share', limit: maxShare });
      if (minShare !== undefined)
        found.push({ ...facts, id: `${dimension} ${one} at least`, kind: 'min-share', limit: minShare });
    }
  }
  return found;
}

/** People on duty at the busiest moment may be as many as seats hold, those on breaks and in meetings left out. */
function seatLimits(
  plan: Plan,
  origins: readonly TeamOrigin[],
  { grid, duty, weekOf, plan: now }: Network,
): MixLimit[] {
  return plan.sites.flatMap((site): MixLimit[] => {
    if (site.seats === null) return [];
    const teams = origins.flatMap((origin, at) => (origin.site.id === site.id ? [at] : []));
    const present = teams.filter((team) => team < now.teams.length);
    let fullest = 0;
    for (let t = 0; t < grid.intervals; t++) {
      const [on, seats] = [duty.onDuty, duty.seatLimit].map((of) =>
        present.reduce((sum, team) => sum + (of === duty.onDuty ? of[team]![t]! : of[team]![weekOf[t]!]!), 0),
      );
      if (seats! > 0) fullest = Math.max(fullest, on! / seats!);
    }
    // The duty schedule keeps people within seats; at its peak they may all be taken.
    if (!(fullest > 0)) return [];
    const limit = Math.max(1, 1 / fullest);
    return [{ id: `seats ${site.id}`, label: `Seats of ${site.name}`, kind: 'seats', teams, limit }];
  });
}

function allMembers(origins: readonly TeamOrigin[], dimension: Dimension): string[] {
  const known = DIMENSIONS.includes(dimension) ? origins.flatMap((origin) => [...membersOf(origin, dimension)]) : [];
  return [...new Set(known)].sort();
}

/** Whether a limit is on shares of hours, the only ones that sizes of teams decide. */
export function isOfHours({ measure }: Plan['policies']['limits'][number]): boolean {
  return measure === undefined || measure === 'hours';
}
