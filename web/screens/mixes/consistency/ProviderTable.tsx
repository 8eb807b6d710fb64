import { memo } from 'react';
import type { ProviderAttributes } from '../../../../engine/answers';
import { formatCount, formatNumber, formatShare, NOTHING } from '../../../format';
import { type Column, DataTable } from '../../../ui';

const COLUMNS: Column<ProviderAttributes>[] = [
  { key: 'name', label: 'Provider', render: ({ name }) => name },
  {
    key: 'speed',
    label: 'Handle time, × mean',
    hint: 'Against the mean of the same streams: 1.05 takes a twentieth longer',
    numeric: true,
    sortBy: ({ handleTimeFactor }) => handleTimeFactor,
    render: ({ handleTimeFactor }) => formatNumber(handleTimeFactor, 2),
  },
  {
    key: 'resolution',
    label: 'Resolution, × mean',
    numeric: true,
    render: ({ resolutionFactor }) => (resolutionFactor === null ? NOTHING : formatNumber(resolutionFactor, 2)),
  },
  {
    key: 'seats',
    label: 'Seats',
    numeric: true,
    sortBy: ({ seats }) => seats,
    render: ({ seats }) => (seats === null ? 'homes' : formatCount(seats)),
  },
  { key: 'heads', label: 'People, first day', numeric: true, render: ({ heads }) => formatCount(heads) },
  {
    key: 'spare',
    label: 'Spare, of time on duty',
    numeric: true,
    sortBy: ({ spareShare }) => spareShare,
    render: ({ spareShare }) => formatShare(spareShare),
  },
  {
    key: 'ramp',
    label: 'Ramp, people a month',
    hint: 'By classes, rooms and trainers, and a quarter of its size at most (an opinion)',
    numeric: true,
    sortBy: ({ rampPerMonth }) => rampPerMonth,
    render: ({ rampPerMonth }) => formatNumber(rampPerMonth, 0),
  },
  {
    key: 'lead',
    label: 'Weeks to the first',
    hint: 'Recruiting or ramp notice, then training',
    numeric: true,
    render: ({ leadWeeks }) => formatCount(leadWeeks),
  },
];

/** Speed, resolution, seats, spare time and ramp of each provider, in units. */
export const ProviderTable = memo(function ProviderTable(props: { readonly providers: readonly ProviderAttributes[] }) {
  return (
    <>
      <h3>What each provider brings</h3>
      <DataTable label="Providers in units" columns={COLUMNS} rows={props.providers} keyOf={({ id }) => id} />
    </>
  );
});
