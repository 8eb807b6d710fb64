import type { Plan } from '../../../../engine/plan';

const parts = (text: string): string[] =>
  text
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '');

const find = (plan: Plan, text: string) =>
  plan.sites.find(({ id, name }) => id === text || name.toLowerCase() === text.toLowerCase());

/** Sites as a text of their names; nothing means everywhere. */
export const writeSites = (plan: Plan, ids: readonly string[] | undefined): string =>
  (ids ?? []).map((id) => plan.sites.find((site) => site.id === id)?.name ?? id).join('; ');

/** Ids of the sites in such a text; nothing for everywhere. */
export function readSites(plan: Plan, text: string): string[] | undefined {
  const ids = parts(text).flatMap((part) => find(plan, part)?.id ?? []);
  return ids.length > 0 ? ids : undefined;
}

/** Whether every part of a text names a site. */
export const isSiteList =
  (plan: Plan) =>
  (text: string): boolean =>
    parts(text).every((part) => find(plan, part) !== undefined);
