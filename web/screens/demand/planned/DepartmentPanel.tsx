import { memo, useMemo } from 'react';
import type { ChargeAnswer, DepartmentCharge } from '../../../../engine/answers';
import { BarChart, type BarChartData, barHeight, ChartFrame } from '../../../charts';
import { formatCount, formatMoney, formatShare } from '../../../format';
import { DataTable, RunBar } from '../../../ui';
import { useAnswer } from '../../../work';

/** Who causes contacts, and what they cost: a chargeback by department. */
export const DepartmentPanel = memo(function DepartmentPanel() {
  const charge = useAnswer('departments', null);
  return (
    <>
      <RunBar {...charge} what="the cost by department" />
      {charge.data && <Departments answer={charge.data} stale={charge.stale} />}
    </>
  );
});

function Departments({ answer, stale }: { readonly answer: ChargeAnswer; readonly stale: boolean }) {
  const { currency, departments, total } = answer;
  const data = useMemo(
    (): BarChartData => ({
      rows: departments.map((one) => ({
        id: one.department ?? '',
        label: nameOf(one),
        value: one.cost,
        detail: `${formatShare(one.cost > 0 ? one.failureCost / one.cost : 0)} of it failure demand`,
      })),
      label: 'Cost of contacts over the plan',
      format: (value) => formatMoney(value, currency),
    }),
    [departments, currency],
  );
  const title = 'Who causes contacts';
  const money = (label: string, read: (one: DepartmentCharge) => number) => ({
    key: label,
    label,
    numeric: true,
    sortBy: read,
    render: (one: DepartmentCharge) => formatMoney(read(one), currency),
  });
  const count = (label: string, read: (one: DepartmentCharge) => number) => ({
    key: label,
    label,
    numeric: true,
    sortBy: read,
    render: (one: DepartmentCharge) => formatCount(read(one)),
  });
  return (
    <ChartFrame
      title={title}
      order={2}
      description={`Each stream’s cost, divided over its reasons by handling hours, goes to the department that causes them. Of ${formatMoney(total.cost, currency)} in all, ${formatMoney(total.failureCost, currency)} is spent on failure demand.`}
      height={barHeight(data.rows.length, 900, true)}
      stale={stale}
      table={() => ({
        columns: [
          { label: 'Department' },
          { label: 'Contacts', format: (value) => formatCount(value) },
          { label: 'Agent hours', format: (value) => formatCount(value) },
          { label: 'Cost', unit: currency, format: (value) => formatCount(value) },
          { label: 'Cost of failure demand', unit: currency, format: (value) => formatCount(value) },
        ],
        rows: departments.map((one) => [nameOf(one), one.contacts, one.hours, one.cost, one.failureCost]),
      })}
    >
      {({ width }) => (
        <>
          <BarChart data={data} width={width} title={title} />
          <DataTable
            label="Chargeback by department"
            rows={departments}
            keyOf={(one) => one.department ?? ''}
            columns={[
              { key: 'name', label: 'Department', render: nameOf },
              count('Contacts', (one) => one.contacts),
              count('Agent hours', (one) => one.hours),
              money('Cost', (one) => one.cost),
              money('Of which failure', (one) => one.failureCost),
            ]}
          />
        </>
      )}
    </ChartFrame>
  );
}

const nameOf = ({ department }: DepartmentCharge) => department ?? 'Streams without reasons';
