import { memo } from 'react';
import type { ApartComparison } from '../../../engine/answers';
import { formatChange, formatNumber } from '../../format';
import { type Column, DataTable, Panel } from '../../ui';

interface Props {
  readonly comparison: ApartComparison;
  readonly years: number;
  readonly write: (value: number) => string;
}

interface Row {
  readonly id: string;
  readonly label: string;
  readonly together: number;
  readonly apart: number;
}

/** How much worse it is that sites are struck together. */
export const ApartTable = memo(function ApartTable({ comparison, years, write }: Props) {
  const { together, apart } = comparison;
  const rows: Row[] = [
    { id: 'mean', label: 'Mean year', together: together.mean.value, apart: apart.mean.value },
    { id: 'p95', label: 'One in twenty exceeds', together: together.p95.value, apart: apart.p95.value },
    { id: 'cvar', label: 'Mean of the worst twentieth', together: together.cvar95.value, apart: apart.cvar95.value },
  ];
  const columns: Column<Row>[] = [
    { key: 'label', label: 'Figure', render: (row) => row.label },
    { key: 'together', label: 'Struck together', numeric: true, render: (row) => write(row.together) },
    { key: 'apart', label: 'Each at times of its own', numeric: true, render: (row) => write(row.apart) },
    {
      key: 'more',
      label: 'Together against apart',
      numeric: true,
      render: (row) => formatChange(row.together, row.apart),
    },
  ];
  return (
    <Panel
      title="What being struck together adds"
      description={`The same ${formatNumber(years, 0)} years with every site struck as often and as long by the same hazards, but at times of its own.`}
    >
      <DataTable label="Together and apart" columns={columns} rows={rows} keyOf={(row) => row.id} />
    </Panel>
  );
});
