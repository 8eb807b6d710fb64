import { memo, useMemo, useState } from 'react';
import { ChartFrame, LineChart, type LineChartData, lineTable, Segments } from '../../charts';
import { formatCompact, formatCount } from '../../format';
import {
  type Drawn,
  GRAIN_NAMES,
  type Grain,
  historyAtGrain,
  openWeekdays,
  stepName,
  withoutClosedDays,
} from './history-lines';

interface Props {
  readonly history: Drawn;
  readonly title: string;
}

/** A history by interval, day or week. */
export const HistoryChart = memo(function HistoryChart({ history, title }: Props) {
  const [grain, setGrain] = useState<Grain>(history.intervalMinutes > 1440 ? 'week' : 'day');
  const grains = (['interval', 'day', 'week'] as const).filter((one) => offers(one, history.intervalMinutes));
  const data = useMemo((): LineChartData => {
    const all = historyAtGrain(history, grain);
    const { x, values } = grain === 'day' ? withoutClosedDays(all, openWeekdays(history)) : all;
    const step = grain === 'interval' ? stepName(history.intervalMinutes) : grain;
    return {
      x,
      series: [{ id: 'history', label: 'Contacts', values, color: 7 }],
      y: {
        label: `Contacts per ${step}`,
        format: (value) => formatCompact(value),
        formatExact: (value) => formatCount(value),
      },
    };
  }, [history, grain]);
  return (
    <ChartFrame
      title={title}
      description="As read from the file; the line breaks where there is no data."
      height={200}
      table={() => lineTable(data, grain === 'interval' ? 'Interval' : 'From')}
      actions={
        <Segments
          label="Steps of the chart"
          choices={grains.map((one) => ({ value: one, label: GRAIN_NAMES[one] }))}
          value={grain}
          onChange={setGrain}
        />
      }
    >
      {(size) => <LineChart data={data} size={size} title={title} />}
    </ChartFrame>
  );
});

function offers(grain: Grain, minutes: number): boolean {
  if (grain === 'interval') return minutes < 1440;
  return grain === 'week' || minutes <= 1440;
}
