import { dateOfDay, type Grid } from '../calendar';
import type { Launch, Team } from '../plan';
import { launchTraining } from './launch-training';
import { productiveShare } from './shrinkage';

/** The most that a kind of shrinkage can take of a week. */
const MOST = 0.9;

/** What a team loses of its paid time, week by week, and what is left for contacts. */
export interface WeeklyShrinkage {
  readonly inOffice: Float64Array;
  readonly outOfOffice: Float64Array;
  /** (1 - in office) × (1 - out of office) × adherence. */
  readonly productive: Float64Array;
}

/**
 * Shrinkage of a team in every week of the plan.
 *
 * A week's figure is, in this order: the one planned for the week; the sum of the components' (each planned for the week,
 * or its usual share × the month's factor, the month being that of the week's fourth day); the team's usual one. The two
 * kinds compound, and what is left is divided by those who don't follow the roster. Training for launches takes its part of paid
 * hours at work, on top.
 *
 * Source: Cleveland, Call Center Management on Fast Forward (rostered staff factor). Units: shares. Valid: at most 0.9 of a
 * kind in a week; more is brought to it. Cost: weeks × components.
 */
export function weeklyShrinkage(
  team: Team,
  grid: Pick<Grid, 'weeks' | 'startDay'>,
  launches: readonly Launch[] = [],
): WeeklyShrinkage {
  const usual = ofKind(team, grid, 'in-office', team.shrinkage.inOffice, team.byWeek?.inOffice);
  const outOfOffice = ofKind(team, grid, 'out-of-office', team.shrinkage.outOfOffice, team.byWeek?.outOfOffice);
  const isTrained = launches.some((launch) => launch.teams.includes(team.id));
  const training = isTrained ? launchTraining(team, launches, grid) : null;
  const inOffice = training
    ? usual.map((share, week) => Math.min(MOST, share + training[week]! / (1 - outOfOffice[week]!)))
    : usual;
  const adherence = team.adherence ?? 1;
  const productive = inOffice.map(
    (share, week) => productiveShare({ inOffice: share, outOfOffice: outOfOffice[week]! }) * adherence,
  );
  return { inOffice, outOfOffice, productive };
}

function ofKind(
  team: Team,
  grid: Pick<Grid, 'weeks' | 'startDay'>,
  kind: 'in-office' | 'out-of-office',
  usual: number,
  planned: readonly (number | null)[] | undefined,
): Float64Array {
  const parts = team.shrinkageComponents?.filter((part) => part.kind === kind) ?? [];
  const varies = parts.some((part) => part.byMonth || part.byWeek);
  return Float64Array.from({ length: grid.weeks }, (_, week) => {
    const set = planned?.[week];
    if (set !== null && set !== undefined) return set;
    if (!varies) return usual;
    const month = Number(dateOfDay(grid.startDay + week * 7 + 3).slice(5, 7)) - 1;
    const sum = parts.reduce(
      (total, part) => total + (part.byWeek?.[week] ?? part.share * (part.byMonth?.[month] ?? 1)),
      0,
    );
    return Math.min(MOST, sum);
  });
}
