import { memo, useCallback, useMemo } from 'react';
import type { RunResult } from '../../../engine/answers';
import { ChartFrame, LineChart, type LineChartData, lineTable } from '../../charts';
import { figures, formatShare } from '../../format';

/** Service and occupancy week by week, with nothing going wrong. */
export const ServiceChart = memo(function ServiceChart({
  run,
  stale,
}: {
  readonly run: RunResult;
  readonly stale: boolean;
}) {
  const data = useMemo((): LineChartData => {
    const x = run.weekLabels.map((_, week) => run.days[week * 7] ?? '');
    return {
      x,
      series: [
        { id: 'service', label: 'Served within target', values: figures(run.weekly, 'serviceLevel') },
        { id: 'occupancy', label: 'Occupancy', values: figures(run.weekly, 'occupancy') },
        { id: 'abandonment', label: 'Abandoned', values: figures(run.weekly, 'abandonment') },
      ],
      y: { label: 'Share', min: 0, max: 1, format: formatShare },
    };
  }, [run]);
  const table = useCallback(() => lineTable(data), [data]);
  return (
    <ChartFrame
      title="Service week by week"
      description="Share of all contacts served within their own stream’s target, share of time on contacts, and share abandoned; by week from the date shown."
      table={table}
      height={230}
      order={2}
      stale={stale}
    >
      {(size) => <LineChart data={data} size={size} title="Service week by week" />}
    </ChartFrame>
  );
});
