import { formatWallTime, parseDateTime } from '../calendar';
import { type History as CountHistory, toGrain } from '../demand';
import type { History as KeptHistory } from '../plan';
import { InputFault, issue } from '../units';

const DAY = 1440;

/** A history on the grid that a plan keeps, as columns that cross from a worker in one piece; NaN where there is no value. */
export interface HistoryGrid {
  /** A wall time such as `2026-03-02T07:00`. */
  readonly start: string;
  readonly intervalMinutes: number;
  readonly values: Float64Array;
  readonly handled?: Float64Array | undefined;
  readonly handleTimeSeconds?: Float64Array | undefined;
}

/** What a history is called in a plan, and where it came from. */
export interface KeepAs {
  readonly id: string;
  readonly name: string;
  readonly source: string;
  /** The zone of its wall time, where that is known. */
  readonly zone: string | null;
}

/**
 * A history on a plan's grid: finer data is added up to the plan's interval, coarser data stays as it is.
 *
 * Running numbers have no place in a plan, whose weeks have dates; forecast those with the command line.
 * Units: contacts an interval. Cost: linear.
 */
export function historyGrid(history: CountHistory, intervalMinutes: number): HistoryGrid {
  if (history.clock.kind === 'steps') {
    throw new InputFault([
      issue(
        'history.steps',
        history.series,
        'running numbers in place of times',
        'dates or times, so that the plan knows when',
      ),
    ]);
  }
  const own = history.clock.grainMinutes;
  const grain = own < intervalMinutes && intervalMinutes % own === 0 ? intervalMinutes : own;
  const { start, values, handled, handleTimeSeconds } = toGrain(history, grain);
  return {
    start: formatWallTime(start, 0),
    intervalMinutes: grain,
    values,
    ...(handled ? { handled } : {}),
    ...(handleTimeSeconds ? { handleTimeSeconds } : {}),
  };
}

/** A history as a plan keeps it: null where there is no value. */
export function keptHistory(grid: HistoryGrid, as: KeepAs): KeptHistory {
  const { start, intervalMinutes, values, handled, handleTimeSeconds } = grid;
  return {
    id: as.id,
    name: as.name,
    start,
    intervalMinutes,
    zone: as.zone,
    values: withNulls(values),
    ...(handled ? { handled: withNulls(handled) } : {}),
    ...(handleTimeSeconds ? { handleTimeSeconds: withNulls(handleTimeSeconds) } : {}),
    source: as.source,
  };
}

/** A plan's history as the forecast wants it. */
export function countHistory(kept: KeptHistory): CountHistory {
  const parts = parseDateTime(kept.start);
  if (parts === null) {
    throw new InputFault([
      issue('history.start', `${kept.name}, start`, kept.start, 'a wall time such as 2026-03-02T07:00'),
    ]);
  }
  return {
    series: kept.name,
    clock: { kind: 'wall', grainMinutes: kept.intervalMinutes },
    start: parts.dayIndex * DAY + parts.minuteOfDay,
    values: withNaN(kept.values),
    ...(kept.handled ? { handled: withNaN(kept.handled) } : {}),
    ...(kept.handleTimeSeconds ? { handleTimeSeconds: withNaN(kept.handleTimeSeconds) } : {}),
  };
}

function withNulls(values: Float64Array): (number | null)[] {
  return Array.from(values, (value) => (Number.isNaN(value) ? null : value));
}

function withNaN(values: readonly (number | null)[]): Float64Array {
  return Float64Array.from(values, (value) => value ?? Number.NaN);
}
