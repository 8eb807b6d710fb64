import { lazy, memo, Suspense, useMemo, useState } from 'react';
import type { Plan } from '../../../engine/plan';
import { channelLabel, formatCount, gradeLabel } from '../../format';
import { DataTable, Panel } from '../../ui';
import css from './demand.module.css';
import { FormulaDemand } from './FormulaDemand';
import type { StreamFigures } from './grouped-demand';

const FormulaEditor = lazy(() => import('./FormulaEditor').then((module) => ({ default: module.FormulaEditor })));

interface Props {
  readonly plan: Plan;
  /** Null until they are worked out. */
  readonly streams: readonly StreamFigures[] | null;
  readonly stream: string;
  readonly onStream: (id: string) => void;
}

/** Where each stream's expectation comes from, with source and grade. */
export const DemandOrigins = memo(function DemandOrigins({ plan, streams, stream, onStream }: Props) {
  const [writing, setWriting] = useState<string | null>(null);
  const written = plan.streams.find(({ id }) => id === writing);
  const totals = useMemo(
    () => new Map(streams?.map((one) => [one.id, one.contacts.reduce((sum, value) => sum + value, 0)])),
    [streams],
  );
  return (
    <Panel
      title="Where each stream’s demand comes from"
      description="A forecast replaces an assumption: bring in a history above, then use it for a stream."
    >
      <DataTable
        label="Demand by stream"
        rows={plan.streams}
        keyOf={(one) => one.id}
        picked={stream}
        onPick={onStream}
        columns={[
          { key: 'name', label: 'Stream', sortBy: (one) => one.name, render: (one) => one.name },
          {
            key: 'channel',
            label: 'Channel',
            sortBy: (one) => one.channel,
            render: (one) => channelLabel(one.channel),
          },
          {
            key: 'contacts',
            label: 'Contacts over the horizon',
            numeric: true,
            sortBy: (one) => totals.get(one.id) ?? null,
            render: (one) => formatCount(totals.get(one.id)),
          },
          {
            key: 'origin',
            label: 'Comes from, with source and grade',
            render: (one) => (
              <>
                {originOf(one.demand, plan)}
                <span className={css.source}>
                  {one.demand.source ?? (one.demand.kind === 'drivers' ? '' : 'source not stated')}
                  {one.demand.grade ? ` (${gradeLabel(one.demand.grade)})` : ''}
                </span>
                <FormulaDemand stream={one} onWrite={() => setWriting(one.id)} />
              </>
            ),
          },
        ]}
      />
      {written && (
        <Suspense fallback={null}>
          <FormulaEditor plan={plan} stream={written} close={() => setWriting(null)} />
        </Suspense>
      )}
    </Panel>
  );
});

function originOf(demand: Plan['streams'][number]['demand'], plan: Plan): string {
  if (demand.kind === 'seasonal') return 'A typical week and a season';
  if (demand.kind === 'drivers') return 'A formula of drivers';
  const history = plan.histories.find((one) => one.id === demand.history);
  return history ? `Forecast from ${history.name}` : 'Contacts week by week';
}
