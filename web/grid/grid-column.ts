import type { ReactNode } from 'react';

/** A choice of a select column. */
export interface Choice {
  readonly value: string;
  readonly label: string;
}

export type CellValue = string | number | null;

interface Common<Row> {
  readonly key: string;
  readonly label: string;
  readonly hint?: string | undefined;
  /** The field's place inside an entry, as the plan's checks name it: `shrinkage.inOffice`. */
  readonly path: string;
  readonly width: number;
  readonly get: (row: Row) => CellValue;
  /** How a cell reads where that depends on more than its value. */
  readonly text?: ((row: Row) => string) | undefined;
  /** Writes a value that was read; without it the column can't be changed. */
  readonly set?: ((row: Row, value: CellValue) => void) | undefined;
  /** Cells that can't be changed in this row, such as the seats of work at home. */
  readonly isFixed?: ((row: Row) => boolean) | undefined;
}

/** A column of an editable table. */
export type GridColumn<Row> = Common<Row> &
  (
    | {
        readonly kind: 'text';
        readonly allowed?: string | undefined;
        readonly pattern?: RegExp | undefined;
        /** What a pattern can't say, such as names that must exist. */
        readonly isAllowed?: ((text: string) => boolean) | undefined;
        readonly orNothing?: boolean | undefined;
        /** Most characters; 120 when not given. */
        readonly most?: number | undefined;
      }
    | {
        readonly kind: 'number' | 'share';
        readonly min: number;
        readonly max: number;
        readonly whole?: boolean | undefined;
        readonly write: (value: number) => string;
        readonly orNothing?: boolean | undefined;
      }
    | { readonly kind: 'choice'; readonly choices: readonly Choice[] }
    | {
        readonly kind: 'shown';
        readonly render?: ((row: Row) => ReactNode) | undefined;
        readonly numeric?: boolean | undefined;
      }
  );

export const isNumeric = <Row>(column: GridColumn<Row>): boolean =>
  column.kind === 'number' || column.kind === 'share' || (column.kind === 'shown' && column.numeric === true);
