import { InputFault, type Issue, issue } from '../../units';

export interface RiskOptions {
  /** A whole number; 1 when absent. */
  readonly seed?: number | undefined;
  /** Years to sample, 200 when absent, and the number of the first. */
  readonly years?: number | undefined;
  readonly firstYear?: number | undefined;
  /** Years below this number are also run with every site struck at times of its own; a fifth of the years when absent. */
  readonly apartYears?: number | undefined;
  /** Standard deviation of a year's demand and of its people at work over what is planned. */
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
}

/** How far a year's demand and people are off when nobody says: estimates, and named as such in every answer. */
export const RISK_DEFAULTS = { seed: 1, years: 200, firstYear: 0, demandError: 0.05, peopleError: 0.03 } as const;
export const MOST_YEARS = 1_000_000;

/** Options with defaults filled in. Errors: `InputFault` for what is out of bounds. */
export function checkedRisk(options: RiskOptions): CheckedRisk {
  const { seed, firstYear, demandError, peopleError } = { ...RISK_DEFAULTS, ...defined(options) };
  const years = options.years ?? RISK_DEFAULTS.years;
  const apartYears = options.apartYears ?? Math.ceil((firstYear + years) / 5);
  const issues: Issue[] = [];
  const check = (name: string, value: number, least: number, most: number, whole: boolean) => {
    const isRight = value >= least && value <= most && (!whole || Number.isInteger(value));
    if (!isRight)
      issues.push(issue('risk.option', name, value, `${whole ? 'a whole number, ' : ''}${least} to ${most}`));
  };
  check('seed', seed, Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER, true);
  check('years', years, 1, MOST_YEARS, true);
  check('firstYear', firstYear, 0, MOST_YEARS, true);
  check('apartYears', apartYears, 0, MOST_YEARS, true);
  check('demandError', demandError, 0, 0.3, false);
  check('peopleError', peopleError, 0, 0.3, false);
  if (issues.length > 0) throw new InputFault(issues);
  return { seed, years, firstYear, apartYears, demandError, peopleError };
}

function defined(options: RiskOptions): Partial<CheckedRisk> {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
}
