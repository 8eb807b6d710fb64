import { LinearProgram } from '../../stats';
import type { MixProblem } from './mix-problem';

const FOREVER = Number.POSITIVE_INFINITY;

/** What is asked of a mix program besides the plan's limits. */
export interface MixAim {
  /** `cost`: least cost. `risk`: least conditional value at risk. `unmet`: least work that nobody is there for. */
  readonly least: 'cost' | 'risk' | 'unmet';
  /** Keeps every team as it is. */
  readonly asToday?: boolean | undefined;
  /** Most contacts lost in the mean of the worst years. */
  readonly riskAtMost?: number | undefined;
  /** By stream and season: hours that may stay unmet while nothing happens. */
  readonly unmetAtMost?: readonly (readonly number[])[] | undefined;
  /** Limits that are left out, by id. */
  readonly without?: ReadonlySet<string> | undefined;
}

/** Where the columns and rows of a mix program stand, to read a solution. */
export interface MixProgram {
  readonly program: LinearProgram;
  readonly scale: readonly number[];
  /** Hours by membership and season, while nothing happens. */
  readonly given: readonly (readonly number[])[];
  /** By stream and season. */
  readonly unmet: readonly (readonly number[])[];
  readonly limitRows: ReadonlyMap<string, number>;
  /** The row that keeps risk down; -1 without. */
  readonly riskRow: number;
  /** Weighted columns that make up cost, and the conditional value at risk. */
  readonly cost: readonly (readonly [column: number, weight: number])[];
  readonly risk: readonly (readonly [column: number, weight: number])[];
  /** By year: weighted columns that make up its loss. */
  readonly losses: readonly (readonly (readonly [column: number, weight: number])[])[];
}

/**
 * How large each team should be, as a linear program with recourse.
 *
 * Columns are the size of every team against today's, the hours that it gives to each stream in each season while nothing
 * happens, and again while each hazard lasts (work is re-routed as far as who is left can take it), and what nobody is there
 * for. Least of cost (teams' own × size + changes), with
 * - hours given to a stream × speed + unmet = wanted, in each season, undisturbed and under each hazard;
 * - hours given by a team ≤ its hours × size × what the hazard leaves;
 * - shares of all hours within caps, bands and floors; seats;
 * - a year's loss = Σ length × unmet × contacts an hour over its hazards; their conditional value at risk = t + Σ excess over t
 *   ÷ (years × (1 - level)), at most what is asked.
 *
 * Source: Rockafellar and Uryasev (2000, Journal of Risk 2(3)), theorem 2 and section 4. Cost: hazards × memberships × seasons
 * columns.
 */
export function mixProgram(problem: MixProblem, aim: MixAim): MixProgram {
  const program = new LinearProgram();
  const { teams, streams, limits, hazards, years, level } = problem;
  const [byCost, byRisk, byUnmet] = (['cost', 'risk', 'unmet'] as const).map((what) => (aim.least === what ? 1 : 0));
  const cost: [number, number][] = [];
  const scale = teams.map(({ cost: own, most }) => {
    const column = program.column(byCost! * own, aim.asToday ? 1 : 0, aim.asToday ? 1 : most);
    cost.push([column, own]);
    return column;
  });
  teams.forEach(({ hours, changeCostPerHour }, at) => {
    const whole = hours.reduce((sum, value) => sum + value, 0);
    const price = whole * changeCostPerHour;
    const [up, down] = [0, 1].map(() => program.column(byCost! * price, 0, FOREVER));
    cost.push([up!, price], [down!, price]);
    program.row(1, 1, [
      [scale[at]!, 1],
      [up!, -1],
      [down!, 1],
    ]);
  });
  const calm = allocation(program, problem, scale, null, byUnmet!, aim.unmetAtMost);
  const limitRows = new Map<string, number>();
  const wholeOf = (team: number) => teams[team]!.hours.reduce((sum, value) => sum + value, 0);
  for (const { id, kind, teams: members, limit } of limits) {
    if (aim.without?.has(id) || aim.asToday) continue;
    if (kind === 'seats') {
      const all = members.reduce((sum, team) => sum + wholeOf(team), 0);
      if (all > 0)
        limitRows.set(
          id,
          program.row(
            -FOREVER,
            limit,
            members.map((team) => [scale[team]!, wholeOf(team) / all]),
          ),
        );
      continue;
    }
    const row = teams.map((_, team): [number, number] => [
      scale[team]!,
      wholeOf(team) * ((members.includes(team) ? 1 : 0) - limit),
    ]);
    limitRows.set(id, kind === 'max-share' ? program.row(-FOREVER, 0, row) : program.row(0, FOREVER, row));
  }
  const struck = hazards.map(({ left }) => allocation(program, problem, scale, left, 0, undefined));
  const threshold = program.column(byRisk!, 0, FOREVER);
  const risk: [number, number][] = [[threshold, 1]];
  const weight = 1 / (years.length * (1 - level));
  const lossOf: [number, number][][] = [];
  for (const events of years) {
    const excess = program.column(byRisk! * weight, 0, FOREVER);
    risk.push([excess, weight]);
    const losses = new Map<number, number>();
    for (const { hazard, season, part } of events) {
      streams.forEach(({ contactsPerHour }, stream) => {
        const column = struck[hazard]!.unmet[stream]![season]!;
        losses.set(column, (losses.get(column) ?? 0) + part * contactsPerHour);
      });
    }
    lossOf.push([...losses]);
    program.row(0, FOREVER, [
      [excess, 1],
      [threshold, 1],
      ...[...losses].map(([column, value]) => [column, -value] as const),
    ]);
  }
  const riskRow = aim.riskAtMost === undefined ? -1 : program.row(-FOREVER, aim.riskAtMost, risk);
  return { program, scale, given: calm.given, unmet: calm.unmet, limitRows, riskRow, cost, risk, losses: lossOf };
}

/** Who does what in each season; under a hazard with what it leaves of each team. */
function allocation(
  program: LinearProgram,
  { seasons, teams, streams, edges }: MixProblem,
  scale: readonly number[],
  left: readonly number[] | null,
  price: number,
  atMost: readonly (readonly number[])[] | undefined,
) {
  const given = edges.map(() => Array.from({ length: seasons }, () => program.column(0, 0, FOREVER)));
  const unmet = streams.map((_, stream) =>
    Array.from({ length: seasons }, (__, season) => program.column(price, 0, atMost?.[stream]?.[season] ?? FOREVER)),
  );
  for (let season = 0; season < seasons; season++) {
    streams.forEach(({ hours }, stream) => {
      const row: [number, number][] = [[unmet[stream]![season]!, 1]];
      edges.forEach((edge, at) => {
        if (edge.stream === stream) row.push([given[at]![season]!, edge.speed]);
      });
      program.row(hours[season]!, FOREVER, row);
    });
    teams.forEach(({ hours }, team) => {
      const row: [number, number][] = [[scale[team]!, -hours[season]! * (left?.[team] ?? 1)]];
      edges.forEach((edge, at) => {
        if (edge.team === team) row.push([given[at]![season]!, 1]);
      });
      program.row(-FOREVER, 0, row);
    });
  }
  return { given, unmet };
}
