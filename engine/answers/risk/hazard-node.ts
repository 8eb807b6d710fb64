import { DIMENSIONS, type Dimension, memberLabel } from '../../footprint';
import type { Plan, Scope } from '../../plan';

/** What a hazard strikes, for people. */
export function nodeOf(plan: Plan, scope: Scope): string {
  if (scope.of === 'world') return 'everywhere';
  const dimension = DIMENSIONS.find((one): one is Dimension => one === scope.of);
  return dimension ? memberLabel(plan, dimension, scope.member) : scope.member;
}
