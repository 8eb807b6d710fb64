import { FIGURES } from '../../risk';
import { InputFault, issue } from '../../units';
import type { RiskSample } from './risk-sample';

/** Two parts of one study as one, in the order of their years, whatever order they come in. Errors: `InputFault` for parts of different studies. */
export function joinRisk(one: RiskSample, other: RiskSample): RiskSample {
  for (const fact of ['seed', 'demandError', 'peopleError', 'isRead'] as const) {
    if (one[fact] !== other[fact])
      throw new InputFault([issue('risk.parts', fact, other[fact], `that of the other part, ${one[fact]}`)]);
  }
  const years = join(one.years, other.years);
  const order = sorted(years);
  const ofYears = (a: Float64Array, b: Float64Array, width: number) => gather(join(a, b), order, width);
  const eventYears = join(one.events.year, other.events.year);
  const eventOrder = sorted(eventYears);
  const ofEvents = (field: keyof RiskSample['events'], width: number) =>
    gather(join(one.events[field], other.events[field]), eventOrder, width);
  const apartYears = join(one.apartYears, other.apartYears);
  const apartOrder = sorted(apartYears);
  const weekYears = join(one.weekYears, other.weekYears);
  const weekOrder = sorted(weekYears);
  const weekWidth = weekYears.length > 0 ? (one.weeks.length + other.weeks.length) / weekYears.length : 1;
  return {
    ...one,
    years: gather(years, order, 1),
    demand: ofYears(one.demand, other.demand, 1),
    people: ofYears(one.people, other.people, 1),
    totals: ofYears(one.totals, other.totals, FIGURES),
    ordinary: ofYears(one.ordinary, other.ordinary, FIGURES),
    events: {
      year: ofEvents('year', 1),
      hazard: ofEvents('hazard', 1),
      start: ofEvents('start', 1),
      days: ofEvents('days', 1),
      added: ofEvents('added', FIGURES),
    },
    apartYears: gather(apartYears, apartOrder, 1),
    apart: gather(join(one.apart, other.apart), apartOrder, FIGURES),
    weekYears: gather(weekYears, weekOrder, 1),
    weeks: gather(join(one.weeks, other.weeks), weekOrder, weekWidth),
  };
}

function join(a: Float64Array, b: Float64Array): Float64Array {
  const whole = new Float64Array(a.length + b.length);
  whole.set(a);
  whole.set(b, a.length);
  return whole;
}

/** A sample with some of its years in place of those of another: run in full, say, instead of read. */
export function replaceYears(sample: RiskSample, by: RiskSample): RiskSample {
  const { years, demand, people, apartYears, apart, weekYears, weeks } = sample;
  const replaced = new Set(by.years);
  const kept = Array.from(years.keys()).filter((at) => !replaced.has(years[at]!));
  const events = Array.from(sample.events.year.keys()).filter((at) => !replaced.has(sample.events.year[at]!));
  const rest: RiskSample = {
    ...sample,
    years: gather(years, kept, 1),
    demand: gather(demand, kept, 1),
    people: gather(people, kept, 1),
    totals: gather(sample.totals, kept, FIGURES),
    ordinary: gather(sample.ordinary, kept, FIGURES),
    events: {
      year: gather(sample.events.year, events, 1),
      hazard: gather(sample.events.hazard, events, 1),
      start: gather(sample.events.start, events, 1),
      days: gather(sample.events.days, events, 1),
      added: gather(sample.events.added, events, FIGURES),
    },
  };
  const none = new Float64Array(0);
  const joined = joinRisk(rest, {
    ...by,
    isRead: sample.isRead,
    apartYears: none,
    apart: none,
    weekYears: none,
    weeks: none,
  });
  return { ...joined, apartYears, apart, weekYears, weeks };
}

/** Places in rising order of their values, equals as they stand. */
function sorted(values: Float64Array): number[] {
  return Array.from(values.keys()).sort((a, b) => values[a]! - values[b]! || a - b);
}

/** Rows of some width in another order. */
function gather(rows: Float64Array, order: readonly number[], width: number): Float64Array {
  const moved = new Float64Array(order.length * width);
  order.forEach((from, to) => {
    for (let at = 0; at < width; at++) moved[to * width + at] = rows[from * width + at]!;
  });
  return moved;
}
