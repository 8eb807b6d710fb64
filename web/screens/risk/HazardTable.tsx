import { memo } from 'react';
import type { Plan } from '../../../engine/plan';
import { formatNumber, formatShare } from '../../format';
import { type Column, DataTable, Empty, Panel } from '../../ui';
import css from './risk.module.css';

type Hazard = Plan['hazards'][number];

const COLUMNS: Column<Hazard>[] = [
  { key: 'name', label: 'Hazard', render: ({ name }) => name },
  { key: 'rate', label: 'Times a year', numeric: true, render: ({ annualRate }) => formatNumber(annualRate, 2) },
  {
    key: 'median',
    label: 'Days, half of times',
    numeric: true,
    render: ({ medianDays }) => formatNumber(medianDays, 1),
  },
  {
    key: 'long',
    label: 'Days, one in ten',
    numeric: true,
    render: (one) => formatNumber(one.ninetiethPercentileDays, 1),
  },
  { key: 'loss', label: 'People lost', numeric: true, render: ({ lossShare }) => formatShare(lossShare) },
  {
    key: 'source',
    label: 'Source',
    render: ({ name, source, grade }) =>
      source ? (
        <details className={css.source}>
          <summary>
            {grade ?? 'Source'}
            <span className={css.hidden}> for {name}</span>
          </summary>
          {source}
        </details>
      ) : (
        (grade ?? '')
      ),
  },
];

/** What the plan says may happen. */
export const HazardTable = memo(function HazardTable({ plan }: { readonly plan: Plan }) {
  return (
    <Panel
      title="Hazards of the plan"
      description="How often, how long and how hard; each strikes its whole scope at once."
    >
      {plan.hazards.length === 0 ? (
        <Empty title="No hazards yet">Years then differ by demand and people alone.</Empty>
      ) : (
        <DataTable label="Hazards" columns={COLUMNS} rows={plan.hazards} keyOf={({ id }) => id} limit={8} />
      )}
    </Panel>
  );
});
