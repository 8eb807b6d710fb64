import { type Plan, planHash } from '../../plan';
import { attribute, FIGURES, meanWithError, quantileWithError, RISK_FIGURES, tailIndex, tailRisk } from '../../risk';
import { provenance } from '../provenance';
import { nodeOf } from './hazard-node';
import type { ApartComparison, RiskAnswer, RiskAttribution, RiskDistribution } from './risk-results';
import type { RiskSample } from './risk-sample';
import { worstStories } from './worst-stories';

/** Share of years that the tail leaves out. */
export const TAIL_LEVEL = 0.95;
/** Points of the curves that are handed out. */
const CURVE_POINTS = 201;
/** Tails of fewer years than these have intervals that hold less often than they say: in 83 to 90 % of studies of 40 years. */
const SURE_TAIL_YEARS = 5;
/** Below this index of their tail, intervals of the worst years' mean hold less often than they say. */
const HEAVY_INDEX = 3;
const YEAR_WEEKS = 52;

const METHOD =
  'sampled years: hazards as Poisson processes that strike their whole scope at once, lengths lognormal; demand and people off by lognormal factors; weeks in which anything is felt are run by flow, at the nearest of levels of demand over people 2.5 % apart; undisturbed weeks are the level’s own; tail by Rockafellar and Uryasev, its error by Trindade et al. with Hall’s correction for skewness';

const READ_METHOD =
  'sampled years: hazards as Poisson processes that strike their whole scope at once, lengths lognormal; demand and people off by lognormal factors; what events cost is read from a table of flow runs of each hazard alone, by length, part of the year and pressure, and added up; tail by Rockafellar and Uryasev, its error by Trindade et al. with Hall’s correction for skewness';

/**
 * What sampled years say about a plan: distributions, tails with their errors, causes that add up, the worst years told.
 *
 * Use on the joined parts of a study; any number of years gives an answer. `exact` holds some of the same years run in full,
 * where the sample was read from a table: the answer then says how far the two are apart. Cost: sorting the years, once a figure.
 */
export function riskReport(plan: Plan, sample: RiskSample, exact?: RiskSample): RiskAnswer {
  const years = sample.years.length;
  const weeks = Math.min(YEAR_WEEKS, plan.calendar.weeks);
  const columns = RISK_FIGURES.map((_, figure) => columnOf(sample.totals, figure));
  const tails = columns.map((column) => tailRisk(column, TAIL_LEVEL));
  const [lost] = tails;
  const kept = (value: number) => 100 * (1 - value / Math.max(1e-9, sample.contacts));
  return {
    years,
    weeks,
    startDate: plan.calendar.startDate,
    demandError: sample.demandError,
    peopleError: sample.peopleError,
    eventsPerYear: sample.events.year.length / years,
    distributions: columns.map((column, figure) => distribution(sample, column, figure, tails[figure]!.conditional)),
    attributions: columns.map((_, figure) => attribution(plan, sample, figure, tails[figure]!.weights)),
    comparisons: compared(sample),
    accuracy: exact ? accuracyOf(sample, exact) : null,
    score: {
      value: kept(lost!.conditional.value),
      lo95: kept(lost!.conditional.hi95),
      hi95: Math.min(100, kept(lost!.conditional.lo95)),
    },
    scoreMeaning:
      'Of every 100 contacts of a year, those that are not lost, in the mean of the worst twentieth of years.',
    stories: worstStories(plan, sample, lost!.weights),
    provenance: provenance(sample.isRead ? READ_METHOD : METHOD, {
      planHash: planHash(plan),
      seed: sample.seed,
      warnings: warningsOf(plan, columns[0]!),
    }),
  };
}

function warningsOf(plan: Plan, lost: Float64Array): string[] {
  const years = lost.length;
  const warnings: string[] = [];
  if (plan.hazards.length === 0) warnings.push('The plan names no hazards: years differ by demand and people alone.');
  if (plan.calendar.weeks < YEAR_WEEKS)
    warnings.push(
      `The plan is ${plan.calendar.weeks} weeks long; a sampled year is these weeks, and losses after them are not counted.`,
    );
  if (years * (1 - TAIL_LEVEL) < SURE_TAIL_YEARS)
    warnings.push(
      `The worst twentieth of ${years} years is ${Math.max(1, Math.round(years * (1 - TAIL_LEVEL)))} years: how far it may be off is itself unsure below ${Math.round(SURE_TAIL_YEARS / (1 - TAIL_LEVEL))} years.`,
    );
  const heavy = tailIndex(lost.slice().sort(), TAIL_LEVEL);
  if (heavy && heavy.value < HEAVY_INDEX)
    warnings.push(
      `The worst years are heavy-tailed (Hill’s index ${heavy.value.toFixed(1)}): the interval of their mean then holds in 91 to 94 % of studies, not in 95.`,
    );
  return warnings;
}

function columnOf(rows: Float64Array, figure: number): Float64Array {
  return Float64Array.from({ length: rows.length / FIGURES }, (_, at) => rows[at * FIGURES + figure]!);
}

function distribution(
  sample: RiskSample,
  column: Float64Array,
  figure: number,
  cvar95: RiskDistribution['cvar95'],
): RiskDistribution {
  const sorted = column.slice().sort();
  const last = sorted.length - 1;
  return {
    figure: RISK_FIGURES[figure]!,
    planned: sample.planned[figure]!,
    mean: meanWithError(column),
    p50: quantileWithError(sorted, 0.5),
    p80: quantileWithError(sorted, 0.8),
    p95: quantileWithError(sorted, TAIL_LEVEL),
    cvar95,
    quantiles: Array.from({ length: CURVE_POINTS }, (_, at) => {
      const place = (last * at) / (CURVE_POINTS - 1);
      const below = Math.floor(place);
      const above = Math.min(last, below + 1);
      return sorted[below]! + (place - below) * (sorted[above]! - sorted[below]!);
    }),
  };
}

function attribution(plan: Plan, sample: RiskSample, figure: number, weights: Float64Array): RiskAttribution {
  const years = sample.years.length;
  const placeOf = new Map(Array.from(sample.years, (year, at) => [year, at]));
  const planned = new Float64Array(years).fill(sample.planned[figure]!);
  const uncertain = columnOf(sample.ordinary, figure).map((value) => value - sample.planned[figure]!);
  const byHazard = plan.hazards.map(() => new Float64Array(years));
  const { year, hazard, added } = sample.events;
  for (let at = 0; at < year.length; at++) {
    byHazard[hazard[at]!]![placeOf.get(year[at]!)!]! += added[at * FIGURES + figure]!;
  }
  const figures = attribute([planned, uncertain, ...byHazard], weights);
  const parts: RiskAttribution['parts'] = [
    { kind: 'plan', id: 'plan', name: 'The plan itself', node: null, ...figures[0]! },
    {
      kind: 'uncertainty',
      id: 'uncertainty',
      name: 'Demand and people other than planned',
      node: null,
      ...figures[1]!,
    },
    ...plan.hazards.map(({ id, name, scope }, at) => ({
      kind: 'hazard' as const,
      id,
      name,
      node: nodeOf(plan, scope),
      ...figures[at + 2]!,
    })),
  ];
  const nodes = new Map<string, { mean: number; tail: number }>();
  for (const { node, mean, tail } of parts) {
    if (node === null) continue;
    const entry = nodes.get(node) ?? { mean: 0, tail: 0 };
    nodes.set(node, { mean: entry.mean + mean, tail: entry.tail + tail });
  }
  return {
    figure: RISK_FIGURES[figure]!,
    parts,
    nodes: [...nodes].map(([node, sums]) => ({ node, ...sums })).sort((a, b) => b.tail - a.tail),
    mean: figures.reduce((sum, part) => sum + part.mean, 0),
    tail: figures.reduce((sum, part) => sum + part.tail, 0),
  };
}

function compared(sample: RiskSample): RiskAnswer['comparisons'] {
  const { apartYears, apart, years, totals } = sample;
  if (apartYears.length === 0) return null;
  const wanted = new Set(apartYears);
  const rows = Array.from(years.keys()).filter((at) => wanted.has(years[at]!));
  const summary = (column: Float64Array) => {
    const { valueAtRisk, conditional } = tailRisk(column, TAIL_LEVEL);
    return { mean: meanWithError(column), p95: valueAtRisk, cvar95: conditional };
  };
  const figures = RISK_FIGURES.map(
    (figure, at): ApartComparison => ({
      figure,
      together: summary(Float64Array.from(rows, (row) => totals[row * FIGURES + at]!)),
      apart: summary(columnOf(apart, at)),
    }),
  );
  return { years: apartYears.length, figures };
}

/** How far figures that were read from a table are from those of the same years run in full. */
function accuracyOf(sample: RiskSample, exact: RiskSample): RiskAnswer['accuracy'] {
  const placeOf = new Map(Array.from(sample.years, (year, at) => [year, at]));
  const pairs = Array.from(exact.years).flatMap((year, row) => {
    const at = placeOf.get(year);
    return at === undefined ? [] : [{ row, at }];
  });
  if (pairs.length === 0) return null;
  return {
    years: pairs.length,
    figures: RISK_FIGURES.map((figure, of) => {
      const read = pairs.map(({ at }) => sample.totals[at * FIGURES + of]!);
      const run = pairs.map(({ row }) => exact.totals[row * FIGURES + of]!);
      const whole = run.reduce((sum, value) => sum + Math.abs(value), 0) || 1;
      const apart = read.map((value, at) => value - run[at]!);
      const ofItsYear = apart.map((value, at) => Math.abs(value) / Math.max(Math.abs(run[at]!), whole / run.length));
      return {
        figure,
        mean: apart.reduce((sum, value) => sum + value, 0) / whole,
        typical: apart.reduce((sum, value) => sum + Math.abs(value), 0) / whole,
        largest: Math.max(...ofItsYear),
      };
    }),
  };
}
