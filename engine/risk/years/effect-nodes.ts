import type { Hazard } from '../../plan';

/** Standard normal numbers whose lengths are run. */
const LENGTHS = [-1.2, 0, 1, 2] as const;
/** The same for one site of a hazard, whose part is small. */
const SITE_LENGTHS = [0, 1.5] as const;
/** Pressures run, in standard deviations of its logarithm. */
const EVENT_PRESSURES = [-1.5, 0, 1.5] as const;
const YEAR_PRESSURES = [-3, -1.5, -0.75, 0, 0.75, 1.5, 3] as const;
/** Days of a part of the year that one start stands for; longer events stand for as long as they last. */
const PART_DAYS = 28;
const SITE_PART_DAYS = 91;
const NINETIETH = 1.2815515655446004;

/** Lengths, in days, at which a hazard's effect is run. */
export function lengthNodes(
  { medianDays, ninetiethPercentileDays }: Hazard,
  intervalDays: number,
  isSite: boolean,
): number[] {
  const scale = Math.max(0, Math.log(ninetiethPercentileDays / Math.max(1e-9, medianDays))) / NINETIETH;
  const lengths = (isSite ? SITE_LENGTHS : LENGTHS).map((z) =>
    Math.max(intervalDays, medianDays * Math.exp(scale * z)),
  );
  return [...new Set(lengths)];
}

/** Parts of the year in each of which an event of this length is run once: their first days, and the end. */
export function seasonParts(yearDays: number, length: number, isSite: boolean): number[] {
  const part = Math.max(length, isSite ? SITE_PART_DAYS : PART_DAYS);
  const parts = Math.max(1, Math.ceil(yearDays / part));
  return Array.from({ length: parts + 1 }, (_, at) => Math.round((at * yearDays) / parts));
}

/** Pressures at which events, and undisturbed years, are run; 1 alone where nothing is uncertain. */
export function pressureNodes(demandError: number, peopleError: number): { events: number[]; years: number[] } {
  const spread = Math.hypot(demandError, peopleError);
  if (spread === 0) return { events: [1], years: [1] };
  const at = (z: number) => Math.exp(z * spread);
  return { events: EVENT_PRESSURES.map(at), years: YEAR_PRESSURES.map(at) };
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
