import type { PlannedStream } from '../../../engine/answers';
import type { LineSeries } from '../../charts';
import { channelLabel, languageLabel } from '../../format';

/** A stream and its contacts, a figure a step. */
export type StreamFigures = Pick<PlannedStream, 'id' | 'name' | 'channel' | 'language' | 'contacts'>;

/** Ways to put streams together that are no stream's id (ids hold no colon). */
export const GROUPINGS = [
  { value: '', label: 'By channel' },
  { value: 'by:language', label: 'By language' },
  { value: 'by:stream', label: 'Every stream' },
  { value: 'by:total', label: 'All together' },
] as const;

/** Lines of contacts, put together as chosen. */
export function groupedDemand(
  streams: readonly StreamFigures[],
  grouping: string,
): readonly (LineSeries & { readonly values: Float64Array })[] {
  const one = streams.find((stream) => stream.id === grouping);
  if (one) return [{ id: one.id, label: one.name, values: one.contacts }];
  const label = (stream: StreamFigures) => {
    if (grouping === 'by:stream') return stream.name;
    if (grouping === 'by:total') return 'All streams';
    return grouping === 'by:language' ? languageLabel(stream.language) : channelLabel(stream.channel);
  };
  const groups = new Map<string, Float64Array>();
  for (const stream of streams) {
    const name = label(stream);
    const sum = groups.get(name) ?? new Float64Array(stream.contacts.length);
    stream.contacts.forEach((value, step) => {
      sum[step] = (sum[step] ?? 0) + value;
    });
    groups.set(name, sum);
  }
  return [...groups]
    .sort(([, a], [, b]) => total(b) - total(a))
    .map(([name, values]) => ({ id: name, label: name, values }));
}

function total(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0);
}
