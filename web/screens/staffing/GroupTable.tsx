import { useMemo } from 'react';
import type { StaffAnswer } from '../../../engine/answers';
import { readableWall } from '../../charts';
import { formatCount, formatFte, formatShare, NOTHING, signed } from '../../format';
import { type Column, DataTable, Panel } from '../../ui';
import { coverOf } from './cover';
import css from './staffing.module.css';
import { type GroupSums, type StreamGroup, sumsOf, weeklyHours } from './stream-groups';

interface Props {
  readonly answer: StaffAnswer;
  readonly groups: readonly StreamGroup[];
  readonly by: 'stream' | 'skill';
  readonly span: 'week' | 'day' | 'horizon';
  readonly day: string;
  readonly picked: string;
  readonly stale: boolean;
  readonly onPick: (group: string) => void;
}

type Row = { readonly group: StreamGroup } & GroupSums;

const WHEN = { week: 'this week', day: 'this day', horizon: 'the whole horizon' } as const;

/** Every stream or skill with its agent hours; choosing one narrows the screen to it. */
export function GroupTable({ answer, groups, by, span, day, picked, stale, onPick }: Props) {
  const rows = useMemo(
    () =>
      groups.map((group): Row => {
        const sums = sumsOf(
          coverOf(answer, group.streams),
          answer.intervalMinutes,
          (interval) => span !== 'day' || interval.startsWith(day),
        );
        if (span !== 'horizon') return { group, ...sums };
        const weekly = weeklyHours(group, answer);
        const add = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);
        return { group, ...sums, requiredHours: add(weekly.required), availableHours: add(weekly.available) };
      }),
    [answer, groups, span, day],
  );
  const net = ({ availableHours, requiredHours }: Row) => availableHours - requiredHours;
  const columns: Column<Row>[] = [
    {
      key: 'name',
      label: by === 'skill' ? 'Skill' : 'Stream',
      sortBy: ({ group }) => group.name,
      render: ({ group }) =>
        by === 'skill'
          ? `${group.name} (${group.streams.length} ${group.streams.length === 1 ? 'stream' : 'streams'})`
          : group.name,
    },
    hours('Required hours', (row) => row.requiredHours),
    hours('Available hours', (row) => row.availableHours),
    {
      ...hours('Net hours', net),
      render: (row) => <span className={net(row) < -0.5 ? css.short : undefined}>{signed(net(row), formatCount)}</span>,
    },
    {
      key: 'cover',
      label: 'Cover',
      numeric: true,
      hint: 'Available over required hours',
      sortBy: (row) => (row.requiredHours > 0 ? row.availableHours / row.requiredHours : null),
      render: (row) => (row.requiredHours > 0 ? formatShare(row.availableHours / row.requiredHours) : NOTHING),
    },
  ];
  if (span !== 'horizon') {
    columns.splice(
      1,
      0,
      hours('Contacts', (row) => row.contacts),
    );
    columns.push(
      {
        key: 'short',
        label: 'Short intervals',
        numeric: true,
        sortBy: (row) => row.shortIntervals,
        render: (row) => `${formatCount(row.shortIntervals)} of ${formatCount(row.openIntervals)}`,
      },
      {
        key: 'worst',
        label: 'Worst interval',
        sortBy: (row) => row.worst?.net ?? null,
        render: (row) =>
          row.worst ? `${signed(row.worst.net, formatFte)}, ${readableWall(row.worst.interval)}` : 'none short',
      },
    );
  }
  return (
    <Panel
      title={`${by === 'skill' ? 'Skills' : 'Streams'}, ${WHEN[span]}`}
      description="Agent hours at full speed, before shrinkage. Hours over a span can balance while single intervals are short."
      stale={stale}
    >
      <DataTable
        label={by === 'skill' ? 'Skills' : 'Streams'}
        rows={rows}
        keyOf={({ group }) => group.id}
        picked={picked}
        onPick={(id) => onPick(id === picked ? '' : id)}
        columns={columns}
      />
    </Panel>
  );
}

function hours(label: string, value: (row: Row) => number): Column<Row> {
  return { key: label, label, numeric: true, sortBy: value, render: (row) => formatCount(value(row)) };
}
