import { contentHash, type Plan } from '../../plan';
import { COST, FIGURES, YearRunner } from '../../risk';
import { checkpoint, InputFault, issue, type RunControl } from '../../units';
import { partOf, preparePlan } from '../prepared-plan';
import { Recent } from '../recent';
import { checkedRisk, type RiskOptions } from './risk-options';

/** Sampled years of a plan, as columns: what `riskReport` is made from, and what parts of a study are joined as. */
export interface RiskSample {
  readonly seed: number;
  readonly demandError: number;
  readonly peopleError: number;
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

/** What parts of one study share: the plan under each level of pressure. */
const runners = new Recent<YearRunner>(2);

/**
 * Runs a range of sampled years; ranges of one study, joined, are the study.
 *
 * Errors: `InputFault` for a range or errors out of bounds. Cost: the disturbed weeks of each year; see `YearRunner`.
 */
export function sampleRisk(plan: Plan, options: RiskOptions, control?: RunControl): RiskSample {
  const { seed, firstYear, years, apartYears, demandError, peopleError } = checkedRisk(options);
  const ready = preparePlan(plan, partOf(control, 0, 0.02));
  const settings = { seed, demandError, peopleError };
  const runner = runners.of(
    `${ready.groundKey} ${contentHash([plan.hazards, settings])}`,
    () => new YearRunner(ready.network, ready.undisturbed, settings),
  );
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
  const ownCost =
    ready.base.weekly.cost.slice(0, runner.yearWeeks).reduce((sum, cost) => sum + cost, 0) - runner.planned()[COST]!;
  for (let at = 0; at < years; at++) {
    checkpoint(control, 0.02 + (0.98 * at) / years, `year ${at + 1} of ${years}`);
    const year = firstYear + at;
    const sampled = runner.year(year);
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
    const alone = runner.year(year, true);
    const sums = alone.ordinary.slice();
    sums[COST] = sums[COST]! + ownCost;
    addUp(alone.added, sums, 0);
    apart.push(...sums);
    apartNumbers.push(year);
  }
  checkpoint(control, 1, 'done');
  const planned = runner.planned().slice();
  planned[COST] = planned[COST]! + ownCost;
  const contacts = ready.base.weekly.offered.slice(0, runner.yearWeeks).reduce((sum, count) => sum + count, 0);
  const column = (values: readonly number[]) => Float64Array.from(values);
  return {
    seed,
    demandError,
    peopleError,
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

/** Two parts of one study as one, whatever order they come in. Errors: `InputFault` for parts of different studies. */
export function joinRisk(one: RiskSample, other: RiskSample): RiskSample {
  for (const fact of ['seed', 'demandError', 'peopleError'] as const) {
    if (one[fact] !== other[fact])
      throw new InputFault([issue('risk.parts', fact, other[fact], `that of the other part, ${one[fact]}`)]);
  }
  const [first, second] = (one.years[0] ?? 0) <= (other.years[0] ?? 0) ? [one, other] : [other, one];
  const join = (a: Float64Array, b: Float64Array) => {
    const whole = new Float64Array(a.length + b.length);
    whole.set(a);
    whole.set(b, a.length);
    return whole;
  };
  return {
    seed: one.seed,
    demandError: one.demandError,
    peopleError: one.peopleError,
    planned: one.planned,
    contacts: one.contacts,
    years: join(first.years, second.years),
    demand: join(first.demand, second.demand),
    people: join(first.people, second.people),
    totals: join(first.totals, second.totals),
    ordinary: join(first.ordinary, second.ordinary),
    events: {
      year: join(first.events.year, second.events.year),
      hazard: join(first.events.hazard, second.events.hazard),
      start: join(first.events.start, second.events.start),
      days: join(first.events.days, second.events.days),
      added: join(first.events.added, second.events.added),
    },
    apartYears: join(first.apartYears, second.apartYears),
    apart: join(first.apart, second.apart),
  };
}
