import { NativeSelect } from '@mantine/core';
import { memo, useState } from 'react';
import type { CalendarRow } from '../../../engine/answers';
import type { Plan } from '../../../engine/plan';
import { Segments } from '../../charts';
import { formatCount, formatDate } from '../../format';
import { DataTable, Panel, RunBar } from '../../ui';
import { useAnswer } from '../../work';
import css from './demand.module.css';
import { TableDownloads } from './TableDownloads';

type Rule = Plan['calendar']['weekRule'];
type By = 'week' | 'period' | 'quarter' | 'year';

const RULES: readonly { readonly value: Rule; readonly label: string }[] = [
  { value: 'iso', label: 'ISO weeks, months' },
  { value: 'sunday', label: 'Sunday weeks, months' },
  { value: '4-4-5', label: '4-4-5' },
  { value: '4-5-4', label: '4-5-4 (retail)' },
  { value: '5-4-4', label: '5-4-4' },
];

/** The plan's contacts as finance counts them: by week, month or period, quarter or year of any planning calendar. */
export const CalendarPanel = memo(function CalendarPanel({ plan }: { readonly plan: Plan }) {
  const [rule, setRule] = useState<Rule>(plan.calendar.weekRule);
  const [by, setBy] = useState<By>('quarter');
  const answer = useAnswer('calendarDemand', { rule, by });
  const rows = answer.data?.rows ?? [];
  const isMonthly = rule === 'iso' || rule === 'sunday';
  return (
    <Panel
      title="In the calendar of finance"
      description="Contacts that the plan expects, added up by whole weeks; a week counts where its fourth day lies, so sums agree in every calendar."
      stale={answer.stale}
      actions={
        <div className={css.keep}>
          <NativeSelect
            size="xs"
            aria-label="Calendar"
            data={RULES.map(({ value, label }) => ({
              value,
              label: value === plan.calendar.weekRule ? `${label}, the plan’s` : label,
            }))}
            value={rule}
            onChange={(event) => setRule(event.currentTarget.value as Rule)}
          />
          <Segments<By>
            label="Added up by"
            choices={[
              { value: 'week', label: 'Week' },
              { value: 'period', label: isMonthly ? 'Month' : 'Period' },
              { value: 'quarter', label: 'Quarter' },
              { value: 'year', label: 'Year' },
            ]}
            value={by}
            onChange={setBy}
          />
        </div>
      }
    >
      <RunBar {...answer} what="the calendar" />
      {answer.data && (
        <>
          <DataTable
            label="Contacts in the calendar of finance"
            rows={rows}
            keyOf={(row) => row.label}
            columns={[
              { key: 'label', label: 'Counted in', render: (row) => `${row.label}${row.isWhole ? '' : ' (a part)'}` },
              { key: 'from', label: 'From', render: (row) => formatDate(row.startDate) },
              { key: 'to', label: 'To', render: (row) => formatDate(row.endDate) },
              { key: 'weeks', label: 'Weeks', numeric: true, render: (row) => row.weeks },
              { key: 'contacts', label: 'Contacts', numeric: true, render: (row) => formatCount(total(row)) },
              { key: 'a-week', label: 'A week', numeric: true, render: (row) => formatCount(total(row) / row.weeks) },
              { key: 'odd', label: 'Days on which clocks change', render: oddDays },
            ]}
          />
          <div className={css.keep}>
            <TableDownloads
              name={`${plan.name} demand by ${by}, ${rule}`}
              what="Table"
              rows={() => table(plan, rows)}
            />
          </div>
        </>
      )}
    </Panel>
  );
});

function total(row: CalendarRow): number {
  return row.contacts.reduce((sum, value) => sum + value, 0);
}

function oddDays(row: CalendarRow): string {
  return row.oddDays.map(({ date, quarterHours }) => `${formatDate(date)}: ${quarterHours} quarter-hours`).join('; ');
}

function table(plan: Plan, rows: readonly CalendarRow[]) {
  const head = ['counted in', 'from', 'to', 'weeks', 'whole', ...plan.streams.map(({ name }) => name), 'all streams'];
  const lines = rows.map((row) => [
    row.label,
    row.startDate,
    row.endDate,
    row.weeks,
    row.isWhole ? 'yes' : 'no',
    ...row.contacts,
    total(row),
  ]);
  return [head, ...lines];
}
