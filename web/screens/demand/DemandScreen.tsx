import type { Plan } from '../../../engine/plan';
import { useView } from '../../address';
import { usePlanStore } from '../../state';
import { Empty, Screen } from '../../ui';
import { DemandOrigins } from './DemandOrigins';
import { demandView } from './demand-view';
import { Histories } from './Histories';
import { PlanDemand } from './PlanDemand';

/** What customers will ask for: the plan's expectation, histories brought in, and forecasts from them. */
export function DemandScreen() {
  const plan = usePlanStore((state) => state.plan);
  return (
    <Screen
      title="Demand"
      intro="Contacts that the plan expects. Drop a history of contacts to see what it says about the weeks ahead, and use the forecast in the plan."
    >
      {plan ? <Demand plan={plan} /> : <Empty title="No plan is open">Open one above to see its demand.</Empty>}
    </Screen>
  );
}

function Demand({ plan }: { readonly plan: Plan }) {
  const [view, setView] = useView('demand', demandView);
  return (
    <>
      <PlanDemand plan={plan} stream={view.stream} onStream={(stream) => setView({ stream })} />
      <Histories plan={plan} view={view} setView={setView} />
      <DemandOrigins plan={plan} stream={view.stream} onStream={(stream) => setView({ stream })} />
    </>
  );
}
