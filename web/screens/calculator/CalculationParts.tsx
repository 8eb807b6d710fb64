import { Button } from '@mantine/core';
import { useMemo } from 'react';
import type { CalculatedChart, CalculatedTable } from '../../../engine/answers';
import { ChartFrame, CurveChart, type CurveData } from '../../charts';
import { csvText, download, formatNumber } from '../../format';
import { DataTable, Panel } from '../../ui';
import { axisValue, writeValue } from './units';

/** A chart of an answer. */
export function CalculationChart({ chart, stale }: { readonly chart: CalculatedChart; readonly stale: boolean }) {
  const data = useMemo((): CurveData => {
    const { x, y, series, limits, mark } = chart;
    const shown = [...series.flatMap(({ values }) => values), ...(limits ?? []).map(({ value }) => value)];
    const most = shown.reduce<number>((top, value) => Math.max(top, value ?? 0), 0);
    const least = shown.reduce<number>((low, value) => Math.min(low, value ?? low), most);
    // Curves that hardly move, such as agents around an optimum, would be flat from zero.
    const isFlat = y.unit === 'agents' && series.length === 1 && least > 0.6 * most;
    return {
      x: x.values,
      xLabel: x.label,
      formatX: (value) => (x.unit === '%' ? axisValue(value, '%') : formatNumber(value, 2)),
      isSpan: true,
      series: series.map(({ label, values }, at) => ({ id: String(at), label, values })),
      limits,
      mark,
      y: {
        label: y.label,
        min: isFlat ? least - 0.15 * (most - least) : 0,
        max: y.max ?? (most > 0 ? most + 0.06 * (isFlat ? most - least : most) : 1),
        format: (value) => axisValue(value, y.unit),
        formatExact: (value) => writeValue(value, y.unit),
      },
    };
  }, [chart]);
  return (
    <ChartFrame
      title={chart.title}
      order={2}
      height={230}
      description={chart.about}
      stale={stale}
      table={() => ({
        columns: [
          { label: chart.x.label, format: data.formatX },
          ...chart.series.map(({ label }) => ({ label, format: (value: number) => writeValue(value, chart.y.unit) })),
        ],
        rows: chart.x.values.map((value, at) => [value, ...chart.series.map(({ values }) => values[at] ?? null)]),
      })}
    >
      {(size) => <CurveChart data={data} size={size} title={chart.title} />}
    </ChartFrame>
  );
}

/** A table of an answer, with the same figures as a file at full precision. */
export function CalculationTableView({
  table,
  title,
  stale,
}: {
  readonly table: CalculatedTable;
  readonly title: string;
  readonly stale: boolean;
}) {
  const { columns, rows, marked } = table;
  const isText = columns.map((_, at) => rows.some((row) => typeof row[at] === 'string'));
  const save = () => {
    const text = csvText([columns.map(({ name }) => name), ...rows]);
    download(`\uFEFF${text}`, `${title} ${table.title}`, 'csv');
  };
  return (
    <Panel
      title={table.title}
      description={table.about}
      stale={stale}
      actions={
        <Button size="compact-xs" variant="default" onClick={save} aria-label={`${table.title} as CSV`}>
          CSV
        </Button>
      }
    >
      <DataTable
        label={table.title}
        rows={rows.map((cells, at) => ({ cells, at }))}
        keyOf={({ at }) => String(at)}
        picked={marked === undefined ? null : String(marked)}
        limit={60}
        columns={columns.map((column, at) => ({
          key: column.name,
          label: column.label,
          hint: column.hint,
          numeric: at > 0 && !isText[at],
          sortBy: ({ cells }: { cells: (typeof rows)[number] }) => cells[at] ?? null,
          render: ({ cells }: { cells: (typeof rows)[number] }) => writeValue(cells[at] ?? null, column.unit),
        }))}
      />
    </Panel>
  );
}
