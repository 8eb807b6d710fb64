import type { LinearSolution, LinearSolver } from '../../stats';
import { bestOpenings } from './best-openings';
import type { MixAim } from './mix-aim';
import { wholeOf } from './mix-costs';
import type { MixProblem, MixYear } from './mix-problem';
import { type MixProgram, mixProgram } from './mix-program';

/** A mix as the program sees it. */
export interface Mix {
  /** Size of each team against today's; of a candidate against the size that it could have. */
  readonly sizes: readonly number[];
  readonly cost: number;
  /** Contacts lost to hazards in the mean of the worst years. */
  readonly risk: number;
  /** By limit that binds: what the cost changes by per unit of the limit (a share, or a multiple of today's seats). */
  readonly prices: ReadonlyMap<string, number>;
  /** What a contact less in the worst years costs more; 0 where nothing holds it down. */
  readonly riskPrice: number;
}

/**
 * The mix of an aim; null where limits conflict.
 *
 * Where candidates cost something to open, it is decided first which to open (`bestOpenings`); sizes and prices then come from the
 * linear program with those opened: prices hold as long as nothing else is.
 */
export function solvedMix(problem: MixProblem, solve: LinearSolver, aim: MixAim): Mix | null {
  const asked = mixProgram(problem, aim);
  if (asked.program.isInteger.some((whole) => whole)) {
    const opened = bestOpenings(problem, solve, aim);
    return opened && solvedMix(problem, solve, { ...aim, opened });
  }
  const found = solve(asked.program);
  return found.status === 'optimal' ? readMix(problem, asked, found) : null;
}

function readMix(problem: MixProblem, asked: MixProgram, found: LinearSolution): Mix {
  const sum = (entries: MixProgram['cost']) =>
    entries.reduce((all, [column, weight]) => all + weight * found.values[column]!, 0);
  const sizes = asked.scale.map((column) => Math.max(0, found.values[column]!));
  const hours = problem.teams.reduce((all, team, at) => all + sizes[at]! * wholeOf(team.hours), 0);
  const riskPrice = asked.riskRow < 0 ? 0 : -found.rowPrices[asked.riskRow]!;
  const prices = new Map<string, number>();
  for (const { id, kind } of problem.limits) {
    const row = asked.limitRows.get(id);
    const price = row === undefined ? 0 : found.rowPrices[row]!;
    // A share's limit stands in its row as limit × all hours.
    if (Math.abs(price) > 1e-9) prices.set(id, kind === 'seats' ? price : price * hours);
  }
  return { sizes, cost: problem.fixedCost + sum(asked.cost), risk: sum(asked.risk), prices, riskPrice };
}

/** Contacts that a mix loses in each of some years, as the program sees it: every hazard met as well as who is left can. */
export function lossesOfYears(
  problem: MixProblem,
  solve: LinearSolver,
  sizes: readonly number[],
  years: readonly MixYear[],
): number[] {
  const asked = mixProgram({ ...problem, blocks: 0, years: [] }, { least: 'lost', sizes });
  const found = solve(asked.program);
  return years.map((events) =>
    events.reduce((sum, { hazard, season, part }) => sum + part * found.values[asked.struck[hazard]![season]!]!, 0),
  );
}
