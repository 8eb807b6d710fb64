import type { DemandEvent, MeasureOf } from '../../plan';
import { type DemandBook, type LedgerItem, linesIn, placeContacts, record, scaleLine, totalOn } from '../book';
import { levelsOf } from '../events';
import { dayOfSlot, reachOn } from './ramp';

/**
 * Messages to customers who would otherwise ask: contacts averted, replies brought about, and the sending itself.
 *
 * Messages go out on the days on which the scope is open, in equal parts of the week, following an event's course where
 * one is named. Averted = messages × averted per message, never more than the scope's contacts of the day.
 *
 * Units: messages and contacts a day. Cost: lines × days.
 */
export function sendAhead(
  book: DemandBook,
  measure: MeasureOf<'proactive'>,
  events: readonly DemandEvent[],
  item: LedgerItem,
): void {
  const reached = linesIn(book, measure.scope);
  const event = events.find(({ id }) => id === measure.event);
  const course = event && levelsOf(event, book.firstDay, book.days);
  const openDays = new Set(
    reached.flatMap(({ own }) =>
      own.stream.demand.dayOfWeekShare.flatMap((share, weekday) => (share > 0 ? [weekday] : [])),
    ),
  ).size;
  const replies = new Float64Array(book.days);
  const sending = new Float64Array(book.days);
  let sent = 0;
  let wanted = 0;
  let averted = 0;
  let unplaced = 0;
  record(book, item, () => {
    for (let day = 0; day < book.days; day++) {
      const reach = reachOn(measure, dayOfSlot(book, day)) * (course?.[day] ?? 1);
      const there = totalOn(reached, day);
      if (reach === 0 || there === 0) continue;
      const part = Math.max(...reached.map(({ own }) => own.dayPart[day]!));
      const messages = (measure.messagesPerWeek / openDays) * reach * part;
      const ask = messages * measure.avertedPerMessage;
      const spared = Math.min(ask, there);
      for (const { line } of reached) scaleLine(line, day, 1 - spared / there);
      replies[day] = messages * (measure.replies?.perMessage ?? 0);
      sending[day] = messages;
      sent += messages;
      wanted += ask;
      averted += spared;
    }
    const { replies: reply, sentBy } = measure;
    const streamOf = (id: string) => book.streams.find(({ stream }) => stream.id === id)!;
    if (reply) unplaced += placeContacts(streamOf(reply.to), replies);
    if (sentBy) {
      const sender = streamOf(sentBy.stream);
      const pace = sentBy.secondsPerMessage / sender.stream.handleTime.meanSeconds;
      unplaced += placeContacts(sender, sending, { pace });
    }
  });
  item.figures.push(
    { name: 'messages', value: sent, unit: 'messages' },
    { name: 'averted', value: averted, unit: 'contacts' },
    { name: 'replies', value: replies.reduce((sum, value) => sum + value, 0), unit: 'contacts' },
  );
  if (wanted - averted > 1e-9) {
    item.figures.push({ name: 'beyond what there is, infeasible', value: wanted - averted, unit: 'contacts' });
    item.warnings.push('On some days more contacts would be averted than there are.');
  }
  if (unplaced > 0) item.figures.push({ name: 'after the plan’s end', value: unplaced, unit: 'contacts' });
  if (event && !event.on) item.warnings.push(`It follows ${event.name}, which is off.`);
}
