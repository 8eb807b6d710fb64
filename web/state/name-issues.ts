import type { Plan } from '../../engine/plan';
import type { Issue } from '../../engine/units';

/** An issue's path without the ids that tell people which entry is meant: `sites[2 "leipzig"].zone` is `sites[2].zone`. */
export const plainPath = (path: string): string => path.replace(/\[(\d+) "[^"]*"\]/g, '[$1]');

/** Issues with the names of the entries that they stand in: "Leipzig: zone (sites[2].zone)". */
export function nameIssues(issues: readonly Issue[], plan: Plan | null): readonly Issue[] {
  if (!plan) return issues;
  return issues.map((issue) => {
    const [, list, index, field] = /^([a-z]+)\[(\d+)\]\.?(.*)$/i.exec(plainPath(issue.path)) ?? [];
    if (list === undefined || !Object.hasOwn(plan, list)) return issue;
    const entries = plan[list as keyof Plan];
    const entry: unknown = Array.isArray(entries) ? entries[Number(index)] : undefined;
    if (typeof entry !== 'object' || entry === null || !('name' in entry) || typeof entry.name !== 'string')
      return issue;
    return { ...issue, path: `${entry.name}: ${field} (${plainPath(issue.path)})` };
  });
}
