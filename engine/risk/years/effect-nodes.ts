import type { Hazard } from '../../plan';

/** Standard normal numbers whose lengths are run; fewer for hazards that are over within two days nine times of ten, or last months. */
const LENGTHS = [-1.2, 0.2, 1.3, 2.3] as const;
const FEWER_LENGTHS = [-1.1, 0.6, 2.3] as const;
export const SHORT_DAYS = 2;
const LONG_DAYS = 100;
/** The same for one site of a hazard, whose part is small. */
const SITE_LENGTHS = [0, 1.5] as const;
/** Pressures at which events are run, in standard deviations of its logarithm; those further out in fewer parts of the year. */
const EVENT_PRESSURES = [-1.9, 0.2, 2.2] as const;
const FAR_OUT = 1.5;
/** Days of a part of the year that one start stands for; longer events stand for as long as they last, up to half a year. */
const PART_DAYS = 52;
const SITE_PART_DAYS = 122;
const LONGEST_PART_DAYS = 182;
const NINETIETH = 1.2815515655446004;

/** Lengths, in days, at which a hazard's effect is run: none longer than the horizon. */
function lengthNodes(
  { medianDays, ninetiethPercentileDays }: Hazard,
  intervalDays: number,
  horizonDays: number,
  isSite: boolean,
): number[] {
  const scale = Math.max(0, Math.log(ninetiethPercentileDays / Math.max(1e-9, medianDays))) / NINETIETH;
  const few = ninetiethPercentileDays < SHORT_DAYS || ninetiethPercentileDays > LONG_DAYS;
  const nodes = isSite ? SITE_LENGTHS : few ? FEWER_LENGTHS : LENGTHS;
  const lengths = nodes.map((z) => Math.min(horizonDays, Math.max(intervalDays, medianDays * Math.exp(scale * z))));
  return [...new Set(lengths)];
}

/** What is run for a hazard, or for one of its sites alone, under one pressure: its lengths, and the parts of the year for each. */
export interface RunNodes {
  readonly lengths: readonly number[];
  /** By length: first days of the parts, and the end; each part is run once. */
  readonly parts: readonly (readonly number[])[];
}

interface Span {
  readonly intervalDays: number;
  readonly yearDays: number;
  readonly horizonDays: number;
}

export function runNodes(hazard: Hazard, span: Span, isSite: boolean, isFarOut: boolean): RunNodes {
  const lengths = lengthNodes(hazard, span.intervalDays, span.horizonDays, isSite);
  const least = isSite ? SITE_PART_DAYS : isFarOut ? 2 * PART_DAYS : PART_DAYS;
  const parts = lengths.map((length) => {
    const count = Math.max(1, Math.ceil(span.yearDays / Math.max(Math.min(length, LONGEST_PART_DAYS), least)));
    return Array.from({ length: count + 1 }, (_, at) => Math.round((at * span.yearDays) / count));
  });
  return { lengths, parts };
}

/** Pressures at which events are run, and which of them are far out; 1 alone where nothing is uncertain. */
export function eventPressures(
  demandError: number,
  peopleError: number,
): readonly { readonly pressure: number; readonly isFarOut: boolean }[] {
  const spread = Math.hypot(demandError, peopleError);
  if (spread === 0) return [{ pressure: 1, isFarOut: false }];
  return EVENT_PRESSURES.map((z) => ({ pressure: Math.exp(z * spread), isFarOut: Math.abs(z) > FAR_OUT }));
}

/** Place between sorted nodes: the one below, and the part of the way to the next; the ends hold beyond them. */
export function placeOf(nodes: readonly number[], value: number): { readonly below: number; readonly part: number } {
  const last = nodes.length - 1;
  if (last <= 0 || value <= nodes[0]!) return { below: 0, part: 0 };
  if (value >= nodes[last]!) return { below: last - 1, part: 1 };
  let below = 0;
  while (nodes[below + 1]! <= value) below++;
  return { below, part: (value - nodes[below]!) / (nodes[below + 1]! - nodes[below]!) };
}

/**
 * A value between nodes: on a monotone curve through them, and beyond the ends straight on as between the last two, though never
 * past zero.
 */
export function valueAt(curve: (x: number) => number, nodes: readonly number[], x: number): number {
  const last = nodes.length - 1;
  if (last === 0 || (x >= nodes[0]! && x <= nodes[last]!)) return curve(x);
  const [end, next] = x < nodes[0]! ? [nodes[0]!, nodes[1]!] : [nodes[last]!, nodes[last - 1]!];
  const value = curve(end) + ((curve(next) - curve(end)) / (next - end)) * (x - end);
  return value * curve(end) > 0 ? value : 0;
}
