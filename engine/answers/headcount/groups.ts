import { memberLabel, type TeamOrigin } from '../../footprint';
import type { Plan } from '../../plan';
import { addColumns, emptyColumns, type HeadcountColumns } from './figures';

export const HEADCOUNT_GROUPINGS = ['team', 'site', 'provider', 'kind', 'total'] as const;
export type HeadcountGrouping = (typeof HEADCOUNT_GROUPINGS)[number];

/** Teams added up: one row of the weekly grid. */
export interface HeadcountGroup {
  readonly id: string;
  readonly name: string;
  readonly teams: readonly string[];
  readonly weekly: HeadcountColumns;
}

/** Adds teams up by where they belong, in the order of the plan. */
export function headcountGroups(
  plan: Plan,
  origins: readonly TeamOrigin[],
  teams: readonly HeadcountColumns[],
  grouping: HeadcountGrouping,
): HeadcountGroup[] {
  const groups = new Map<string, { name: string; teams: string[]; weekly: HeadcountColumns }>();
  const weeks = plan.calendar.weeks;
  origins.forEach(({ team, site, provider }, at) => {
    const [id, name] =
      grouping === 'team'
        ? [team.id, team.name]
        : grouping === 'site'
          ? [site.id, site.name]
          : grouping === 'provider'
            ? [provider.id, provider.name]
            : grouping === 'kind'
              ? [site.kind, memberLabel(plan, 'kind', site.kind)]
              : ['total', 'All teams'];
    const group = groups.get(id) ?? { name, teams: [], weekly: emptyColumns(weeks) };
    groups.set(id, group);
    group.teams.push(team.id);
    addColumns(group.weekly, teams[at]!);
  });
  return [...groups].map(([id, group]) => ({ id, ...group }));
}
