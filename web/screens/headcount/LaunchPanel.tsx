import { memo } from 'react';
import type { LaunchReadiness, TeamReadiness } from '../../../engine/answers';
import { formatCount, formatDate, formatFte, formatNumber, formatShare, signed } from '../../format';
import { type Column, DataTable, Panel, RunBar, Source } from '../../ui';
import { useAnswer } from '../../work';
import css from './headcount.module.css';

interface Row {
  readonly launch: LaunchReadiness;
  readonly team: TeamReadiness;
}

const COLUMNS: readonly Column<Row>[] = [
  { key: 'team', label: 'Team', sortBy: ({ team }) => team.name, render: ({ team }) => team.name },
  { key: 'launch', label: 'Launch', sortBy: ({ launch }) => launch.name, render: ({ launch }) => launch.name },
  {
    key: 'date',
    label: 'Starts',
    sortBy: ({ launch }) => launch.date,
    render: ({ launch }) => formatDate(launch.date),
  },
  {
    key: 'ready',
    label: 'Ready',
    hint: 'First day on which everybody is trained',
    sortBy: ({ team }) => team.readyDate,
    render: ({ team }) => formatDate(team.readyDate),
  },
  {
    key: 'spare',
    label: 'Days to spare',
    numeric: true,
    sortBy: ({ team }) => team.daysToSpare,
    render: ({ team }) => (
      <span className={team.daysToSpare < 0 ? css.short : undefined}>{signed(team.daysToSpare, formatCount)}</span>
    ),
  },
  {
    key: 'trained',
    label: 'Trained at the start',
    numeric: true,
    hint: 'Share of the training that people have had on the first day',
    sortBy: ({ team }) => team.trainedAtLaunch,
    render: ({ team }) => formatShare(team.trainedAtLaunch),
  },
  {
    key: 'startBy',
    label: 'Begin by',
    hint: 'Last first day of training that is early enough',
    sortBy: ({ team }) => team.startBy,
    render: ({ team }) => formatDate(team.startBy),
  },
  {
    key: 'share',
    label: 'Or give',
    numeric: true,
    hint: 'Share of paid hours that would be enough from the planned first day of training on',
    sortBy: ({ team }) => team.shareNeeded,
    render: ({ team }) => (team.shareNeeded === null ? 'too late' : formatShare(team.shareNeeded)),
  },
  {
    key: 'hours',
    label: 'Hours',
    numeric: true,
    hint: 'Of training, of all people together',
    sortBy: ({ team }) => team.hours,
    render: ({ team }) => formatNumber(team.hours, 0),
  },
  {
    key: 'fte',
    label: 'Productive FTE',
    numeric: true,
    hint: 'Taken from contacts in the weeks of training',
    sortBy: ({ team }) => team.productiveFte,
    render: ({ team }) => formatFte(-team.productiveFte),
  },
];

/** Ready date against launch, for everything that people must be trained for. */
export const LaunchPanel = memo(function LaunchPanel() {
  const { data, stale, ...run } = useAnswer('launches', null);
  const rows = (data?.launches ?? []).flatMap((launch) => launch.teams.map((team): Row => ({ launch, team })));
  return (
    <Panel
      title="Ready for launches"
      description="When everybody has had the training, against the day that it is for. Its hours are in the shrinkage of those weeks, so gap and service above have them."
      stale={stale}
    >
      <RunBar {...run} what="the readiness" />
      {data && (
        <>
          <p className={css.sentence}>{data.sentence}</p>
          <DataTable
            label="Readiness by launch and team"
            columns={COLUMNS}
            rows={rows}
            keyOf={({ launch, team }) => `${launch.id} ${team.team}`}
            limit={12}
            maxHeight={420}
          />
          <Source provenance={data.provenance} />
        </>
      )}
    </Panel>
  );
});
