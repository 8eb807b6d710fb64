import { withSizes } from '../footprint';
import type { Edit, Plan } from '../plan';
import { checkVariant } from './mix-variant';
import type { MixVariant } from './results';

/**
 * Teams of other sizes as edits of a plan, so that a mix can be kept as a scenario and asked about like any other.
 *
 * Headcount, hires and leaves of teams that change; sites and teams that are opened; transfers and routing that follow. Applied, they give
 * the plan that the sizes give. Errors: as `checkVariant`. Cost: linear in the teams.
 */
export function sizeEdits(plan: Plan, sizes: NonNullable<MixVariant['sizes']>): Edit[] {
  checkVariant(plan, { id: 'sizes', name: 'sizes', moves: [], sizes });
  const sizeOf = new Map(sizes.map(({ team, size }) => [team, size]));
  const sized = withSizes(plan, [
    ...plan.teams.map(({ id }) => sizeOf.get(id) ?? 1),
    ...(plan.candidates?.teams ?? []).map(({ id }) => sizeOf.get(id) ?? 0),
  ]);
  const edits: Edit[] = [];
  const set = (path: string, value: unknown) => edits.push({ path, value: JSON.parse(JSON.stringify(value)) });
  const isOther = (a: unknown, b: unknown) => JSON.stringify(a) !== JSON.stringify(b);
  if (plan.candidates) {
    // What is opened is a candidate no longer.
    const there = new Set([...sized.sites, ...sized.teams].map(({ id }) => id));
    const left = <T extends { readonly id: string }>(list: readonly T[]) => list.filter(({ id }) => !there.has(id));
    const candidates = { sites: left(plan.candidates.sites), teams: left(plan.candidates.teams) };
    if (isOther(candidates, plan.candidates)) set('candidates', candidates);
  }
  for (const site of sized.sites) if (!plan.sites.some(({ id }) => id === site.id)) set(`sites/${site.id}`, site);
  for (const team of sized.teams) {
    const was = plan.teams.find(({ id }) => id === team.id);
    if (!was) set(`teams/${team.id}`, team);
    else
      for (const field of ['headcount', 'hires', 'leaves'] as const)
        if (isOther(was[field], team[field])) set(`teams/${team.id}/${field}`, team[field]);
  }
  if (isOther(plan.transfers, sized.transfers)) set('transfers', sized.transfers);
  for (const rule of sized.routing) {
    const was = plan.routing.find(({ stream }) => stream === rule.stream);
    if (isOther(was, rule)) set(`routing/${rule.stream}`, rule);
  }
  return edits;
}
