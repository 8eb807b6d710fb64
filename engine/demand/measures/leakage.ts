import type { MeasureOf } from '../../plan';
import { type DemandBook, type LedgerItem, placeContacts, record } from '../book';
import { dayOfSlot, reachOn } from './ramp';

/**
 * Contacts that begin as failed attempts in a digital channel.
 *
 * Contacts = attempts × failure share × escalation share, each after an exponential delay. What past contacts hold
 * already is reported and not added; a later failure share adds or takes away the difference.
 *
 * Units: contacts a day. Conserved: what has failed is among the contacts, or still on its way when the plan ends.
 * Cost: one pass over days.
 */
export function leak(book: DemandBook, measure: MeasureOf<'leakage'>, item: LedgerItem): void {
  const own = book.streams.find(({ stream }) => stream.id === measure.to)!;
  const perDay = (measure.attemptsPerWeek / 7) * measure.escalationShare;
  const { becomes, failureShare } = measure;
  const failureOn = (slot: number) =>
    becomes
      ? failureShare + (becomes.failureShare - failureShare) * reachOn(becomes, dayOfSlot(book, slot))
      : failureShare;
  // Slots at the ends belong to other zones' days; the planner's own days carry the weeks.
  const inside = (slot: number) => slot > 0 && slot < book.days - 1;
  const sent = Float64Array.from({ length: book.days }, (_, slot) => (inside(slot) ? perDay * failureOn(slot) : 0));
  const known = measure.inDemand ? perDay * failureShare : 0;
  const more = sent.map((value, slot) => (inside(slot) ? value - known : 0));
  const leaves = measure.lagDays > 0 ? 1 - Math.exp(-1 / measure.lagDays) : 1;
  // What is not in the demand yet has been going on before the plan: it starts with its usual number under way.
  let underWay = measure.inDemand ? 0 : (perDay * failureShare * (1 - leaves)) / leaves;
  const arriving = more.map((value, slot) => {
    if (!inside(slot)) return 0;
    underWay += value;
    const now = underWay * leaves;
    underWay -= now;
    return now;
  });
  let unplaced = 0;
  record(book, item, () => {
    unplaced = placeContacts(own, arriving, { reason: measure.reason });
  });
  const failures = sent.reduce((sum, value) => sum + value, 0);
  item.figures.push(
    { name: 'attempts', value: measure.attemptsPerWeek * book.grid.weeks, unit: 'attempts' },
    { name: 'contacts that begin there', value: failures, unit: 'contacts' },
  );
  if (Math.abs(unplaced) > 1e-6) {
    item.figures.push({
      name: unplaced > 0 ? 'after the plan’s end' : 'fewer than there are',
      value: unplaced,
      unit: 'contacts',
    });
  }
  if (unplaced < -1e-6)
    item.warnings.push(`${own.stream.name} has fewer contacts than the mended failures would spare.`);
}
