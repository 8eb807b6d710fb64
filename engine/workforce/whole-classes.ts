import type { HeldProgram } from '../stats';
import type { HiringProblem } from './hire-problem';
import type { HiringProgram } from './hire-program';

/** Heads that start by team and week: whole numbers within the limits of classes, rooms and trainers. */
export type WholePlan = readonly Int32Array[];

/** A plan of whole classes and what it costs. */
export interface PricedPlan {
  readonly plan: WholePlan;
  readonly cost: number;
}

/** Weeks of divisible hires that are gathered into one class: a diving rule, tried one after the other. */
const GATHERED = [8, 6, 4, 3] as const;
/** A class is begun when those weeks want this part of the smallest one. */
const WORTH = 0.6;
/** Cost that a change must save to be kept, as a share: less is arithmetic noise. */
const WORTH_KEEPING = 1e-8;

/** Holds a team's week at so many heads. */
export function fixClass(held: HeldProgram, made: HiringProgram, team: number, week: number, heads: number): void {
  const column = made.heads[team]![week]!;
  if (column < 0) return;
  held.bound(column, heads, heads);
  const begun = made.classes[team]![week]!;
  if (begun >= 0) held.bound(begun, heads > 0 ? 1 : 0, heads > 0 ? 1 : 0);
}

/** Gives every decision its own bounds again. */
export function freeClasses(held: HeldProgram, { program, heads, classes }: HiringProgram): void {
  for (const columns of [...heads, ...classes]) {
    for (const column of columns) if (column >= 0) held.bound(column, program.lower[column]!, program.upper[column]!);
  }
}

/**
 * Whole classes from divisible ones, week by week: where the divisible plan begins to hire, the heads that it wants over the
 * next weeks become one class, or none if they are too few or every room is taken; then the rest is solved again, so that
 * later weeks answer to what was decided. Done for several lengths of gathering; the cheapest plan is kept.
 *
 * Source: diving (Achterberg 2007, Constraint Integer Programming, section 9.2), by time. Cost: a few dozen solves from where
 * the last one ended, for each length; 30 teams × 104 weeks about half a second each.
 */
export function divedPlan(problem: HiringProblem, made: HiringProgram, held: HeldProgram): PricedPlan {
  let best: PricedPlan | null = null;
  for (const gathered of GATHERED) {
    const found = dive(problem, made, held, gathered);
    if (!best || found.cost < best.cost) best = found;
  }
  return best!;
}

function dive(problem: HiringProblem, made: HiringProgram, held: HeldProgram, gathered: number): PricedPlan {
  const { weeks, teams } = problem;
  const plan = teams.map(() => new Int32Array(weeks));
  const rooms = takenRooms(problem);
  freeClasses(held, made);
  let cost = held.cost();
  let { values } = held.solution();
  for (let week = 0; week < weeks; week++) {
    let isOther = false;
    teams.forEach((team, at) => {
      const column = made.heads[at]![week]!;
      if (column < 0) return;
      const wanted = values[column]!;
      if (team.blocked(week) === null && wanted > 1e-6 && rooms.isFree(at, week)) {
        let sum = 0;
        for (let later = week; later < Math.min(weeks, week + gathered); later++)
          sum += values[made.heads[at]![later]!]!;
        if (sum >= team.minClass * WORTH) {
          plan[at]![week] = Math.min(team.maxClass, Math.max(team.minClass, Math.round(sum)));
          rooms.take(at, week, 1);
        }
      }
      const heads = plan[at]![week]!;
      fixClass(held, made, at, week, heads);
      const begun = made.classes[at]![week]!;
      isOther ||= Math.abs(wanted - heads) > 1e-6 || (begun >= 0 && Math.abs(values[begun]! - Math.sign(heads)) > 1e-6);
    });
    if (!isOther) continue;
    cost = held.cost();
    values = held.solution().values;
  }
  return { plan, cost };
}

/**
 * A plan improved class by class: a week earlier, a week later, a head less or more, or left out, whatever saves first; until
 * nothing does or so many changes were tried.
 *
 * Cost: a solve from where the last one ended for each change, about 10 ms for 30 teams × 104 weeks.
 */
export function improvedPlan(
  problem: HiringProblem,
  made: HiringProgram,
  held: HeldProgram,
  start: PricedPlan,
  triesAtMost: number,
): PricedPlan {
  const { weeks, teams } = problem;
  const plan = start.plan.map((row) => Int32Array.from(row));
  const rooms = takenRooms(problem);
  plan.forEach((row, at) => {
    row.forEach((heads, week) => {
      fixClass(held, made, at, week, heads);
      if (heads > 0) rooms.take(at, week, 1);
    });
  });
  let cost = held.cost();
  let tries = 0;
  let isBetter = true;
  while (isBetter && tries < triesAtMost) {
    isBetter = false;
    for (let at = 0; at < teams.length && tries < triesAtMost; at++) {
      for (let week = 0; week < weeks && tries < triesAtMost; week++) {
        if (plan[at]![week]! > 0 && changeOne(at, week)) isBetter = true;
      }
    }
  }
  return { plan, cost };

  function changeOne(at: number, week: number): boolean {
    const heads = plan[at]![week]!;
    const { minClass, maxClass } = teams[at]!;
    return (
      moved(at, week, week - 1) ||
      moved(at, week, week + 1) ||
      (heads > minClass && saves([[at, week, heads - 1]])) ||
      (heads < maxClass && saves([[at, week, heads + 1]])) ||
      saves([[at, week, 0]])
    );
  }

  function moved(at: number, from: number, to: number): boolean {
    if (to < 0 || to >= weeks || made.heads[at]![to]! < 0) return false;
    if (teams[at]!.blocked(to) !== null || plan[at]![to]! > 0) return false;
    rooms.take(at, from, -1);
    const isFree = rooms.isFree(at, to);
    rooms.take(at, from, 1);
    const heads = plan[at]![from]!;
    return (
      isFree &&
      saves([
        [at, from, 0],
        [at, to, heads],
      ])
    );
  }

  function saves(changes: readonly (readonly [team: number, week: number, heads: number])[]): boolean {
    tries++;
    for (const [team, week, heads] of changes) fixClass(held, made, team, week, heads);
    const now = held.cost();
    const isKept = now < cost - Math.abs(cost) * WORTH_KEEPING;
    for (const [team, week, heads] of changes) {
      const before = plan[team]![week]!;
      if (!isKept) {
        fixClass(held, made, team, week, before);
        continue;
      }
      rooms.take(team, week, Math.sign(heads) - Math.sign(before));
      plan[team]![week] = heads;
    }
    if (isKept) cost = now;
    return isKept;
  }
}

/** Which rooms classes take: one of their places for all weeks of training. */
function takenRooms({ places, teams, weeks }: HiringProblem) {
  const taken = places.map(() => new Int32Array(weeks));
  const placesOf = teams.map((_, at) => places.flatMap((place, index) => (place.teams.includes(at) ? [index] : [])));
  const during = (team: number, week: number) =>
    Array.from({ length: Math.min(week, teams[team]!.trainingWeeks) }, (_, back) => week - 1 - back);
  return {
    isFree: (team: number, week: number): boolean =>
      placesOf[team]!.every((place) => {
        const most = places[place]!.classesAtOnce;
        return during(team, week).every((one) => taken[place]![one]! < most);
      }),
    take: (team: number, week: number, count: number): void => {
      for (const place of placesOf[team]!) for (const one of during(team, week)) taken[place]![one]! += count;
    },
  };
}
