import type { CostNode, MoneyAnswer } from '../../../engine/answers';

export type Period = 'week' | 'period' | 'quarter' | 'year';

/** A branch as a row of the tree: how deep, whether it opens, and what it costs by period. */
export interface TreeRow {
  readonly path: string;
  readonly name: string;
  readonly level: CostNode['level'];
  readonly depth: number;
  readonly hasChildren: boolean;
  readonly isOpen: boolean;
  readonly total: number;
  readonly share: number;
  readonly values: readonly number[];
}

/** The rows in sight: the whole, and below every open branch its children. */
export function treeRows({ tree, periods }: MoneyAnswer, period: Period, open: ReadonlySet<string>): TreeRow[] {
  const groups = periods[period];
  const rows: TreeRow[] = [];
  const visit = (node: CostNode, depth: number) => {
    const isOpen = depth === 0 || open.has(node.path);
    rows.push({
      path: node.path,
      name: node.name,
      level: node.level,
      depth,
      hasChildren: node.children.length > 0 && depth > 0,
      isOpen,
      total: node.total,
      share: tree.total === 0 ? 0 : node.total / tree.total,
      values: groups.map(({ first, weeks }) => sumOf(node.weekly, first, weeks)),
    });
    if (isOpen) for (const child of node.children) visit(child, depth + 1);
  };
  visit(tree, 0);
  return rows;
}

/** Every branch that opens, as far as the components of teams. */
export function branchesOf(tree: CostNode): string[] {
  return tree.children.flatMap((child) => (child.children.length > 0 ? [child.path, ...branchesOf(child)] : []));
}

export function sumOf(weekly: Float64Array, first: number, weeks: number): number {
  let sum = 0;
  for (let week = first; week < first + weeks; week++) sum += weekly[week]!;
  return sum;
}
