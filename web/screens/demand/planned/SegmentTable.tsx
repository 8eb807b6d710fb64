import type { MeasureOf } from '../../../../engine/plan';
import { channelLabel, formatShare } from '../../../format';
import { DataTable } from '../../../ui';

/** Kinds of customers with their shares now and later, and the channels that they prefer. */
export function SegmentTable({ measure }: { readonly measure: MeasureOf<'drift'> }) {
  const channels = [
    ...new Set(measure.segments.flatMap(({ preferences }) => preferences.map(({ channel }) => channel))),
  ];
  type Segment = (typeof measure.segments)[number];
  return (
    <DataTable
      label={`Segments of ${measure.name}`}
      rows={measure.segments}
      keyOf={(segment) => segment.name}
      columns={[
        { key: 'name', label: 'Segment', render: (segment) => segment.name },
        { key: 'now', label: 'Share now', numeric: true, render: (segment) => formatShare(segment.shareNow) },
        { key: 'later', label: 'Share later', numeric: true, render: (segment) => formatShare(segment.shareLater) },
        ...channels.map((channel) => ({
          key: channel,
          label: `Prefers ${channelLabel(channel).toLowerCase()}`,
          numeric: true,
          render: ({ preferences }: Segment) =>
            formatShare(preferences.find((one) => one.channel === channel)?.share ?? 0),
        })),
      ]}
    />
  );
}
