import { Button, NativeSelect } from '@mantine/core';
import { memo, useCallback } from 'react';
import type { History, Plan } from '../../../engine/plan';
import type { ViewOf } from '../../address';
import { formatDate } from '../../format';
import { editPlan } from '../../state';
import { Empty, Panel } from '../../ui';
import { BringIn } from './BringIn';
import css from './demand.module.css';
import type { demandView } from './demand-view';
import { ForecastPanel } from './ForecastPanel';
import { HistoryChart } from './HistoryChart';
import { HistoryDownloads } from './HistoryDownloads';
import { HistoryLayers } from './HistoryLayers';
import { spanOf, stepName } from './history-lines';

type View = ViewOf<typeof demandView>;

interface Props {
  readonly plan: Plan;
  readonly view: View;
  readonly setView: (change: Partial<View>) => void;
}

/** Histories: bringing one in, choosing one that is kept, and forecasting it. */
export const Histories = memo(function Histories({ plan, view, setView }: Props) {
  const history = plan.histories.find((one) => one.id === view.history) ?? plan.histories[0] ?? null;
  const onKept = useCallback(
    (kept: Pick<History, 'id'>) => setView({ history: kept.id, forecast: 'shown' }),
    [setView],
  );
  return (
    <>
      <BringIn plan={plan} onKept={onKept} />
      <Panel
        title="Forecast from a history"
        description="From histories kept in this plan. Every method that fits is tried on the past; the forecast is their mean, weighted by how they did."
        actions={
          history && (
            <NativeSelect
              aria-label="History"
              size="xs"
              data={plan.histories.map((one) => ({ value: one.id, label: one.name }))}
              value={history.id}
              onChange={(event) => setView({ history: event.currentTarget.value })}
            />
          )
        }
      >
        {history ? (
          <div className={css.stack}>
            <p className={css.words}>
              {history.name}: {stepName(history.intervalMinutes)} steps, {formatDate(spanOf(history).from)} to{' '}
              {formatDate(spanOf(history).to)}, from{' '}
              {history.layers ? `${history.layers.length} uploads` : history.source}.{' '}
              <Button size="compact-xs" variant="subtle" color="red" onClick={() => drop(history)}>
                Remove from plan
              </Button>
            </p>
            <HistoryDownloads history={history} />
            {history.layers && <HistoryLayers history={history} layers={history.layers} />}
            {view.forecast === '' && <HistoryChart history={history} title={history.name} />}
            <ForecastPanel key={history.id} plan={plan} history={history} view={view} setView={setView} />
          </div>
        ) : (
          <Empty title="No history is kept in this plan yet">
            Drop a file of contact counts above, look at what was read, and keep it: then it can be forecast.
          </Empty>
        )}
      </Panel>
    </>
  );
});

function drop(history: History): void {
  editPlan(`Remove history ${history.name}`, (draft) => {
    draft.histories = draft.histories.filter((one) => one.id !== history.id);
  });
}
