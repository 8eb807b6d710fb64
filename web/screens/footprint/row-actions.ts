import type { Plan } from '../../../engine/plan';
import { type Editable, editPlan } from '../../state';

export type ListName = 'sites' | 'teams' | 'providers' | 'streams';

/** Adds a copy of an entry beside it, under an id and a name of its own. */
export function duplicateRow(plan: Plan, list: ListName, id: string): string | null {
  const source = plan[list].find((entry) => entry.id === id);
  if (!source) return null;
  const taken = new Set(plan[list].map((entry) => entry.id));
  let number = 2;
  const stem = id.slice(0, 58);
  while (taken.has(`${stem}-${number}`)) number++;
  const copy = { ...source, id: `${stem}-${number}`, name: `${source.name.slice(0, 112)} (${number})` };
  editPlan(`Duplicate ${source.name}`, (draft) => {
    const entries = draft[list] as { id: string }[];
    entries.splice(entries.findIndex((entry) => entry.id === id) + 1, 0, structuredClone(copy));
  });
  return copy.id;
}

/** What goes with an entry when it is removed, in words. */
export function removalWords(plan: Plan, list: ListName, id: string): string {
  if (list !== 'sites') return '';
  const teams = plan.teams.filter((team) => team.site === id).length;
  return teams === 0 ? '' : ` and its ${teams === 1 ? 'team' : `${teams} teams`}`;
}

/** Removes an entry, what belongs to it, and its place in the routing. */
export function removeRow(plan: Plan, list: ListName, id: string): void {
  const source = plan[list].find((entry) => entry.id === id);
  if (!source) return;
  editPlan(`Remove ${source.name}${removalWords(plan, list, id)}`, (draft) => {
    const gone = new Set(
      list === 'teams'
        ? [id]
        : list === 'sites'
          ? draft.teams.filter((team) => team.site === id).map((team) => team.id)
          : [],
    );
    const entries = draft[list] as { id: string }[];
    entries.splice(
      entries.findIndex((entry) => entry.id === id),
      1,
    );
    draft.teams = draft.teams.filter((team) => !gone.has(team.id));
    if (list === 'streams') draft.routing = draft.routing.filter((rule) => rule.stream !== id);
    if (gone.size > 0) dropFromRouting(draft, gone);
    if (gone.size > 0) dropFromHeadcount(draft, gone, list === 'sites' ? id : null);
  });
}

/** Takes gone teams out of transfers and launches, and a gone site out of the hiring freezes. */
function dropFromHeadcount(draft: Editable<Plan>, gone: ReadonlySet<string>, site: string | null): void {
  if (draft.transfers) {
    draft.transfers = draft.transfers.filter(({ from, to }) => !gone.has(from) && (to === undefined || !gone.has(to)));
  }
  for (const launch of draft.launches ?? []) launch.teams = launch.teams.filter((team) => !gone.has(team));
  draft.launches = draft.launches?.filter((launch) => launch.teams.length > 0);
  if (draft.launches === undefined || draft.launches.length === 0) delete draft.launches;
  if (site === null) return;
  for (const shift of draft.shiftTemplates ?? []) shift.sites = shift.sites?.filter((one) => one !== site);
  draft.shiftTemplates = draft.shiftTemplates?.filter((shift) => shift.sites?.length !== 0);
  if (draft.shiftTemplates?.length === 0) delete draft.shiftTemplates;
  if (!draft.hiringFreezes) return;
  for (const freeze of draft.hiringFreezes) freeze.sites = freeze.sites?.filter((one) => one !== site);
  draft.hiringFreezes = draft.hiringFreezes.filter((freeze) => freeze.sites?.length !== 0);
}

function dropFromRouting(draft: Editable<Plan>, gone: ReadonlySet<string>): void {
  draft.routing = draft.routing.filter((rule) => {
    if (rule.mode === 'pool') {
      if (rule.teams) rule.teams = rule.teams.filter((team) => !gone.has(team));
      rule.overflow = rule.overflow?.filter((entry) => !gone.has(entry.team));
      if (!rule.overflow || rule.overflow.length === 0) delete rule.overflow;
      return rule.teams === undefined || rule.teams.length > 0;
    }
    rule.shares = rule.shares.filter((entry) => !gone.has(entry.team));
    const left = rule.shares.reduce((sum, entry) => sum + entry.share, 0);
    if (left <= 0) return false;
    // The others take over what the team had, in proportion.
    for (const entry of rule.shares) entry.share = (entry.share / left) as typeof entry.share;
    return true;
  });
}
