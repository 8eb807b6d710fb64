import { type Dimension, membersOf, proficiency, teamOrigins } from '../../footprint';
import type { Move, Plan } from '../../plan';
import { share as asShare } from '../../units';

type Place = Move['from'];
const MOVABLE: readonly string[] = ['provider', 'parent', 'country', 'metro', 'site'] satisfies Place['of'][];

/** Whether work can be moved out of nodes of a dimension; it can't be moved off a platform, which its site has. */
export const isMovable = (dimension: Dimension): dimension is Dimension & Place['of'] => MOVABLE.includes(dimension);

/**
 * Moves of a share of a node's work to each site outside it, of those streams that a team there can do already.
 *
 * Cost: teams × streams.
 */
export function movesOutOf(plan: Plan, from: Place, share: number): Move[] {
  const origins = teamOrigins(plan);
  const isInside = (origin: (typeof origins)[number]) => membersOf(origin, from.of).includes(from.member);
  const inside = origins.filter(isInside);
  const served = plan.streams.filter((stream) => inside.some(({ team }) => proficiency(team, stream) > 0));
  return plan.sites.flatMap(({ id }) => {
    const there = origins.filter((origin) => origin.site.id === id && !isInside(origin));
    // One team must be able to do all that it gets: the one that can do most.
    const able = there
      .map(({ team }) => served.filter((stream) => proficiency(team, stream) > 0))
      .reduce((most, streams) => (streams.length > most.length ? streams : most), [] as typeof served);
    if (able.length === 0) return [];
    const streams = able.map((stream) => stream.id);
    return [{ from, to: { of: 'site' as const, member: id }, share: asShare(share), streams }];
  });
}
