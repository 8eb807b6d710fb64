import { memo, useCallback, useDeferredValue } from 'react';
import type { Plan } from '../../../engine/plan';
import { useView } from '../../address';
import { usePlanStore } from '../../state';
import { Empty, InTurn, RunBar, Screen } from '../../ui';
import { useAnswer } from '../../work';
import { CalendarPanel } from './CalendarPanel';
import { DemandOrigins } from './DemandOrigins';
import { demandView } from './demand-view';
import { Histories } from './Histories';
import { PlanDemand } from './PlanDemand';

/** What customers will ask for: the plan's expectation, histories brought in, and forecasts from them. */
export function DemandScreen() {
  // Drawn in small steps after each change, so that a large plan doesn't hold up the hand.
  const plan = useDeferredValue(usePlanStore((state) => state.plan));
  return (
    <Screen
      title="Demand"
      intro="Contacts that the plan expects. Drop a history of contacts to see what it says about the weeks ahead, and use the forecast in the plan."
    >
      {plan ? <Demand plan={plan} /> : <Empty title="No plan is open">Open one above to see its demand.</Empty>}
    </Screen>
  );
}

const Demand = memo(function Demand({ plan }: { readonly plan: Plan }) {
  const [view, setView] = useView('demand', demandView);
  const onStream = useCallback((stream: string) => setView({ stream }), [setView]);
  const overview = useAnswer('overview', null);
  const streams = overview.data?.base.streams ?? null;
  return (
    <InTurn>
      <RunBar {...overview} what="the plan’s contacts" />
      {streams && (
        <PlanDemand plan={plan} streams={streams} stale={overview.stale} stream={view.stream} onStream={onStream} />
      )}

      <Histories plan={plan} view={view} setView={setView} />
      <CalendarPanel plan={plan} />
      <DemandOrigins plan={plan} streams={streams} stream={view.stream} onStream={onStream} />
    </InTurn>
  );
});
