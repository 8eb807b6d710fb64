import type { LinearSolution, LinearSolver } from '../stats';
import type { BestClass, BindingLimit, HiringCost, HiringProblem } from './hire-problem';
import { type HiringProgram, hiringProgram } from './hire-program';

/** The best plan of hires, what it costs, and what holds it back. */
export interface BestHires {
  readonly classes: readonly BestClass[];
  readonly cost: HiringCost;
  /** Of the best plan if classes could be divided: no plan costs less. */
  readonly leastCost: number;
  /** Without any new people. */
  readonly costWithout: HiringCost;
  /** By week: hours missing with the plan and without it, and overtime hours with it. */
  readonly shortHours: Float64Array;
  readonly shortHoursWithout: Float64Array;
  readonly overtimeHours: Float64Array;
  /** The most saving first. */
  readonly limits: readonly BindingLimit[];
  /** Share by which a better plan may be cheaper; 0 where it is proven the best. */
  readonly gap: number;
}

export interface BestHiresOptions {
  /** The search stops after so long, with the best found by then. */
  readonly secondsAtMost?: number | undefined;
  readonly gapAtMost?: number | undefined;
}

/** Savings below this share of the whole cost are arithmetic noise. */
const NOISE = 1e-9;

/**
 * The plan of hires that costs least: which team takes how many on in which week.
 *
 * Use for horizons of months and years. Solved three times: with divisible classes, whose prices tell which limit holds the
 * plan back; with whole classes; and without hires, to compare with.
 *
 * Formula and source: see `hiringProgram`. Errors: throws when the solver fails. Cost: 30 teams × 104 weeks some seconds.
 */
export function bestHires(problem: HiringProblem, solver: LinearSolver, options: BestHiresOptions = {}): BestHires {
  const made = hiringProgram(problem);
  const relaxed = solver(made.program, { relaxed: true });
  const without = solver(withoutHires(made), { relaxed: true });
  const whole = solver(made.program, {
    gapAtMost: options.gapAtMost ?? 0.001,
    ...(options.secondsAtMost === undefined ? {} : { secondsAtMost: options.secondsAtMost }),
    start: firstWhole(problem, made, relaxed),
  });
  for (const { status } of [relaxed, without, whole]) {
    if (status === 'infeasible' || status === 'unbounded') throw new Error(`The hiring program is ${status}.`);
  }
  return {
    classes: classesOf(problem, made, whole),
    cost: costOf(made, whole),
    leastCost: relaxed.objective,
    costWithout: costOf(made, without),
    shortHours: sumByWeek(problem.weeks, made.short, whole),
    shortHoursWithout: sumByWeek(problem.weeks, made.short, without),
    overtimeHours: sumByWeek(problem.weeks, made.overtime, whole),
    limits: limitsOf(problem, made, relaxed),
    // A search that is stopped early may know less than the divisible plan does.
    gap: Math.min(whole.gap, 1 - relaxed.objective / Math.max(whole.objective, 1e-12)),
  };
}

/** The same problem when nobody decides for some weeks. */
export function delayedHiring(problem: HiringProblem, weeks: number): HiringProblem {
  const teams = problem.teams.map((team) => ({
    ...team,
    blocked: (week: number) =>
      week < weeks || team.blocked(week - weeks) === 'lead time' ? ('lead time' as const) : team.blocked(week),
  }));
  return { ...problem, teams };
}

/** The cost of the best plan with divisible classes: a lower bound, quick to find, for comparing conditions. */
export function leastHiringCost(problem: HiringProblem, solver: LinearSolver): number {
  return solver(hiringProgram(problem).program, { relaxed: true }).objective;
}

/** The same program with every column of hires held at 0. */
function withoutHires({ program, heads, classes }: HiringProgram): HiringProgram['program'] {
  const held = Object.assign(Object.create(Object.getPrototypeOf(program)), program, { upper: [...program.upper] });
  for (const columns of [...heads, ...classes]) {
    for (const column of columns) if (column >= 0) held.upper[column] = 0;
  }
  return held;
}

/** A first whole plan for the search: divisible heads gathered until a class is worth it, where a room is free. */
function firstWhole(problem: HiringProblem, made: HiringProgram, relaxed: LinearSolution) {
  const columns: number[] = [];
  const values: number[] = [];
  const taken = problem.places.map(() => new Int32Array(problem.weeks));
  problem.teams.forEach((team, at) => {
    const rooms = problem.places.flatMap((place, index) => (place.teams.includes(at) ? [index] : []));
    const inTraining = (week: number) =>
      Array.from({ length: Math.min(week, team.trainingWeeks) }, (_, back) => week - 1 - back);
    let waiting = 0;
    for (let week = 0; week < problem.weeks; week++) {
      const column = made.heads[at]![week]!;
      if (column < 0) continue;
      waiting += relaxed.values[column]!;
      const size = Math.min(team.maxClass, Math.round(waiting));
      const isFree = rooms.every((room) =>
        inTraining(week).every((during) => taken[room]![during]! < problem.places[room]!.classesAtOnce),
      );
      const starts = team.blocked(week) === null && size > 0 && size >= team.minClass && isFree;
      columns.push(column);
      values.push(starts ? size : 0);
      if (made.classes[at]![week]! >= 0) {
        columns.push(made.classes[at]![week]!);
        values.push(starts ? 1 : 0);
      }
      if (!starts) continue;
      waiting -= size;
      for (const room of rooms) for (const during of inTraining(week)) taken[room]![during]! += 1;
    }
  });
  return { columns, values };
}

function classesOf({ teams, weeks }: HiringProblem, { heads }: HiringProgram, { values }: LinearSolution): BestClass[] {
  return teams.flatMap((_, team) =>
    Array.from({ length: weeks }, (_week, week): BestClass => {
      const column = heads[team]![week]!;
      return { team, week, heads: column < 0 ? 0 : Math.round(values[column]!) };
    }).filter((one) => one.heads > 0),
  );
}

function costOf(made: HiringProgram, { values }: LinearSolution): HiringCost {
  const of = (columns: readonly Int32Array[]) => {
    let sum = 0;
    for (const row of columns)
      for (const column of row) if (column >= 0) sum += values[column]! * made.program.cost[column]!;
    return sum;
  };
  const cost = { people: of(made.heads), overtime: of(made.overtime), short: of(made.short), idle: of(made.idle) };
  return { ...cost, total: cost.people + cost.overtime + cost.short + cost.idle };
}

function sumByWeek(weeks: number, columns: readonly Int32Array[], { values }: LinearSolution): Float64Array {
  const sums = new Float64Array(weeks);
  for (const row of columns) {
    row.forEach((column, week) => {
      if (column >= 0) sums[week]! += values[column]!;
    });
  }
  return sums;
}

/** What the prices of the divisible program say: a column that is held, and would save if it weren't. */
function limitsOf(problem: HiringProblem, made: HiringProgram, solution: LinearSolution): BindingLimit[] {
  const { reducedCosts, rowPrices, values, objective } = solution;
  const noise = Math.max(1e-6, Math.abs(objective) * NOISE);
  const found: BindingLimit[] = [];
  problem.teams.forEach((team, at) => {
    for (let week = 0; week < problem.weeks; week++) {
      const column = made.heads[at]![week]!;
      if (column < 0) continue;
      const blocked = team.blocked(week);
      const begun = made.classes[at]![week]!;
      if (blocked) {
        const saving = -reducedCosts[column]!;
        if (saving > noise) found.push({ week, id: team.id, limit: blocked, saving });
        continue;
      }
      const isFull = values[column]! > team.maxClass - 1e-6;
      const saving = begun >= 0 ? -reducedCosts[begun]! / team.maxClass : -reducedCosts[column]!;
      if (isFull && saving > noise) found.push({ week, id: team.id, limit: 'class size', saving });
    }
  });
  problem.places.forEach((place, at) => {
    made.placeRows[at]!.forEach((row, week) => {
      const saving = row < 0 ? 0 : -rowPrices[row]!;
      if (saving > noise) found.push({ week, id: place.id, limit: 'rooms and trainers', saving });
    });
  });
  return found.sort((a, b) => b.saving - a.saving);
}
