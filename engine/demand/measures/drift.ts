import { dayNumber } from '../../calendar';
import type { MeasureOf } from '../../plan';
import { addToLine, type DemandBook, type LedgerItem, record, type StreamBook, scaleLine } from '../book';
import { dayOfSlot } from './ramp';

type Drift = MeasureOf<'drift'>;

/** Share of a market's demand that prefers each channel, by the segments' shares on the way from now to later. */
function preferences({ segments }: Drift, part: number): Map<string, number> {
  const shares = new Map<string, number>();
  for (const segment of segments) {
    const weight = segment.shareNow + (segment.shareLater - segment.shareNow) * part;
    for (const { channel, share } of segment.preferences) {
      shares.set(channel, (shares.get(channel) ?? 0) + weight * share);
    }
  }
  return shares;
}

/**
 * Moves a market's contacts between channels as its kinds of customers change, and keeps their number.
 *
 * A channel's part of a day's contacts changes as its preferred share does, and the parts are brought back to one. A
 * channel that nobody prefers today but some will later takes that share. Channels that no segment names, and days on
 * which a channel is closed, stay out of it.
 *
 * Units: shares. Cost: the market's lines × days.
 */
export function driftSegments(book: DemandBook, measure: Drift, item: LedgerItem): void {
  const start = dayNumber(measure.startDate, 'startDate');
  const end = dayNumber(measure.endDate, 'endDate');
  const today = preferences(measure, 0);
  const own = book.streams.filter(({ stream }) => stream.market === measure.market && today.has(stream.channel));
  record(book, item, () => {
    for (let day = 0; day < book.days; day++) {
      const past = dayOfSlot(book, day) - start;
      if (past <= 0) continue;
      const part = Math.min(1, past / Math.max(1, end - start));
      moveDay(own, today, preferences(measure, part), day);
    }
  });
  const later = preferences(measure, 1);
  for (const [channel, share] of today) {
    item.figures.push({ name: `${channel} preferred today`, value: share, unit: 'share' });
    item.figures.push({ name: `${channel} preferred later`, value: later.get(channel)!, unit: 'share' });
  }
  if (own.length < 2) item.warnings.push('Fewer than two streams of the market have these channels, so nothing moves.');
}

function moveDay(
  own: readonly StreamBook[],
  today: ReadonlyMap<string, number>,
  now: ReadonlyMap<string, number>,
  day: number,
): void {
  const open = own.filter(({ dayPart }) => dayPart[day]! > 0);
  const there = new Map<string, number>();
  for (const one of open) {
    const { channel } = one.stream;
    there.set(channel, (there.get(channel) ?? 0) + contactsOf(one, day));
  }
  const total = [...there.values()].reduce((sum, value) => sum + value, 0);
  if (total <= 0) return;
  const weights = new Map(
    [...there].map(([channel, contacts]) => {
      const before = today.get(channel)!;
      const share = now.get(channel)!;
      return [channel, before > 0 ? (contacts / total) * (share / before) : share] as const;
    }),
  );
  const weight = [...weights.values()].reduce((sum, value) => sum + value, 0);
  if (weight <= 0) return;
  for (const one of open) {
    const { channel } = one.stream;
    const before = there.get(channel)!;
    const after = (total * weights.get(channel)!) / weight;
    if (before > 0) for (const line of one.lines) scaleLine(line, day, after / before);
    else {
      const streams = open.filter(({ stream }) => stream.channel === channel).length;
      for (const line of one.lines) addToLine(line, day, (after / streams) * line.share);
    }
  }
}

const contactsOf = ({ lines }: StreamBook, day: number) => lines.reduce((sum, { contacts }) => sum + contacts[day]!, 0);
