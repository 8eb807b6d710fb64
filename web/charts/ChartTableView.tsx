import { useVirtualizer } from '@tanstack/react-virtual';
import { useMemo, useRef } from 'react';
import { observeSize, scrollWhenAway } from '../ui';
import type { ChartCell, ChartColumn, ChartTable } from './chart-types';
import { readableWall } from './wall-time';

const ROW = 28;
const exact = new Intl.NumberFormat('en', { maximumFractionDigits: 2 });
const ISO = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2})?$/;

/** A chart's figures as a table; only the rows in sight are drawn, so a year of intervals opens at once. */
export function ChartTableView({
  table,
  title,
  height,
}: {
  readonly table: ChartTable;
  readonly title: string;
  readonly height: number;
}) {
  const box = useRef<HTMLDivElement>(null);
  const numeric = useMemo(
    () => table.columns.map((_, column) => table.rows.some((row) => typeof row[column] === 'number')),
    [table],
  );
  const rows = useVirtualizer({
    count: table.rows.length,
    getScrollElement: () => box.current,
    estimateSize: () => ROW,
    overscan: 12,
    initialRect: { width: 800, height },
    observeElementRect: observeSize,
    scrollToFn: scrollWhenAway,
  });
  const shown = rows.getVirtualItems();
  const before = shown[0]?.start ?? 0;
  const after = rows.getTotalSize() - (shown.at(-1)?.end ?? 0);
  return (
    <section
      ref={box}
      className="chart-table-box"
      style={{ maxHeight: height }}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by keyboard
      tabIndex={0}
      aria-label={`${title}: table`}
    >
      <table className="chart-table" aria-rowcount={table.rows.length + 1}>
        <thead>
          <tr>
            {table.columns.map((column, index) => (
              <th key={column.label} scope="col" className={numeric[index] ? 'chart-cell-number' : undefined}>
                {column.label}
                {column.unit && <small> {column.unit}</small>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {before > 0 && <Filler height={before} columns={table.columns.length} />}
          {shown.map((item) => (
            <tr key={item.key} aria-rowindex={item.index + 2} style={{ height: ROW }}>
              {table.columns.map((column, index) => (
                <td key={column.label} className={numeric[index] ? 'chart-cell-number' : undefined}>
                  {readCell(table.rows[item.index]?.[index] ?? null, column)}
                </td>
              ))}
            </tr>
          ))}
          {after > 0 && <Filler height={after} columns={table.columns.length} />}
        </tbody>
      </table>
    </section>
  );
}

function Filler({ height, columns }: { readonly height: number; readonly columns: number }) {
  return (
    <tr>
      <td colSpan={columns} style={{ height, padding: 0, border: 0 }} />
    </tr>
  );
}

function readCell(cell: ChartCell, column: ChartColumn): string {
  if (cell === null) return '–';
  if (typeof cell === 'string') return ISO.test(cell) ? readableWall(cell) : cell;
  if (Number.isNaN(cell)) return '–';
  return column.format ? column.format(cell) : exact.format(cell);
}
