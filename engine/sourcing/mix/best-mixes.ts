import type { LinearSolver } from '../../stats';
import type { MixProblem } from './mix-problem';
import { mixProgram } from './mix-program';
import { lossesOfYears, type Mix, solvedMix } from './solved-mix';
import { tailMean } from './tail-mean';

/** Where the frontier begins, and what every mix on it must keep to. */
export interface MixStart {
  /** Today's footprint, as the program sees it. */
  readonly today: Mix;
  /** By stream and block: hours that may stay unmet while nothing happens, which is what today's footprint must leave. */
  readonly unmetAtMost: readonly (readonly number[])[];
  /** The mix of least cost, and of the least risk that its cost buys; null where limits conflict. */
  readonly cheapest: Mix | null;
  /** The smallest set of limits of which none can be left in, when all together can't be met; by id. */
  readonly conflict: readonly string[];
}

/** Unmet hours more than today's that rounding may leave, as a share of what is wanted and of what is unmet. */
const SLACK = 1e-6;
/** Room for the risk that a mix is held to, as a share: a hair's breadth. */
const NEAR = 1e-7;
/** What all risk of today is worth in the choice among mixes of least cost, as a share of today's cost: next to nothing. */
const WORTH = 1e-5;

/**
 * Today's footprint, the cheapest mix with the least risk that its cost buys, and why there is none when limits conflict.
 *
 * Every mix meets, while nothing happens, at least what today's does. Conflicts are found by leaving out one limit after the
 * other and keeping out those whose absence leaves the rest in conflict (deletion filter).
 *
 * Source: Rockafellar and Uryasev (2000); Chinneck, Feasibility and Infeasibility in Optimization (2008), ch. 6. Cost: three
 * linear programs, one of them large, and one a limit where they conflict.
 */
export function mixStart(problem: MixProblem, solve: LinearSolver, told?: (share: number) => void): MixStart {
  const unmetAtMost = leftUnmet(problem, solve);
  told?.(0.2);
  const today = todaysMix(problem, solve);
  told?.(0.4);
  const cheapest = cheapestMix(problem, solve, { today, unmetAtMost });
  told?.(1);
  // Without years there is no risk to weigh, and the program is small.
  const conflict = cheapest ? [] : conflictOf({ ...problem, hazards: [], years: [] }, solve, unmetAtMost);
  return { today, unmetAtMost, cheapest, conflict };
}

/** The mix of least cost, and among those of that cost the one of least risk; null where limits conflict. */
export function cheapestMix(
  problem: MixProblem,
  solve: LinearSolver,
  { today, unmetAtMost }: Pick<MixStart, 'today' | 'unmetAtMost'>,
): Mix | null {
  const riskWeight = today.risk > 0 ? (WORTH * Math.abs(today.cost)) / today.risk : 0;
  return solvedMix(problem, solve, { least: 'cost', unmetAtMost, riskWeight });
}

/** The least risk that is possible within the limits, whatever it costs. */
export function safestRisk(problem: MixProblem, solve: LinearSolver, { unmetAtMost }: MixStart): number {
  return solvedMix(problem, solve, { least: 'risk', unmetAtMost })!.risk;
}

/** Hours that may stay unmet: what today's footprint leaves, or must leave where that isn't known. */
function leftUnmet(problem: MixProblem, solve: LinearSolver): number[][] {
  const { streams, teams } = problem;
  const loose = (unmet: number, wanted: number) => unmet * (1 + SLACK) + SLACK * Math.max(1, wanted);
  if (problem.unmet)
    return problem.unmet.map((blocks, stream) =>
      blocks.map((value, block) => loose(value, streams[stream]!.calm[block]!)),
    );
  const sizes = teams.map(({ today }) => today);
  const least = mixProgram({ ...problem, hazards: [], years: [] }, { least: 'unmet', sizes });
  const found = solve(least.program);
  return least.unmet.map((blocks, stream) =>
    blocks.map((column, block) => loose(column < 0 ? 0 : found.values[column]!, streams[stream]!.calm[block]!)),
  );
}

/** Today's sizes at their cost, and their risk with every hazard met as well as who is left can. */
function todaysMix(problem: MixProblem, solve: LinearSolver): Mix {
  const sizes = problem.teams.map(({ today }) => today);
  const paid = solvedMix({ ...problem, blocks: 0, hazards: [], years: [] }, solve, { least: 'cost', sizes })!;
  const risk = tailMean(lossesOfYears(problem, solve, sizes, problem.years), problem.level);
  return { ...paid, risk };
}

/**
 * The mix of least cost at a place of the frontier; places are evenly apart in risk, from the least cost to the least risk.
 *
 * Mixes are independent of each other: any of them alone is what it is among the others. Dual values come with the solution and
 * hold for small changes. Cost: one linear program.
 *
 * @param safest asked for all places but the first
 */
export function mixAt(
  problem: MixProblem,
  solve: LinearSolver,
  { unmetAtMost, cheapest }: MixStart,
  safest: () => number,
  part: number,
): Mix | null {
  if (!cheapest || part <= 0) return cheapest;
  return mixOfRisk(problem, solve, unmetAtMost, cheapest.risk + part * (safest() - cheapest.risk));
}

/** The mix of least cost at a risk; null where there is none within the limits. */
export function mixOfRisk(
  problem: MixProblem,
  solve: LinearSolver,
  unmetAtMost: MixStart['unmetAtMost'],
  riskAtMost: number,
): Mix | null {
  // A hair's breadth of room, so that rounding doesn't close the way to the very end.
  const room = NEAR * (1 + riskAtMost);
  const mix = solvedMix(problem, solve, { least: 'cost', unmetAtMost, riskAtMost: riskAtMost + room });
  return mix && { ...mix, risk: riskAtMost };
}

function conflictOf(problem: MixProblem, solve: LinearSolver, unmetAtMost: MixStart['unmetAtMost']): string[] {
  const without = new Set<string>();
  for (const { id } of problem.limits) {
    without.add(id);
    if (solvedMix(problem, solve, { least: 'cost', unmetAtMost, without })) without.delete(id);
  }
  return problem.limits.flatMap(({ id }) => (without.has(id) ? [] : [id]));
}
