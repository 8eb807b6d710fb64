import type { Plan } from '../../plan';
import { COST, type EffectTable, FIGURES } from '../../risk';
import { checkpoint, type RunControl } from '../../units';
import { partOf } from '../prepared-plan';
import { type ReadyRisk, readyRisk } from './ready-risk';
import type { RiskOptions } from './risk-options';

/** Years below this number keep the counts of their weeks when they are run. */
const WEEKLY_YEARS = 500;

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
  /** Years with the counts of their weeks, and a row of `WEEK_COUNTS` for each of their weeks. */
  readonly weekYears: Float64Array;
  readonly weeks: Float64Array;
  /** The same counts of the plan's own weeks. */
  readonly plannedWeeks: Float64Array;
  /** By hazard and team: the team's share of the agent-hours of a year that the hazard can take. */
  readonly reach: Float64Array;
}

/**
 * Runs a range of sampled years; ranges of one study, joined, are the study.
 *
 * Errors: `InputFault` for a range or errors out of bounds. Cost: the disturbed days of each year; see `YearRunner`.
 */
export function sampleRisk(plan: Plan, options: RiskOptions, control?: RunControl): RiskSample {
  return yearsOf(readyRisk(plan, options, partOf(control, 0, 0.02)), undefined, partOf(control, 0.02, 1));
}

/** The years of a study one by one, run or read from a table. */
export function yearsOf(ready: ReadyRisk, table: EffectTable | undefined, control: RunControl | undefined): RiskSample {
  const { runner, ownCost, contacts, options } = ready;
  const { seed, numbers, apartYears, demandError, peopleError } = options;
  const { plan } = runner.ground.network;
  const count = numbers.length;
  const totals = new Float64Array(count * FIGURES);
  const ordinary = new Float64Array(count * FIGURES);
  const [demand, people] = [new Float64Array(count), new Float64Array(count)];
  const events = {
    year: [] as number[],
    hazard: [] as number[],
    start: [] as number[],
    days: [] as number[],
    added: [] as number[],
  };
  const apart: number[] = [];
  const apartNumbers: number[] = [];
  const weekYears: number[] = [];
  const weeks: Float64Array[] = [];
  numbers.forEach((year, at) => {
    if (!table || at % 256 === 0) checkpoint(control, at / count, `year ${at + 1} of ${count}`);
    const sampled = runner.year(year, { table, weeks: year < WEEKLY_YEARS, fair: options.fairShares });
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
    if (sampled.weeks) {
      weekYears.push(year);
      weeks.push(sampled.weeks);
    }
    if (year >= apartYears) return;
    const alone = runner.year(year, { apart: true, table });
    const sums = alone.ordinary.slice();
    sums[COST] = sums[COST]! + ownCost;
    addUp(alone.added, sums, 0);
    apart.push(...sums);
    apartNumbers.push(year);
  });
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
    years: column(numbers),
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
    weekYears: column(weekYears),
    weeks: chained(weeks),
    plannedWeeks: runner.plannedWeeks(),
    reach: chained(plan.hazards.map((_, hazard) => runner.factors.teamShares(hazard, runner.yearWeeks * 7))),
  };
}

function addUp(added: Float64Array, into: Float64Array, row: number): void {
  for (let at = 0; at < added.length; at++) into[row + (at % FIGURES)]! += added[at]!;
}

function chained(rows: readonly Float64Array[]): Float64Array {
  const whole = new Float64Array(rows.reduce((sum, row) => sum + row.length, 0));
  let at = 0;
  for (const row of rows) {
    whole.set(row, at);
    at += row.length;
  }
  return whole;
}
