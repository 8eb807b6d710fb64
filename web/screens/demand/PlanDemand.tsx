import { NativeSelect } from '@mantine/core';
import { memo, useMemo } from 'react';
import type { Plan } from '../../../engine/plan';
import { ChartFrame, LineChart, type LineChartData, lineTable } from '../../charts';
import { addDays, formatCompact, formatCount } from '../../format';
import { GROUPINGS, groupedDemand, type StreamFigures } from './grouped-demand';

interface Props {
  readonly plan: Plan;
  readonly streams: readonly StreamFigures[];
  readonly stale: boolean;
  /** A stream's id, or a way to put streams together. */
  readonly stream: string;
  readonly onStream: (id: string) => void;
}

/** Weekly contacts that the plan expects. */
export const PlanDemand = memo(function PlanDemand({ plan, streams, stale, stream, onStream }: Props) {
  const chart = useMemo((): LineChartData => {
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
  const title = 'Contacts a week in the plan';
  return (
    <ChartFrame
      title={title}
      order={2}
      description="First attempts that the plan expects, over the whole horizon."
      height={280}
      stale={stale}
      table={() => lineTable(chart, 'Week from')}
      actions={
        <NativeSelect
          aria-label="Which streams"
          size="xs"
          data={[
            { group: 'Streams put together', items: [...GROUPINGS] },
            { group: 'One stream', items: plan.streams.map((one) => ({ value: one.id, label: one.name })) },
          ]}
          value={stream}
          onChange={(event) => onStream(event.currentTarget.value)}
        />
      }
    >
      {(size) => <LineChart data={chart} size={size} title={title} />}
    </ChartFrame>
  );
});
