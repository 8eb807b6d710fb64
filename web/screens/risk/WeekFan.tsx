import { memo, useCallback, useMemo } from 'react';
import type { RiskFan } from '../../../engine/answers';
import { ChartFrame, LineChart, type LineChartData, lineTable } from '../../charts';
import { formatCount, formatShare } from '../../format';

interface Props {
  readonly fan: RiskFan;
  readonly figure: 'contactsLost' | 'serviceLevel';
}

const WORDS = {
  contactsLost: { title: 'Contacts lost, week by week', label: 'Contacts lost a week', format: formatCount },
  serviceLevel: {
    title: 'Served within target, week by week',
    label: 'Share served within target',
    format: formatShare,
  },
} as const;

/** How a year may go: what a week comes to in the middle, in half and in nine of ten of the sampled years. */
export const WeekFan = memo(function WeekFan({ fan, figure }: Props) {
  const { title, label, format } = WORDS[figure];
  const data = useMemo((): LineChartData => {
    const { planned, p5, p25, p50, p75, p95 } = fan[figure];
    return {
      x: fan.startDates,
      series: [
        { id: 'p50', label: 'Middle year', values: p50, color: 1 },
        { id: 'planned', label: 'Planned', values: planned, color: 7, dash: 'dashed', weight: 'thin' },
      ],
      bands: [
        { id: 'p90', label: '9 of 10 years', lower: p5, upper: p95, color: 1, strength: 'faint' },
        { id: 'p50', label: 'Half of years', lower: p25, upper: p75, color: 1, strength: 'strong' },
      ],
      y: { label, min: 0, ...(figure === 'serviceLevel' ? { max: 1 } : {}), format },
    };
  }, [fan, figure, label, format]);
  const table = useCallback(() => lineTable(data), [data]);
  return (
    <ChartFrame
      title={title}
      description={`Each week by itself, over ${fan.years} sampled years that were run in full: the middle year, half of all years, and nine of ten (5 to 95 %). The weeks of one year are not one line of it.`}
      table={table}
      height={300}
    >
      {(size) => <LineChart data={data} size={size} title={title} />}
    </ChartFrame>
  );
});
