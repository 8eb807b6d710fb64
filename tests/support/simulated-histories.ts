import { dayNumber } from '../../engine/calendar';
import type { Clock, History } from '../../engine/demand';
import { gamma, namedStream, normal, poisson, type RandomStream } from '../../engine/random';

/** A kind of history whose truth is known, and what of it is forecast. */
export interface Family {
  readonly name: string;
  /** One series, past and future; NaN where closed. */
  readonly draw: (stream: RandomStream) => {
    readonly clock: Clock;
    readonly values: Float64Array;
    readonly past: number;
  };
}

export interface SimulatedSeries {
  readonly history: History;
  readonly future: Float64Array;
}

const MONDAY = dayNumber('2025-01-06') * 1440;
const WEEK = [1.25, 1.1, 1.02, 1, 1.05, 0.85, 0.73];
const WORKWEEK = [1.3, 1.1, 1.05, 1, 1.1, 0.5, 0.3];

/** The k-th series of a family under a seed. */
export function simulated(family: Family, k: number, seed: number): SimulatedSeries {
  const stream = namedStream({ seed, replication: k, entity: family.name, purpose: 'simulated history' });
  const { clock, values, past } = family.draw(stream);
  return {
    history: { series: 'calls', clock, start: clock.kind === 'wall' ? MONDAY : 1, values: values.slice(0, past) },
    future: values.slice(past),
  };
}

const wall = (grainMinutes: number): Clock => ({ kind: 'wall', grainMinutes });
const between = (stream: RandomStream, from: number, to: number): number => from + (to - from) * stream.uniform();
const whole = (stream: RandomStream, from: number, to: number): number => Math.floor(between(stream, from, to + 1));
/** Evenly on the logarithm. */
const sized = (stream: RandomStream, from: number, to: number): number =>
  Math.exp(between(stream, Math.log(from), Math.log(to)));

/** Contacts of one interval: Poisson round a rate that a gamma factor of this coefficient of variation moves. */
function counts(stream: RandomStream, rate: number, cv: number): number {
  if (rate <= 0) return 0;
  return poisson(stream, cv > 0 ? gamma(stream, 1 / (cv * cv), rate) : rate);
}

/** Logarithms of a level: a walk that is drawn back (`stay` below 1) or not. */
function wandering(stream: RandomStream, length: number, step: number, stay: number): Float64Array {
  const out = new Float64Array(length);
  let at = stay < 1 ? (step / Math.sqrt(1 - stay * stay)) * normal(stream) : 0;
  for (let i = 0; i < length; i++) {
    out[i] = at;
    at = stay * at + step * normal(stream);
  }
  return out;
}

/** Shape of a day: two humps by day, near nothing (or a floor) at night. */
function dayShape(perDay: number, floor: number): Float64Array {
  const shape = Float64Array.from({ length: perDay }, (_, s) => {
    const hour = ((s + 0.5) * 24) / perDay;
    return floor + Math.exp(-(((hour - 11) / 2.6) ** 2)) + 0.8 * Math.exp(-(((hour - 16.5) / 3) ** 2));
  });
  const mean = shape.reduce((a, b) => a + b, 0) / perDay;
  return shape.map((v) => v / mean);
}

interface Intraday {
  readonly perDay: number;
  readonly days: number;
  readonly ahead: number;
  /** Mean contacts an interval. */
  readonly rate: number;
  readonly floor: number;
  /** Coefficients of variation of a day and of an interval. */
  readonly dayCv: number;
  readonly slotCv: number;
  readonly drift?: { readonly step: number; readonly stay: number };
  readonly hours?: readonly [number, number];
}

function intraday(stream: RandomStream, of: Intraday) {
  const { perDay, days, ahead, rate, floor, dayCv, slotCv, drift, hours } = of;
  const all = days + ahead;
  const shape = dayShape(perDay, floor);
  const level = drift ? wandering(stream, all, drift.step, drift.stay) : new Float64Array(all);
  const values = new Float64Array(all * perDay);
  for (let d = 0; d < all; d++) {
    const luck = dayCv > 0 ? gamma(stream, 1 / (dayCv * dayCv), 1) : 1;
    for (let s = 0; s < perDay; s++) {
      const hour = (s * 24) / perDay;
      const closed = hours && (hour < hours[0] || hour >= hours[1] || d % 7 > 4);
      const mean = rate * WEEK[d % 7]! * shape[s]! * Math.exp(level[d]!) * luck;
      values[d * perDay + s] = closed ? Number.NaN : counts(stream, mean, slotCv);
    }
  }
  return { clock: wall(1440 / perDay), values, past: days * perDay };
}

interface Rows {
  readonly rows: number;
  readonly ahead: number;
  readonly level: number;
  readonly cv: number;
  readonly shape?: (row: number) => number;
  readonly drift?: { readonly step: number; readonly stay: number };
}

function rowsOf(stream: RandomStream, clock: Clock, of: Rows) {
  const { rows, ahead, level, cv, shape, drift } = of;
  const walk = drift ? wandering(stream, rows + ahead, drift.step, drift.stay) : null;
  const values = Float64Array.from({ length: rows + ahead }, (_, r) =>
    counts(stream, level * (shape?.(r) ?? 1) * Math.exp(walk?.[r] ?? 0), cv),
  );
  return { clock, values, past: rows };
}

const byWeekday = (d: number): number => WORKWEEK[d % 7]!;

/** Histories of the kinds that break bands: short, sparse, over-dispersed, wandering, and with closed hours. */
export const FAMILIES: readonly Family[] = [
  {
    name: 'hourly, rare contacts',
    draw: (s) =>
      intraday(s, {
        perDay: 24,
        days: whole(s, 28, 70),
        ahead: 7,
        rate: sized(s, 0.03, 0.6),
        floor: 0.1,
        dayCv: 0,
        slotCv: 0,
      }),
  },
  {
    name: 'hourly, few contacts and none at night',
    draw: (s) =>
      intraday(s, {
        perDay: 24,
        days: whole(s, 28, 70),
        ahead: 7,
        rate: sized(s, 0.5, 4),
        floor: 0,
        dayCv: 0.15,
        slotCv: 0.3,
      }),
  },
  {
    name: 'hourly, over-dispersed',
    draw: (s) =>
      intraday(s, {
        perDay: 24,
        days: whole(s, 42, 84),
        ahead: 7,
        rate: sized(s, 5, 100),
        floor: 0.15,
        dayCv: 0.12,
        slotCv: 0.15,
      }),
  },
  {
    name: 'hourly, level drifts',
    draw: (s) =>
      intraday(s, {
        perDay: 24,
        days: whole(s, 42, 84),
        ahead: 14,
        rate: sized(s, 3, 60),
        floor: 0.1,
        dayCv: 0.05,
        slotCv: 0.1,
        drift: { step: 0.04, stay: 1 },
      }),
  },
  {
    name: 'half-hourly office, 2 to 4 weeks',
    draw: (s) =>
      intraday(s, {
        perDay: 48,
        days: whole(s, 14, 28),
        ahead: 7,
        rate: sized(s, 1, 40),
        floor: 0.2,
        dayCv: 0.1,
        slotCv: 0.1,
        hours: [8, 18],
      }),
  },
  {
    name: 'hourly, 2 to 4 weeks',
    draw: (s) =>
      intraday(s, {
        perDay: 24,
        days: whole(s, 14, 28),
        ahead: 7,
        rate: sized(s, 1, 50),
        floor: 0.1,
        dayCv: 0.1,
        slotCv: 0.1,
      }),
  },
  {
    name: 'hourly, 2 to 4 weeks, level wanders',
    draw: (s) =>
      intraday(s, {
        perDay: 24,
        days: whole(s, 14, 28),
        ahead: 7,
        rate: sized(s, 1, 50),
        floor: 0.1,
        dayCv: 0.05,
        slotCv: 0.1,
        drift: { step: 0.08, stay: 0.9 },
      }),
  },
  {
    name: 'hourly, 5 to 9 weeks',
    draw: (s) =>
      intraday(s, {
        perDay: 24,
        days: whole(s, 35, 63),
        ahead: 7,
        rate: sized(s, 1, 50),
        floor: 0.1,
        dayCv: 0.1,
        slotCv: 0.1,
      }),
  },
  {
    name: 'hourly, 2 to 6 days',
    draw: (s) =>
      intraday(s, {
        perDay: 24,
        days: whole(s, 2, 6),
        ahead: 3,
        rate: sized(s, 1, 50),
        floor: 0.1,
        dayCv: 0.1,
        slotCv: 0.1,
      }),
  },
  {
    name: 'daily, 2 to 4 values',
    draw: (s) => rowsOf(s, wall(1440), { rows: whole(s, 2, 4), ahead: 7, level: sized(s, 5, 2000), cv: 0.15 }),
  },
  {
    name: 'daily, 2 to 4 weeks',
    draw: (s) =>
      rowsOf(s, wall(1440), {
        rows: whole(s, 14, 28),
        ahead: 7,
        level: sized(s, 10, 2000),
        cv: 0.12,
        shape: byWeekday,
      }),
  },
  {
    name: 'daily, 5 to 9 weeks',
    draw: (s) =>
      rowsOf(s, wall(1440), {
        rows: whole(s, 35, 63),
        ahead: 14,
        level: sized(s, 10, 2000),
        cv: 0.1,
        shape: byWeekday,
        drift: { step: 0.03, stay: 0.95 },
      }),
  },
  {
    name: 'daily, 3 months',
    draw: (s) =>
      rowsOf(s, wall(1440), {
        rows: whole(s, 80, 100),
        ahead: 14,
        level: sized(s, 10, 2000),
        cv: 0.1,
        shape: byWeekday,
        drift: { step: 0.03, stay: 0.97 },
      }),
  },
  {
    name: 'daily, contacts on some days only',
    draw: (s) => {
      const chance = between(s, 0.15, 0.5);
      const size = sized(s, 1, 8);
      const rows = whole(s, 90, 250);
      const values = Float64Array.from({ length: rows + 14 }, () =>
        s.uniform() < chance ? 1 + counts(s, size, 0.7) : 0,
      );
      return { clock: wall(1440), values, past: rows };
    },
  },
  {
    name: 'weekly, 2 to 4 values',
    draw: (s) => rowsOf(s, wall(10_080), { rows: whole(s, 2, 4), ahead: 4, level: sized(s, 20, 5000), cv: 0.12 }),
  },
  {
    name: 'weekly, 5 to 19 values',
    draw: (s) =>
      rowsOf(s, wall(10_080), {
        rows: whole(s, 5, 19),
        ahead: 4,
        level: sized(s, 20, 5000),
        cv: 0.08,
        drift: { step: 0.06, stay: 0.9 },
      }),
  },
  {
    name: 'weekly, 20 to 60 values, level walks',
    draw: (s) =>
      rowsOf(s, wall(10_080), {
        rows: whole(s, 20, 60),
        ahead: 8,
        level: sized(s, 20, 5000),
        cv: 0.06,
        drift: { step: 0.05, stay: 1 },
      }),
  },
  {
    name: 'weekly, 20 to 60 values, with a year',
    draw: (s) => {
      const depth = between(s, 0.1, 0.4);
      const turn = between(s, 0, 52);
      return rowsOf(s, wall(10_080), {
        rows: whole(s, 20, 60),
        ahead: 8,
        level: sized(s, 20, 5000),
        cv: 0.07,
        shape: (w) => 1 + depth * Math.sin((2 * Math.PI * (w + turn)) / 52.18),
      });
    },
  },
  {
    name: 'monthly, 2 to 5 years',
    draw: (s) => {
      const depth = between(s, 0.05, 0.3);
      return rowsOf(
        s,
        { kind: 'steps', periods: [12] },
        {
          rows: whole(s, 24, 60),
          ahead: 6,
          level: sized(s, 50, 20_000),
          cv: 0.05,
          shape: (m) => 1 + depth * Math.sin((2 * Math.PI * m) / 12),
          drift: { step: 0.03, stay: 1 },
        },
      );
    },
  },
  {
    name: 'running numbers, 2 to 4 values',
    draw: (s) =>
      rowsOf(s, { kind: 'steps', periods: [] }, { rows: whole(s, 2, 4), ahead: 4, level: sized(s, 5, 1000), cv: 0.15 }),
  },
];
