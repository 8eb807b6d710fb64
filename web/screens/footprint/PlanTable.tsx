import { memo, useCallback, useMemo } from 'react';
import type { Plan } from '../../../engine/plan';
import type { Issue } from '../../../engine/units';
import { type CellChange, EditTable, type GridColumn, writeCell } from '../../grid';
import { editPlan, plainPath } from '../../state';
import { providerColumns } from './provider-columns';
import type { ListName } from './row-actions';
import { siteColumns } from './site-columns';
import { streamColumns } from './stream-columns';
import { teamColumns } from './team-columns';

interface Entry {
  readonly id: string;
  readonly name: string;
}

interface Props {
  readonly plan: Plan;
  readonly list: ListName;
  readonly issues: readonly Issue[];
  readonly picked: string | null;
  readonly onPick: (id: string) => void;
}

const COLUMNS = { sites: siteColumns, teams: teamColumns, providers: providerColumns, streams: streamColumns };

/** One of the plan's lists as an editable table; each change is one named step. */
export const PlanTable = memo(function PlanTable({ plan, list, issues, picked, onPick }: Props) {
  const columns = useMemo(() => COLUMNS[list](plan) as unknown as readonly GridColumn<Entry>[], [plan, list]);
  const change = useCallback(
    (changes: readonly CellChange<Entry>[]) => {
      const [first] = changes;
      if (!first) return;
      const row = plan[list][first.index] as Entry | undefined;
      const name =
        changes.length > 1
          ? `Paste ${changes.length} cells into ${list}`
          : `${first.column.label} of ${row?.name ?? ''}: ${writeCell(first.column, first.value) || 'nothing'}`;
      editPlan(name, (draft) => {
        const entries = draft[list] as Entry[];
        for (const { index, column, value } of changes) {
          const entry = entries[index];
          if (entry) column.set?.(entry, value);
        }
      });
    },
    [plan, list],
  );
  const issueAt = useCallback(
    (index: number, path: string) => {
      const place = `${list}[${index}].${path}`;
      return issues.find((issue) => {
        const found = plainPath(issue.path);
        return found === place || found.startsWith(`${place}.`) || found.startsWith(`${place}[`);
      });
    },
    [issues, list],
  );
  return (
    <EditTable
      label={`The plan’s ${list}`}
      columns={columns}
      rows={plan[list] as readonly Entry[]}
      keyOf={(row) => row.id}
      onChange={change}
      issueAt={issues.length > 0 ? issueAt : undefined}
      picked={picked}
      onPick={onPick}
      maxHeight={620}
    />
  );
});
