import { Button } from '@mantine/core';
import { useState } from 'react';
import { type Cell, csvText, download, MOST_SHEET_ROWS, type PlainSheet, workbookOf } from '../../format';

interface Props {
  /** What the files are called, and the sheet in the workbook. */
  readonly name: string;
  /** What is downloaded, in the words of the buttons: `Forecast`. */
  readonly what: string;
  readonly rows: () => readonly (readonly Cell[])[];
  /** Sheets of the workbook; the table alone without it. */
  readonly sheets?: () => readonly PlainSheet[] | Promise<readonly PlainSheet[]>;
  readonly disabled?: boolean;
  readonly size?: 'xs' | 'compact-sm';
}

/** A table as CSV or, with whatever belongs to it, as an Excel workbook. */
export function TableDownloads({ name, what, rows, sheets, disabled = false, size = 'xs' }: Props) {
  const [trouble, setTrouble] = useState('');
  const asWorkbook = async () => {
    setTrouble('');
    const book = sheets ? await sheets() : [{ name, rows: rows() }];
    const long = book.find((sheet) => sheet.rows.length > MOST_SHEET_ROWS);
    if (long) {
      setTrouble(
        `A sheet holds ${MOST_SHEET_ROWS.toLocaleString()} rows, and ${long.name} has ${long.rows.length.toLocaleString()}: take the CSV.`,
      );
      return;
    }
    download(await workbookOf(book), name, 'xlsx');
  };
  const failed = (error: unknown) =>
    setTrouble(`The workbook was not made: ${error instanceof Error ? error.message : 'unknown reason'}`);
  return (
    <>
      <Button
        size={size}
        variant="default"
        disabled={disabled}
        onClick={() => download(`\uFEFF${csvText(rows())}`, name, 'csv')}
      >
        {what} as CSV
      </Button>
      <Button size={size} variant="default" disabled={disabled} onClick={() => void asWorkbook().catch(failed)}>
        {what} as Excel
      </Button>
      {trouble && <span role="alert">{trouble}</span>}
    </>
  );
}
