import type { Grid } from '../calendar';
import type { Team } from '../plan';
import { projectHeads } from '../workforce';

/** What presses on a team's headcount, by day of the horizon. */
export interface Pressure {
  /** Leavers against normal. */
  readonly leavers: Float64Array;
  /** Share of planned hires that don't start. */
  readonly held: Float64Array;
  /** Days in which a vacancy is filled again, on average; infinite while no effect says. */
  refillDays: number;
}

/** How long a vacancy stays open unless an effect says otherwise. */
export const USUAL_REFILL_DAYS = 90;

export function noPressure(days: number): Pressure {
  return {
    leavers: new Float64Array(days).fill(1),
    held: new Float64Array(days),
    refillDays: Number.POSITIVE_INFINITY,
  };
}

/**
 * Share of the planned heads that are employed, day by day, when more leave or fewer are hired.
 *
 * With x the share, a the team's leavers and h its planned hires a day over heads, f the factor on leavers and z the share
 * of hires held back: x' = h (1 - z - x) - a (f - 1) x + (1 - x) (1 - z) ÷ refill days. Nothing is refilled beyond plan.
 *
 * Use for effects of attrition and hiring freezes; losses of capacity are shares of those who are there.
 * Units: shares, days. Cost: one step a day.
 */
export function staffedShares(team: Team, grid: Grid, pressure: Pressure): Float64Array {
  const { heads, hires } = projectHeads(team, grid);
  const days = grid.weeks * 7;
  const shares = new Float64Array(days);
  const leaving = team.attritionPerYear / 365.25;
  const refillDays = Number.isFinite(pressure.refillDays) ? pressure.refillDays : USUAL_REFILL_DAYS;
  let share = 1;
  for (let day = 0; day < days; day++) {
    const week = Math.floor(day / 7);
    const joining = heads[week]! > 0 ? hires[week]! / 7 / heads[week]! : 0;
    share = nextShare(share, {
      joining,
      leaving,
      leavers: pressure.leavers[day]!,
      held: pressure.held[day]!,
      refillDays,
    });
    shares[day] = share;
  }
  return shares;
}

/** One day of `staffedShares`. */
export function nextShare(
  share: number,
  day: {
    readonly joining: number;
    readonly leaving: number;
    readonly leavers: number;
    readonly held: number;
    readonly refillDays: number;
  },
): number {
  const { joining, leaving, leavers, held, refillDays } = day;
  const more = leaving * (leavers - 1) * share;
  const refill = (Math.max(0, 1 - share) * (1 - held)) / refillDays;
  return Math.max(0, share + joining * (1 - held - share) - more + refill);
}
