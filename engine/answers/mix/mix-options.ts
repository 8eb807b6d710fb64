import type { Plan } from '../../plan';
import { InputFault, type Issue, issue, rangeIssues } from '../../units';

type Limits = Plan['policies']['limits'];

export interface OptimizeOptions {
  /** Mixes on the frontier. */
  readonly points?: number | undefined;
  readonly seed?: number | undefined;
  /** Sampled years whose hazards the program knows. */
  readonly years?: number | undefined;
  /** Years of fresh luck, the worst twentieth of which every mix is run under by flow; 0 runs the undisturbed plan alone. */
  readonly recheckYears?: number | undefined;
  /** Most that a team may grow to, as a multiple of today. */
  readonly most?: number | undefined;
  /** What changing an hour costs once, as a share of what an hour costs. */
  readonly changeCostShare?: number | undefined;
  /** Limits in place of the plan's, for a what-if. */
  readonly limits?: Limits | undefined;
}

export const MIX_DEFAULTS = {
  points: 10,
  seed: 1,
  years: 300,
  recheckYears: 100,
  most: 2,
  changeCostShare: 0.05,
} as const;

export type MixSettings = { readonly [Name in keyof typeof MIX_DEFAULTS]: number } & { readonly limits?: Limits };

/** Options with defaults filled in. Errors: `InputFault` for what is out of bounds. */
export function mixSettings(options: OptimizeOptions): MixSettings {
  const given = Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
  const settings = { ...MIX_DEFAULTS, ...given } as MixSettings;
  const issues: Issue[] = [];
  const check = (name: keyof typeof MIX_DEFAULTS, least: number, most: number, whole: boolean) => {
    issues.push(...rangeIssues('mix.option', name, settings[name], { least, most, whole }));
  };
  check('points', 2, 50, true);
  check('seed', Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER - 1, true);
  check('years', 20, 5000, true);
  check('recheckYears', 0, 1000, true);
  check('most', 1, 10, false);
  check('changeCostShare', 0, 10, false);
  settings.limits?.forEach((limit, at) => {
    for (const end of ['maxShare', 'minShare'] as const) {
      const value = limit[end];
      if (value !== undefined && !(value >= 0 && value <= 1))
        issues.push(issue('mix.option', `limits[${at}].${end}`, value, 'a share from 0 to 1'));
    }
  });
  if (issues.length > 0) throw new InputFault(issues);
  return settings;
}
