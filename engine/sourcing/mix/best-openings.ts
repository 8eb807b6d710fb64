import type { LinearSolver } from '../../stats';
import type { MixAim, Opened } from './mix-aim';
import type { MixProblem } from './mix-problem';
import { mixProgram } from './mix-program';

/** Part of the least cost by which the choice may be off. */
const GAP = 1e-6;
/** Shares of an opening that are none. */
const WHOLE = 1e-6;

/**
 * Which candidates to open where that costs something; null where limits conflict.
 *
 * Branch and bound: opening is paid in proportion to size at first, and the candidate that this leaves most undecided is tried open and
 * closed, the cheaper way first. Each step is a linear program of a third of a second on the worked plan, where HiGHS' own branch and cut
 * takes seven seconds over the same three openings, most of it before it branches. Use for a dozen candidates; work doubles with each in the worst case.
 *
 * Source: Land and Doig (1960, Econometrica 28). Cost: linear programs, a few for each candidate as a rule.
 */
export function bestOpenings(problem: MixProblem, solve: LinearSolver, aim: MixAim): Opened | null {
  let best: { readonly objective: number; readonly opened: Opened } | null = null;
  const open: { readonly bound: number; readonly opened: Opened; readonly shares: readonly number[] }[] = [];
  const look = (opened: Opened) => {
    const asked = mixProgram(problem, { ...aim, opened });
    const { status, objective, values } = solve(asked.program, { relaxed: true });
    if (status !== 'optimal') return;
    const shares = asked.opened.map((column) => (column < 0 ? 0 : values[column]!));
    open.push({ bound: objective, opened, shares });
  };
  look(problem.teams.map(() => undefined));
  for (;;) {
    open.sort((a, b) => b.bound - a.bound);
    const next = open.pop();
    if (!next || (best && next.bound >= best.objective - GAP * Math.abs(best.objective))) break;
    const { shares, opened, bound } = next;
    const doubt = shares.map((share) => Math.min(share, 1 - share));
    const most = doubt.indexOf(Math.max(...doubt));
    if (doubt[most]! > WHOLE) {
      for (const way of [true, false]) look(opened.map((known, at) => (at === most ? way : known)));
    } else if (!best || bound < best.objective) {
      best = { objective: bound, opened: shares.map((share) => share > WHOLE) };
    }
  }
  return best?.opened ?? null;
}
