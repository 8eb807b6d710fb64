import { memo, useCallback, useDeferredValue } from 'react';
import type { DemandAnswer } from '../../../engine/answers';
import type { Plan } from '../../../engine/plan';
import { useView } from '../../address';
import { formatChange, formatCount } from '../../format';
import { usePlanStore } from '../../state';
import { Empty, Figure, Figures, InTurn, RunBar, Screen, Source } from '../../ui';
import { useTask } from '../../work';
import { CalendarPanel } from './CalendarPanel';
import { DemandOrigins } from './DemandOrigins';
import css from './demand.module.css';
import { demandView } from './demand-view';
import { Histories } from './Histories';
import {
  DepartmentPanel,
  demandRows,
  demandSheets,
  EventPanel,
  MeasurePanel,
  OverridePanel,
  type PlanGrain,
  PlannedChart,
  WaterfallPanel,
} from './planned';
import { TableDownloads } from './TableDownloads';
import { useDemand } from './use-demand';

/** What customers will ask for: the plan's expectation, what moves it, histories brought in, and forecasts from them. */
export function DemandScreen() {
  // Drawn in small steps after each change, so that a large plan doesn't hold up the hand.
  const plan = useDeferredValue(usePlanStore((state) => state.plan));
  return (
    <Screen
      title="Demand"
      intro="Contacts that the plan expects, and what moves them: events, measures, and what people know. Drop a history of contacts to see what it says about the weeks ahead, and use the forecast in the plan."
    >
      {plan ? <Demand plan={plan} /> : <Empty title="No plan is open">Open one above to see its demand.</Empty>}
    </Screen>
  );
}

const Demand = memo(function Demand({ plan }: { readonly plan: Plan }) {
  const [view, setView] = useView('demand', demandView);
  const onStream = useCallback((stream: string) => setView({ stream }), [setView]);
  const onGrain = useCallback((step: PlanGrain) => setView({ step }), [setView]);
  const onEvent = useCallback((event: string) => setView({ event }), [setView]);
  const { plan: ground, ...demand } = useDemand(plan);
  const { data, stale, provenance } = demand;
  const shared = { plan: ground, stale, stream: view.stream };
  return (
    <InTurn>
      <RunBar {...demand} what="the plan’s contacts" />
      {data && <Totals plan={ground} answer={data} stale={stale} />}
      {data && (
        <PlannedChart
          {...shared}
          answer={data}
          grain={view.step}
          event={view.event}
          onStream={onStream}
          onGrain={onGrain}
        />
      )}
      {data && <EventPanel {...shared} answer={data} picked={view.event} onPick={onEvent} />}
      {data && <OverridePanel {...shared} answer={data} />}
      <Histories plan={plan} view={view} setView={setView} />
      {data && <WaterfallPanel {...shared} answer={data} />}
      {data && <MeasurePanel plan={ground} answer={data} stale={stale} />}
      <DepartmentPanel />
      <CalendarPanel plan={plan} />
      <DemandOrigins plan={plan} streams={data?.streams ?? null} stream={view.stream} onStream={onStream} />
      {provenance && <Source provenance={provenance} />}
    </InTurn>
  );
});

/** Contacts and hours over the plan, with what all changes together make of the models. */
const Totals = memo(function Totals({
  plan,
  answer,
  stale,
}: {
  readonly plan: Plan;
  readonly answer: DemandAnswer;
  readonly stale: boolean;
}) {
  const { total } = answer;
  const departments = useTask('departments', true);
  return (
    <Figures>
      <Figure
        label="Contacts over the plan"
        value={formatCount(total.contacts)}
        detail={`${formatChange(total.contacts, total.modelContacts)} against the models alone`}
        stale={stale}
      />
      <Figure
        label="Agent hours of handling"
        value={formatCount(total.hours)}
        detail={`${formatChange(total.hours, total.modelHours)} against the models alone`}
        stale={stale}
      />
      <Figure
        label="Steps in force"
        value={answer.steps.length}
        detail="events, measures and overrides that are on"
        stale={stale}
      />
      <Figure
        label="Everything by week"
        value={
          <span className={css.choices}>
            <TableDownloads
              name={`${plan.name} demand`}
              what="Demand"
              size="compact-sm"
              disabled={stale}
              rows={() => demandRows(answer)}
              sheets={async () => demandSheets(plan, answer, await departments.run(null))}
            />
          </span>
        }
        detail="a column for each step, as the command line gives it; in Excel with days, reasons, overrides and assumptions"
      />
    </Figures>
  );
});
