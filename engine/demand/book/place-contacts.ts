import { addToLine, type StreamBook, scaleLine } from './demand-book';

/**
 * Brings contacts to a stream day by day; what falls on a closed day waits for the next open one.
 *
 * Amounts may be negative: contacts that no longer come, never more than there are. With a reason they go to its line if
 * the stream has it, otherwise they follow the mix of the day. Returns what found no place: after the horizon's last
 * open day, or taken away where nothing was left.
 *
 * @param pace time that one takes against the stream's mean; that of the line without it
 */
export function placeContacts(
  own: StreamBook,
  amounts: ArrayLike<number>,
  about: { readonly reason?: string | undefined; readonly pace?: number | undefined } = {},
): number {
  const named = own.lines.filter(({ reason }) => about.reason !== undefined && reason?.id === about.reason);
  const lines = named.length > 0 ? named : own.lines;
  const shares = lines.reduce((sum, line) => sum + line.share, 0);
  let waiting = 0;
  for (let day = 0; day < own.dayPart.length; day++) {
    waiting += amounts[day] ?? 0;
    if (own.dayPart[day] === 0 || waiting === 0) continue;
    const there = lines.reduce((sum, line) => sum + line.contacts[day]!, 0);
    if (waiting < 0) {
      const taken = Math.min(there, -waiting);
      const left = there > 0 ? 1 - taken / there : 1;
      for (const line of lines) scaleLine(line, day, left);
      waiting += taken;
      continue;
    }
    for (const line of lines) {
      const part = there > 0 ? line.contacts[day]! / there : line.share / shares;
      addToLine(line, day, waiting * part, about.pace);
    }
    waiting = 0;
  }
  return waiting;
}
