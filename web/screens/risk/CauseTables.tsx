import { NativeSelect } from '@mantine/core';
import { memo, useMemo } from 'react';
import type { RiskAttribution } from '../../../engine/answers';
import { formatChange, formatShare } from '../../format';
import { type Column, DataTable, Panel } from '../../ui';
import css from './risk.module.css';

type Part = RiskAttribution['parts'][number];
type Place = RiskAttribution['places'][number];
type Dimension = Place['dimension'];

interface Props {
  readonly attribution: RiskAttribution;
  readonly write: (value: number) => string;
  readonly dimension: Dimension;
  readonly onDimension: (dimension: Dimension) => void;
}

const DIMENSIONS: readonly { readonly value: Dimension; readonly label: string }[] = [
  { value: 'site', label: 'Site' },
  { value: 'metro', label: 'Metro' },
  { value: 'country', label: 'Country' },
  { value: 'provider', label: 'Provider' },
  { value: 'parent', label: 'Owner' },
];

/** What would be gained if a cause were gone, and where hazards strike. */
export const CauseTables = memo(function CauseTables({ attribution, write, dimension, onDimension }: Props) {
  const columns = useMemo((): Column<Part>[] => {
    const gain = ({ without }: Part) => (without ? without.tail - attribution.tail : null);
    return [
      { key: 'name', label: 'If this were gone', render: ({ name }) => name },
      { key: 'mean', label: 'Mean year', numeric: true, render: ({ without }) => (without ? write(without.mean) : '') },
      {
        key: 'tail',
        label: 'Mean of the worst twentieth',
        numeric: true,
        sortBy: (part) => -(gain(part) ?? 0),
        render: ({ without }) => (without ? write(without.tail) : ''),
      },
      {
        key: 'change',
        label: 'Against now',
        numeric: true,
        render: ({ without }) => (without ? formatChange(without.tail, attribution.tail) : ''),
      },
    ];
  }, [attribution.tail, write]);
  const hazards = attribution.places
    .filter((place) => place.dimension === dimension)
    .reduce((sum, place) => sum + place.tail, 0);
  const places: Column<Place>[] = [
    {
      key: 'name',
      label: DIMENSIONS.find(({ value }) => value === dimension)?.label ?? '',
      render: ({ name }) => name,
    },
    { key: 'mean', label: 'Mean year', numeric: true, sortBy: ({ mean }) => mean, render: ({ mean }) => write(mean) },
    {
      key: 'tail',
      label: 'Worst twentieth',
      numeric: true,
      sortBy: ({ tail }) => tail,
      render: ({ tail }) => write(tail),
    },
    {
      key: 'share',
      label: 'Of all hazards',
      numeric: true,
      render: ({ tail }) => (hazards > 0 ? formatShare(tail / hazards) : ''),
    },
  ];
  return (
    <div className={css.charts}>
      <Panel
        title="What if it were gone"
        description="The same years with one cause’s losses taken out; their worst twentieth is then made of other years."
      >
        <DataTable
          label="Without each cause"
          columns={columns}
          rows={attribution.parts.filter(({ without }) => without !== null)}
          keyOf={({ id }) => id}
          sorted="tail"
          limit={8}
        />
      </Panel>
      <Panel
        title="Where hazards strike"
        description="What hazards cost, placed where they take agent-hours; the rows add up to all hazards."
      >
        <NativeSelect
          label="By"
          size="xs"
          data={[...DIMENSIONS]}
          value={dimension}
          onChange={({ currentTarget }) =>
            onDimension(DIMENSIONS.find(({ value }) => value === currentTarget.value)?.value ?? 'site')
          }
        />
        <DataTable
          label="Losses by place"
          columns={places}
          rows={attribution.places.filter((place) => place.dimension === dimension)}
          keyOf={({ name }) => name}
          sorted="tail"
          limit={8}
        />
      </Panel>
    </div>
  );
});
