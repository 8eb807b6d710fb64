/**
 * How the rows of a history lie in time.
 *
 * `wall` is local wall-clock time without a zone: the unit is the minute since 1970-01-01 00:00 as written in the file.
 * `steps` is a plain running number for series whose dates are not known.
 */
export type Clock =
  | { readonly kind: 'wall'; readonly grainMinutes: number }
  | { readonly kind: 'steps'; readonly periods: readonly number[] };

/** One series of counts on a regular grid; a slot without a value is NaN, which is "missing", never zero. */
export interface History {
  readonly series: string;
  readonly clock: Clock;
  /** First slot: minutes since 1970-01-01 00:00 local, or the first running number. */
  readonly start: number;
  /** One value a slot; NaN where the file has none. */
  readonly values: Float64Array;
  /** Contacts handled by slot, where the file holds them beside those offered; NaN where it has none. */
  readonly handled?: Float64Array | undefined;
  /** Mean handle time in seconds by slot, where the file holds one. */
  readonly handleTimeSeconds?: Float64Array | undefined;
}

/** Minutes of an interval that a history may have. */
export const GRAINS_MINUTES = [5, 10, 15, 20, 30, 60, 120, 180, 240, 360, 480, 720, 1440, 10_080] as const;

/** Minutes between two slots of a wall clock; 1 for running steps. */
export function stepOf(clock: Clock): number {
  return clock.kind === 'wall' ? clock.grainMinutes : 1;
}
