import { Button, Textarea } from '@mantine/core';
import { useId, useRef, useState } from 'react';
import type { CalculationTable } from '../../../engine/answers';
import { LONGEST_ROWS, type Rows, writeRows } from './calculation-view';
import css from './calculator.module.css';
import { parseRows, rowsText, tabWidth } from './rows-text';

interface Props {
  readonly table: CalculationTable;
  readonly rows: Rows;
  readonly onRows: (rows: Rows) => void;
  /** Told what is wrong with the text, null when it can be read again. */
  readonly onFault: (fault: string | null) => void;
}

const MOST_BYTES = 2_000_000;

/** A small table as text: typed, pasted from a spreadsheet, or read from a file; what can't be read says where. */
export function RowsEditor({ table, rows, onRows, onFault }: Props) {
  const key = JSON.stringify(rows);
  const [typed, setTyped] = useState({ text: rowsText(rows, table), key });
  const [fault, setFault] = useState<string | null>(null);
  const file = useRef<HTMLInputElement>(null);
  const id = useId();
  if (typed.key !== key) {
    // Changed from outside: by a link, another tab or a reset.
    setTyped({ text: rowsText(rows, table), key });
    setFault(null);
  }
  const complain = (found: string | null) => {
    setFault(found);
    onFault(found);
  };
  const take = (text: string) => {
    const read = parseRows(text, table);
    if (read.rows === null) {
      setTyped({ text, key });
      return complain(read.faults.slice(0, 3).join(' '));
    }
    if (writeRows(read.rows).length > LONGEST_ROWS) {
      setTyped({ text, key });
      return complain(
        `Found ${read.rows.length} rows; allowed here: as many as a link holds, some thousand cells. The command line takes more.`,
      );
    }
    setTyped({ text, key: JSON.stringify(read.rows) });
    complain(null);
    onRows(read.rows);
  };
  const readFile = async (chosen: File | undefined) => {
    if (!chosen) return;
    if (chosen.size > MOST_BYTES) return complain(`${chosen.name} is larger than ${MOST_BYTES / 1e6} MB.`);
    try {
      take(await chosen.text());
    } catch {
      complain(`${chosen.name} could not be read from the disk.`);
    }
  };
  return (
    <div className={css.rows}>
      <Textarea
        label={`${table.row.charAt(0).toUpperCase()}${table.row.slice(1)}s`}
        description={table.about}
        id={id}
        size="xs"
        rows={Math.min(16, Math.max(4, rows.length + 2))}
        spellCheck={false}
        classNames={{ input: css.rowsText ?? '' }}
        styles={{ input: { tabSize: tabWidth(typed.text) } }}
        value={typed.text}
        error={fault}
        onChange={(event) => take(event.currentTarget.value)}
      />
      <p className={css.rowsNote}>
        Columns: {table.columns.map(columnWords).join(', ')}. Paste from a spreadsheet, or{' '}
        <Button size="compact-xs" variant="default" onClick={() => file.current?.click()}>
          open a CSV file
        </Button>
        <input
          ref={file}
          type="file"
          accept=".csv,.tsv,.txt,text/csv,text/plain"
          className="visually-hidden"
          tabIndex={-1}
          aria-label={`CSV file of ${table.row}s`}
          onChange={(event) => {
            void readFile(event.currentTarget.files?.[0]);
            event.currentTarget.value = '';
          }}
        />
      </p>
    </div>
  );
}

function columnWords({ label, unit, empty }: CalculationTable['columns'][number]): string {
  const in_ = unit === '%' ? ' in %' : unit === 's' || unit === 'h' || unit === 'min' ? ` in ${unit}` : '';
  return `${label.toLowerCase()}${in_}${empty === undefined ? '' : ` (empty: ${empty})`}`;
}
