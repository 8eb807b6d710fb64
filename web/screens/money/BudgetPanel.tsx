import { NativeSelect } from '@mantine/core';
import { memo, useMemo } from 'react';
import type { MoneyAnswer } from '../../../engine/answers';
import { ChartFrame, LineChart, type LineChartData, lineTable } from '../../charts';
import { formatChange, gradeLabel } from '../../format';
import { DataTable, NumberEntry, Panel } from '../../ui';
import { setBudget } from './case-edits';
import { amount, change, type Reading } from './money-words';
import { type Period, sumOf } from './tree-rows';

interface Props {
  /** The whole plan's budget where it is the same every month; null where there is none. */
  readonly sameEveryMonth: number | null;
  readonly answer: MoneyAnswer;
  readonly period: Period;
  readonly reading: Reading;
  readonly line: number;
  readonly stale: boolean;
  readonly onLine: (line: number) => void;
}

/** Money set aside beside money planned, by period. */
export const BudgetPanel = memo(function BudgetPanel(props: Props) {
  const { sameEveryMonth, answer, period, reading, line, stale, onLine } = props;
  const row = answer.budget[Math.min(line, answer.budget.length - 1)];
  const data = useMemo((): LineChartData | null => {
    if (!row) return null;
    return {
      x: answer.weeks.map(({ startDate }) => startDate),
      series: [
        { id: 'planned', label: 'Planned', values: row.planned.map((value) => value * reading.perUnit), color: 1 },
        {
          id: 'budget',
          label: 'Budget',
          values: row.budget.map((value) => value * reading.perUnit),
          color: 2,
          dash: 'dashed',
        },
      ],
      y: {
        label: `${reading.code} a week`,
        format: (value) => amount(value / reading.perUnit, reading),
        min: 0,
      },
    };
  }, [answer, row, reading]);
  const entry = (
    <NumberEntry
      label={`Whole plan a month, ${answer.currency}`}
      min={0}
      max={1e9}
      isOptional
      width={160}
      value={sameEveryMonth}
      onChange={setBudget}
    />
  );
  if (!row || !data) {
    return (
      <Panel title="Budget" description="The plan has no budget yet. Give it one to see it beside the cost.">
        {entry}
      </Panel>
    );
  }
  const title = `Budget and plan, ${row.name}`;
  const groups = answer.periods[period].map((group) => ({
    ...group,
    budget: sumOf(row.budget, group.first, group.weeks),
    planned: sumOf(row.planned, group.first, group.weeks),
  }));
  return (
    <ChartFrame
      title={title}
      order={2}
      description="Monthly amounts are spread over days, so that weeks of two months take their part of each."
      stale={stale}
      footnote={row.source ? `Budget: ${row.source}${row.grade ? ` (${gradeLabel(row.grade)})` : ''}.` : undefined}
      table={() => lineTable(data, 'Week from')}
      actions={
        <>
          {sameEveryMonth !== null && entry}
          {answer.budget.length > 1 && (
            <NativeSelect
              aria-label="Budget of"
              size="xs"
              value={String(answer.budget.indexOf(row))}
              data={answer.budget.map(({ name }, at) => ({ value: String(at), label: name }))}
              onChange={(event) => onLine(Number(event.currentTarget.value))}
            />
          )}
        </>
      }
    >
      {(size) => (
        <>
          <LineChart data={data} size={size} title={title} />
          <DataTable
            label={`${title}, by period`}
            rows={groups}
            keyOf={({ label }) => label}
            maxHeight={320}
            columns={[
              { key: 'label', label: 'Period', render: ({ label, isWhole }) => (isWhole ? label : `${label} (part)`) },
              { key: 'budget', label: 'Budget', numeric: true, render: ({ budget }) => amount(budget, reading) },
              { key: 'planned', label: 'Planned', numeric: true, render: ({ planned }) => amount(planned, reading) },
              {
                key: 'gap',
                label: 'Above (+) or below',
                numeric: true,
                render: ({ planned, budget }) => change(planned - budget, reading),
              },
              {
                key: 'share',
                label: 'Of the budget',
                numeric: true,
                render: ({ planned, budget }) => formatChange(planned, budget),
              },
            ]}
          />
        </>
      )}
    </ChartFrame>
  );
});
