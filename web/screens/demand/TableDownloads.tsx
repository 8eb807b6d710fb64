import { Button } from '@mantine/core';
import { useState } from 'react';
import { type Cell, csvText, download, MOST_SHEET_ROWS, workbook } from '../../format';

interface Props {
  /** What the files are called, and the sheet in the workbook. */
  readonly name: string;
  /** What is downloaded, in the words of the buttons: `Forecast`. */
  readonly what: string;
  readonly rows: () => readonly (readonly Cell[])[];
  readonly disabled?: boolean;
}

/** A table as CSV or as an Excel workbook. */
export function TableDownloads({ name, what, rows, disabled = false }: Props) {
  const [trouble, setTrouble] = useState('');
  const asWorkbook = async () => {
    const table = rows();
    if (table.length > MOST_SHEET_ROWS) {
      setTrouble(
        `A sheet holds ${MOST_SHEET_ROWS.toLocaleString()} rows, and this has ${table.length.toLocaleString()}: take the CSV.`,
      );
      return;
    }
    setTrouble('');
    download(await workbook(name, table), name, 'xlsx');
  };
  return (
    <>
      <Button
        size="xs"
        variant="default"
        disabled={disabled}
        onClick={() => download(`\uFEFF${csvText(rows())}`, name, 'csv')}
      >
        {what} as CSV
      </Button>
      <Button size="xs" variant="default" disabled={disabled} onClick={() => void asWorkbook()}>
        {what} as Excel
      </Button>
      {trouble && <span role="alert">{trouble}</span>}
    </>
  );
}
