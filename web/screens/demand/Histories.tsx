import { Button, NativeSelect } from '@mantine/core';
import { memo, useState } from 'react';
import type { ImportCorrections as Corrections } from '../../../engine/answers';
import type { History, Plan } from '../../../engine/plan';
import type { ViewOf } from '../../address';
import { formatDate } from '../../format';
import { editPlan } from '../../state';
import { Empty, Panel, RunBar } from '../../ui';
import { useTask } from '../../work';
import css from './demand.module.css';
import type { demandView } from './demand-view';
import { ForecastPanel } from './ForecastPanel';
import { HistoryChart } from './HistoryChart';
import { spanOf, stepName } from './history-lines';
import { ImportCorrections } from './ImportCorrections';
import { ImportDrop, type ImportSource } from './ImportDrop';
import { ImportPreview } from './ImportPreview';

type View = ViewOf<typeof demandView>;

interface Props {
  readonly plan: Plan;
  readonly view: View;
  readonly setView: (change: Partial<View>) => void;
}

/** Histories: bringing one in, choosing one that is kept, and forecasting it. */
export const Histories = memo(function Histories({ plan, view, setView }: Props) {
  const history = plan.histories.find((one) => one.id === view.history) ?? plan.histories[0] ?? null;
  return (
    <>
      <BringIn plan={plan} onKept={(kept) => setView({ history: kept.id, forecast: 'shown' })} />
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
              {formatDate(spanOf(history).to)}, from {history.source}.{' '}
              <Button size="compact-xs" variant="subtle" color="red" onClick={() => drop(history)}>
                Remove from plan
              </Button>
            </p>
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

/** A file or pasted rows, read and shown before anything is kept. */
function BringIn({ plan, onKept }: { readonly plan: Plan; readonly onKept: (history: History) => void }) {
  const [source, setSource] = useState<ImportSource | null>(null);
  const [corrections, setCorrections] = useState<Corrections>({});
  const { data, run, clear, fault, running, progress, stop } = useTask('preview');
  const read = (from: ImportSource, next: Corrections) => {
    setSource(from);
    setCorrections(next);
    void run({
      input: from.input,
      corrections: next,
      source: from.name,
      intervalMinutes: plan.calendar.intervalMinutes,
    });
  };
  const discard = () => {
    clear();
    setSource(null);
    setCorrections({});
  };
  const keep = (histories: readonly History[]) => {
    const [first] = histories;
    if (!first) return;
    discard();
    onKept(first);
    // In a task of its own: what is on screen makes way before the plan with all that hangs on it is drawn anew.
    setTimeout(() => {
      editPlan(
        histories.length === 1 ? `Keep history ${first.name}` : `Keep ${histories.length} histories`,
        (draft) => {
          for (const history of histories) draft.histories.push({ ...history, values: [...history.values] });
        },
      );
    });
  };
  const shown = fault ? null : data;
  return (
    <Panel
      title="Bring in a history"
      description="Contacts by interval, day or week, as your reporting exports them. What was understood is shown before it is kept."
    >
      <ImportDrop busy={running} onSource={(from) => read(from, {})} />
      {source && (
        <section aria-label={`What was read from ${source.name}`}>
          <h3 className={css.subtitle}>{source.name}</h3>
          <RunBar
            running={running}
            progress={progress}
            fault={fault}
            stop={stop}
            retry={() => read(source, corrections)}
            what={source.name}
          />
          {(shown || fault) && (
            <ImportCorrections
              refused={fault !== null}
              preview={shown}
              corrections={corrections}
              onChange={(next) => read(source, next)}
            />
          )}
          {shown && (
            <ImportPreview
              key={source.name}
              preview={shown}
              stale={running}
              taken={plan.histories}
              onKeep={keep}
              onDiscard={discard}
            />
          )}
          {!shown && !running && (
            <Button size="xs" variant="default" onClick={discard}>
              Discard
            </Button>
          )}
        </section>
      )}
    </Panel>
  );
}
