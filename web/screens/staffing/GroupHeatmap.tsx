import { useMemo, useRef } from 'react';
import type { StaffAnswer } from '../../../engine/answers';
import { ChartFrame, type HeatData, type HeatHandle, Heatmap, readableWall } from '../../charts';
import { addDays, formatCount, formatFte, formatNumber, signed } from '../../format';
import { coverOf, dayGrid } from './cover';
import { FIGURE_NAMES, type StaffingFigure } from './staffing-view';
import { type StreamGroup, weeklyHours } from './stream-groups';

interface Props {
  readonly answer: StaffAnswer;
  readonly groups: readonly StreamGroup[];
  readonly by: 'stream' | 'skill';
  readonly figure: StaffingFigure;
  readonly stale: boolean;
}

interface Cells {
  readonly required: ArrayLike<number>;
  readonly available: ArrayLike<number>;
}

const figureAtCell = ({ required, available }: Cells, figure: StaffingFigure, at: number): number =>
  figure === 'net'
    ? (available[at] ?? Number.NaN) - (required[at] ?? Number.NaN)
    : ((figure === 'required' ? required : available)[at] ?? Number.NaN);

/** One day: a row a stream or skill, a column an interval. */
export function DayHeatmap({
  day,
  onPick,
  ...props
}: Props & { readonly day: string; readonly onPick: (interval: string, group: string) => void }) {
  const { answer, groups, figure } = props;
  const shown = useMemo(() => {
    const grid = dayGrid(answer);
    const places = (grid.at[answer.days.indexOf(day)] ?? []).map((cell) => cell[0]);
    const rows = groups.map((group) => {
      const cover = coverOf(answer, group.streams);
      const pick = (values: Float64Array) => places.map((at) => (at === undefined ? Number.NaN : (values[at] ?? 0)));
      return { required: pick(cover.required), available: pick(cover.available) };
    });
    return { grid, places, rows };
  }, [answer, groups, day]);
  return (
    <Rows
      {...props}
      title={`${FIGURE_NAMES[figure]} by interval, ${readableWall(day)}`}
      unit="agents"
      columns={shown.grid.times}
      columnName="Interval"
      rows={shown.rows}
      format={formatFte}
      onPick={(row, column) => {
        const at = shown.places[column];
        const interval = at === undefined ? undefined : answer.intervals[at];
        const group = groups[row];
        if (interval !== undefined && group) onPick(interval, group.id);
      }}
    />
  );
}

/** The whole horizon: a row a stream or skill, a column a week. */
export function HorizonHeatmap({
  startDate,
  onPick,
  ...props
}: Props & { readonly startDate: string; readonly onPick: (firstDay: string) => void }) {
  const { answer, groups, figure } = props;
  const rows = useMemo(() => groups.map((group) => weeklyHours(group, answer)), [groups, answer]);
  return (
    <Rows
      {...props}
      title={`${FIGURE_NAMES[figure]} by week: agent hours`}
      unit="agent hours"
      columns={answer.weeks.map((week) => week.label)}
      columnName="Week"
      rows={rows}
      format={formatCount}
      plain
      onPick={(_row, column) => onPick(addDays(startDate, column * 7))}
    />
  );
}

interface RowsProps extends Omit<Props, 'answer'> {
  readonly title: string;
  readonly unit: string;
  readonly columns: readonly string[];
  readonly columnName: string;
  readonly rows: readonly Cells[];
  readonly format: (value: number) => string;
  readonly plain?: boolean;
  readonly onPick: (row: number, column: number) => void;
}

function Rows(props: RowsProps) {
  const { groups, by, figure, stale, title, unit, columns, columnName, rows, format, plain = false, onPick } = props;
  const handle = useRef<HeatHandle>(null);
  const data = useMemo((): HeatData => {
    const names = groups.map((group) => group.name);
    return {
      days: groups.map((group) => group.id),
      rowLabels: names,
      times: columns,
      plainColumns: plain,
      values: rows.map((row) => columns.map((_, at) => figureAtCell(row, figure, at))),
      scale: figure === 'net' ? 'signed' : 'amount',
      formatCell: (value) =>
        figure === 'net' ? signed(value, (number) => formatNumber(number, 0)) : formatNumber(value, 0),
      describe: (row, at) => {
        const cells = rows[row];
        const where = `${names[row] ?? ''}, ${columns[at] ?? ''}`;
        if (!cells || Number.isNaN(figureAtCell(cells, 'net', at))) return `${where}: closed`;
        return `${where}: required ${format(cells.required[at] ?? 0)}, available ${format(cells.available[at] ?? 0)}, net ${signed(figureAtCell(cells, 'net', at), format)} ${unit}`;
      },
    };
  }, [groups, columns, rows, figure, plain, format, unit]);
  return (
    <ChartFrame
      title={title}
      order={2}
      description={`Rows are ${by === 'skill' ? 'skills' : 'streams'}. ${figure === 'net' ? 'On duty minus required: red is short, blue is to spare, grey is closed.' : 'Darker is more; grey is closed.'}`}
      stale={stale}
      height={Math.max(80, groups.length * 30 + 26)}
      toSvg={() => handle.current?.toSvg() ?? null}
      table={() => ({
        columns: [
          { label: by === 'skill' ? 'Skill' : 'Stream' },
          { label: columnName },
          { label: 'Required', unit, format },
          { label: 'Available', unit, format },
          { label: 'Net', unit, format: (value) => signed(value, format) },
        ],
        rows: groups.flatMap((group, row) =>
          columns.flatMap((column, at) => {
            const cells = rows[row];
            if (!cells || Number.isNaN(figureAtCell(cells, 'net', at))) return [];
            return [
              [group.name, column, cells.required[at] ?? 0, cells.available[at] ?? 0, figureAtCell(cells, 'net', at)],
            ];
          }),
        ),
      })}
    >
      {({ width }) => (
        <Heatmap
          data={data}
          width={width}
          title={title}
          scaleWords={figure === 'net' ? ['short', 'to spare'] : ['few', 'many']}
          handle={handle}
          onPick={({ day, time }) => onPick(day, time)}
        />
      )}
    </ChartFrame>
  );
}
