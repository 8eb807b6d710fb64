import { formatWallTime, parseDateTime } from '../calendar';
import { type History as CountHistory, toGrain } from '../demand';
import type { History as KeptHistory } from '../plan';
import { InputFault, issue } from '../units';

const DAY = 1440;

/** What a history is called in a plan, and where it came from. */
export interface KeepAs {
  readonly id: string;
  readonly name: string;
  readonly source: string;
  /** Finer data is added up to this; coarser data stays as it is. */
  readonly intervalMinutes: number;
}

/**
 * A history as a plan keeps it: a start and values, null where there is none.
 *
 * Running numbers have no place in a plan, whose weeks have dates; forecast those with the command line.
 * Units: contacts an interval. Cost: linear.
 */
export function keptHistory(history: CountHistory, as: KeepAs): KeptHistory {
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
  const grain = own < as.intervalMinutes && as.intervalMinutes % own === 0 ? as.intervalMinutes : own;
  const { start, values } = toGrain(history, grain);
  return {
    id: as.id,
    name: as.name,
    start: formatWallTime(start, 0),
    intervalMinutes: grain,
    zone: null,
    values: Array.from(values, (value) => (Number.isNaN(value) ? null : value)),
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
    values: Float64Array.from(kept.values, (value) => value ?? Number.NaN),
  };
}
