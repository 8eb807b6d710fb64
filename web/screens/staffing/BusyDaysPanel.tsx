import type { BusyDays, StaffAnswer, StaffStream } from '../../../engine/answers';
import type { Plan } from '../../../engine/plan';
import { formatNumber, formatShare } from '../../format';
import { DataTable, Panel } from '../../ui';

interface Props {
  readonly plan: Plan;
  readonly answer: StaffAnswer;
  readonly busy: BusyDays;
  readonly stale: boolean;
}

/** How busy a day is staffed for, stream by stream, and on how many days that is enough. */
export function BusyDaysPanel({ plan, answer, busy, stale }: Props) {
  const variationOf = new Map(plan.streams.map((stream) => [stream.id, stream.dailyVariation]));
  const variation = (stream: StaffStream) => variationOf.get(stream.id) ?? 0;
  const { shareOfDaysEach: each, shareOfDaysTogether: together } = busy;
  return (
    <Panel
      title="Days busier than forecast"
      description={`Each stream keeps its target on ${formatShare(each)} of days, all of them at once on ${formatShare(together)}. How much days vary stands with each stream on the Footprint screen.`}
      stale={stale}
    >
      <DataTable
        label="Busyness by stream"
        rows={answer.streams}
        keyOf={(stream) => stream.id}
        columns={[
          { key: 'name', label: 'Stream', sortBy: (stream) => stream.name, render: (stream) => stream.name },
          {
            key: 'variation',
            label: 'Days vary by',
            hint: 'Standard deviation of a day’s rate over its forecast, single contacts’ chance left out',
            numeric: true,
            sortBy: variation,
            render: (stream) => formatShare(variation(stream)),
          },
          {
            key: 'busyness',
            label: 'Staffed for',
            hint: 'Times the forecast',
            numeric: true,
            sortBy: (stream) => stream.busyness,
            render: (stream) => `${formatNumber(stream.busyness, 3)} × forecast`,
          },
        ]}
      />
    </Panel>
  );
}
