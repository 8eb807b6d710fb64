import type { MeasureOf } from '../../plan';
import { type DemandBook, type LedgerItem, linesIn, placeContacts, record, scaleLine } from '../book';
import { dayOfSlot, reachOn } from './ramp';

/**
 * A new channel: contacts move to it, and some are made that wouldn't have been.
 *
 * Moved = contacts in scope × shift share, each becoming so many contacts there; induced = contacts in scope × induced
 * share. The net effect may be more work than before, which is reported.
 *
 * Units: shares of the scope's contacts. Cost: lines × days.
 */
export function openChannel(book: DemandBook, measure: MeasureOf<'new-channel'>, item: LedgerItem): void {
  const to = book.streams.find(({ stream }) => stream.id === measure.to)!;
  const from = linesIn(book, measure.scope).filter(({ own }) => own !== to);
  let moved = 0;
  let induced = 0;
  let unplaced = 0;
  record(book, item, () => {
    const byReason = new Map<string | undefined, Float64Array>();
    for (const { line } of from) {
      const arriving = byReason.get(line.reason?.id) ?? new Float64Array(book.days);
      byReason.set(line.reason?.id, arriving);
      for (let day = 0; day < book.days; day++) {
        const reach = reachOn(measure, dayOfSlot(book, day));
        if (reach === 0) continue;
        const leaving = line.contacts[day]! * measure.shiftShare * reach;
        const fresh = line.contacts[day]! * measure.inducedShare * reach;
        arriving[day]! += leaving * measure.contactsPerShifted + fresh;
        scaleLine(line, day, 1 - measure.shiftShare * reach);
        moved += leaving;
        induced += fresh;
      }
    }
    for (const [reason, arriving] of byReason) unplaced += placeContacts(to, arriving, { reason });
  });
  const made = moved * measure.contactsPerShifted;
  item.figures.push(
    { name: 'leave their channel', value: moved, unit: 'contacts' },
    { name: 'take their place', value: made, unit: 'contacts' },
    { name: 'induced', value: induced, unit: 'contacts' },
    { name: 'net', value: made + induced - moved - unplaced, unit: 'contacts' },
  );
  if (unplaced > 0) item.figures.push({ name: 'after the plan’s end', value: unplaced, unit: 'contacts' });
  if (from.length === 0) item.warnings.push('No other stream has what its scope names, so nothing moves.');
}
