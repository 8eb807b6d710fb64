import { memo, useMemo } from 'react';
import type { StreamConsistency } from '../../../../engine/answers';
import { formatChange, formatCount, formatPrice, formatSeconds, formatShare, NOTHING } from '../../../format';
import { type Column, DataTable } from '../../../ui';

interface Props {
  readonly streams: readonly StreamConsistency[];
  readonly currency: string;
  readonly picked: string;
  readonly onPick: (stream: string) => void;
}

/** Streams by how far their sites lie apart. */
export const StreamTable = memo(function StreamTable({ streams, currency, picked, onPick }: Props) {
  const columns = useMemo((): Column<StreamConsistency>[] => {
    const spreadOf = ({ spread: { handleTime } }: StreamConsistency) =>
      handleTime ? handleTime.between / handleTime.mean : null;
    return [
      { key: 'name', label: 'Stream', render: ({ name }) => name },
      { key: 'sites', label: 'Sites', numeric: true, render: ({ sites }) => formatCount(sites.length) },
      {
        key: 'mean',
        label: 'Handle time',
        numeric: true,
        render: ({ spread }) => formatSeconds(spread.handleTime?.mean),
      },
      {
        key: 'spread',
        label: 'Between sites',
        hint: 'Standard deviation between sites, by contacts, over the mean',
        numeric: true,
        sortBy: spreadOf,
        render: (row) => formatShare(spreadOf(row)),
      },
      {
        key: 'worst',
        label: 'Slowest tenth',
        hint: 'Mean handle time of the tenth of contacts at the slowest sites, against the stream’s',
        numeric: true,
        render: ({ spread: { handleTime } }) =>
          handleTime ? formatChange(handleTime.worst, handleTime.mean) : NOTHING,
      },
      {
        key: 'cost',
        label: 'A contact costs',
        numeric: true,
        render: ({ spread: { costPerContact } }) =>
          costPerContact
            ? `${formatPrice(costPerContact.least, currency)} to ${formatPrice(costPerContact.most, currency)}`
            : NOTHING,
      },
    ];
  }, [currency]);
  return (
    <DataTable
      label="Streams by how far sites lie apart"
      columns={columns}
      rows={streams}
      keyOf={({ id }) => id}
      picked={picked}
      onPick={onPick}
      maxHeight={420}
    />
  );
});
