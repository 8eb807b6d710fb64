import { Button } from '@mantine/core';
import { memo, useMemo, useState } from 'react';
import type { CoverAnswer, CoverCause, TeamCover } from '../../../engine/answers';
import { formatCount, formatShare, signed } from '../../format';
import { editPlan, usePlanStore } from '../../state';
import { type Column, DataTable, Panel, RunBar, Source } from '../../ui';
import { useTask } from '../../work';
import css from './headcount.module.css';

const CAUSES: readonly { readonly cause: CoverCause; readonly label: string; readonly hint: string }[] = [
  { cause: 'length', label: 'Length', hint: 'Shifts are longer than the peaks they are for' },
  { cause: 'starts', label: 'Starts', hint: 'Shifts may start at certain times alone' },
  { cause: 'siteHours', label: 'Site hours', hint: 'Shifts must lie within the opening hours of their site' },
  {
    cause: 'breaks',
    label: 'Breaks',
    hint: 'Somebody must be there while others eat; below zero where a break falls into a quiet hour',
  },
  { cause: 'days', label: 'Days off', hint: 'Everybody works so many days of the week' },
  { cause: 'partTime', label: 'Short shifts', hint: 'Only so many people may work the shorter shifts' },
];

const beyond = (row: TeamCover, hours: number) =>
  row.requiredHours > 0 && Math.abs(hours) / row.requiredHours >= 0.0005
    ? signed(hours / row.requiredHours, formatShare)
    : '';

const COLUMNS: readonly Column<TeamCover>[] = [
  { key: 'name', label: 'Team', sortBy: (row) => row.name, render: (row) => row.name },
  {
    key: 'required',
    label: 'Required hours',
    numeric: true,
    hint: 'Hours on duty at full speed that the intervals need',
    sortBy: (row) => row.requiredHours,
    render: (row) => formatCount(row.requiredHours),
  },
  {
    key: 'shifts',
    label: 'Shift hours',
    numeric: true,
    hint: 'Hours on duty of the cheapest shifts that cover them',
    sortBy: (row) => row.shiftHours,
    render: (row) => formatCount(row.shiftHours),
  },
  {
    key: 'overhead',
    label: 'Beyond',
    numeric: true,
    sortBy: (row) => row.overhead,
    render: (row) => beyond(row, row.overhead * row.requiredHours) || '0%',
  },
  ...CAUSES.map(
    ({ cause, label, hint }): Column<TeamCover> => ({
      key: cause,
      label,
      hint,
      numeric: true,
      sortBy: (row) => (row.requiredHours > 0 ? row.causes[cause] / row.requiredHours : 0),
      render: (row) => beyond(row, row.causes[cause]),
    }),
  ),
  {
    key: 'open',
    label: 'Left open',
    numeric: true,
    hint: 'Hours that no allowed shift covers',
    sortBy: (row) => row.openHours,
    render: (row) => (row.openHours >= 0.5 ? formatCount(row.openHours) : ''),
  },
];

/** What shifts take beyond the requirement of intervals; put into the plan, the requirement grows by it. */
export const ShiftCover = memo(function ShiftCover() {
  const planKey = usePlanStore((state) => state.planKey);
  const isSound = usePlanStore((state) => state.issues.length === 0);
  const isPlanned = usePlanStore((state) => state.plan?.teams.some((team) => team.coverOverhead) ?? false);
  const { run, data, ...task } = useTask('cover', true);
  const [askedKey, setAskedKey] = useState('');
  const rows = useMemo(() => [...(data?.teams ?? [])].sort((a, b) => b.overhead - a.overhead), [data]);
  const isStale = data !== null && askedKey !== planKey;
  const ask = () => {
    setAskedKey(planKey);
    void run({});
  };
  return (
    <Panel
      title="Shift cover"
      description="An interval’s requirement assumes people who come for half an hour. This covers the busiest week with real shifts, within site hours, and says how many hours more that takes, and why. Takes some seconds."
    >
      <div className={css.range}>
        <Button size="xs" variant="default" disabled={task.running || !isSound} onClick={ask}>
          Cover the busiest week
        </Button>
        {data && data.teams.length > 0 && (
          <Button size="xs" variant="default" disabled={isStale || task.running} onClick={() => apply(data)}>
            Plan with these hours
          </Button>
        )}
        {isPlanned && (
          <Button size="xs" variant="default" onClick={clear}>
            Plan without them
          </Button>
        )}
      </div>
      {isPlanned && (
        <p className={css.note}>Required FTE and heads include the hours that shifts take beyond the intervals.</p>
      )}
      <RunBar {...task} retry={ask} what="the shift cover" />
      {data && (
        <>
          <p className={css.sentence}>{data.sentence}</p>
          <DataTable
            label="Shift cover by team"
            columns={COLUMNS}
            rows={rows}
            keyOf={(row) => row.team}
            limit={12}
            maxHeight={420}
          />
          <Source provenance={data.provenance} />
        </>
      )}
    </Panel>
  );
});

/** Raises every covered team's requirement by what its shifts take beyond the intervals. */
function apply(answer: CoverAnswer): void {
  editPlan(`Shift cover of ${answer.week.label} in the requirement`, (draft) => {
    for (const { team, overhead } of answer.teams) {
      const entry = draft.teams.find((one) => one.id === team);
      if (!entry) continue;
      const share = Math.round(Math.min(3, Math.max(0, overhead)) * 1e6) / 1e6;
      entry.coverOverhead = {
        share,
        source: `Shift cover of ${answer.week.label}, covering program`,
        grade: 'opinion',
      };
    }
  });
}

function clear(): void {
  editPlan('Requirement without shift cover', (draft) => {
    for (const team of draft.teams) delete team.coverOverhead;
  });
}
