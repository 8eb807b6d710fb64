import { memo, useMemo, useState } from 'react';
import type { DemandAnswer } from '../../../../engine/answers';
import type { Plan } from '../../../../engine/plan';
import { BarChart, type BarChartData, barHeight, ChartFrame, Segments } from '../../../charts';
import { formatCount, formatNumber, signed } from '../../../format';
import { DataTable } from '../../../ui';
import { selectionOf } from './selection';
import { type Figure, kindRows, reasonSums, reasonsIn, scaleStart, waterfallRows } from './waterfall';

interface Props {
  readonly plan: Plan;
  readonly answer: DemandAnswer;
  readonly stale: boolean;
  readonly stream: string;
}

/** From models to agents, step by step; and the same by reason, with what automation takes and leaves. */
export const WaterfallPanel = memo(function WaterfallPanel({ plan, answer, stale, stream }: Props) {
  const [figure, setFigure] = useState<Figure>('contacts');
  const selection = selectionOf(plan, stream);
  const rows = useMemo(() => reasonsIn(answer, selectionOf(plan, stream)), [answer, plan, stream]);
  const unit = figure === 'contacts' ? 'Contacts' : 'Agent hours';
  const data = useMemo((): BarChartData => {
    const bars = waterfallRows(answer, rows, figure);
    const min = scaleStart(bars);
    const whole = new Set([bars[0]?.value, bars.at(-1)?.value]);
    return {
      rows: bars,
      min,
      label: `${unit} over the plan${min > 0 ? `; the scale begins at ${formatCount(min)}` : ''}`,
      format: (value) => (whole.has(value) ? formatCount(value) : signed(value, formatCount)),
    };
  }, [answer, rows, figure, unit]);
  const kinds = useMemo(
    (): BarChartData => ({
      rows: kindRows(rows, figure),
      label: `${unit} to agents, by kind of demand`,
      format: (value) => formatCount(value),
    }),
    [rows, figure, unit],
  );
  const reasons = useMemo(() => reasonSums(answer, rows), [answer, rows]);
  const title = `From models to agents: ${selection.label}`;
  return (
    <ChartFrame
      title={title}
      order={2}
      description="What each step adds or takes away, in the order in which they are worked out. Failure demand is what nobody would miss; only that is a saving."
      height={barHeight(data.rows.length + kinds.rows.length + 1, 900)}
      stale={stale}
      table={() => ({
        columns: [{ label: 'Step' }, { label: unit, format: (value) => formatCount(value) }],
        rows: [...data.rows, ...kinds.rows].map(({ label, value }) => [label, value]),
      })}
      actions={
        <Segments
          label="Figure of the waterfall"
          choices={[
            { value: 'contacts', label: 'Contacts' },
            { value: 'hours', label: 'Hours' },
          ]}
          value={figure}
          onChange={setFigure}
        />
      }
    >
      {({ width }) => (
        <>
          <BarChart data={data} width={width} title={title} />
          <BarChart data={kinds} width={width} title={`${title}, by kind of demand`} />
          <DataTable
            label="Reasons from models to agents"
            rows={reasons}
            keyOf={({ id }) => id}
            columns={[
              { key: 'name', label: 'Reason', sortBy: ({ name }) => name, render: ({ name }) => name },
              { key: 'department', label: 'Department', render: ({ department }) => department ?? 'not stated' },
              { key: 'kind', label: 'Demand', render: ({ demandKind }) => demandKind ?? 'not stated' },
              {
                key: 'model',
                label: 'Models alone',
                numeric: true,
                sortBy: ({ model }) => model,
                render: ({ model }) => formatCount(model),
              },
              {
                key: 'automated',
                label: 'Automated',
                hint: 'Finished by self-service, never more than the reason’s automatable share',
                numeric: true,
                sortBy: ({ automated }) => automated,
                render: ({ automated }) => formatCount(automated),
              },
              {
                key: 'contacts',
                label: 'To agents',
                numeric: true,
                sortBy: ({ contacts }) => contacts,
                render: ({ contacts }) => formatCount(contacts),
              },
              {
                key: 'minutes',
                label: 'Minutes each',
                hint: 'Time of an agent a contact; beside it the change against the models alone',
                numeric: true,
                render: ({ minutes, minutesBefore }) =>
                  `${formatNumber(minutes, 2)} (${signed(minutes - minutesBefore, (value) => formatNumber(value, 2))})`,
              },
              {
                key: 'hours',
                label: 'Agent hours',
                numeric: true,
                sortBy: ({ hours }) => hours,
                render: ({ hours }) => formatCount(hours),
              },
            ]}
          />
        </>
      )}
    </ChartFrame>
  );
});
