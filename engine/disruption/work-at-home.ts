import type { Grid } from '../calendar';
import type { Effect, Site } from '../plan';
import { effectLevel } from './effect-level';
import type { Window } from './effect-window';
import { type Draft, factorsOf } from './modifiers';

type WorkAtHome = Extract<Effect, { kind: 'work-at-home' }>;

/** ln 81: a logistic curve takes this many of its scales from a tenth to nine tenths. */
const TENTH_TO_NINE_TENTHS = Math.log(81);
const DAYS_PER_MONTH = 30;

/** A grade of work at home in figures. */
export interface Conversion {
  readonly eligibleShare: number;
  readonly daysToHalf: number;
  readonly rampDays: number;
  readonly productivity: number;
  readonly driftPerMonth: number;
}

/** The figures that hold for a site under an effect: the effect's own where it has some, else the site's. Null without either; output as on site where nobody says. */
export function conversionOf(
  effect: Omit<WorkAtHome, 'scope' | 'curve'>,
  site: Pick<Site, 'workAtHome'> | null,
): Conversion | null {
  const own = site?.workAtHome;
  const curve = own?.[effect.conversion];
  const eligibleShare = effect.eligibleShare ?? own?.eligibleShare;
  const daysToHalf = effect.daysToHalf ?? curve?.daysToHalf;
  const rampDays = effect.rampDays ?? curve?.rampDays;
  const productivity = effect.productivity ?? curve?.productivity ?? 1;
  if (eligibleShare === undefined || daysToHalf === undefined || rampDays === undefined) return null;
  return { eligibleShare, daysToHalf, rampDays, productivity, driftPerMonth: effect.productivityDriftPerMonth ?? 0 };
}

/**
 * Share of all people who are able to work from home some days after the conversion began.
 *
 * Eligible share × 1 ÷ (1 + exp(-(day - days to half) ÷ scale)), the scale such that the ramp lies between a tenth and
 * nine tenths.
 *
 * Units: days, shares. Cost: constant.
 *
 * @example shareAtHome({ eligibleShare: 0.6, daysToHalf: 7, rampDays: 10, productivity: 0.8, driftPerMonth: 0 }, 7) // 0.3
 */
export function shareAtHome(conversion: Conversion, day: number): number {
  const scale = Math.max(1e-6, conversion.rampDays / TENTH_TO_NINE_TENTHS);
  return conversion.eligibleShare / (1 + Math.exp(-(day - conversion.daysToHalf) / scale));
}

/** Output of an hour at home against one on site, some days after the conversion began; it drifts by so much a month. */
export function outputAtHome({ productivity, driftPerMonth }: Conversion, day: number): number {
  return Math.max(0, productivity * (1 + (driftPerMonth * Math.max(0, day)) / DAYS_PER_MONTH));
}

/** Moves a team's people home. Where several conversions overlap, the furthest counts, with its own output. */
export function convertHome(
  draft: Draft,
  at: number,
  conversion: Conversion,
  effect: WorkAtHome,
  window: Window,
  grid: Grid,
): void {
  const moved = factorsOf(draft.home, at, grid, 0);
  const output = factorsOf(draft.homeOutput, at, grid, conversion.productivity);
  for (let t = window.from; t < window.to; t++) {
    const day = (t - window.start) / window.perDay;
    if (effectLevel(effect.curve, day) <= 0) continue;
    const since = day - effect.curve.delayDays;
    const share = shareAtHome(conversion, since);
    if (share <= moved[t]!) continue;
    moved[t] = share;
    output[t] = outputAtHome(conversion, since);
  }
}
