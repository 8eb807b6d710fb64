import type { Field, Spec, ViewOf } from './fields';

export const SCREENS = [
  'overview',
  'demand',
  'footprint',
  'staffing',
  'headcount',
  'money',
  'disruptions',
  'mixes',
  'concentration',
  'risk',
  'calculator',
] as const;
export type ScreenName = (typeof SCREENS)[number];

/** The one screen that needs no plan, so that its links open anywhere. */
const CALCULATOR: ScreenName = 'calculator';

/** What an address says: which plan, on which screen. How the screen is looked at stands in the query. */
export interface Address {
  readonly planId: string | null;
  readonly screen: ScreenName;
}

/** The version of the query's parameters; older links are migrated on reading. */
export const ADDRESS_VERSION = 1;

type AddressMigration = (screen: ScreenName, params: URLSearchParams) => void;
/** One entry a version: how its parameters turn into the next version's. */
const migrations: readonly AddressMigration[] = [];

/** The place that a path names; null when it names none. */
export function readPath(path: string): Address | null {
  const [root, plan, screen, ...rest] = path.split('/').filter((step) => step !== '');
  if (root === undefined) return { planId: null, screen: 'overview' };
  if (root === CALCULATOR && plan === undefined) return { planId: null, screen: CALCULATOR };
  if (root !== 'plans' || rest.length > 0 || plan === undefined) return null;
  const planId = decodePart(plan);
  if (planId === null) return null;
  const known = screen === undefined ? 'overview' : SCREENS.find((name) => name === screen);
  return known ? { planId, screen: known } : null;
}

export function writePath(planId: string, screen: ScreenName): string {
  return `/plans/${encodeURIComponent(planId)}/${screen}`;
}

/** Where a screen is reached: under the plan, at the root while there is none; the calculator stands by itself. */
export function placeOf(planId: string | null | undefined, screen: ScreenName): string {
  if (screen === CALCULATOR) return `/${CALCULATOR}`;
  return planId ? writePath(planId, screen) : '/';
}

/** A screen's view from the query: every parameter has a value, whatever the query holds. */
export function readView<S extends Spec>(spec: S, screen: ScreenName, search: string): ViewOf<S> {
  const params = new URLSearchParams(search);
  const version = Number(params.get('v') ?? ADDRESS_VERSION);
  for (let at = version; at >= 1 && at < ADDRESS_VERSION; at++) migrations[at - 1]?.(screen, params);
  const view = Object.entries(spec).map(([name, field]) => [name, field.read(params.get(name))]);
  return Object.fromEntries(view) as ViewOf<S>;
}

/** The query of a view, with its version; empty when everything is as it starts out. */
export function writeView<S extends Spec>(spec: S, view: ViewOf<S>): string {
  const params = new URLSearchParams();
  for (const [name, field] of Object.entries(spec)) {
    const text = (field as Field<unknown>).write(view[name as keyof S]);
    if (text !== null) params.set(name, text);
  }
  if (params.size === 0) return '';
  params.set('v', String(ADDRESS_VERSION));
  return params.toString();
}

function decodePart(part: string): string | null {
  try {
    const id = decodeURIComponent(part);
    return /^[a-z0-9][a-z0-9-]{0,63}$/.test(id) ? id : null;
  } catch {
    return null;
  }
}
