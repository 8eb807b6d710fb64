import { memo, useMemo } from 'react';
import type { HeadcountAnswer, HeadcountGroup } from '../../../engine/answers';
import { ChartFrame, LineChart, type LineChartData, lineTable } from '../../charts';
import { formatCount, formatFte, formatShare } from '../../format';

interface Props {
  readonly answer: HeadcountAnswer;
  readonly group: HeadcountGroup;
  /** The same group when every day is as busy as the 80th of a hundred. */
  readonly busy: HeadcountGroup | null;
  readonly name: string;
  readonly stale: boolean;
}

/** Required against available, with the band up to demand of busy days. */
export const NeedChart = memo(function NeedChart({ answer, group, busy, name, stale }: Props) {
  const title = `Required and available, ${name}`;
  const data = useMemo((): LineChartData => {
    const { requiredFte, availableFte } = group.weekly;
    const upper = busy?.weekly.requiredFte;
    return {
      x: answer.weeks.map((week) => week.startDate),
      series: [
        { id: 'required', label: 'Required', values: requiredFte, color: 2 },
        { id: 'available', label: 'Available', values: availableFte, color: 1 },
      ],
      bands: upper
        ? [
            {
              id: 'busy',
              label: 'Required up to P80',
              lower: requiredFte.map((value, week) => Math.min(value, upper[week] ?? value)),
              upper: requiredFte.map((value, week) => Math.max(value, upper[week] ?? value)),
              color: 2,
            },
          ]
        : [],
      y: { label: 'Paid FTE on contacts', format: formatCount, formatExact: formatFte, min: 0 },
    };
  }, [answer, group, busy]);
  return (
    <ChartFrame
      title={title}
      order={2}
      description="Paid positions on contacts, in what the team’s own people make of one. The band reaches up to the requirement when every day is as busy as the 80th of a hundred."
      stale={stale}
      table={() => lineTable(data, 'Week from')}
    >
      {(size) => <LineChart data={data} size={size} title={title} />}
    </ChartFrame>
  );
});

/** Service by week of the whole plan, from a run of it. */
export const ServiceChart = memo(function ServiceChart({
  answer,
  stale,
}: {
  readonly answer: HeadcountAnswer;
  readonly stale: boolean;
}) {
  const title = 'Service by week, whole plan';
  const data = useMemo(
    (): LineChartData => ({
      x: answer.weeks.map((week) => week.startDate),
      series: [{ id: 'all', label: 'Within target', values: answer.service?.all ?? [], color: 1 }],
      y: {
        label: 'Served within their target',
        format: formatShare,
        min: lowest(answer.service?.all ?? new Float64Array()),
        max: 1,
      },
    }),
    [answer],
  );
  return (
    <ChartFrame
      title={title}
      order={2}
      description="Contacts of all streams served within their own target over those offered, from a run of the undisturbed plan with these people."
      stale={stale}
      height={200}
      table={() => lineTable(data, 'Week from')}
    >
      {(size) => <LineChart data={data} size={size} title={title} />}
    </ChartFrame>
  );
});

/** The tenth below the worst week: what is lost of service shows, and nothing is cut off. */
function lowest(levels: Float64Array): number {
  const known = levels.filter((level) => !Number.isNaN(level));
  return known.length > 0 ? Math.floor(Math.min(...known) * 10) / 10 : 0;
}
