import { type ReactNode, useMemo, useState } from 'react';
import css from './table.module.css';

export interface Column<Row> {
  readonly key: string;
  readonly label: string;
  /** What a hovering reader learns of the column. */
  readonly hint?: string | undefined;
  readonly numeric?: boolean | undefined;
  /** By what the column sorts; without it, it doesn't. */
  readonly sortBy?: ((row: Row) => number | string | null) | undefined;
  readonly render: (row: Row) => ReactNode;
}

interface Props<Row> {
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  readonly picked?: string | null | undefined;
  readonly onPick?: ((key: string) => void) | undefined;
  /** Sorted by this column at first, largest on top; otherwise in the order given. */
  readonly sorted?: string | undefined;
  readonly maxHeight?: number | undefined;
  /** Rows shown before "Show all". */
  readonly limit?: number | undefined;
}

/** A table of figures: sorts by its heads, keeps its first column in sight, and can pick a row. */
export function DataTable<Row>(props: Props<Row>) {
  const { label, columns, rows, keyOf, picked = null, onPick, maxHeight, limit = 100 } = props;
  const [order, setOrder] = useState<{ key: string; up: boolean } | null>(
    props.sorted === undefined ? null : { key: props.sorted, up: false },
  );
  const [all, setAll] = useState(false);
  const shown = useMemo(() => {
    const by = columns.find((column) => column.key === order?.key)?.sortBy;
    const sorted = by ? [...rows].sort((a, b) => compare(by(a), by(b), order?.up ?? false)) : rows;
    return all ? sorted : sorted.slice(0, limit);
  }, [rows, columns, order, all, limit]);

  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
      <section className={css.box} style={{ maxHeight }} aria-label={label} tabIndex={0}>
        <table className={css.table}>
          <thead>
            <tr>
              {columns.map((column) => {
                const isSorted = order?.key === column.key;
                return (
                  <th
                    key={column.key}
                    scope="col"
                    data-numeric={column.numeric || undefined}
                    title={column.hint}
                    aria-sort={isSorted ? (order.up ? 'ascending' : 'descending') : undefined}
                  >
                    {column.sortBy ? (
                      <button
                        type="button"
                        className={css.sort}
                        onClick={() => setOrder({ key: column.key, up: isSorted ? !order.up : !column.numeric })}
                      >
                        {column.label}
                        <span aria-hidden="true" className={css.arrow}>
                          {isSorted ? (order.up ? '▲' : '▼') : ''}
                        </span>
                      </button>
                    ) : (
                      column.label
                    )}
                  </th>
                );
              })}
            </tr>
          </thead>
          <tbody>
            {shown.map((row) => {
              const key = keyOf(row);
              const cells = columns.map((column, at) => {
                const content = column.render(row);
                if (at > 0)
                  return (
                    <td key={column.key} data-numeric={column.numeric || undefined}>
                      {content}
                    </td>
                  );
                return (
                  <th key={column.key} scope="row">
                    {onPick ? (
                      <button
                        type="button"
                        className={css.pick}
                        aria-pressed={picked === key}
                        onClick={() => onPick(key)}
                      >
                        {content}
                      </button>
                    ) : (
                      content
                    )}
                  </th>
                );
              });
              return (
                <tr key={key} data-picked={picked === key || undefined}>
                  {cells}
                </tr>
              );
            })}
          </tbody>
        </table>
      </section>
      {!all && rows.length > limit && (
        <button type="button" className={css.more} onClick={() => setAll(true)}>
          Show all {rows.length}
        </button>
      )}
    </>
  );
}

/** Empty values come last, whichever way the rest goes. */
function compare(a: number | string | null, b: number | string | null, up: boolean): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
  const way = typeof a === 'string' || typeof b === 'string' ? String(a).localeCompare(String(b)) : a - b;
  return up ? way : -way;
}
