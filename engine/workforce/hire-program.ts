import { LinearProgram } from '../stats';
import type { HiringProblem } from './hire-problem';

/** Where the columns of a hiring program stand, to read a solution. */
export interface HiringProgram {
  readonly program: LinearProgram;
  /** By team and week: heads that start, and whether a class does (-1 where neither is decided). */
  readonly heads: readonly Int32Array[];
  readonly classes: readonly Int32Array[];
  /** By team and week: overtime (-1 without) and idle hours. */
  readonly overtime: readonly Int32Array[];
  readonly idle: readonly Int32Array[];
  /** By work and week: missing hours. */
  readonly short: readonly Int32Array[];
  /** By places and week: the row that keeps classes within rooms and trainers (-1 without). */
  readonly placeRows: readonly Int32Array[];
}

const FOREVER = Number.POSITIVE_INFINITY;

/**
 * Whom to hire when, as a mixed-integer program.
 *
 * Least of pay, hiring and leavers of new people + overtime + missing hours + idle hours, over heads(team, week), classes
 * (team, week) and the hours that each team gives to each kind of work, so that in every week
 * - required = given × proficiency + missing, for each kind of work;
 * - base + heads that started × what is left and learned of them + overtime = given + idle, for each team;
 * - fewest × class ≤ heads ≤ most × class, and classes in training at once ≤ rooms and trainers, for each site.
 *
 * Source: aggregate planning of hires as in Gans and Zhou (2002) and Robbins and Harrison (2011), as a mixed-integer program.
 * Cost: teams × weeks² ÷ 2 weights. Weeks in which nobody can start have columns that are held at 0, for their prices.
 */
export function hiringProgram(problem: HiringProblem): HiringProgram {
  const { weeks, teams, work, places } = problem;
  const program = new LinearProgram();
  const grid = (count: number) => Array.from({ length: count }, () => new Int32Array(weeks).fill(-1));
  const heads = grid(teams.length);
  const classes = grid(teams.length);
  const overtime = grid(teams.length);
  const idle = grid(teams.length);
  const short = grid(work.length);
  const placeRows = grid(places.length);
  const supply = teams.map(() => Array.from({ length: weeks }, (): [number, number][] => []));
  teams.forEach((team, at) => {
    for (let week = 0; week < weeks; week++) {
      if (team.maxClass > 0) addClass(week, at);
      if (team.overtimeHours[week]! > 0) {
        const column = program.column(team.overtimeCostPerHour, 0, team.overtimeHours[week]!);
        overtime[at]![week] = column;
        supply[at]![week]!.push([column, 1]);
      }
      const column = program.column(problem.idleHourCost, 0, FOREVER);
      idle[at]![week] = column;
      supply[at]![week]!.push([column, -1]);
    }
  });
  work.forEach((kind, at) => {
    for (let week = 0; week < weeks; week++) {
      const missing = program.column(problem.shortHourCost, 0, FOREVER);
      short[at]![week] = missing;
      const given: [number, number][] = [[missing, 1]];
      for (const { team, proficiency } of kind.teams) {
        const column = program.column(0, 0, FOREVER);
        given.push([column, proficiency]);
        supply[team]![week]!.push([column, -1]);
      }
      program.row(kind.requiredHours[week]!, kind.requiredHours[week]!, given);
    }
  });
  teams.forEach((team, at) => {
    for (let week = 0; week < weeks; week++) {
      program.row(-team.baseHours[week]!, -team.baseHours[week]!, supply[at]![week]!);
    }
  });
  places.forEach((place, at) => {
    for (let week = 0; week < weeks; week++) {
      const inTraining: [number, number][] = [];
      for (const team of place.teams) {
        const { trainingWeeks } = teams[team]!;
        for (let start = week + 1; start <= Math.min(weeks - 1, week + trainingWeeks); start++) {
          if (classes[team]![start]! >= 0) inTraining.push([classes[team]![start]!, 1]);
        }
      }
      if (inTraining.length > 0) placeRows[at]![week] = program.row(-FOREVER, place.classesAtOnce, inTraining);
    }
  });
  return { program, heads, classes, overtime, idle, short, placeRows };

  function addClass(week: number, at: number): void {
    const team = teams[at]!;
    const free = team.blocked(week) === null;
    const { hours, cost } = team.effect(week);
    const column = program.column(cost, 0, free ? team.maxClass : 0, true);
    heads[at]![week] = column;
    for (let later = week; later < weeks; later++) {
      if (hours[later]! > 0) supply[at]![later]!.push([column, hours[later]!]);
    }
    if (!free || !needsClass(team.minClass, at)) return;
    const begun = program.column(0, 0, 1, true);
    classes[at]![week] = begun;
    program.row(0, FOREVER, [
      [column, 1],
      [begun, -team.minClass],
    ]);
    program.row(-FOREVER, 0, [
      [column, 1],
      [begun, -team.maxClass],
    ]);
  }

  /** A class is counted where it must not be too small, or takes a room. */
  function needsClass(minClass: number, team: number): boolean {
    return minClass > 1 || places.some((place) => place.teams.includes(team));
  }
}
