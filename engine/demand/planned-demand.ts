import type { Grid } from '../calendar';
import type { Plan } from '../plan';
import { type DemandBook, type DemandLedger, modelOf, openBook, type StreamBook, sumByDay } from './book';
import { applyEvents } from './events';
import { applyMeasures } from './measures';
import { applyOverrides } from './overrides';
import { type StreamArrivals, streamArrivals } from './stream-arrivals';

/** A stream's contacts as planned: its model with events, measures and overrides on top. */
export interface PlannedArrivals extends StreamArrivals {
  /** Time that a contact takes in each interval against the stream's mean; null where nothing changes it. */
  readonly handleFactor: Float64Array | null;
}

/** A plan's demand with the way it came about. */
export interface PlannedDemand {
  readonly arrivals: readonly PlannedArrivals[];
  /** Demand by reason before overrides. */
  readonly book: DemandBook;
  readonly ledger: DemandLedger;
}

/**
 * What agents will get: every stream's contacts by interval, after all that moves them away from its model.
 *
 * Use wherever contacts are staffed or simulated. A stream that nothing reaches keeps its model's figures to the last
 * digit, and switching an event, measure or override off gives exactly what there was without it.
 *
 * Order: model, events, measures by kind, overrides; see `DEMAND_STAGES`. Units: contacts an interval, never below 0.
 * Cost: that of the models, where nothing is planned on top; otherwise a few passes over days for each item.
 */
export function plannedArrivals(plan: Plan, grid: Grid): readonly PlannedArrivals[] {
  const sources = DEMAND_PARTS.map((part) => plan[part]);
  const known = kept.get(plan.streams);
  if (known?.sources.every((source, at) => source === sources[at])) return known.arrivals;
  const arrivals = arrivalsOf(plan, grid);
  kept.set(plan.streams, { sources, arrivals });
  return arrivals;
}

/** What demand is made of beside the streams; plans that share all of it, such as those of other teams, share their demand. */
const DEMAND_PARTS = [
  'calendar',
  'markets',
  'reasons',
  'events',
  'measures',
  'overrides',
  'histories',
  'launches',
] as const;
const kept = new WeakMap<
  Plan['streams'],
  { readonly sources: readonly unknown[]; readonly arrivals: readonly PlannedArrivals[] }
>();

function arrivalsOf(plan: Plan, grid: Grid): readonly PlannedArrivals[] {
  const active = [...(plan.events ?? []), ...(plan.measures ?? []), ...(plan.overrides ?? [])].some(({ on }) => on);
  if (active) return planDemand(plan, grid).arrivals;
  const markets = new Map(plan.markets.map((market) => [market.id, market]));
  return plan.streams.map((stream) => ({
    ...streamArrivals(stream, markets.get(stream.market)!, grid),
    handleFactor: null,
  }));
}

/** The same with every step written down; use to explain, and `plannedArrivals` to compute. */
export function planDemand(plan: Plan, grid: Grid): PlannedDemand {
  const book = openBook(plan, grid);
  const events = plan.events ?? [];
  const ledger = [applyEvents(book, events), applyMeasures(book, plan.measures ?? [], events)];
  const streams = book.streams.map((own) => {
    const { contacts, factor } = toIntervals(own, book.days);
    return { own, contacts, handleFactor: factor };
  });
  ledger.push(applyOverrides(book, streams, plan.overrides ?? []));
  return {
    arrivals: streams.map(({ own, contacts, handleFactor }) => ({ contacts, open: own.model.open, handleFactor })),
    book,
    ledger: { items: ledger.flatMap(({ items }) => items) },
  };
}

/** Contacts of an interval counted by the time they take: what load is made of. */
export function weightedContacts({ contacts, handleFactor }: PlannedArrivals): Float64Array {
  return handleFactor ? contacts.map((value, t) => value * handleFactor[t]!) : contacts;
}

/** A stream's book by interval; days that nothing has changed keep the model's figures to the last digit. */
function toIntervals(own: StreamBook, days: number) {
  const model = sumByDay(own.model.contacts, own.dayOf, days);
  const contacts = own.model.contacts.slice();
  const times = new Float64Array(days).fill(1);
  const total = new Float64Array(days).fill(Number.NaN);
  let stretched = false;
  for (let day = 0; day < days; day++) {
    const untouched = own.lines.every((line) => {
      const start = modelOf(line, model[day]!);
      return line.contacts[day] === start.contacts && line.work[day] === start.work;
    });
    if (untouched) continue;
    let sum = 0;
    let work = 0;
    for (const line of own.lines) {
      sum += line.contacts[day]!;
      work += line.work[day]!;
    }
    total[day] = sum;
    if (sum > 0 && Math.abs(work / sum - 1) > 1e-12) {
      times[day] = work / sum;
      stretched = true;
    }
  }
  for (let t = 0; t < contacts.length; t++) {
    const day = own.dayOf[t]!;
    const sum = total[day]!;
    if (Number.isNaN(sum)) continue;
    const whole = own.dayShape[day]!;
    contacts[t] = whole > 0 ? (sum * own.shape[t]!) / whole : 0;
  }
  return { contacts, factor: stretched ? Float64Array.from(own.dayOf, (day) => times[day]!) : null };
}
