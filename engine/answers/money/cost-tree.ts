import { memberLabel } from '../../footprint';
import { COST_COMPONENTS, type CostColumns, componentLabel } from './cost-components';
import type { MoneyGround } from './money-ground';

/** Below which heads the tree is cut: each level ends in teams and their components, or the other way round. */
export const COST_GROUPINGS = ['provider', 'site', 'kind', 'team', 'component', 'total'] as const;
export type CostGrouping = (typeof COST_GROUPINGS)[number];

/** A branch of the cost tree; its weeks are the sums of its children's. */
export interface CostNode {
  /** Its place: the ids on the way to it, joined by `/`. */
  readonly path: string;
  readonly name: string;
  readonly level: 'total' | 'provider' | 'site' | 'kind' | 'team' | 'component';
  readonly weekly: Float64Array;
  readonly total: number;
  readonly children: readonly CostNode[];
}

interface Leaf {
  readonly team: number;
  readonly component: (typeof COST_COMPONENTS)[number];
  readonly weekly: Float64Array;
}

type Level = Exclude<CostNode['level'], 'total'>;

const LEVELS: Readonly<Record<CostGrouping, readonly Level[]>> = {
  provider: ['provider', 'site', 'team', 'component'],
  site: ['site', 'team', 'component'],
  kind: ['kind', 'site', 'team', 'component'],
  team: ['team', 'component'],
  component: ['component', 'site', 'team'],
  total: ['component'],
};

/**
 * The loaded cost as a tree: provider, site or kind down to teams and components, or component down to teams.
 *
 * Every node is the sum of its children, week by week, added up in their order; a leaf without any cost is left out.
 */
export function costTree(ground: MoneyGround, costs: readonly CostColumns[], by: CostGrouping): CostNode {
  const leaves = costs.flatMap((columns, team) =>
    COST_COMPONENTS.flatMap((component): Leaf[] =>
      columns[component].some((value) => value !== 0) ? [{ team, component, weekly: columns[component] }] : [],
    ),
  );
  return branch(ground, leaves, { path: 'total', name: 'Whole plan', level: 'total' }, LEVELS[by]);
}

function branch(
  ground: MoneyGround,
  leaves: readonly Leaf[],
  about: Pick<CostNode, 'path' | 'name' | 'level'>,
  levels: readonly Level[],
): CostNode {
  const [level, ...below] = levels;
  const weeks = ground.network.grid.weeks;
  if (level === undefined)
    return node(
      about,
      leaves.map(({ weekly }) => weekly),
      [],
      weeks,
    );
  const groups = new Map<string, Leaf[]>();
  for (const leaf of leaves) {
    const id = memberOf(ground, leaf, level);
    groups.set(id, [...(groups.get(id) ?? []), leaf]);
  }
  const order = level === 'component' ? COST_COMPONENTS.filter((id) => groups.has(id)) : [...groups.keys()];
  const children = order.map((id) => {
    const own = groups.get(id)!;
    return branch(ground, own, { path: `${about.path}/${id}`, name: nameOf(ground, own[0]!, level), level }, below);
  });
  return node(
    about,
    children.map(({ weekly }) => weekly),
    children,
    weeks,
  );
}

function node(
  about: Pick<CostNode, 'path' | 'name' | 'level'>,
  parts: readonly Float64Array[],
  children: readonly CostNode[],
  weeks: number,
): CostNode {
  const weekly = new Float64Array(weeks);
  for (const part of parts) for (let week = 0; week < weeks; week++) weekly[week]! += part[week]!;
  return { ...about, weekly, total: weekly.reduce((sum, value) => sum + value, 0), children };
}

function memberOf({ network }: MoneyGround, { team, component }: Leaf, level: Level): string {
  const origin = network.origins[team]!;
  switch (level) {
    case 'component':
      return component;
    case 'team':
      return origin.team.id;
    case 'site':
      return origin.site.id;
    case 'kind':
      return origin.site.kind;
    case 'provider':
      return origin.provider.id;
  }
}

function nameOf({ network, plan }: MoneyGround, { team, component }: Leaf, level: Level): string {
  const origin = network.origins[team]!;
  switch (level) {
    case 'component':
      return componentLabel(component);
    case 'team':
      return origin.team.name;
    case 'site':
      return origin.site.name;
    case 'kind':
      return memberLabel(plan, 'kind', origin.site.kind);
    case 'provider':
      return origin.provider.name;
  }
}

/** All nodes of a tree, each before its children. */
export function* nodesOf(tree: CostNode): Iterable<CostNode> {
  yield tree;
  for (const child of tree.children) yield* nodesOf(child);
}
