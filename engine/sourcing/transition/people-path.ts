import { addDays, dayNumber, type Grid } from '../../calendar';
import type { Plan, Team, Transfer } from '../../plan';
import { type HeadProjection, projectWorkforce } from '../../workforce';
import { jointRouting } from './joint-routing';
import { withNewcomersApart } from './newcomers';
import { sharePassed, type TransitionSchedule } from './schedule';

/** Heads below which nothing is worth a step. */
const FEW = 1e-6;

/** A team that a move changes, with the people of the move. */
export interface TeamChange {
  readonly team: string;
  readonly grows: boolean;
  /** Heads on contacts or on leave by week: as planned today, and as the target has them. */
  readonly now: Float64Array;
  readonly aim: Float64Array;
  /** Heads that the move starts on contacts, and lets go, by week. */
  readonly started: Float64Array;
  readonly released: Float64Array;
}

/** A plan whose people move from today's teams to the target's. */
export interface PeoplePath {
  readonly plan: Plan;
  readonly changes: readonly TeamChange[];
  readonly warnings: readonly string[];
}

/**
 * Turns two plans of people, today's and the target's, into one that moves from the first to the second in steps.
 *
 * In an arrival's week new people bring a growing team to now + share arrived × (target - now); in a release's week a
 * shrinking one lets go as many as bring it to now + share released × (target - now), fewer the more have left by
 * themselves. Planned hires are today's × (1 - share) + the target's × share. Who is new learns like anybody new.
 *
 * Every team and week: start + joined + transfers in - transfers out - let go - leavers = end, as in `projectWorkforce`, to
 * which people let go are promotions out of contact work. Cost: a projection of the changed teams a step.
 */
export function peoplePath(now: Plan, aim: Plan, schedule: TransitionSchedule, grid: Grid): PeoplePath {
  const target = withNewcomersApart(now, aim);
  const all = withThoseOf(target.teams, now.teams);
  const before = contactHeads(now, now.teams, now.transfers ?? [], grid);
  const after = contactHeads(target, target.teams, target.transfers ?? [], grid);
  const none = new Float64Array(grid.weeks);
  const changes = all.flatMap(({ id }): TeamChange[] => {
    const [from, to] = [before.get(id) ?? none, after.get(id) ?? none];
    const more = meanFrom(to, schedule.arrivals[0]!) - meanFrom(from, schedule.arrivals[0]!);
    if (Math.abs(more) < FEW) return [];
    const [started, released] = [new Float64Array(grid.weeks), new Float64Array(grid.weeks)];
    return [{ team: id, grows: more > 0, now: from, aim: to, started, released }];
  });
  const byTeam = new Map(changes.map((change) => [change.team, change]));
  const mixed = (team: Team): Team => {
    const change = byTeam.get(team.id);
    const was = now.teams.find(({ id }) => id === team.id);
    const headcount = was?.headcount ?? team.headcount.map((entry) => ({ ...entry, heads: 0 }));
    if (!change) return { ...team, headcount, hires: was?.hires ?? team.hires };
    const weeks = change.grows ? schedule.arrivals : schedule.releases;
    const willBe = target.teams.find(({ id }) => id === team.id);
    return { ...team, headcount, hires: mixedHires(was?.hires ?? [], willBe?.hires ?? [], weeks, grid) };
  };
  const teams = new Map(all.map((team) => [team.id, mixed(team)]));
  const transfers: Transfer[] = [...(now.transfers ?? [])];
  for (const week of stepsOf(schedule, grid)) {
    const date = addDays(now.calendar.startDate, week * 7);
    const heads = contactHeads(now, affected(teams, changes, transfers), transfers, grid);
    for (const change of changes) {
      const { team: id, grows } = change;
      const gap = wantedHeads(change, grows ? schedule.arrivals : schedule.releases, week) - heads.get(id)![week]!;
      if (grows && gap > FEW) {
        const team = teams.get(id)!;
        teams.set(id, { ...team, hires: [...team.hires, { date, heads: gap }] });
        change.started[week] = gap;
      } else if (!grows && gap < -FEW) {
        transfers.push({
          from: id,
          date,
          heads: -gap,
          trainingWeeks: 0,
          experienceKept: 0 as Transfer['experienceKept'],
        });
        change.released[week] = -gap;
      }
    }
  }
  const { routing, warnings } = jointRouting(now, target);
  return {
    plan: {
      ...target,
      // What the target closes is there until its people are gone.
      providers: withThoseOf(target.providers, now.providers),
      platforms: withThoseOf(target.platforms, now.platforms),
      sites: withThoseOf(target.sites, now.sites),
      teams: [...teams.values()],
      routing,
      ...(transfers.length > 0 ? { transfers } : {}),
    },
    changes,
    warnings,
  };
}

function withThoseOf<T extends { readonly id: string }>(some: readonly T[], others: readonly T[]): T[] {
  const known = new Set(some.map(({ id }) => id));
  return [...some, ...others.filter(({ id }) => !known.has(id))];
}

/** Heads that a changed team should have when so much of the move has happened. */
export function wantedHeads({ now, aim }: TeamChange, weeks: readonly number[], week: number): number {
  return now[week]! + sharePassed(weeks, week) * (aim[week]! - now[week]!);
}

/** Heads of a projection that can work: on contacts or away for weeks, those in training not. */
export function ableHeads({ employed, trainees }: HeadProjection): Float64Array {
  return employed.map((heads, week) => heads - trainees[week]!);
}

function contactHeads(plan: Plan, teams: readonly Team[], transfers: readonly Transfer[], grid: Grid) {
  const ids = new Set(teams.map(({ id }) => id));
  const among = transfers.filter(({ from, to }) => ids.has(from) && (to === undefined || ids.has(to)));
  const facts = { teams: [...teams], transfers: [...among], ...(plan.launches ? { launches: plan.launches } : {}) };
  const projected = projectWorkforce(facts, grid);
  return new Map(teams.map(({ id }, at) => [id, ableHeads(projected[at]!)]));
}

/** The changed teams, and those that exchange people with them. */
function affected(teams: ReadonlyMap<string, Team>, changes: readonly TeamChange[], transfers: readonly Transfer[]) {
  const ids = new Set(changes.map(({ team }) => team));
  for (const { from, to } of transfers) {
    if (to === undefined) continue;
    ids.add(from);
    ids.add(to);
  }
  return [...ids].flatMap((id) => teams.get(id) ?? []);
}

function stepsOf({ arrivals, releases }: TransitionSchedule, grid: Grid): number[] {
  const steps = new Set([...arrivals, ...releases].filter((week) => week >= 0 && week < grid.weeks));
  return [...steps].sort((a, b) => a - b);
}

function mixedHires(now: Team['hires'], then: Team['hires'], weeks: readonly number[], grid: Grid): Team['hires'] {
  const weekOf = (date: string) => Math.floor((dayNumber(date) - grid.startDay) / 7);
  const part = (hires: Team['hires'], shareOf: (passed: number) => number) =>
    hires
      .map((hire) => ({ ...hire, heads: hire.heads * shareOf(sharePassed(weeks, weekOf(hire.date))) }))
      .filter(({ heads }) => heads > 0);
  return [...part(now, (passed) => 1 - passed), ...part(then, (passed) => passed)];
}

function meanFrom(values: Float64Array, week: number): number {
  const part = values.subarray(Math.min(Math.max(0, week), values.length - 1));
  return part.reduce((sum, value) => sum + value, 0) / part.length;
}
