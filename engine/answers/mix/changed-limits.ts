import type { Plan } from '../../plan';
import { isOfHours } from './mix-limits';

type Limits = Plan['policies']['limits'];
type Limit = Limits[number];

/** One end of a limit set anew: a cap or a floor on a dimension, or on one member of it; null takes it away. */
export interface LimitChange {
  readonly dimension: Limit['dimension'];
  readonly member?: string | undefined;
  readonly end: 'maxShare' | 'minShare';
  readonly share: number | null;
}

/** Limits with some ends set anew; what is left of others stays as it is, and in its place. */
export function changedLimits(limits: Limits, changes: readonly LimitChange[]): Limits {
  const current = [...limits];
  for (const { dimension, member, end, share } of changes) {
    const at = current.findIndex(
      (limit) =>
        isOfHours(limit) && limit.dimension === dimension && limit.member === member && limit[end] !== undefined,
    );
    const set = (share ?? undefined) as Limit['maxShare'];
    if (at >= 0) current[at] = withEnd(current[at]!, end, set);
    else if (set !== undefined) current.push({ dimension, ...(member === undefined ? {} : { member }), [end]: set });
  }
  return current.filter(({ maxShare, minShare }) => maxShare !== undefined || minShare !== undefined);
}

function withEnd(limit: Limit, end: LimitChange['end'], share: Limit['maxShare']): Limit {
  const { [end]: _before, ...rest } = limit;
  return share === undefined ? rest : { ...rest, [end]: share };
}
