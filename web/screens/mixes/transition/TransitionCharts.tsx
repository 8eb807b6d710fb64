import { memo, useCallback, useMemo } from 'react';
import type { TransitionAnswer } from '../../../../engine/answers';
import { ChartFrame, CrosshairGroup, LineChart, type LineChartData, lineTable } from '../../../charts';
import { formatCount, formatFte, formatMoney, formatShare } from '../../../format';
import css from './transition.module.css';

interface Props {
  readonly answer: TransitionAnswer;
  readonly currency: string;
}

/** People, service and cost on the way, week by week and month by month. */
export const TransitionCharts = memo(function TransitionCharts({ answer, currency }: Props) {
  const { weeks, startsOn, doneOn, monthly } = answer;
  const markers = useMemo(
    () => [
      ...(startsOn ? [{ id: 'starts', label: 'First start', from: startsOn }] : []),
      ...(doneOn ? [{ id: 'done', label: 'All moved', from: doneOn }] : []),
    ],
    [startsOn, doneOn],
  );
  const people = useMemo(
    (): LineChartData => ({
      x: weeks,
      series: [
        { id: 'growing', label: 'Teams that grow', values: answer.fteGrowing, color: 3 },
        { id: 'shrinking', label: 'Teams that shrink', values: answer.fteShrinking, color: 2 },
        { id: 'training', label: 'In training', values: answer.fteTraining, color: 5, weight: 'thin' },
        { id: 'now', label: 'These teams as planned today', values: answer.fteNow, color: 1, dash: 'dashed' },
      ],
      markers,
      y: { label: 'Paid FTE', min: 0, format: formatCount, formatExact: formatFte },
    }),
    [weeks, answer, markers],
  );
  const service = useMemo(
    (): LineChartData => ({
      x: weeks,
      series: [
        { id: 'way', label: 'On the way', values: answer.service, color: 3 },
        { id: 'now', label: 'Plan as it is', values: answer.serviceNow, color: 1, dash: 'dashed' },
      ],
      markers,
      y: { label: 'Share', max: 1, min: lowest(answer), format: formatShare },
    }),
    [weeks, answer, markers],
  );
  const cost = useMemo(
    (): LineChartData => ({
      x: monthly.map(({ month }) => `${month}-01`),
      series: [
        { id: 'more', label: 'More than today', values: monthly.map(({ more }) => more), color: 3 },
        {
          id: 'overlap',
          label: 'of it: both paid',
          values: monthly.map(({ overlap }) => overlap),
          color: 2,
          dash: 'dotted',
        },
        {
          id: 'rest',
          label: 'of it: training, notice, one-off',
          values: monthly.map(({ training, notice, once }) => training + notice + once),
          color: 5,
          dash: 'dash-dot',
        },
      ],
      y: { label: `${currency} a month`, format: (value) => formatMoney(value, currency) },
    }),
    [monthly, currency],
  );
  return (
    <CrosshairGroup>
      <div className={css.charts}>
        <Chart
          title="People on the way"
          description="Paid full-time equivalents of the teams that change, by week."
          data={people}
        />
        <Chart
          title="Service on the way"
          description="Share of all contacts served within their own target, by week, nothing going wrong."
          data={service}
        />
        <Chart
          title="Cost on the way"
          description="What each month costs more than the plan as it is, one-off costs included."
          data={cost}
        />
      </div>
    </CrosshairGroup>
  );
});

function Chart({ title, description, data }: { title: string; description: string; data: LineChartData }) {
  const table = useCallback(() => lineTable(data), [data]);
  return (
    <ChartFrame title={title} description={description} table={table} height={230} order={3}>
      {(size) => <LineChart data={data} size={size} title={title} />}
    </ChartFrame>
  );
}

/** A lower end of the axis that lets a dip be seen: a tenth below the worst week. */
function lowest({ service, serviceNow }: TransitionAnswer): number {
  const all = [...service, ...serviceNow].filter((value) => !Number.isNaN(value));
  return Math.max(0, Math.floor(Math.min(1, ...all) * 10 - 1e-9) / 10);
}
