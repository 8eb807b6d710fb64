import { Button, FileButton } from '@mantine/core';
import { memo, useMemo, useRef, useState } from 'react';
import type { Plan } from '../../../../engine/plan';
import { formatCount } from '../../../format';
import { editPlan, nameIssues } from '../../../state';
import { type Column, DataTable, IssueList, Panel, RunBar } from '../../../ui';
import { useTask } from '../../../work';
import css from '../headcount.module.css';
import { readSheets, writeSheets } from './read-sheets';
import type { SheetChange } from './sheet-values';

const COLUMNS: readonly Column<SheetChange & { readonly at: number }>[] = [
  { key: 'row', label: 'Entry', sortBy: ({ row }) => row, render: ({ row }) => row },
  { key: 'sheet', label: 'Sheet', sortBy: ({ sheet }) => sheet, render: ({ sheet }) => sheet },
  { key: 'what', label: 'What', sortBy: ({ what }) => what, render: ({ what }) => what },
  { key: 'before', label: 'Now', render: ({ before }) => before },
  { key: 'after', label: 'In the workbook', render: ({ after }) => after },
];

interface Props {
  readonly plan: Plan;
  readonly planHash: string;
}

/** Opens a headcount workbook again: what it would change is shown before any of it lands. */
export const WorkbookImport = memo(function WorkbookImport({ plan, planHash }: Props) {
  const opened = useTask('sheets');
  const checked = useTask('read');
  const [name, setName] = useState('');
  const reset = useRef<() => void>(null);
  const sheets = opened.data;
  const reading = useMemo(() => (sheets ? readSheets(plan, sheets, planHash) : null), [sheets, plan, planHash]);
  const open = async (file: File | null) => {
    if (!file) return;
    // So that the same file can be opened again after it was mended.
    reset.current?.();
    setName(file.name);
    checked.clear();
    const found = await opened.run({ file, name: file.name });
    if (!found) return;
    const { refused, next } = readSheets(plan, found, planHash);
    if (refused.length === 0) await checked.run({ document: next });
  };
  const leave = () => {
    opened.clear();
    checked.clear();
    setName('');
  };
  const land = () => {
    if (!reading || !sheets) return;
    editPlan(`Workbook ${name}: ${reading.changes.length} changes`, (draft) => {
      writeSheets(draft, plan, sheets, { changes: [], refuse: () => {} });
    });
    leave();
  };
  const isSound = checked.data !== null && checked.fault === null;
  const issues = checked.fault?.kind === 'input' ? checked.fault.issues : [];
  const rows = useMemo(() => (reading?.changes ?? []).map((change, at) => ({ ...change, at })), [reading]);
  return (
    <>
      <FileButton
        resetRef={reset}
        accept=".xlsx,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        onChange={(file) => void open(file)}
        inputProps={{ 'aria-label': 'A headcount workbook (XLSX)' }}
      >
        {(props) => (
          <Button {...props} size="xs" variant="default">
            Open a workbook
          </Button>
        )}
      </FileButton>
      {name !== '' && (
        <div className={css.wide}>
          <Panel
            title={`Workbook ${name}`}
            description="What it would change, before any of it lands. Sheets of inputs are read; results are left out."
            actions={
              <>
                <Button
                  size="xs"
                  disabled={!reading || reading.refused.length > 0 || !isSound || reading.changes.length === 0}
                  onClick={land}
                >
                  Put{' '}
                  {reading?.changes.length === 1 ? '1 change' : `${formatCount(reading?.changes.length ?? 0)} changes`}{' '}
                  into the plan
                </Button>
                <Button size="xs" variant="default" onClick={leave}>
                  Leave it
                </Button>
              </>
            }
          >
            <RunBar {...opened} retry={() => undefined} what="the workbook" />
            {reading && reading.refused.length > 0 && (
              <div role="alert">
                <p className={css.note}>
                  Nothing of it can land before this is mended,{' '}
                  {reading.refused.length === 1 ? 'in one place' : `in ${reading.refused.length} places`}:
                </p>
                <ul className={css.limits}>
                  {reading.refused.slice(0, 20).map((words) => (
                    <li key={words}>{words}</li>
                  ))}
                </ul>
                {reading.refused.length > 20 && <p className={css.note}>… and {reading.refused.length - 20} more.</p>}
              </div>
            )}
            {issues.length > 0 && (
              <IssueList
                title="The plan would have mistakes with it; nothing of it can land before they are mended"
                issues={nameIssues(issues, reading?.next ?? plan)}
              />
            )}
            {reading?.notes.map((note) => (
              <p key={note} className={css.note}>
                {note}
              </p>
            ))}
            {reading && rows.length === 0 && reading.refused.length === 0 && (
              <p className={css.note}>It holds what the plan holds already: nothing changes.</p>
            )}
            {rows.length > 0 && (
              <DataTable
                label="Changes of the workbook"
                columns={COLUMNS}
                rows={rows}
                keyOf={({ at }) => String(at)}
                limit={50}
                maxHeight={420}
              />
            )}
          </Panel>
        </div>
      )}
    </>
  );
});
