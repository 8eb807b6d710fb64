import { useMemo } from 'react';
import type { BacklogStream } from '../../../engine/answers';
import { ChartFrame, LineChart, type LineChartData, lineTable } from '../../charts';
import { formatCount, formatNumber } from '../../format';
import { DataTable, Panel, RunBar } from '../../ui';
import { useAnswer } from '../../work';

interface Props {
  /** Ids of the streams looked at. */
  readonly streams: readonly string[];
  /** The streams of the plan that have a promise in hours. */
  readonly waiting: readonly string[];
}

/** Work that can wait: backlog and age over the weeks, with what is overdue. */
export function BacklogPanel({ streams, waiting }: Props) {
  const wanted = waiting.filter((id) => streams.includes(id));
  const { data, stale, ...run } = useAnswer('backlog', null, wanted.length > 0);
  const shown = useMemo(() => (data ? data.streams.filter(({ id }) => streams.includes(id)) : []), [data, streams]);
  if (wanted.length === 0) return null;
  return (
    <>
      <RunBar {...run} what="the backlog" />
      {data && (
        <>
          <BacklogChart days={data.days} streams={shown} stale={stale} figure="open" />
          <BacklogChart days={data.days} streams={shown} stale={stale} figure="oldestHours" />
          <Panel
            title="Work that waits, over the whole horizon"
            description="Done by agents whom live queues leave free, oldest first. Arrived = finished + open, to the contact."
            stale={stale}
          >
            <DataTable
              label="Backlog by stream"
              rows={shown}
              keyOf={({ id }) => id}
              columns={[
                { key: 'name', label: 'Stream', sortBy: ({ name }) => name, render: ({ name }) => name },
                number('Promised, h', ({ hoursToComplete }) => hoursToComplete, 1),
                number('Arrived', ({ arrived }) => sum(arrived)),
                number('Finished', ({ finished }) => sum(finished)),
                number('Open at the end', ({ open }) => open.at(-1) ?? 0),
                number('Largest backlog', ({ open }) => most(open)),
                number('Oldest, h', ({ oldestHours }) => most(oldestHours), 1),
                number('Most overdue', ({ overdue }) => most(overdue)),
                number('Days with overdue work', ({ overdue }) => overdue.filter((count) => count >= 0.5).length),
              ]}
            />
          </Panel>
        </>
      )}
    </>
  );
}

const FIGURES = {
  open: {
    title: 'Backlog by day',
    about: 'Contacts open at the end of each day, for streams with a promise in hours.',
    axis: 'Contacts open',
  },
  oldestHours: {
    title: 'Age of the oldest work by day',
    about: 'Hours since the oldest open contact arrived, at the end of each day.',
    axis: 'Hours',
  },
} as const;

function BacklogChart({
  days,
  streams,
  stale,
  figure,
}: {
  readonly days: readonly string[];
  readonly streams: readonly BacklogStream[];
  readonly stale: boolean;
  readonly figure: keyof typeof FIGURES;
}) {
  const { title, about, axis } = FIGURES[figure];
  const data = useMemo((): LineChartData => {
    // Eight lines can be told apart.
    const largest = [...streams].sort((a, b) => most(b[figure]) - most(a[figure])).slice(0, 8);
    const [only] = streams;
    return {
      x: days,
      series: largest.map((stream) => ({ id: stream.id, label: stream.name, values: stream[figure] })),
      limits:
        figure === 'oldestHours' && streams.length === 1 && only
          ? [{ label: `promised ${formatNumber(only.hoursToComplete)} h`, value: only.hoursToComplete }]
          : [],
      y: { label: axis, format: formatCount, formatExact: (value) => formatNumber(value) },
    };
  }, [days, streams, figure, axis]);
  const hidden = streams.length - data.series.length;
  return (
    <ChartFrame
      title={title}
      order={2}
      description={hidden > 0 ? `${about} The eight largest of ${streams.length}.` : about}
      height={200}
      stale={stale}
      table={() => lineTable(data, 'Day')}
    >
      {(size) => <LineChart data={data} size={size} title={title} />}
    </ChartFrame>
  );
}

const sum = (values: Float64Array) => values.reduce((total, value) => total + value, 0);
const most = (values: Float64Array) => values.reduce((top, value) => Math.max(top, value), 0);

function number(label: string, value: (stream: BacklogStream) => number, decimals = 0) {
  return {
    key: label,
    label,
    numeric: true,
    sortBy: value,
    render: (stream: BacklogStream) => formatNumber(value(stream), decimals),
  };
}
