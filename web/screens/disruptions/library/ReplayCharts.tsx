import { memo, useCallback, useMemo } from 'react';
import { type LibraryDisruption, type ReplayCurve, replayCurves } from '../../../../engine/disruption';
import type { Plan } from '../../../../engine/plan';
import { ChartFrame, LineChart, type LineChartData, type LineSeries, lineTable } from '../../../charts';
import { addDays, formatNumber, formatShare, gradeLabel } from '../../../format';
import { scopeWords } from '../effect-words';
import css from './library.module.css';
import { MEASURES } from './measures';

interface Props {
  readonly plan: Plan;
  readonly entry: LibraryDisruption;
}

/** Published figures of a replay as dots over the model's curves, a chart for each place and unit. */
export const ReplayCharts = memo(function ReplayCharts({ plan, entry }: Props) {
  const charts = useMemo(() => chartsOf(replayCurves(entry, plan)), [entry, plan]);
  return (
    <div className={css.charts}>
      {charts.map((curves) => (
        <ReplayChart key={keyOf(curves[0]!)} plan={plan} curves={curves} dayZero={entry.replay?.dayZero ?? ''} />
      ))}
    </div>
  );
});

/** Shares of the same people go into one chart; days lost have a unit of their own. */
function chartsOf(curves: readonly ReplayCurve[]): ReplayCurve[][] {
  const charts = new Map<string, ReplayCurve[]>();
  for (const curve of curves) charts.set(keyOf(curve), [...(charts.get(keyOf(curve)) ?? []), curve]);
  return [...charts.values()];
}

const keyOf = ({ on, measure }: ReplayCurve) => `${JSON.stringify(on)} ${measure === 'lost-days' ? 'days' : 'share'}`;

function ReplayChart({
  plan,
  curves,
  dayZero,
}: {
  readonly plan: Plan;
  readonly curves: readonly ReplayCurve[];
  readonly dayZero: string;
}) {
  const isDays = curves[0]?.measure === 'lost-days';
  const data = useMemo((): LineChartData => {
    const days = Math.max(...curves.map(({ model }) => model.length));
    return {
      x: Array.from({ length: days }, (_, day) => addDays(dayZero, day)),
      series: curves.flatMap(seriesOf),
      y: isDays
        ? { label: 'Days of everybody’s work', min: 0, format: (value) => formatNumber(value, 1) }
        : { label: 'Share of all people', min: 0, max: 1, format: formatShare },
    };
  }, [curves, dayZero, isDays]);
  const table = useCallback(() => lineTable(data), [data]);
  const { on } = curves[0]!;
  const what = curves.map(({ measure }) => MEASURES[measure].short).join(' and ');
  const title = `${on ? `${scopeWords(on, plan)}: ` : ''}${what}`;
  return (
    <ChartFrame
      title={title.charAt(0).toUpperCase() + title.slice(1)}
      description="Dots: as published, on the days of the event. Line: the model."
      table={table}
      height={220}
      order={3}
    >
      {(size) => <LineChart data={data} size={size} title={title} />}
    </ChartFrame>
  );
}

function seriesOf({ measure, facts, model, yours }: ReplayCurve): LineSeries[] {
  const { short, color } = MEASURES[measure];
  const published = new Float64Array(model.length).fill(Number.NaN);
  const notes: (string | undefined)[] = [];
  for (const { day, value, source, grade } of facts) {
    published[day] = value;
    notes[day] = `${source} (${gradeLabel(grade)})`;
  }
  return [
    { id: measure, label: `Model, ${short}`, values: model, color, dash: 'solid' },
    ...(yours
      ? [
          {
            id: `${measure} yours`,
            label: `Your sites, ${short}`,
            values: yours,
            color,
            dash: 'dashed',
            weight: 'thin',
          } as const,
        ]
      : []),
    { id: `${measure} published`, label: `Published, ${short}`, values: published, color, as: 'points', notes },
  ];
}
