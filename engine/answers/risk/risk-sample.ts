import type { Plan } from '../../plan';
import { COST, type EffectTable, FIGURES } from '../../risk';
import { checkpoint, type RunControl } from '../../units';
import { partOf } from '../prepared-plan';
import { type ReadyRisk, readyRisk } from './ready-risk';
import type { RiskOptions } from './risk-options';

/** Sampled years of a plan, as columns: what `riskReport` is made from, and what parts of a study are joined as. */
export interface RiskSample {
  readonly seed: number;
  readonly demandError: number;
  readonly peopleError: number;
  /** Figures are read from a table of runs (`readRisk`), not run. */
  readonly isRead: boolean;
  /** Figures of the year as planned, and first attempts in it. */
  readonly planned: Float64Array;
  readonly contacts: number;
  /** Numbers of the years that are there, in order. */
  readonly years: Float64Array;
  readonly demand: Float64Array;
  readonly people: Float64Array;
  /** A row of `RISK_FIGURES` a year: the whole, and without hazards. */
  readonly totals: Float64Array;
  readonly ordinary: Float64Array;
  /** Events of all years: year, hazard, start and length in days; and a row of figures each. */
  readonly events: {
    readonly year: Float64Array;
    readonly hazard: Float64Array;
    readonly start: Float64Array;
    readonly days: Float64Array;
    readonly added: Float64Array;
  };
  /** Years of the independent case, and their figures. */
  readonly apartYears: Float64Array;
  readonly apart: Float64Array;
}

/**
 * Runs a range of sampled years; ranges of one study, joined, are the study.
 *
 * Errors: `InputFault` for a range or errors out of bounds. Cost: the disturbed days of each year; see `YearRunner`.
 */
export function sampleRisk(plan: Plan, options: RiskOptions, control?: RunControl): RiskSample {
  return yearsOf(readyRisk(plan, options, partOf(control, 0, 0.02)), undefined, partOf(control, 0.02, 1));
}

/** The years of a range one by one, run or read from a table. */
export function yearsOf(ready: ReadyRisk, table: EffectTable | undefined, control: RunControl | undefined): RiskSample {
  const { runner, ownCost, contacts, options } = ready;
  const { seed, firstYear, years, apartYears, demandError, peopleError } = options;
  const totals = new Float64Array(years * FIGURES);
  const ordinary = new Float64Array(years * FIGURES);
  const [demand, people] = [new Float64Array(years), new Float64Array(years)];
  const events = {
    year: [] as number[],
    hazard: [] as number[],
    start: [] as number[],
    days: [] as number[],
    added: [] as number[],
  };
  const apart: number[] = [];
  const apartNumbers: number[] = [];
  for (let at = 0; at < years; at++) {
    if (!table || at % 256 === 0) checkpoint(control, at / years, `year ${at + 1} of ${years}`);
    const year = firstYear + at;
    const sampled = runner.year(year, false, table);
    demand[at] = sampled.demand;
    people[at] = sampled.people;
    const row = at * FIGURES;
    ordinary.set(sampled.ordinary, row);
    ordinary[row + COST] = ordinary[row + COST]! + ownCost;
    totals.set(ordinary.subarray(row, row + FIGURES), row);
    addUp(sampled.added, totals, row);
    sampled.events.forEach((event, index) => {
      events.year.push(year);
      events.hazard.push(event.hazard);
      events.start.push(event.start);
      events.days.push(event.days);
      for (let figure = 0; figure < FIGURES; figure++) events.added.push(sampled.added[index * FIGURES + figure]!);
    });
    if (year >= apartYears) continue;
    const alone = runner.year(year, true, table);
    const sums = alone.ordinary.slice();
    sums[COST] = sums[COST]! + ownCost;
    addUp(alone.added, sums, 0);
    apart.push(...sums);
    apartNumbers.push(year);
  }
  checkpoint(control, 1, 'done');
  const planned = runner.planned().slice();
  planned[COST] = planned[COST]! + ownCost;
  const column = (values: readonly number[]) => Float64Array.from(values);
  return {
    seed,
    demandError,
    peopleError,
    isRead: table !== undefined,
    planned,
    contacts,
    years: Float64Array.from({ length: years }, (_, at) => firstYear + at),
    demand,
    people,
    totals,
    ordinary,
    events: {
      year: column(events.year),
      hazard: column(events.hazard),
      start: column(events.start),
      days: column(events.days),
      added: column(events.added),
    },
    apartYears: column(apartNumbers),
    apart: column(apart),
  };
}

function addUp(added: Float64Array, into: Float64Array, row: number): void {
  for (let at = 0; at < added.length; at++) into[row + (at % FIGURES)]! += added[at]!;
}
