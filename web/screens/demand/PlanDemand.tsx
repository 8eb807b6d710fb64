import { Select } from '@mantine/core';
import { useMemo } from 'react';
import type { Plan } from '../../../engine/plan';
import { ChartFrame, LineChart, type LineChartData, lineTable } from '../../charts';
import { addDays, channelLabel, formatCompact, formatCount, gradeLabel } from '../../format';
import { DataTable, Panel, RunBar } from '../../ui';
import { useAnswer } from '../../work';
import css from './demand.module.css';
import { GROUPINGS, groupedDemand } from './grouped-demand';

interface Props {
  readonly plan: Plan;
  readonly stream: string;
  readonly onStream: (id: string) => void;
}

/** Weekly contacts that the plan expects, by stream, and where each expectation comes from. */
export function PlanDemand({ plan, stream, onStream }: Props) {
  const { data, stale, ...run } = useAnswer('overview', null);
  const streams = data?.base.streams;
  const chart = useMemo((): LineChartData | null => {
    if (!streams) return null;
    const series = groupedDemand(streams, stream);
    const weeks = series[0]?.values.length ?? 0;
    return {
      x: Array.from({ length: weeks }, (_, week) => addDays(plan.calendar.startDate, week * 7)),
      series,
      y: {
        label: 'Contacts a week',
        format: (value) => formatCompact(value),
        formatExact: (value) => formatCount(value),
      },
    };
  }, [streams, stream, plan.calendar.startDate]);
  const totals = useMemo(() => new Map(streams?.map((one) => [one.id, one.total.offered])), [streams]);
  const title = 'Contacts a week in the plan';
  return (
    <>
      <RunBar {...run} what="the plan’s contacts" />
      {chart && (
        <ChartFrame
          title={title}
          order={2}
          description="First attempts that the plan expects, over the whole horizon."
          height={280}
          stale={stale}
          table={() => lineTable(chart, 'Week from')}
          actions={
            <Select
              aria-label="Which streams"
              size="xs"
              w={220}
              searchable
              data={[
                { group: 'Streams put together', items: [...GROUPINGS] },
                { group: 'One stream', items: plan.streams.map((one) => ({ value: one.id, label: one.name })) },
              ]}
              value={stream}
              onChange={(id) => onStream(id ?? '')}
            />
          }
        >
          {(size) => <LineChart data={chart} size={size} title={title} />}
        </ChartFrame>
      )}
      <Panel
        title="Where each stream’s demand comes from"
        description="A forecast replaces an assumption: bring a history below, then use it for a stream."
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
                    {one.demand.source ?? 'source not stated'}
                    {one.demand.grade ? ` (${gradeLabel(one.demand.grade)})` : ''}
                  </span>
                </>
              ),
            },
          ]}
        />
      </Panel>
    </>
  );
}

function originOf(demand: Plan['streams'][number]['demand'], plan: Plan): string {
  if (demand.kind === 'seasonal') return 'A typical week and a season';
  const history = plan.histories.find((one) => one.id === demand.history);
  return history ? `Forecast from ${history.name}` : 'Contacts week by week';
}
