import { useMemo } from 'react';
import { ChartFrame, LineChart, type LineChartData, lineTable } from '../../charts';
import { formatNumber } from '../../format';
import type { Cover } from './cover';

interface Props {
  readonly cover: Cover;
  readonly subject: string;
  readonly span: 'week' | 'day';
  readonly stale: boolean;
}

/** Required against available through the week. */
export function CoverLines({ cover, subject, span, stale }: Props) {
  const data = useMemo(
    (): LineChartData => ({
      x: cover.intervals,
      series: [
        { id: 'required', label: 'Required', values: cover.required, color: 2, dash: 'solid' },
        { id: 'available', label: 'Available', values: cover.available, color: 1, dash: 'dashed' },
      ],
      y: { label: 'Agents', format: (value) => formatNumber(value, 0), formatExact: (value) => formatNumber(value) },
    }),
    [cover],
  );
  const title = `Required against available: ${subject}`;
  return (
    <ChartFrame
      title={title}
      order={2}
      description={`Agents through the ${span}, in the planner’s time; the line breaks where closed.`}
      height={220}
      stale={stale}
      table={() => lineTable(data, 'Interval')}
    >
      {(size) => <LineChart data={data} size={size} title={title} />}
    </ChartFrame>
  );
}
