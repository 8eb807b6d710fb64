import { memo, useMemo } from 'react';
import type { StreamConsistency } from '../../../../engine/answers';
import { BarChart, type BarChartData, barHeight, ChartFrame } from '../../../charts';
import { formatCount, formatNumber, formatPrice, formatSeconds, formatShare } from '../../../format';

/** A stream's sites beside each other: how long the same contact takes. */
export const SiteBars = memo(function SiteBars(props: {
  readonly stream: StreamConsistency;
  readonly currency: string;
}) {
  const { stream, currency } = props;
  const data = useMemo(
    (): BarChartData => ({
      rows: stream.sites.map((site) => ({
        id: site.site,
        label: site.name,
        value: site.handleTime,
        detail: `${formatShare(site.share)} of contacts, ${formatPrice(site.costPerContact, currency)} each`,
      })),
      label: 'Handle time, seconds',
      format: (value) => formatSeconds(value),
    }),
    [stream, currency],
  );
  const title = `Handle time by site: ${stream.name}`;
  return (
    <ChartFrame
      title={title}
      description="Seconds that a contact takes, with each site’s people as they are in the plan; most contacts first."
      table={() => ({
        columns: [
          { label: 'Site' },
          { label: 'Contacts', format: formatCount },
          { label: 'Handle time', unit: 's', format: formatCount },
          { label: 'Cost of a contact', unit: currency, format: (value) => formatPrice(value, currency) },
          { label: 'Occupancy', format: formatShare },
          { label: 'Leavers a head and year', format: (value) => formatNumber(value, 2) },
          { label: 'Shrinkage', format: formatShare },
          { label: 'Resolution against the experienced', format: formatShare },
        ],
        rows: stream.sites.map((site) => [
          site.name,
          site.contacts,
          site.handleTime,
          site.costPerContact,
          site.occupancy,
          site.attrition,
          site.shrinkage,
          site.resolution,
        ]),
      })}
      height={barHeight(stream.sites.length, 500, true)}
      order={3}
    >
      {({ width }) => <BarChart data={data} width={width} title={title} />}
    </ChartFrame>
  );
});
