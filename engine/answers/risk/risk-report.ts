import { type Plan, planHash } from '../../plan';
import { RISK_FIGURES, tailIndex, tailRisk } from '../../risk';
import { provenance } from '../provenance';
import { accuracyOf } from './risk-accuracy';
import { attribution } from './risk-causes';
import { columnOf, compared, distribution, TAIL_LEVEL } from './risk-distribution';
import { fanOf } from './risk-fan';
import type { RiskAnswer } from './risk-results';
import type { RiskSample } from './risk-sample';
import { worstStories } from './worst-stories';

/** Tails of fewer years than these have intervals that hold less often than they say: in 83 to 90 % of studies of 40 years. */
const SURE_TAIL_YEARS = 5;
/** Below this index of their tail, intervals of the worst years' mean hold less often than they say. */
const HEAVY_INDEX = 3;
const YEAR_WEEKS = 52;

const METHOD =
  'sampled years: hazards as Poisson processes that strike their whole scope at once, lengths lognormal; demand and people off by lognormal factors; weeks in which anything is felt are run by flow, at the nearest of levels of demand over people 2.5 % apart; undisturbed weeks are the level’s own; what overlapping hazards cost is divided by Shapley’s value; tail by Rockafellar and Uryasev, its error by Trindade et al. with Hall’s correction for skewness';

const READ_METHOD =
  'sampled years: hazards as Poisson processes that strike their whole scope at once, lengths lognormal; demand and people off by lognormal factors; what events cost is read from a table of flow runs of each hazard alone, by length, part of the year and pressure, and added up; the first years and the worst are run in full; tail by Rockafellar and Uryasev, its error by Trindade et al. with Hall’s correction for skewness';

/**
 * What sampled years say about a plan: distributions, tails with their errors, causes that add up, the worst years told.
 *
 * Use on the joined parts of a study; any number of years gives an answer. Where years were read from a table, `parts` holds them as read
 * and those of them that were run in full: the answer then says how far the two are apart. Cost: sorting the years, once a figure
 * and cause.
 */
export function riskReport(
  plan: Plan,
  sample: RiskSample,
  parts?: { readonly read: RiskSample; readonly first: RiskSample | null; readonly worst: RiskSample | null },
): RiskAnswer {
  const { first = null, worst = null } = parts ?? {};
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
    comparisons: compared(parts?.read ?? sample),
    yearsRun: parts ? (first?.years.length ?? 0) + (worst?.years.length ?? 0) : years,
    accuracy: parts && first ? accuracyOf(parts.read, first) : null,
    worstAccuracy: parts && worst ? accuracyOf(parts.read, worst) : null,
    fan: fanOf(plan, parts ? (first ?? sample) : sample),
    score: {
      value: kept(lost!.conditional.value),
      lo95: kept(lost!.conditional.hi95),
      hi95: Math.min(100, kept(lost!.conditional.lo95)),
    },
    scoreMeaning:
      'Of every 100 contacts of a year, those that are not lost, in the mean of the worst twentieth of years.',
    stories: worstStories(plan, sample, lost!.weights),
    provenance: provenance(parts ? READ_METHOD : METHOD, {
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
