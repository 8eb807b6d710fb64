import type { DimensionShare, MemberShare } from '../../../engine/answers';

/** A node as the address has it, such as `metro:Metro Manila`. */
export const nodeKey = (dimension: string, member: string): string => `${dimension}:${member}`;

/** The member that an address names; null where this plan has no such one. */
export function readNode(
  dimensions: readonly DimensionShare[],
  key: string,
): { readonly dimension: DimensionShare['dimension']; readonly member: MemberShare } | null {
  const at = key.indexOf(':');
  const shares = dimensions.find(({ dimension }) => dimension === key.slice(0, at));
  const member = shares?.members.find((each) => each.member === key.slice(at + 1));
  return shares && member ? { dimension: shares.dimension, member } : null;
}
