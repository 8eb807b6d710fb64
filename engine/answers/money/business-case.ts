import { dayNumber } from '../../calendar';
import { pilotEffect } from '../../demand';
import {
  type Band,
  bandOf,
  internalRate,
  isRange,
  likelyOf,
  paybackPeriods,
  presentValue,
  ratePerPart,
  type Settle,
  settleDraw,
  settleLikely,
} from '../../experience';
import type { BusinessCase, Estimate, Measure, Plan } from '../../plan';
import { namedStream, normal } from '../../random';
import { checkpoint, InputFault, issue, type RunControl } from '../../units';
import { partOf } from '../prepared-plan';
import { type Provenance, provenance } from '../provenance';
import type { Explanation } from '../results';
import { explainCase } from './case-explanations';
import { loadedCosts } from './loaded-costs';
import { measureEffect } from './measure-effect';
import { moneyGround } from './money-ground';
import { moneyWords } from './money-words';
import { streamCosts } from './stream-costs';
import { contributionOf } from './stream-value';
import { valueFacts } from './value-facts';

export interface CaseOptions {
  /** Id of the case. */
  readonly id: string;
  readonly seed?: number | undefined;
  /** Draws of the uncertain figures; 4,000 when not given. */
  readonly draws?: number | undefined;
}

/** How much of the outcome hangs on one figure: the net present value with it at its least and its most. */
export interface CaseSwing {
  readonly name: string;
  readonly low: number;
  readonly high: number;
  readonly atLow: number;
  readonly atHigh: number;
}

/** What a change is worth: flows by month, net present value with its spread, and when it has paid for itself. */
export interface CaseAnswer {
  readonly id: string;
  readonly name: string;
  readonly currency: string;
  readonly measure: string;
  readonly years: number;
  /** At the likeliest figures: the investment at month 0, then what each month brings, less what it costs. */
  readonly flows: Float64Array;
  readonly benefits: Float64Array;
  /** Flows discounted and added up. */
  readonly cumulative: Float64Array;
  readonly netPresentValue: Band;
  readonly ninetyOf: { readonly low: number; readonly median: number; readonly high: number };
  /** Share of draws that lose money, and its 95 % interval from the number of draws. */
  readonly lossProbability: { readonly share: number; readonly low: number; readonly high: number };
  /** Months until it has paid for itself, plain and discounted; null where it doesn't within the years. */
  readonly paybackMonths: number | null;
  readonly discountedPaybackMonths: number | null;
  readonly returnPerYear: number | null;
  /** Share of the promised effect at which the case is worth nothing; null where it brings nothing at all. */
  readonly breakEvenEffect: number | null;
  /** Equal steps from the least to the most draw, and draws in each. */
  readonly histogram: { readonly from: number; readonly step: number; readonly counts: readonly number[] };
  readonly swings: readonly CaseSwing[];
  readonly draws: number;
  readonly explanation: Explanation;
  readonly sentence: string;
  readonly provenance: Provenance;
}

const DRAWS = 4000;
const BINS = 30;
const MONTHS = 12;
const WEEKS_IN_MONTH = 365.25 / 12 / 7;
const METHOD =
  'demand with the measure off against on, by week, the last year repeated beyond the plan; hours saved at what the plan pays for an hour of handling; monthly flows discounted; every range drawn as a triangular number by the seed';

/**
 * The business case of a measure: what it costs against what it keeps from agents, with the chance that it loses money.
 *
 * Benefit of a month = handling hours saved × loaded cost of an hour × share realized × effect, less contribution lost with
 * contacts that nobody has any more. A pilot's effect is drawn from the interval of its own measurement.
 *
 * Source: Brealey, Myers & Allen, Principles of Corporate Finance, ch. 2, 5 and 10; Hertz, Risk Analysis in Capital
 * Investment (1964). Errors: `InputFault` for a case or a measure that the plan doesn't have. Cost: demand twice, a run of
 * the flow model (kept), and some thousand short sums.
 */
export function businessCase(plan: Plan, options: CaseOptions, control?: RunControl): CaseAnswer {
  const { found, measure } = lookUp(plan, options.id);
  const seed = options.seed ?? 1;
  const count = options.draws ?? DRAWS;
  if (!(Number.isInteger(count) && count >= 100 && count <= 100_000))
    throw new InputFault([issue('money.draws', 'draws', count, 'a whole number from 100 to 100,000')]);
  const model = caseModel(plan, found, measure, partOf(control, 0, 0.6));
  const likely = model(settleLikely, pilotLikely);
  const outcomes = new Float64Array(count);
  for (let draw = 0; draw < count; draw++) {
    if (draw % 200 === 0) checkpoint(control, 0.6 + (0.4 * draw) / count, 'the case under uncertain figures');
    outcomes[draw] = model(settleDraw(seed, draw), pilotDraw(seed, draw)).worth;
  }
  checkpoint(control, 1, found.name);
  const losing = outcomes.reduce((sum, worth) => sum + (worth < 0 ? 1 : 0), 0) / count;
  const band = bandOf(likely.worth, [...outcomes]);
  const sorted = outcomes.slice().sort();
  const monthly = ratePerPart(likely.rate, MONTHS);
  const returned = internalRate(likely.flows);
  const cumulative = new Float64Array(likely.flows.length);
  likely.flows.forEach((flow, month) => {
    cumulative[month] = (cumulative[month - 1] ?? 0) + flow / (1 + monthly) ** month;
  });
  const answer = {
    id: found.id,
    name: found.name,
    currency: plan.currency,
    measure: measure.name,
    years: found.years,
    flows: likely.flows,
    benefits: likely.benefits,
    cumulative,
    netPresentValue: band,
    ninetyOf: { low: band.low, median: sorted[Math.floor(count / 2)]!, high: band.high },
    lossProbability: wilson(losing, count),
    paybackMonths: paybackPeriods(likely.flows, 0),
    discountedPaybackMonths: paybackPeriods(likely.flows, monthly),
    returnPerYear: returned === null ? null : (1 + returned) ** MONTHS - 1,
    breakEvenEffect: likely.benefitWorth > 0 ? (likely.benefitWorth - likely.worth) / likely.benefitWorth : null,
    histogram: histogramOf(sorted),
    swings: swings(found, measure, model),
    draws: count,
  };
  return {
    ...answer,
    explanation: explainCase(plan, found, answer),
    sentence: sentenceOf(answer),
    provenance: provenance(METHOD, { seed, warnings: warningsOf(plan, found, measure) }),
  };
}

function lookUp(plan: Plan, id: string): { found: BusinessCase; measure: Measure } {
  const cases = plan.money?.cases ?? [];
  const found = cases.find((one) => one.id === id);
  if (!found) {
    const known = cases.map((one) => one.id).join(', ') || 'none';
    throw new InputFault([issue('money.unknown-case', 'case', id, `a business case of this plan: ${known}`)]);
  }
  const measure = plan.measures?.find((one) => one.id === found.measure);
  if (!measure)
    throw new InputFault([issue('money.unknown-measure', 'measure', found.measure, 'a measure of this plan')]);
  return { found, measure };
}

/** What a pilot's true effect is against the measured one, in contacts and in hours. */
type PilotLuck = (measure: Measure) => { readonly contacts: number; readonly hours: number };

const pilotLikely: PilotLuck = () => ({ contacts: 1, hours: 1 });

/** Draws the true ratio of contacts around the measured one, with the standard error of its logarithm. */
function pilotDraw(seed: number, draw: number): PilotLuck {
  return (measure) => {
    if (measure.kind !== 'pilot') return { contacts: 1, hours: 1 };
    const { ratio } = pilotEffect(measure.measured);
    const { pilotContacts, controlContacts } = measure.measured;
    const error = Math.sqrt(1 / pilotContacts + 1 / controlContacts);
    const luck = namedStream({ seed, replication: draw, entity: measure.id, purpose: 'pilot' });
    return againstMeasured(measure, ratio * Math.exp(error * normal(luck)));
  };
}

/** Effect at another ratio, against the effect at the measured one: contacts by 1 - ratio, hours by 1 - ratio × time each. */
function againstMeasured(measure: Extract<Measure, { kind: 'pilot' }>, ratio: number) {
  const measured = pilotEffect(measure.measured).ratio;
  const each = measure.handleTimeFactor ?? 1;
  const part = (here: number, there: number) => (Math.abs(there) > 1e-9 ? here / there : 1);
  return { contacts: part(1 - ratio, 1 - measured), hours: part(1 - ratio * each, 1 - measured * each) };
}

interface Outcome {
  readonly flows: Float64Array;
  readonly benefits: Float64Array;
  readonly benefitWorth: number;
  readonly worth: number;
  readonly rate: number;
}

type CaseModel = (settle: Settle, luck: PilotLuck) => Outcome;

/** The case as a function of its uncertain figures: everything that doesn't hang on them is worked out once. */
function caseModel(plan: Plan, found: BusinessCase, measure: Measure, control: RunControl | undefined): CaseModel {
  const ground = moneyGround(plan, null, control);
  const { streams } = streamCosts(ground, loadedCosts(ground));
  const effect = measureEffect(plan, measure.id);
  const facts = new Map(valueFacts(ground).map((entry) => [entry.stream.id, entry]));
  const months = found.years * MONTHS;
  const start = (dayNumber(found.startDate) - ground.network.grid.startDay) / 7;
  const saved = new Float64Array(effect.weeks);
  const handling = new Map(ground.run.streams.map(({ id, total }) => [id, total.handlingHours]));
  for (const [id, hours] of effect.hours) {
    const handled = handling.get(id) ?? 0;
    const perHour = handled > 0 ? (streams.get(id)?.cost ?? 0) / handled : 0;
    for (let week = 0; week < effect.weeks; week++) saved[week]! += hours[week]! * perHour;
  }
  const savedByMonth = monthly(saved, start, months);
  const contactsByMonth = monthly(effect.contacts, start, months);
  const averted = effect.reasons.reduce((sum, row) => sum + row.contacts, 0);
  const contributionEach = (settle: Settle): number => {
    if (Math.abs(averted) < 1e-9) return 0;
    let sum = 0;
    for (const row of effect.reasons) {
      const entry = facts.get(row.stream);
      const part = entry?.parts.find(({ reason }) => (reason?.id ?? null) === row.reason);
      if (entry && part) sum += row.contacts * contributionOf(entry, part, settle);
    }
    return sum / averted;
  };
  return (settle, luck) => {
    const true_ = luck(measure);
    const factor = settle(found.effectFactor ?? 1, `case ${found.id} effect`);
    const realized = settle(found.realizedShare, `case ${found.id} realized`);
    const kept = settle(found.contributionKept ?? 1, `case ${found.id} contribution kept`);
    const lostEach = kept < 1 ? (1 - kept) * contributionEach(settle) : 0;
    const running = settle(found.runningPerYear, `case ${found.id} running`) / MONTHS;
    const investment = settle(found.investment, `case ${found.id} investment`);
    const rate = settle(found.discountRatePerYear, `case ${found.id} discount`);
    const benefits = new Float64Array(months + 1);
    const flows = new Float64Array(months + 1);
    flows[0] = -investment;
    for (let month = 0; month < months; month++) {
      const hours = savedByMonth[month]! * realized * true_.hours;
      const lost = contactsByMonth[month]! * lostEach * true_.contacts;
      benefits[month + 1] = factor * (hours - lost);
      flows[month + 1] = benefits[month + 1]! - running;
    }
    const perMonth = ratePerPart(rate, MONTHS);
    return {
      flows,
      benefits,
      benefitWorth: presentValue(benefits, perMonth),
      worth: presentValue(flows, perMonth),
      rate,
    };
  };
}

/**
 * Weekly amounts by month of a case: a month has 4.35 weeks, and weeks beyond the horizon repeat those of its last year;
 * a plan of less than a year repeats its last quarter.
 */
export function monthly(weekly: Float64Array, startWeek: number, months: number): Float64Array {
  const year = weekly.length >= 52 ? 52 : Math.min(13, weekly.length);
  const at = (week: number): number => {
    if (week < 0) return 0;
    if (week < weekly.length) return weekly[week]!;
    return weekly[weekly.length - year + ((week - weekly.length) % year)]!;
  };
  return Float64Array.from({ length: months }, (_, month) => {
    let sum = 0;
    let from = startWeek + month * WEEKS_IN_MONTH;
    const to = from + WEEKS_IN_MONTH;
    while (to - from > 1e-9) {
      const next = Math.min(to, Math.floor(from + 1e-9) + 1);
      sum += at(Math.floor(from + 1e-9)) * (next - from);
      from = next;
    }
    return sum;
  });
}

/** Wilson's interval of a share seen in so many draws. */
function wilson(share: number, draws: number): { share: number; low: number; high: number } {
  const z = 1.959963984540054;
  const middle = (share + (z * z) / (2 * draws)) / (1 + (z * z) / draws);
  const reach = (z / (1 + (z * z) / draws)) * Math.sqrt((share * (1 - share)) / draws + (z * z) / (4 * draws * draws));
  return { share, low: Math.max(0, middle - reach), high: Math.min(1, middle + reach) };
}

function histogramOf(sorted: Float64Array): CaseAnswer['histogram'] {
  const from = sorted[0]!;
  const most = sorted.at(-1)!;
  const step = (most - from) / BINS;
  if (!(step > 0)) return { from, step: 0, counts: [sorted.length] };
  const counts = Array.from({ length: BINS }, () => 0);
  for (const worth of sorted) counts[Math.min(BINS - 1, Math.floor((worth - from) / step))]! += 1;
  return { from, step, counts };
}

/** Each uncertain figure at its ends, the others at their likeliest; the widest first. */
function swings(found: BusinessCase, measure: Measure, model: CaseModel): CaseSwing[] {
  const named: readonly (readonly [string, string, Estimate])[] = [
    ['Investment', 'investment', found.investment],
    ['Running cost a year', 'running', found.runningPerYear],
    ['Hours saved that are realized', 'realized', found.realizedShare],
    ['Effect that lasts', 'effect', found.effectFactor ?? 1],
    ['Contribution kept', 'contribution kept', found.contributionKept ?? 1],
    ['Discount rate a year', 'discount', found.discountRatePerYear],
  ];
  const rows = named.flatMap(([name, key, estimate]): CaseSwing[] => {
    if (typeof estimate === 'number' || !isRange(estimate)) return [];
    const at = (value: number) =>
      model((other, who) => (who === `case ${found.id} ${key}` ? value : likelyOf(other)), pilotLikely).worth;
    const [low, , high] = estimate;
    return [{ name, low, high, atLow: at(low), atHigh: at(high) }];
  });
  if (measure.kind === 'pilot') {
    const { low, high } = pilotEffect(measure.measured);
    const at = (ratio: number) => model(settleLikely, () => againstMeasured(measure, ratio)).worth;
    rows.push({ name: 'Contacts with the change, against without', low, high, atLow: at(low), atHigh: at(high) });
  }
  const width = (row: CaseSwing) => Math.abs(row.atHigh - row.atLow);
  return rows.sort((a, b) => width(b) - width(a));
}

function warningsOf(plan: Plan, found: BusinessCase, measure: Measure): string[] {
  const end = dayNumber(plan.calendar.startDate) + plan.calendar.weeks * 7;
  const beyond = dayNumber(found.startDate) + found.years * 365.25 > end;
  return [
    ...(beyond ? ['Months beyond the plan repeat its last year (or quarter, in a shorter plan).'] : []),
    ...(measure.on ? [] : [`${measure.name} is off in the plan; the case asks what it would bring.`]),
  ];
}

function sentenceOf(
  answer: Pick<CaseAnswer, 'name' | 'years' | 'netPresentValue' | 'lossProbability' | 'paybackMonths' | 'currency'>,
) {
  const { name, years, netPresentValue: worth, lossProbability, paybackMonths, currency } = answer;
  const payback =
    paybackMonths === null
      ? 'it does not pay for itself within them'
      : `it has paid for itself after ${paybackMonths.toFixed(0)} months`;
  return `${name}: worth ${moneyWords(worth.likely, currency)} today over ${years} years (${moneyWords(worth.low, currency)} to ${moneyWords(worth.high, currency)} in nine cases of ten), and ${payback}; it loses money in ${(lossProbability.share * 100).toFixed(lossProbability.share > 0 && lossProbability.share < 0.1 ? 1 : 0)} of 100 draws.`;
}
