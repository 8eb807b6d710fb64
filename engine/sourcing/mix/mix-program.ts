import { LinearProgram } from '../../stats';
import type { MixAim } from './mix-aim';
import { allocate } from './mix-allocation';
import { mixCosts, type Weighted, wholeOf } from './mix-costs';
import type { MixProblem } from './mix-problem';

const FOREVER = Number.POSITIVE_INFINITY;

/** Where the columns and rows of a mix program stand, to read a solution. */
export interface MixProgram {
  readonly program: LinearProgram;
  readonly scale: readonly number[];
  /** By team: the column that says whether it is opened; -1 where opening costs nothing. */
  readonly opened: readonly number[];
  /** Unmet hours by stream and block, while nothing happens. */
  readonly unmet: readonly (readonly number[])[];
  readonly limitRows: ReadonlyMap<string, number>;
  /** The row that keeps risk down; -1 without. */
  readonly riskRow: number;
  /** Weighted columns that make up cost, but for what no size changes, and the conditional value at risk. */
  readonly cost: readonly Weighted[];
  readonly risk: readonly Weighted[];
  /** By hazard and season: the column of the contacts that it loses when it lasts all season. */
  readonly struck: readonly (readonly number[])[];
  /** By year: weighted columns that make up its loss. */
  readonly losses: readonly (readonly Weighted[])[];
}

/**
 * How large each team should be, as a linear program with recourse; a mixed-integer one where opening a candidate costs.
 *
 * Columns are the size of every team, the hours that it gives to each stream in each block of calm time (a part of the day in four
 * weeks), and again in each season while each hazard lasts (work is re-routed as far as who is left can take it), and what
 * nobody is there for. Least of cost (`mixCosts`), with
 * - hours given to a stream × speed + unmet ≥ wanted, in each block undisturbed, and in each season under each hazard;
 * - hours given by a team ≤ its hours × size × what the hazard leaves;
 * - shares of all hours within caps, bands and floors; seats; a candidate's size within what is opened;
 * - a year's loss = Σ length × unmet × contacts an hour over its hazards; their conditional value at risk = t + Σ excess over t
 *   ÷ (years × (1 - level)), at most what is asked.
 *
 * Source: Rockafellar and Uryasev (2000, Journal of Risk 2(3)), theorem 2 and section 4. Cost: (blocks + hazards × seasons) ×
 * memberships columns.
 */
export function mixProgram(problem: MixProblem, aim: MixAim): MixProgram {
  const program = new LinearProgram();
  const { seasons, blocks, teams, streams, hazards, years, level } = problem;
  const scale = teams.map(({ most }, at) => program.column(0, aim.sizes?.[at] ?? 0, aim.sizes?.[at] ?? most));
  const opened = openings(program, problem, aim, scale);
  const cost = mixCosts(program, problem, scale, opened, aim.least === 'cost' ? 1 : 0);
  const unmet = streams.map(() => [] as number[]);
  for (let block = 0; block < blocks; block++) {
    const columns = allocate(program, problem, scale, {
      has: (team) => teams[team]!.calm[block]!,
      wants: (stream) => streams[stream]!.calm[block]!,
      price: () => (aim.least === 'unmet' ? 1 : 0),
      unmetAtMost: (stream) => aim.unmetAtMost?.[stream]?.[block] ?? FOREVER,
      block,
    });
    columns.forEach((column, stream) => {
      unmet[stream]!.push(column);
    });
  }
  const limitRows = aim.sizes ? new Map<string, number>() : limits(program, problem, aim, scale);
  const struck = hazards.map(({ left }) =>
    Array.from({ length: seasons }, (_, season) => struckSeason(program, problem, aim, scale, left, season)),
  );
  const byRisk = aim.least === 'risk' ? 1 : (aim.riskWeight ?? 0);
  const threshold = program.column(byRisk, 0, FOREVER);
  const risk: Weighted[] = [[threshold, 1]];
  const weight = 1 / (years.length * (1 - level));
  const losses = years.map((events) => {
    const excess = program.column(byRisk * weight, 0, FOREVER);
    risk.push([excess, weight]);
    const lost = new Map<number, number>();
    for (const { hazard, season, part } of events) {
      const column = struck[hazard]![season]!;
      lost.set(column, (lost.get(column) ?? 0) + part);
    }
    program.row(0, FOREVER, [
      [excess, 1],
      [threshold, 1],
      ...[...lost].map(([column, value]): Weighted => [column, -value]),
    ]);
    return [...lost];
  });
  const riskRow = aim.riskAtMost === undefined ? -1 : program.row(-FOREVER, aim.riskAtMost, risk);
  return { program, scale, opened, unmet, limitRows, riskRow, cost, risk, struck, losses };
}

/** Who does what in a season under a hazard; returns the column of the contacts lost. */
function struckSeason(
  program: LinearProgram,
  problem: MixProblem,
  aim: MixAim,
  scale: readonly number[],
  left: readonly number[],
  season: number,
): number {
  const { teams, streams } = problem;
  const unmet = allocate(program, problem, scale, {
    has: (team) => teams[team]!.work[season]! * left[team]!,
    wants: (stream) => (streams[stream]!.contactsPerHour > 0 ? streams[stream]!.hours[season]! : 0),
    price: () => 0,
    unmetAtMost: () => FOREVER,
    block: null,
  });
  const lost = unmet.flatMap((column, stream): Weighted[] =>
    column < 0 ? [] : [[column, -streams[stream]!.contactsPerHour]],
  );
  const all = program.column(aim.least === 'lost' ? 1 : 0, 0, FOREVER);
  program.row(0, FOREVER, [[all, 1], ...lost]);
  return all;
}

/** Whole columns for candidates that cost something to open: size ≤ most × opened. */
function openings(program: LinearProgram, { teams }: MixProblem, aim: MixAim, scale: readonly number[]): number[] {
  return teams.map(({ openingCost, most, today }, at) => {
    if (openingCost <= 0 || today > 0) return -1;
    const known = aim.sizes ? aim.sizes[at]! > 0 : aim.opened?.[at];
    const column = program.column(0, known ? 1 : 0, known === false ? 0 : 1, known === undefined);
    program.row(-FOREVER, 0, [
      [scale[at]!, 1],
      [column, -Math.max(most, aim.sizes?.[at] ?? 0)],
    ]);
    return column;
  });
}

function limits(
  program: LinearProgram,
  { teams, limits: all }: MixProblem,
  { without }: MixAim,
  scale: readonly number[],
): Map<string, number> {
  const rows = new Map<string, number>();
  const hours = teams.map((team) => wholeOf(team.hours));
  for (const { id, kind, teams: members, limit } of all) {
    if (without?.has(id)) continue;
    if (kind === 'seats') {
      const today = members.reduce((sum, team) => sum + hours[team]! * teams[team]!.today, 0);
      if (today <= 0) continue;
      const row = members.map((team): Weighted => [scale[team]!, hours[team]! / today]);
      rows.set(id, program.row(-FOREVER, limit, row));
      continue;
    }
    const row = teams.map(
      (_, team): Weighted => [scale[team]!, hours[team]! * ((members.includes(team) ? 1 : 0) - limit)],
    );
    rows.set(id, kind === 'max-share' ? program.row(-FOREVER, 0, row) : program.row(0, FOREVER, row));
  }
  return rows;
}
