import { memo, useMemo } from 'react';
import type { RevisionFigures } from '../../../../engine/answers';
import { formatCount } from '../../../format';
import { type Column, DataTable } from '../../../ui';
import css from '../risk.module.css';

interface Row {
  readonly id: string;
  readonly name: string;
}

/** The disruptions that the plan keeps, run again under each revision: contacts lost beyond what the plan loses anyway. */
export const StressTable = memo(function StressTable({
  revisions,
}: {
  readonly revisions: readonly RevisionFigures[];
}) {
  const rows = useMemo(
    () => [
      ...new Map(
        revisions.flatMap(({ stress }) => stress.map(({ id, name }): [string, Row] => [id, { id, name }])),
      ).values(),
    ],
    [revisions],
  );
  const columns = useMemo(
    (): Column<Row>[] => [
      { key: 'name', label: 'Contacts lost in', render: ({ name }) => name },
      ...revisions.map(({ label, stress }): Column<Row> => {
        const lost = (id: string) => stress.find((one) => one.id === id)?.contactsLost ?? null;
        return {
          key: label,
          label: label === 'now' ? 'Now' : `Revision ${label}`,
          numeric: true,
          render: ({ id }) => formatCount(lost(id)),
        };
      }),
    ],
    [revisions],
  );
  if (rows.length === 0) return null;
  return (
    <>
      <h3 className={css.subhead}>Saved stress tests, run again</h3>
      <DataTable label="Stress tests by revision" columns={columns} rows={rows} keyOf={({ id }) => id} />
    </>
  );
});
