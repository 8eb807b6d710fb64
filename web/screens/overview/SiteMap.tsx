import { memo, useCallback, useMemo } from 'react';
import type { OverviewAnswer } from '../../../engine/answers';
import { ChartFrame, type ChartTable } from '../../charts';
import { countryLabel, formatFte, formatShare, kindLabel } from '../../format';
import { WorldMap } from '../../map';

type Site = OverviewAnswer['sites'][number];

interface Props {
  readonly sites: readonly Site[];
  readonly picked: string | null;
  readonly onPick: (id: string) => void;
  readonly stale: boolean;
}

const heightOf = (width: number) => Math.round(Math.min(430, Math.max(230, width * 0.52)));

/** The footprint on the world. */
export const SiteMap = memo(function SiteMap({ sites, picked, onPick, stale }: Props) {
  const places = useMemo(() => sites.map((site) => ({ ...site, size: site.productiveFte })), [sites]);
  const table = useCallback((): ChartTable => siteTable(sites), [sites]);
  const format = useCallback((size: number) => `${formatFte(size)} productive FTE`, []);
  return (
    <ChartFrame
      title="Where the work is done"
      description="Sites sized by productive FTE, the mean over the horizon; sites of one metro stand side by side. Pick one for its facts."
      table={table}
      height={heightOf}
      order={2}
      stale={stale}
    >
      {({ width, height }) => (
        <WorldMap
          sites={places}
          width={width}
          height={height}
          title="Sites on the world map"
          picked={picked}
          onPick={onPick}
          format={format}
        />
      )}
    </ChartFrame>
  );
});

function siteTable(sites: readonly Site[]): ChartTable {
  return {
    columns: [
      { label: 'Site' },
      { label: 'Provider' },
      { label: 'Kind' },
      { label: 'Metro' },
      { label: 'Country' },
      { label: 'Productive', unit: 'FTE', format: formatFte },
      { label: 'Share', unit: 'of productive hours', format: formatShare },
      { label: 'Latitude', unit: '°' },
      { label: 'Longitude', unit: '°' },
    ],
    rows: sites.map((site) => [
      site.name,
      site.provider,
      kindLabel(site.kind),
      site.metro,
      countryLabel(site.country),
      site.productiveFte,
      site.share,
      site.latitude,
      site.longitude,
    ]),
  };
}
