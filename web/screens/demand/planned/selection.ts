import type { PlannedStream } from '../../../../engine/answers';
import type { DemandScope, Plan } from '../../../../engine/plan';
import { channelLabel } from '../../../format';
import { GROUPINGS } from '../grouped-demand';

/** What of the demand is on the chart: several lines side by side, or one that can be changed. */
export interface Selection {
  readonly label: string;
  /** What a change of it would reach; null while several lines are shown. */
  readonly scope: DemandScope | null;
  readonly includes: (stream: Pick<PlannedStream, 'id' | 'channel' | 'market'>) => boolean;
}

/** The selection that a value of the address stands for; all streams where it stands for nothing any more. */
export function selectionOf(plan: Plan, value: string): Selection {
  const stream = plan.streams.find(({ id }) => id === value);
  if (stream) return { label: stream.name, scope: { streams: [stream.id] }, includes: ({ id }) => id === stream.id };
  const [kind = '', member = ''] = value.split(/:(.*)/s);
  const market = kind === 'market' && plan.markets.find(({ id }) => id === member);
  if (market) {
    return { label: market.name, scope: { markets: [market.id] }, includes: (one) => one.market === market.id };
  }
  const channel = kind === 'channel' && plan.streams.find((one) => one.channel === member)?.channel;
  if (channel) {
    const label = `All ${channelLabel(channel).toLowerCase()}`;
    return { label, scope: { channels: [channel] }, includes: (one) => one.channel === channel };
  }
  return { label: 'All streams', scope: value === 'by:total' ? {} : null, includes: () => true };
}

/** Every selection that a plan offers, in groups for a menu. */
export function selectionMenu(plan: Plan) {
  const channels = [...new Set(plan.streams.map(({ channel }) => channel))];
  return [
    { group: 'Streams put together', items: [...GROUPINGS] },
    {
      group: 'One channel',
      items: channels.map((channel) => ({
        value: `channel:${channel}`,
        label: `All ${channelLabel(channel).toLowerCase()}`,
      })),
    },
    { group: 'One market', items: plan.markets.map(({ id, name }) => ({ value: `market:${id}`, label: name })) },
    { group: 'One stream', items: plan.streams.map(({ id, name }) => ({ value: id, label: name })) },
  ];
}

/** A scope in words: the names of what it narrows to. */
export function scopeWords(
  plan: Plan,
  scope: DemandScope & { readonly reasons?: readonly string[] | undefined },
): string {
  const names = (ids: readonly string[] | undefined, list: readonly { readonly id: string; readonly name: string }[]) =>
    ids?.map((id) => list.find((one) => one.id === id)?.name ?? id).join(', ');
  const parts = [
    names(scope.streams, plan.streams),
    names(scope.markets, plan.markets),
    scope.channels?.map((channel) => channelLabel(channel)).join(', '),
    scope.languages?.join(', '),
    names(scope.reasons, plan.reasons),
  ].filter((part) => part !== undefined);
  return parts.length > 0 ? parts.join(' · ') : 'All streams';
}
