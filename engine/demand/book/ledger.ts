import type { DemandBook, StreamBook } from './demand-book';
import type { DemandStage } from './stages';

/** A figure that a step reports about itself, in planner's words. */
export interface StepFigure {
  readonly name: string;
  readonly value: number;
  readonly unit: 'contacts' | 'attempts' | 'messages' | 'issues' | 'share' | 'factor' | 'agent hours' | 'seconds';
}

/** What one event, measure or override changed: contacts, and their work in contacts of mean length. */
export interface LedgerItem {
  readonly id: string;
  readonly name: string;
  readonly stage: DemandStage;
  /** By stream and planner's day; streams that it left alone are not listed. */
  readonly streams: { readonly at: number; readonly contacts: Float64Array; readonly work: Float64Array }[];
  /** By stream and line over the horizon. */
  readonly lines: { readonly at: number; readonly line: number; readonly contacts: number; readonly work: number }[];
  readonly figures: StepFigure[];
  readonly warnings: string[];
}

/** Every change between the model and the contacts that agents get; items of a stage follow each other. */
export interface DemandLedger {
  readonly items: LedgerItem[];
}

/** A new item of the ledger, empty. */
export function ledgerItem(about: { readonly id: string; readonly name: string }, stage: DemandStage): LedgerItem {
  return { id: about.id, name: about.name, stage, streams: [], lines: [], figures: [], warnings: [] };
}

/** Runs a change of the book and writes down in the item what it did to each stream and line. */
export function record(book: DemandBook, item: LedgerItem, change: () => void): void {
  const before = book.streams.map(({ lines }) =>
    lines.map(({ contacts, work }) => ({ contacts: contacts.slice(), work: work.slice() })),
  );
  change();
  book.streams.forEach((own, at) => {
    const contacts = new Float64Array(book.days);
    const work = new Float64Array(book.days);
    let differs = false;
    own.lines.forEach((line, index) => {
      const was = before[at]![index]!;
      let sum = 0;
      let workSum = 0;
      for (let day = 0; day < book.days; day++) {
        const more = line.contacts[day]! - was.contacts[day]!;
        const moreWork = line.work[day]! - was.work[day]!;
        if (more === 0 && moreWork === 0) continue;
        differs = true;
        contacts[day]! += more;
        work[day]! += moreWork;
        sum += more;
        workSum += moreWork;
      }
      if (sum !== 0 || workSum !== 0) addLine(item, { at, line: index, contacts: sum, work: workSum });
    });
    if (differs) addStream(item, at, toPlannerDays(book, own, contacts), toPlannerDays(book, own, work));
  });
}

function addStream(item: LedgerItem, at: number, contacts: Float64Array, work: Float64Array): void {
  const known = item.streams.find((entry) => entry.at === at);
  if (!known) {
    item.streams.push({ at, contacts, work });
    return;
  }
  contacts.forEach((value, day) => {
    known.contacts[day]! += value;
    known.work[day]! += work[day]!;
  });
}

function addLine(item: LedgerItem, entry: LedgerItem['lines'][number]): void {
  const place = item.lines.findIndex(({ at, line }) => at === entry.at && line === entry.line);
  if (place < 0) {
    item.lines.push(entry);
    return;
  }
  const known = item.lines[place]!;
  item.lines[place] = { ...known, contacts: known.contacts + entry.contacts, work: known.work + entry.work };
}

/** Figures by day of the market as figures by the planner's day: an amount lies within its day as the stream's shape does. */
export function toPlannerDays({ grid }: DemandBook, own: StreamBook, byDay: Float64Array): Float64Array {
  const days = grid.dayStarts.length - 1;
  const out = new Float64Array(days);
  for (let day = 0; day < days; day++) {
    for (let t = grid.dayStarts[day]!; t < grid.dayStarts[day + 1]!; t++) {
      const amount = byDay[own.dayOf[t]!]!;
      if (amount === 0) continue;
      const whole = own.dayShape[own.dayOf[t]!]!;
      if (whole > 0) out[day]! += (amount * own.shape[t]!) / whole;
    }
  }
  return out;
}
