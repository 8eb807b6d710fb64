import type { HeldProgram, LinearSolution, LinearSolver } from '../stats';
import type { BestClass, BindingLimit, HiringCost, HiringProblem } from './hire-problem';
import { type HiringProgram, hiringProgram } from './hire-program';
import { divedPlan, fixClass, freeClasses, improvedPlan, type WholePlan } from './whole-classes';

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
  /** Whether the clock ended the search, so that another machine may find another plan. */
  readonly byClock: boolean;
}

export interface BestHiresOptions {
  /** How much work goes into the search, 1 when not given. The same effort ends at the same plan on every machine. */
  readonly effort?: number | undefined;
  readonly gapAtMost?: number | undefined;
}

/** Changes of single classes that are tried for an effort of 1. */
const TRIES = 160;
/** Simplex steps × weights of the program that branch and cut may take for an effort of 1. */
const BRANCH_WORK = 5e7;
/** Branch and cut needs several steps a row to get anywhere; with less it is not begun. */
const STEPS_A_ROW = 3;
/** Nobody waits longer; a search that the clock ends says so. */
const SECONDS_AT_MOST = 120;

/** Savings below this share of the whole cost are arithmetic noise. */
const NOISE = 1e-9;

/**
 * The plan of hires that costs least: which team takes how many on in which week.
 *
 * Use for horizons of months and years. The plan with divisible classes comes first: nothing costs less, and its prices tell
 * which limit holds the plan back. From it whole classes are made (`divedPlan`) and improved one by one; where the program is
 * small enough, branch and cut goes on from there, as a rule to the proven best. All of it is bounded by work and not by
 * time, so a plan is the same on every machine.
 *
 * Formula and source: see `hiringProgram`. Errors: throws when the solver fails. Cost: 30 teams × 104 weeks some seconds.
 */
export function bestHires(problem: HiringProblem, solver: LinearSolver, options: BestHiresOptions = {}): BestHires {
  const effort = options.effort ?? 1;
  const gapAtMost = options.gapAtMost ?? 0.001;
  const made = hiringProgram(problem);
  return solver.hold(made.program, (held) => {
    const relaxed = solved(held);
    const dived = divedPlan(problem, made, held);
    const better = improvedPlan(problem, made, held, dived, Math.round(TRIES * effort));
    const gapOf = (cost: number) => Math.max(0, 1 - relaxed.cost / Math.max(cost, 1e-12));
    const iterationsAtMost = Math.round((BRANCH_WORK * effort) / Math.max(1, made.program.weights.length));
    const isWorthIt = iterationsAtMost >= STEPS_A_ROW * made.program.rowLower.length;
    const branched =
      gapOf(better.cost) > gapAtMost && isWorthIt
        ? solver(made.program, {
            gapAtMost,
            iterationsAtMost,
            secondsAtMost: SECONDS_AT_MOST,
            start: startOf(made, better.plan),
          })
        : null;
    const isBranched = branched !== null && branched.objective <= better.cost * (1 + 1e-9);
    const plan = isBranched ? wholeOf(problem, made, branched.values) : better.plan;
    const whole = priced(held, made, plan);
    freeClasses(held, made);
    const none = priced(
      held,
      made,
      plan.map((row) => new Int32Array(row.length)),
    );
    return {
      classes: classesOf(plan),
      cost: costOf(made, whole.values),
      leastCost: relaxed.cost,
      costWithout: costOf(made, none.values),
      shortHours: sumByWeek(problem.weeks, made.short, whole.values),
      shortHoursWithout: sumByWeek(problem.weeks, made.short, none.values),
      overtimeHours: sumByWeek(problem.weeks, made.overtime, whole.values),
      limits: limitsOf(problem, made, relaxed),
      // Branch and cut may know less than the divisible plan does where it was ended early.
      gap: Math.min(isBranched ? branched.gap : 1, gapOf(whole.cost)),
      byClock: branched?.byClock ?? false,
    };
  });
}

type Solved = Pick<LinearSolution, 'values' | 'reducedCosts' | 'rowPrices'> & { readonly cost: number };

function solved(held: HeldProgram): Solved {
  const cost = held.cost();
  if (!Number.isFinite(cost)) throw new Error('The hiring program has no solution.');
  return { cost, ...held.solution() };
}

/** The week's work under a plan of whole classes. */
function priced(held: HeldProgram, made: HiringProgram, plan: WholePlan): Solved {
  plan.forEach((row, at) => {
    row.forEach((heads, week) => {
      fixClass(held, made, at, week, heads);
    });
  });
  return solved(held);
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
  return solver.hold(hiringProgram(problem).program, (held) => solved(held).cost);
}

/** A plan as branch and cut takes it to start from. */
function startOf({ heads, classes }: HiringProgram, plan: WholePlan) {
  const columns: number[] = [];
  const values: number[] = [];
  plan.forEach((row, at) => {
    row.forEach((count, week) => {
      if (heads[at]![week]! < 0) return;
      columns.push(heads[at]![week]!);
      values.push(count);
      if (classes[at]![week]! < 0) return;
      columns.push(classes[at]![week]!);
      values.push(Math.sign(count));
    });
  });
  return { columns, values };
}

const wholeOf = ({ teams, weeks }: HiringProblem, { heads }: HiringProgram, values: Float64Array): WholePlan =>
  teams.map((_, at) =>
    Int32Array.from({ length: weeks }, (_week, week) => {
      const column = heads[at]![week]!;
      return column < 0 ? 0 : Math.round(values[column]!);
    }),
  );

const classesOf = (plan: WholePlan): BestClass[] =>
  plan.flatMap((row, team) => Array.from(row, (heads, week) => ({ team, week, heads })).filter((one) => one.heads > 0));

function costOf(made: HiringProgram, values: Float64Array): HiringCost {
  const of = (columns: readonly Int32Array[]) => {
    let sum = 0;
    for (const row of columns)
      for (const column of row) if (column >= 0) sum += values[column]! * made.program.cost[column]!;
    return sum;
  };
  const cost = { people: of(made.heads), overtime: of(made.overtime), short: of(made.short), idle: of(made.idle) };
  return { ...cost, total: cost.people + cost.overtime + cost.short + cost.idle };
}

function sumByWeek(weeks: number, columns: readonly Int32Array[], values: Float64Array): Float64Array {
  const sums = new Float64Array(weeks);
  for (const row of columns) {
    row.forEach((column, week) => {
      if (column >= 0) sums[week]! += values[column]!;
    });
  }
  return sums;
}

/** What the prices of the divisible program say: a column that is held, and would save if it weren't. */
function limitsOf(problem: HiringProblem, made: HiringProgram, solution: Solved): BindingLimit[] {
  const { reducedCosts, rowPrices, values, cost } = solution;
  const noise = Math.max(1e-6, Math.abs(cost) * NOISE);
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
