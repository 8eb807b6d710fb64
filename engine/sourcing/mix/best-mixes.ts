import type { LinearSolution, LinearSolver } from '../../stats';
import type { MixProblem } from './mix-problem';
import { type MixAim, type MixProgram, mixProgram } from './mix-program';

/** A mix as the program sees it. */
export interface Mix {
  /** Size of each team against today's. */
  readonly sizes: readonly number[];
  readonly cost: number;
  /** Contacts lost to hazards in the mean of the worst years. */
  readonly risk: number;
  /** By limit that binds: what the cost changes by per unit of the limit (a share, or a multiple of today's seats). */
  readonly prices: ReadonlyMap<string, number>;
  /** What a contact less in the worst years costs more; 0 where nothing holds it down. */
  readonly riskPrice: number;
}

export interface BestMixes {
  readonly today: Mix;
  /** From the least cost to the least risk; none where limits conflict. */
  readonly frontier: readonly Mix[];
  /** The smallest set of limits of which none can be left in, when all together can't be met; by id. */
  readonly conflict: readonly string[];
}

/** Unmet hours more than today's that rounding may leave. */
const SLACK = 1e-6;
/** Cost that a mix of least risk may have beyond the least at that risk, as a share: a hair's breadth. */
const NEAR = 1e-7;

/**
 * Mixes on the frontier of cost and risk, with today's beside them, and why there is none when limits conflict.
 *
 * Every mix meets, while nothing happens, at least what today's can. Points are evenly apart in risk. Dual values come with the
 * solution and hold for small changes. Conflicts are found by leaving out one limit after the other and keeping out those
 * whose absence leaves the rest in conflict (deletion filter).
 *
 * Source: Rockafellar and Uryasev (2000); Chinneck, Feasibility and Infeasibility in Optimization (2008), ch. 6. Cost: a linear
 * program a point, and one a limit where they conflict.
 */
export function bestMixes(
  problem: MixProblem,
  solve: LinearSolver,
  points: number,
  told?: (share: number) => void,
): BestMixes {
  const least = mixProgram(problem, { least: 'unmet', asToday: true });
  const calm = solve(least.program);
  const unmetAtMost = least.unmet.map((seasons) => seasons.map((column) => calm.values[column]! * (1 + SLACK) + SLACK));
  const today = solved(problem, solve, { least: 'risk', asToday: true, unmetAtMost })!;
  const cheapest = solved(problem, solve, { least: 'cost', unmetAtMost });
  told?.(1 / (points + 2));
  if (!cheapest) return { today, frontier: [], conflict: conflictOf(problem, solve, unmetAtMost) };
  const safest = solved(problem, solve, { least: 'risk', unmetAtMost })!;
  const high = riskAtLeastCost(problem, solve, unmetAtMost, cheapest);
  const frontier: Mix[] = [];
  for (let at = 0; at < points; at++) {
    const riskAtMost = high + (at / Math.max(1, points - 1)) * (safest.risk * (1 + NEAR) + NEAR - high);
    const mix = solved(problem, solve, { least: 'cost', unmetAtMost, riskAtMost });
    if (mix) frontier.push({ ...mix, risk: riskAtMost });
    told?.((at + 2) / (points + 2));
  }
  return { today, frontier, conflict: [] };
}

/** The least risk that the least cost buys: the program of least cost leaves it undecided. */
function riskAtLeastCost(
  problem: MixProblem,
  solve: LinearSolver,
  unmetAtMost: MixAim['unmetAtMost'],
  cheapest: Mix,
): number {
  const asked = mixProgram(problem, { least: 'risk', unmetAtMost });
  asked.program.row(Number.NEGATIVE_INFINITY, cheapest.cost * (1 + NEAR), asked.cost);
  const found = solve(asked.program);
  return found.status === 'optimal' ? found.objective : cheapest.risk;
}

/** The mix of an aim; null where limits conflict. */
export function solved(problem: MixProblem, solve: LinearSolver, aim: MixAim): Mix | null {
  const asked = mixProgram(problem, aim);
  const found = solve(asked.program);
  return found.status === 'optimal' ? readMix(problem, asked, found) : null;
}

function readMix(problem: MixProblem, asked: MixProgram, found: LinearSolution): Mix {
  const sum = (entries: MixProgram['cost']) =>
    entries.reduce((all, [column, weight]) => all + weight * found.values[column]!, 0);
  const sizes = asked.scale.map((column) => found.values[column]!);
  const hours = problem.teams.reduce(
    (all, team, at) => all + sizes[at]! * team.hours.reduce((whole, value) => whole + value, 0),
    0,
  );
  const riskPrice = asked.riskRow < 0 ? 0 : -found.rowPrices[asked.riskRow]!;
  const prices = new Map<string, number>();
  for (const { id, kind } of problem.limits) {
    const row = asked.limitRows.get(id);
    const price = row === undefined ? 0 : found.rowPrices[row]!;
    // A share's limit stands in its row as limit × all hours.
    if (Math.abs(price) > 1e-9) prices.set(id, kind === 'seats' ? price : price * hours);
  }
  return { sizes, cost: sum(asked.cost), risk: sum(asked.risk), prices, riskPrice };
}

function conflictOf(problem: MixProblem, solve: LinearSolver, unmetAtMost: MixAim['unmetAtMost']): string[] {
  const without = new Set<string>();
  for (const { id } of problem.limits) {
    without.add(id);
    if (solved(problem, solve, { least: 'cost', unmetAtMost, without })) without.delete(id);
  }
  return problem.limits.flatMap(({ id }) => (without.has(id) ? [] : [id]));
}
