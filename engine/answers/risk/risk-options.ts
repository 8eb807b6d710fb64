import type { Plan } from '../../plan';
import { InputFault, type Issue, rangeIssues } from '../../units';

export interface RiskOptions {
  /** A whole number; 1 when absent. */
  readonly seed?: number | undefined;
  /** Years to sample, 200 when absent, and the number of the first. */
  readonly years?: number | undefined;
  readonly firstYear?: number | undefined;
  /** Just these years instead of a range, by their numbers. */
  readonly only?: readonly number[] | undefined;
  /** Years below this number are also run with every site struck at times of its own; a fifth of the years when absent. */
  readonly apartYears?: number | undefined;
  /** What events that are felt together cost is divided by Shapley's value instead of by the agent-hours that each takes. */
  readonly fairShares?: boolean | undefined;
  /** Standard deviation of a year's demand and of its people at work over what is planned; the plan's own when absent. */
  readonly demandError?: number | undefined;
  readonly peopleError?: number | undefined;
}

export interface CheckedRisk {
  readonly seed: number;
  readonly years: number;
  readonly firstYear: number;
  readonly apartYears: number;
  readonly demandError: number;
  readonly peopleError: number;
  readonly fairShares: boolean;
  /** Numbers of the years, rising. */
  readonly numbers: readonly number[];
}

/** How far a year's demand and people are off when neither plan nor question say: estimates, and named as such in every answer. */
export const RISK_DEFAULTS = { seed: 1, years: 200, firstYear: 0, demandError: 0.05, peopleError: 0.03 } as const;
export const MOST_YEARS = 1_000_000;

/** Options with the plan's assumptions and defaults filled in. Errors: `InputFault` for what is out of bounds. */
export function checkedRisk(plan: Pick<Plan, 'risk'>, options: RiskOptions): CheckedRisk {
  const { seed = RISK_DEFAULTS.seed, firstYear = RISK_DEFAULTS.firstYear, only } = options;
  const { demandError, peopleError } = yearErrors(plan, options);
  const years = only?.length ?? options.years ?? RISK_DEFAULTS.years;
  const apartYears = options.apartYears ?? Math.ceil((firstYear + years) / 5);
  const issues: Issue[] = [];
  const check = (name: string, value: number, least: number, most: number, whole: boolean) => {
    issues.push(...rangeIssues('risk.option', name, value, { least, most, whole }));
  };
  check('seed', seed, Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER, true);
  check('years', years, 1, MOST_YEARS, true);
  check('firstYear', firstYear, 0, MOST_YEARS, true);
  check('apartYears', apartYears, 0, MOST_YEARS, true);
  check('demandError', demandError, 0, 0.3, false);
  check('peopleError', peopleError, 0, 0.3, false);
  for (const year of only ?? []) check('only', year, 0, MOST_YEARS, true);
  if (issues.length > 0) throw new InputFault(issues);
  const numbers = only
    ? [...new Set(only)].sort((a, b) => a - b)
    : Array.from({ length: years }, (_, at) => firstYear + at);
  const fairShares = options.fairShares ?? false;
  return { seed, years: numbers.length, firstYear, apartYears, demandError, peopleError, fairShares, numbers };
}

/** How far demand and people of a year may be off: asked for, else the plan's own, else the estimates. */
export function yearErrors({ risk }: Pick<Plan, 'risk'>, options: RiskOptions) {
  return {
    demandError: options.demandError ?? risk?.demandErrorShare ?? RISK_DEFAULTS.demandError,
    peopleError: options.peopleError ?? risk?.peopleErrorShare ?? RISK_DEFAULTS.peopleError,
  };
}
