import { amazonConnect } from './amazon-connect';
import { avayaCms, avayaCmsTables } from './avaya-cms';
import { genesysCloud } from './genesys-cloud';
import { type Layout, plainName } from './layout';
import { niceCxoneContacts, niceCxoneSkills } from './nice-cxone';
import { zendeskExplore, zendeskTickets } from './zendesk';

export type { Layout, LayoutRoles } from './layout';
export { plainName } from './layout';

/** Every layout that is known, the narrower before the wider. */
const LAYOUTS: readonly Layout[] = [
  amazonConnect,
  genesysCloud,
  avayaCms,
  avayaCmsTables,
  niceCxoneContacts,
  niceCxoneSkills,
  zendeskExplore,
  zendeskTickets,
];

/** The export that column names and titles give away, or null for a free layout. */
export function recogniseLayout(columns: readonly string[], titles: readonly string[]): Layout | null {
  const names = new Set(columns.map(plainName));
  return LAYOUTS.find((layout) => layout.matches(names, titles.join('\n'))) ?? null;
}
