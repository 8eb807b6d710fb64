import type { HazardEvent } from '../../disruption';
import { monotoneCurve } from '../../stats';
import { placeOf, valueAt } from './effect-nodes';
import { FIGURES, WEEKS_BELOW } from './risk-figures';
import { nodesOf, type TableEntry, weeksTouched } from './table-jobs';
import type { YearCosts, YearRunner } from './year-runner';

/** What was run of a hazard under one pressure. */
interface Runs {
  readonly pressure: number;
  /** Logarithms of the lengths, and by length the middle days of the events that were run, and their rows of figures. */
  readonly logs: readonly number[];
  readonly middles: readonly (readonly number[])[];
  readonly figures: readonly Float64Array[];
}

/**
 * What events and undisturbed years cost, read from a table of runs instead of being run.
 *
 * An event costs its own agent-hours taken × what such an hour costs: on straight lines between the lengths (by logarithm) and the times of
 * the year (by the event's middle) that were run, on a monotone curve over pressure, straight on beyond its ends. Beyond the longest
 * length the cost of an hour stays. Undisturbed years are those of the levels around them, as when they are run. Events add up, also
 * where they are felt together. `YearRunner` runs them together, hour by hour: what reading costs in accuracy is measured against it.
 */
export class EffectTable implements YearCosts {
  readonly #runner: YearRunner;
  readonly #levels = new Map<number, Float64Array>();
  /** By hazard and site, in rising order of pressure. */
  readonly #runs = new Map<string, Runs[]>();

  constructor(runner: YearRunner, entries: readonly TableEntry[]) {
    this.#runner = runner;
    for (const { hazard, site, pressure, isFarOut, figures } of entries) {
      if (hazard === null) {
        this.#levels.set(pressure, figures[0]!);
        continue;
      }
      const { lengths, parts } = nodesOf(runner, { hazard, site, isFarOut });
      const middles = lengths.map((days, at) =>
        parts[at]!.slice(1).map((end, part) => (parts[at]![part]! + end) / 2 + days / 2),
      );
      const key = keyOf(hazard, site);
      const runs = this.#runs.get(key) ?? [];
      runs.push({ pressure, logs: lengths.map(Math.log), middles, figures });
      this.#runs.set(
        key,
        runs.sort((a, b) => a.pressure - b.pressure),
      );
    }
  }

  level(pressure: number): Float64Array {
    const found = this.#levels.get(pressure);
    if (!found) throw new Error(`The table lacks the level ${pressure}.`);
    return found;
  }

  event(event: HazardEvent, pressure: number): Float64Array {
    const runs = this.#runs.get(keyOf(event.hazard, event.site));
    if (!runs) throw new Error(`The table lacks hazard ${event.hazard} at ${event.site}.`);
    const pressures = runs.map((one) => one.pressure);
    const rows = runs.map((one) => rowOf(one, event));
    const { factors, ground } = this.#runner;
    const hours = factors.hoursTaken(event, factors.reach(event));
    const weeks = hours > 0 ? weeksTouched(event, ground.network.grid.weeks) : 0;
    return Float64Array.from({ length: FIGURES }, (_, figure) => {
      const curve = monotoneCurve(pressures.map((x, at) => ({ x, y: rows[at]![figure]! })));
      return valueAt(curve, pressures, pressure) * (figure === WEEKS_BELOW ? weeks : hours);
    });
  }
}

function rowOf({ logs, middles, figures }: Runs, { start, days }: HazardEvent): Float64Array {
  const length = placeOf(logs, Math.log(Math.max(1e-9, days)));
  const ofLength = (node: number) => {
    const season = placeOf(middles[node]!, start + days / 2);
    const at = (of: number) => figures[node]!.subarray(of * FIGURES, (of + 1) * FIGURES);
    return mixed(at(season.below), season.part > 0 ? at(season.below + 1) : at(season.below), season.part);
  };
  const one = ofLength(length.below);
  return mixed(one, length.part > 0 ? ofLength(length.below + 1) : one, length.part);
}

const keyOf = (hazard: number, site: number | null) => `${hazard} ${site}`;

const mixed = (one: Float64Array, other: Float64Array, part: number): Float64Array =>
  one.map((value, at) => value + part * (other[at]! - value));
