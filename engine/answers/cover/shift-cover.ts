import { dayNumber, localTimes, type WeekLabel, weekLabels, weekOfIntervals, weekRuleOf } from '../../calendar';
import { effectiveHandleHours, planHeads, planQueues, siteOpening, teamOrigins } from '../../footprint';
import { type Plan, planHash, type ShiftTemplate } from '../../plan';
import type { LinearSolver } from '../../stats';
import { checkpoint, InputFault, issue, type RunControl } from '../../units';
import { coverShifts, type ShiftGroup } from '../../workforce';
import { headcountGround } from '../headcount';
import { type Provenance, provenance } from '../provenance';
import { type ShiftLimits, type SiteWeek, shiftColumns } from './shift-columns';
import { dayOfWeek, type TeamNeed, weekNeed } from './team-need';
import { shiftsOf } from './usual-shifts';

/** Why shifts take more hours than intervals need, in the order in which the limits are added. */
export const COVER_CAUSES = ['length', 'starts', 'siteHours', 'breaks', 'days', 'partTime'] as const;
export type CoverCause = (typeof COVER_CAUSES)[number];

/** A team's week in shifts; hours are on duty at full speed. */
export interface TeamCover {
  readonly team: string;
  readonly name: string;
  readonly site: string;
  readonly requiredHours: number;
  /** Hours that the cheapest shifts take, and how much each limit adds. */
  readonly shiftHours: number;
  readonly causes: { readonly [Cause in CoverCause]: number };
  /** Share beyond the requirement. */
  readonly overhead: number;
  /** Hours that no allowed shift covers. */
  readonly openHours: number;
  /** People at full speed by shift over the week. */
  readonly people: readonly { readonly shift: string; readonly name: string; readonly people: number }[];
}

export interface CoverAnswer {
  readonly week: WeekLabel;
  readonly teams: readonly TeamCover[];
  readonly total: Omit<TeamCover, 'team' | 'name' | 'site' | 'people'>;
  /** Required hours for which no site is open. */
  readonly closedHours: number;
  readonly sentence: string;
  readonly provenance: Provenance;
}

export interface CoverOptions {
  /** A day of the week to cover; the week that needs most when not given. */
  readonly week?: string | undefined;
  /** Ids of teams; all when not given. */
  readonly teams?: readonly string[] | undefined;
}

/** Steps from hours in one piece at any time to everything that holds. */
const STEPS: readonly (ShiftLimits & {
  readonly cause: CoverCause;
  readonly days: boolean;
  readonly shares: boolean;
})[] = [
  { cause: 'length', starts: false, siteHours: false, breaks: false, days: false, shares: false },
  { cause: 'starts', starts: true, siteHours: false, breaks: false, days: false, shares: false },
  { cause: 'siteHours', starts: true, siteHours: true, breaks: false, days: false, shares: false },
  { cause: 'breaks', starts: true, siteHours: true, breaks: true, days: false, shares: false },
  { cause: 'days', starts: true, siteHours: true, breaks: true, days: true, shares: false },
  { cause: 'partTime', starts: true, siteHours: true, breaks: true, days: true, shares: true },
];

/** Far above any shift's hours, so that nothing is left open that a shift can cover. */
const OPEN_COST = 1000;

/**
 * Hours that shifts take beyond the requirement of intervals, by team and cause, in one week.
 *
 * Use to plan headcount that rosters can keep: an interval's requirement assumes people who come for half an hour. Each
 * team's part of the requirement is covered by the plan's shifts at least hours, first in one piece at any time, then under
 * one limit more at a time; each limit's share is what the hours grow by. Work that can wait fills hours left over, within its
 * day. People who sit outside the office (vacation, sickness) and paid time at work stand in the shrinkage as before.
 *
 * Formula and source: see `coverShifts`. Units: hours on duty at full speed. Errors: `InputFault` for an unknown team or a
 * day outside the plan. Cost: six linear programs a team, about a second for each ten teams.
 */
export function shiftCover(plan: Plan, options: CoverOptions, solver: LinearSolver, control?: RunControl): CoverAnswer {
  checkpoint(control, 0, 'requirement by week');
  const ground = headcountGround(plan, null);
  const { grid } = ground;
  const week = chosenWeek(plan, options.week, ground.requiredHours, grid.startDay);
  const chosen = chosenTeams(plan, options.teams);
  const origins = teamOrigins(plan);
  const queues = planQueues(plan);
  const people = planHeads(plan, grid, queues, ground.arrivals);
  const handleHours = Float64Array.from(plan.streams, (stream) => effectiveHandleHours(stream));
  const side = { plan, grid, arrivals: ground.arrivals, handleHours, weekOf: weekOfIntervals(grid) };
  const from = grid.weekStarts[week]!;
  const to = grid.weekStarts[week + 1]!;
  const opening = new Map(
    plan.sites.map((site) => [site.id, siteOpening({ ...site, holidays: [] }, grid).open.slice(from, to)]),
  );
  const open = origins.map(({ site }) => opening.get(site.id)!);
  const hours = Float64Array.from(people, (one) => one.productiveHours[week]! * one.speed[week]!);
  const need = weekNeed(plan, ground, side, queues, hours, open, week);
  const dayOf = dayOfWeek(grid, week);
  const teams = chosen.flatMap((at, place): TeamCover[] => {
    const { team, site } = origins[at]!;
    checkpoint(control, 0.1 + (0.9 * place) / chosen.length, `shifts of ${team.name}`);
    const siteWeek: SiteWeek = {
      intervalMinutes: grid.intervalMinutes,
      open: open[at]!,
      clock: localTimes(grid, site.zone).minuteOfDay.slice(from, to),
      dayOf,
    };
    const covered = coverTeam(need.teams[at]!, shiftsOf(plan, site.id), siteWeek, solver);
    return covered ? [{ team: team.id, name: team.name, site: site.name, ...covered }] : [];
  });
  const total = totalOf(teams);
  const { startDate, weeks, weekRule } = plan.calendar;
  const label = weekLabels({ startDate, weeks }, weekRuleOf(weekRule))[week]!;
  const warnings = [
    ...(total.openHours > 0.5
      ? [`${total.openHours.toFixed(0)} hours can't be covered by any shift that is allowed.`]
      : []),
    ...(need.closedHours > 0.5
      ? [`${need.closedHours.toFixed(0)} required hours fall in times at which no site is open.`]
      : []),
    ...(plan.shiftTemplates
      ? []
      : ['The plan names no shifts; eight hours are assumed, six for up to 30 % of people and four for up to 15 %.']),
  ];
  return {
    week: label,
    teams,
    total,
    closedHours: need.closedHours,
    sentence: sentenceOf(total, label),
    provenance: provenance('covering linear program over shifts, team by team (HiGHS); requirement by Erlang A', {
      planHash: planHash(plan),
      warnings,
    }),
  };
}

type Covered = Omit<TeamCover, 'team' | 'name' | 'site'>;

/** A team's week under one limit after the other; null for a team that covers nothing. */
function coverTeam(
  need: TeamNeed,
  templates: readonly ShiftTemplate[],
  week: SiteWeek,
  solver: LinearSolver,
): Covered | null {
  const perInterval = week.intervalMinutes / 60;
  const flexible = need.flexibleHours.map((hours) => hours / perInterval);
  const sum = (values: Float64Array) => values.reduce((total, value) => total + value, 0);
  const requiredHours = sum(need.agents) * perInterval + sum(need.flexibleHours);
  if (requiredHours < 1e-6) return null;
  const causes = {} as Record<CoverCause, number>;
  let before = requiredHours;
  let openHours = 0;
  let people: Covered['people'] = [];
  for (const step of STEPS) {
    const shifts = templates.flatMap((template, group) => shiftColumns(template, group, week, step));
    const groups = step.days
      ? templates.map(
          (template): ShiftGroup => ({
            daysPerWeek: template.daysPerWeek,
            maxShare: step.shares ? (template.maxShare ?? 1) : 1,
          }),
        )
      : [];
    const cover = coverShifts(
      { required: need.agents, flexible, dayOf: week.dayOf, shifts, groups, openCost: OPEN_COST },
      solver,
    );
    // What stays open needs no shift: it is told apart, so that it doesn't pass for saved hours.
    const open = cover.open * perInterval;
    const now = cover.cost + open;
    causes[step.cause] = now - before;
    before = now;
    openHours = open;
    people = templates.map((template, group) => ({
      shift: template.id,
      name: template.name,
      people: cover.byGroup[group] ?? 0,
    }));
  }
  const shiftHours = before - openHours;
  return { requiredHours, shiftHours, causes, overhead: before / requiredHours - 1, openHours, people };
}

function totalOf(teams: readonly TeamCover[]): CoverAnswer['total'] {
  const add = (value: (team: TeamCover) => number) => teams.reduce((sum, team) => sum + value(team), 0);
  const requiredHours = add((team) => team.requiredHours);
  const shiftHours = add((team) => team.shiftHours);
  const openHours = add((team) => team.openHours);
  const causes = Object.fromEntries(
    COVER_CAUSES.map((cause) => [cause, add((team) => team.causes[cause])]),
  ) as TeamCover['causes'];
  const overhead = requiredHours > 0 ? (shiftHours + openHours) / requiredHours - 1 : 0;
  return { requiredHours, shiftHours, openHours, causes, overhead };
}

const CAUSE_WORDS: Readonly<Record<CoverCause, string>> = {
  length: 'the length of shifts',
  starts: 'when they may start',
  siteHours: 'the hours of sites',
  breaks: 'breaks',
  days: 'days off',
  partTime: 'the limit on short shifts',
};

function sentenceOf(total: CoverAnswer['total'], week: WeekLabel): string {
  const [worst] = [...COVER_CAUSES].sort((a, b) => total.causes[b] - total.causes[a]);
  const percent = (share: number) => `${(share * 100).toFixed(1)} %`;
  const part = total.requiredHours > 0 ? total.causes[worst!] / total.requiredHours : 0;
  return `In ${week.label} shifts take ${percent(total.overhead)} more hours than the intervals need, most of it (${percent(part)}) for ${CAUSE_WORDS[worst!]}.`;
}

function chosenWeek(plan: Plan, day: string | undefined, required: readonly Float64Array[], startDay: number): number {
  const { weeks } = plan.calendar;
  if (day !== undefined) {
    const week = Math.floor((dayNumber(day, 'week') - startDay) / 7);
    if (week >= 0 && week < weeks) return week;
    throw new InputFault([issue('cover.week', 'week', day, `a day of the plan, from ${plan.calendar.startDate} on`)]);
  }
  const sums = Array.from({ length: weeks }, (_, week) =>
    required.reduce((sum, hours) => sum + (Number.isNaN(hours[week]!) ? 0 : hours[week]!), 0),
  );
  return sums.indexOf(Math.max(...sums));
}

function chosenTeams(plan: Plan, ids: readonly string[] | undefined): number[] {
  if (!ids) return plan.teams.map((_, at) => at);
  const unknown = ids.filter((id) => !plan.teams.some((team) => team.id === id));
  if (unknown.length > 0) {
    const known = plan.teams.map((team) => team.id).join(', ');
    throw new InputFault(
      unknown.map((id) => issue('cover.unknown-team', 'teams', id, `a team of this plan: ${known}`)),
    );
  }
  return ids.map((id) => plan.teams.findIndex((team) => team.id === id));
}
