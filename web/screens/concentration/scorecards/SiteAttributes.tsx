import { Button } from '@mantine/core';
import { memo } from 'react';
import type { SiteAttributes as Attributes } from '../../../../engine/answers';
import { countryLabel, csvText, download, formatCount, formatNumber, kindLabel, NOTHING } from '../../../format';
import { type Column, DataTable, Panel, RunBar } from '../../../ui';
import { useAnswer } from '../../../work';
import css from '../concentration.module.css';

/** What every site can do and how far it stretches, own sites and suppliers side by side; each figure with its unit. */
export const SiteAttributes = memo(function SiteAttributes({ ready }: { readonly ready: boolean }) {
  const answer = useAnswer('scorecards', null, ready);
  const { data } = answer;
  return (
    <Panel
      title="What each site can do, and how far it stretches"
      description="Speed, seats, what is spare, and how fast more people come. Nothing is added up to a score."
      stale={answer.stale}
      actions={
        <Button
          size="compact-xs"
          variant="default"
          disabled={!data}
          onClick={() => data && download(csvText(cells(data.sites)), 'What each site can do', 'csv')}
        >
          Download
        </Button>
      }
    >
      <RunBar {...answer} what="the attributes" />
      {data && (
        <DataTable
          label="What each site can do"
          columns={columnsOf(data.sites)}
          rows={data.sites}
          keyOf={({ site }) => site}
          sorted="hours"
          maxHeight={520}
        />
      )}
    </Panel>
  );
});

/** Without a column that no site has anything for. */
function columnsOf(sites: readonly Attributes[]): readonly Column<Attributes>[] {
  const isStated = sites.some(({ resolutionMultiplier }) => resolutionMultiplier !== null);
  return isStated ? COLUMNS : COLUMNS.filter(({ key }) => key !== 'resolution');
}

const times = (value: number | null) => (value === null ? NOTHING : `× ${formatNumber(value, 2)}`);

const COLUMNS: readonly Column<Attributes>[] = [
  {
    key: 'site',
    label: 'Site',
    sortBy: ({ name }) => name,
    render: ({ name, providerName, kind, country }) => (
      <>
        {name}
        <span className={css.sub}>
          {providerName} · {kindLabel(kind)} · {countryLabel(country)}
        </span>
      </>
    ),
  },
  {
    key: 'hours',
    label: 'Productive hours a week',
    numeric: true,
    sortBy: ({ hoursPerWeek }) => hoursPerWeek,
    render: ({ hoursPerWeek }) => formatCount(hoursPerWeek),
  },
  {
    key: 'handle',
    label: 'Handle time',
    hint: 'Against the streams’ planned handle times: skill, and how new people are',
    numeric: true,
    sortBy: ({ handleTimeMultiplier }) => handleTimeMultiplier,
    render: ({ handleTimeMultiplier }) => times(handleTimeMultiplier),
  },
  {
    key: 'resolution',
    label: 'Settled at once',
    hint: 'Contacts settled against those of experienced people; a dash where no team says how that is learned',
    numeric: true,
    sortBy: ({ resolutionMultiplier }) => resolutionMultiplier,
    render: ({ resolutionMultiplier }) => times(resolutionMultiplier),
  },
  {
    key: 'seats',
    label: 'Seats',
    hint: 'Workplaces, and those taken in the busiest interval of the plan',
    numeric: true,
    sortBy: ({ seats }) => seats,
    render: ({ seats, seatsTaken }) =>
      seats === null ? (
        'none needed'
      ) : (
        <>
          {formatCount(seats)}
          <span className={css.sub}>{formatCount(seatsTaken)} taken at most</span>
        </>
      ),
  },
  {
    key: 'spareSeats',
    label: 'Spare seats',
    numeric: true,
    sortBy: ({ spareSeats }) => spareSeats,
    render: ({ spareSeats }) => formatCount(spareSeats),
  },
  {
    key: 'spare',
    label: 'Spare hours a week',
    hint: 'Productive hours that could still go to contacts before streams reach their largest occupancy',
    numeric: true,
    sortBy: ({ spareHoursPerWeek }) => spareHoursPerWeek,
    render: ({ spareHoursPerWeek }) => formatCount(spareHoursPerWeek),
  },
  {
    key: 'ramp',
    label: 'Ramp',
    hint: 'People a week whom rooms, trainers and classes allow, and weeks from the order to the first',
    numeric: true,
    sortBy: ({ rampHeadsPerWeek }) => rampHeadsPerWeek,
    render: ({ rampHeadsPerWeek, rampAfterWeeks }) =>
      rampHeadsPerWeek === null ? (
        'not stated'
      ) : (
        <>
          {formatNumber(rampHeadsPerWeek, 1)} a week
          <span className={css.sub}>from week {formatCount(rampAfterWeeks)}</span>
        </>
      ),
  },
];

function cells(sites: readonly Attributes[]) {
  return [
    [
      ...['site', 'provider', 'kind', 'metro', 'country', 'hours_per_week', 'handle_time_multiplier'],
      ...['resolution_multiplier', 'seats', 'seats_taken', 'spare_seats', 'spare_hours_per_week'],
      ...['ramp_heads_per_week', 'ramp_after_weeks'],
    ],
    ...sites.map((each) => [
      ...[each.name, each.providerName, each.kind, each.metro, each.country, each.hoursPerWeek],
      ...[each.handleTimeMultiplier, each.resolutionMultiplier, each.seats, each.seatsTaken, each.spareSeats],
      ...[each.spareHoursPerWeek, each.rampHeadsPerWeek, each.rampAfterWeeks],
    ]),
  ];
}
