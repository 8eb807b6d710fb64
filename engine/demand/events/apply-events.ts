import type { DemandEvent } from '../../plan';
import {
  addToLine,
  type DemandBook,
  type DemandLedger,
  type LedgerItem,
  ledgerItem,
  linesIn,
  record,
  scaleLine,
} from '../book';
import { levelsOf } from './event-level';

/**
 * Lays a plan's events over its model: first all that multiply, then all that add, then handle times.
 *
 * So an added contact is not multiplied by a campaign, and every contact of a day takes the event's handle time. Events
 * of a kind multiply one another, whose order makes no difference to the whole; what each brings is counted after those
 * before it in the list. Added contacts are divided over the scope as its contacts of the day are.
 *
 * Source: dated interventions with a transfer function (Box and Tiao 1975), stated by the planner rather than estimated.
 * Units: contacts a day. Cost: events × lines reached × days.
 */
export function applyEvents(book: DemandBook, events: readonly DemandEvent[]): DemandLedger {
  const items = new Map<string, LedgerItem>();
  const steps = [multiply, add, stretch];
  for (const step of steps) {
    for (const event of events) {
      if (!event.on) continue;
      const item = items.get(event.id) ?? ledgerItem(event, 'events');
      items.set(event.id, item);
      record(book, item, () => step(book, event, item));
    }
  }
  for (const event of events) {
    const item = items.get(event.id);
    if (!item) continue;
    if (linesIn(book, event.scope).length === 0) item.warnings.push('No stream of the plan has what its scope names.');
    else if (item.streams.length === 0) item.warnings.push('It changes nothing within the plan’s weeks.');
  }
  // In the order of the list, whichever step met them first.
  return { items: events.flatMap(({ id }) => items.get(id) ?? []) };
}

function multiply(book: DemandBook, { volume, scope, ...event }: DemandEvent): void {
  if (volume?.kind !== 'multiply') return;
  const levels = levelsOf({ ...event, scope }, book.firstDay, book.days);
  for (const { line } of linesIn(book, scope)) {
    levels.forEach((level, day) => {
      if (level > 0) scaleLine(line, day, 1 + (volume.factor - 1) * level);
    });
  }
}

function add(book: DemandBook, { volume, scope, ...event }: DemandEvent, item: LedgerItem): void {
  if (volume?.kind !== 'add') return;
  const reached = linesIn(book, scope);
  const levels = levelsOf({ ...event, scope }, book.firstDay, book.days);
  let unplaced = 0;
  for (let day = 0; day < book.days; day++) {
    const amount = volume.contactsPerDay * levels[day]!;
    if (amount <= 0) continue;
    // Where a day lies half outside the plan, contacts are compared as if it were whole.
    const whole = reached.map(({ own, line }) => (own.dayPart[day]! > 0 ? line.contacts[day]! / own.dayPart[day]! : 0));
    const sum = whole.reduce((total, contacts) => total + contacts, 0);
    const open = reached.map(({ own, line }) => (own.dayPart[day]! > 0 ? line.share : 0));
    const shares = open.reduce((total, share) => total + share, 0);
    if (shares === 0 && day > 0 && day < book.days - 1) unplaced += amount;
    reached.forEach(({ own, line }, at) => {
      const part = sum > 0 ? whole[at]! / sum : shares > 0 ? open[at]! / shares : 0;
      if (part > 0) addToLine(line, day, amount * part * own.dayPart[day]!);
    });
  }
  if (unplaced > 0) {
    item.figures.push({ name: 'contacts on closed days, left out', value: unplaced, unit: 'contacts' });
  }
}

function stretch(book: DemandBook, { handleTimeFactor, scope, ...event }: DemandEvent): void {
  if (handleTimeFactor === undefined) return;
  const levels = levelsOf({ ...event, scope }, book.firstDay, book.days);
  for (const { line } of linesIn(book, scope)) {
    levels.forEach((level, day) => {
      if (level > 0) line.work[day]! *= 1 + (handleTimeFactor - 1) * level;
    });
  }
}
