import { memo, useMemo } from 'react';
import type { OverviewAnswer } from '../../../engine/answers';
import { clockIn, formatFte, formatPrice, formatShare } from '../../format';
import { type Column, DataTable, Panel } from '../../ui';
import css from './overview.module.css';
import { useMinute } from './use-minute';

type Site = OverviewAnswer['sites'][number];

interface Props {
  readonly sites: readonly Site[];
  readonly picked: string | null;
  readonly onPick: (id: string) => void;
  readonly stale: boolean;
  readonly currency: string;
  /** The detail of a site stands above. */
  readonly isShort: boolean;
}

/** The sites by size, each with the time on its own clock. */
export const SiteTable = memo(function SiteTable({ sites, picked, onPick, stale, currency, isShort }: Props) {
  const now = useMinute();
  const columns = useMemo(
    () => siteColumns(Math.max(...sites.map((site) => site.share), 1e-9), currency, now),
    [sites, currency, now],
  );
  return (
    <Panel title="Sites by productive FTE" stale={stale}>
      <DataTable
        label="Sites"
        columns={columns}
        rows={sites}
        keyOf={(site) => site.id}
        picked={picked}
        onPick={onPick}
        maxHeight={isShort ? 250 : 424}
      />
    </Panel>
  );
});

function siteColumns(largest: number, currency: string, now: Date): Column<Site>[] {
  return [
    {
      key: 'name',
      label: 'Site',
      sortBy: (site) => site.name,
      render: (site) => site.name,
    },
    {
      key: 'fte',
      label: 'FTE',
      numeric: true,
      hint: 'Productive FTE: at work and not in breaks, meetings or training; mean over the horizon',
      sortBy: (site) => site.productiveFte,
      render: (site) => formatFte(site.productiveFte),
    },
    {
      key: 'share',
      label: 'Share',
      hint: 'Share of productive hours',
      numeric: true,
      sortBy: (site) => site.share,
      render: (site) => (
        <span className={css.share}>
          <span className={css.bar} style={{ width: `${(36 * site.share) / largest}px` }} />
          {formatShare(site.share)}
        </span>
      ),
    },
    {
      key: 'cost',
      label: 'Cost/h',
      hint: 'Cost of a productive hour: wages, benefits, places, or the contract price',
      numeric: true,
      sortBy: (site) => site.costPerProductiveHour,
      render: (site) => formatPrice(site.costPerProductiveHour, currency),
    },
    { key: 'clock', label: 'Local', hint: 'Time there now', numeric: true, render: (site) => clockIn(site.zone, now) },
  ];
}
