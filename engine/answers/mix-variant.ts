import { type MovedPlan, moveWork, withSizes } from '../footprint';
import { applyEdits, type Plan } from '../plan';
import { InputFault, type Issue, issue, share } from '../units';
import { hoursShare } from './hours-share';
import type { PreparedPlan } from './prepared-plan';
import type { MixVariant } from './results';

/** Most that a team may grow to, against today. */
const LARGEST_SIZE = 20;

/** Whatever can be of another size: teams, against today, and candidates, against what they may come to. */
const sizedTeams = (plan: Plan) => [...plan.teams, ...(plan.candidates?.teams ?? [])];

/** Errors: `InputFault` for shares, sizes and teams that can't be. `place` goes before the paths. */
export function checkVariant(plan: Plan, variant: MixVariant, place = ''): void {
  const issues: Issue[] = [];
  variant.moves.forEach(({ share: moved }, at) => {
    if (!(moved >= 0 && moved <= 1))
      issues.push(issue('mix.share', `${place}moves[${at}].share`, moved, 'a share from 0 to 1'));
  });
  variant.sizes?.forEach(({ team, size }, at) => {
    if (!(size >= 0 && size <= LARGEST_SIZE))
      issues.push(issue('mix.size', `${place}sizes[${at}].size`, size, `0 to ${LARGEST_SIZE} times today`));
    if (!sizedTeams(plan).some(({ id }) => id === team))
      issues.push(issue('mix.unknown-team', `${place}sizes[${at}].team`, team, 'a team or candidate of this plan'));
  });
  if (issues.length > 0) throw new InputFault(issues);
}

/**
 * The plan that a mix makes of today's: its edits, then its moves of work and people, then its sizes of teams.
 *
 * Errors: as `checkVariant` and `applyEdits`. The plan given is left as it was.
 */
export function variantPlan(ready: PreparedPlan, variant: MixVariant): MovedPlan {
  const { plan } = ready;
  checkVariant(plan, variant);
  const moves = variant.moves.map((move) => ({
    from: move.from,
    to: move.to,
    share: share(move.share),
    ...(move.streams ? { streams: [...move.streams] } : {}),
  }));
  const moved = moveWork(applyEdits(plan, variant.edits ?? []), moves, hoursShare(ready));
  if (!variant.sizes || variant.sizes.length === 0) return moved;
  const sizes = new Map(variant.sizes.map(({ team, size }) => [team, size]));
  return {
    ...moved,
    plan: withSizes(moved.plan, [
      ...moved.plan.teams.map(({ id }) => sizes.get(id) ?? 1),
      ...(moved.plan.candidates?.teams ?? []).map(({ id }) => sizes.get(id) ?? 0),
    ]),
  };
}
