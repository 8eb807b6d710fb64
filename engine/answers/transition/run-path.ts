import { addDays } from '../../calendar';
import { type TeamOrigin, teamOrigins } from '../../footprint';
import {
  ableHeads,
  type MovedContract,
  type MovedTeam,
  type PeoplePath,
  peoplePath,
  type TransitionCosts,
  type TransitionSchedule,
  transitionCosts,
  transitionSchedule,
  wantedHeads,
} from '../../sourcing';
import type { RunControl } from '../../units';
import { type PreparedPlan, preparePlan } from '../prepared-plan';
import type { ReadyTransition } from './ready-transition';

/** A path, run: its people, its weeks by flow, and what it costs on the way. */
export interface RunPath {
  readonly schedule: TransitionSchedule;
  readonly path: PeoplePath;
  readonly on: PreparedPlan;
  readonly costs: TransitionCosts;
  /** All that a week costs more than today. */
  readonly more: Float64Array;
}

export function runPath(
  ready: ReadyTransition,
  months: number,
  overlapWeeks: number,
  control: RunControl | undefined,
): RunPath {
  const { now, target, firstWeek } = ready;
  const { grid } = now.network;
  const schedule = transitionSchedule({ firstWeek, months, overlapWeeks });
  const path = peoplePath(now.plan, target.plan, schedule, grid);
  const on = preparePlan(path.plan, control);
  const costs = transitionCosts(grid.weeks, movedTeams(ready, path, on, schedule), movedContracts(ready, on));
  const more = Float64Array.from(
    { length: grid.weeks },
    (_, week) => on.base.weekly.cost[week]! - now.base.weekly.cost[week]! + costs.notice[week]! + costs.once[week]!,
  );
  return { schedule, path, on, costs, more };
}

/** Monday, or whatever day weeks begin on, of a week of the plan; null beyond it. */
export function weekDate({ now }: ReadyTransition, week: number): string | null {
  return week < now.network.grid.weeks ? addDays(now.plan.calendar.startDate, week * 7) : null;
}

/** Pay of a week of one of a team's people. */
export const weekPay = ({ team, site }: TeamOrigin) =>
  team.paidHoursPerWeek * site.wage.perHour * (1 + site.wage.benefitsShare);

function movedTeams(
  { now, options }: ReadyTransition,
  { changes }: PeoplePath,
  on: PreparedPlan,
  { arrivals }: TransitionSchedule,
): MovedTeam[] {
  const { grid, duty } = on.network;
  const placeOf = new Map(on.plan.teams.map(({ id }, at) => [id, at]));
  const origins = teamOrigins(on.plan);
  const nowCosts = new Map(now.base.teams.map(({ id, costs }) => [id, costs]));
  return changes.map((change) => {
    const at = placeOf.get(change.team)!;
    const origin = origins[at]!;
    const isOwn = !origin.provider.contract;
    const benefits = 1 + origin.site.wage.benefitsShare;
    const { costs } = on.base.teams[at]!;
    const was = nowCosts.get(change.team);
    const column = (value: (week: number) => number) =>
      Float64Array.from({ length: grid.weeks }, (_, week) => value(week));
    const { hiring, onboarding } = origin.team;
    const toStart = hiring?.costPerHire ?? options.recruitingWeeks * weekPay(origin);
    return {
      heads: ableHeads(duty.heads[at]!),
      // Without overlap as many would be here as the work that has not moved yet needs.
      needed: change.grows
        ? column(() => Number.POSITIVE_INFINITY)
        : column((week) => wantedHeads(change, arrivals, week)),
      cost: isOwn
        ? column((week) => (costs.wages[week]! + costs.overtime[week]! + costs.premium[week]!) * benefits)
        : column((week) => costs.volume[week]! + costs.surge[week]!),
      started: change.started,
      released: change.released,
      costPerStart: isOwn ? toStart / (1 - (onboarding?.trainingLossShare ?? 0)) : 0,
      costPerRelease: isOwn ? (hiring?.costPerLeaver ?? 0) + options.severanceWeeks * weekPay(origin) : 0,
      openingCost: now.plan.candidates?.teams.find(({ id }) => id === change.team)?.openingCost ?? 0,
      trainingPay: column((week) => costs.training[week]! * benefits),
      trainingPayNow: column((week) => (was?.training[week] ?? 0) * benefits),
    };
  });
}

/** Contracts whose bill falls are held to it until notice given at the decision is over. */
function movedContracts({ now, options }: ReadyTransition, on: PreparedPlan): MovedContract[] {
  return now.plan.providers.flatMap(({ id, contract }): MovedContract[] =>
    contract
      ? [
          {
            bill: billOf(on, id),
            billNow: billOf(now, id),
            noticeOver: options.startWeek + Math.ceil(contract.exitNoticeWeeks),
          },
        ]
      : [],
  );
}

function billOf({ base, network }: PreparedPlan, provider: string): Float64Array {
  const bill = new Float64Array(network.grid.weeks);
  for (const team of base.teams) {
    if (team.provider !== provider) continue;
    for (let week = 0; week < bill.length; week++) bill[week]! += team.weekly.cost[week]!;
  }
  return bill;
}
