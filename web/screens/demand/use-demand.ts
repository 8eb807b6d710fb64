import { useMemo, useRef } from 'react';
import type { DemandAnswer } from '../../../engine/answers';
import type { Plan } from '../../../engine/plan';
import { useAnswer } from '../../work';

/**
 * The plan's demand taken apart, for screens that draw much of it: a change of the plan that demand doesn't depend on (a
 * history kept, a team grown) leaves plan and answer the objects they were, so nothing is drawn anew.
 *
 * The plan returned is to read demand from and to name what is edited; edits go to the open plan.
 */
export function useDemand(current: Plan) {
  const asked = useAnswer('demand', null);
  const { calendar, markets, streams, reasons, events, measures, overrides } = current;
  // biome-ignore lint/correctness/useExhaustiveDependencies: these are all that demand depends on
  const plan = useMemo(() => current, [calendar, markets, streams, reasons, events, measures, overrides]);
  const held = useRef<{ plan: Plan; data: DemandAnswer } | null>(null);
  if (asked.data && !asked.stale && held.current?.data !== asked.data) {
    const isSame = held.current?.data.ground === asked.data.ground;
    held.current = { plan, data: isSame && held.current ? held.current.data : asked.data };
  }
  return {
    ...asked,
    plan,
    data: held.current?.data ?? asked.data,
    /** Of the newest answer, whose plan is the one that is open. */
    provenance: asked.data?.provenance,
    stale: asked.stale && held.current?.plan !== plan,
  };
}
