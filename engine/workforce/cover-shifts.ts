import { LinearProgram, type LinearSolver } from '../stats';

/** A way to work: what one person who works it covers in each interval, and what it costs. */
export interface ShiftColumn {
  /** Intervals covered, and the share of each. */
  readonly intervals: readonly number[];
  readonly shares: readonly number[];
  readonly cost: number;
  /** The group that it belongs to, and its day, where limits over days or kinds hold; -1 without. */
  readonly group: number;
  readonly day: number;
}

/** People of a kind of shift who work so many days of the week; each day no more of them than there are. */
export interface ShiftGroup {
  readonly daysPerWeek: number;
  /** Largest share of all people who may be of this kind. */
  readonly maxShare: number;
}

/** What is to be covered, by which shifts. */
export interface CoverProblem {
  /** People on contacts that each interval needs. */
  readonly required: Float64Array;
  /** Person-intervals needed over the intervals of a day beyond those, by day: work that can wait a little. */
  readonly flexible: Float64Array;
  readonly dayOf: Int32Array | Uint8Array | Uint16Array;
  readonly shifts: readonly ShiftColumn[];
  /** Days and shares that hold; none when empty. */
  readonly groups: readonly ShiftGroup[];
  /** What a missing person-interval costs: far above any shift's, so that nothing is left open that can be covered. */
  readonly openCost: number;
  readonly whole?: boolean;
}

/** The cheapest cover. */
export interface Cover {
  readonly cost: number;
  /** People by shift, and by group over the week. */
  readonly people: Float64Array;
  readonly byGroup: Float64Array;
  /** Person-intervals that no shift can cover. */
  readonly open: number;
}

const FOREVER = Number.POSITIVE_INFINITY;

/**
 * The cheapest set of shifts that covers a requirement.
 *
 * Least cost over people(shift) so that in every interval Σ people × share covered + open ≥ required; over each day as much
 * again as its flexible work; for each kind Σ people over days = days a week × people of the kind, no day more than those, and
 * no kind more than its share of all.
 * Days are spread over people by rotation, so any such numbers can be rostered; starts may differ from day to day.
 *
 * Source: Dantzig 1954 (Operations Research 2(3)), covering by shifts; Baker 1976 for days off by rotation.
 * Units: people. Cost: a linear program of intervals × shifts.
 */
export function coverShifts(problem: CoverProblem, solver: LinearSolver): Cover {
  const { required, flexible, shifts, groups } = problem;
  const program = new LinearProgram();
  const whole = problem.whole ?? false;
  const rows = Array.from(required, (): [number, number][] => []);
  const days = Array.from(flexible, () => new Map<number, number>());
  // Where days are limited a kind's people are paid for all of theirs, worked or not.
  const isGrouped = groups.length > 0;
  shifts.forEach((shift, at) => {
    program.column(isGrouped ? 0 : shift.cost, 0, FOREVER, whole);
    shift.intervals.forEach((interval, place) => {
      rows[interval]!.push([at, shift.shares[place]!]);
      const day = days[problem.dayOf[interval]!]!;
      day.set(at, (day.get(at) ?? 0) + shift.shares[place]!);
    });
  });
  const open = Array.from(required, (need) => program.column(problem.openCost, 0, need));
  rows.forEach((row, interval) => {
    if (required[interval]! > 0) program.row(required[interval]!, FOREVER, [...row, [open[interval]!, 1]]);
  });
  const needOfDay = new Float64Array(flexible);
  required.forEach((need, interval) => {
    needOfDay[problem.dayOf[interval]!]! += need;
  });
  const late = Array.from(flexible, (work) => program.column(problem.openCost, 0, work));
  days.forEach((row, day) => {
    if (flexible[day]! <= 0) return;
    const inDay: [number, number][] = [];
    required.forEach((need, interval) => {
      if (problem.dayOf[interval] === day && need > 0) inDay.push([open[interval]!, 1]);
    });
    program.row(needOfDay[day]!, FOREVER, [...row, ...inDay, [late[day]!, 1]]);
  });
  const people = groups.map((_, group) => addGroup(group));
  groups.forEach(({ maxShare }, group) => {
    if (maxShare >= 1) return;
    program.row(
      -FOREVER,
      0,
      people.map((column, other) => [column, (other === group ? 1 : 0) - maxShare] as const),
    );
  });
  const found = solver(program);
  if (found.status !== 'optimal') throw new Error(`The covering program is ${found.status}.`);
  const sum = (columns: readonly number[]) => columns.reduce((total, column) => total + found.values[column]!, 0);
  const missing = sum(open) + sum(late);
  return {
    cost: found.objective - missing * problem.openCost,
    people: found.values.slice(0, shifts.length),
    byGroup: Float64Array.from(people, (column) => found.values[column]!),
    open: missing,
  };

  function addGroup(group: number): number {
    const own = shifts.flatMap((shift, at) => (shift.group === group ? [at] : []));
    const { daysPerWeek } = groups[group]!;
    const cost = own.length > 0 ? shifts[own[0]!]!.cost * daysPerWeek : 0;
    const column = program.column(cost, 0, own.length > 0 ? FOREVER : 0, whole);
    if (own.length === 0) return column;
    program.row(0, 0, [...own.map((at) => [at, 1] as const), [column, -daysPerWeek]]);
    for (let day = 0; day < flexible.length; day++) {
      const onDay = own.filter((at) => shifts[at]!.day === day).map((at) => [at, 1] as const);
      if (onDay.length > 0) program.row(-FOREVER, 0, [...onDay, [column, -1]]);
    }
    return column;
  }
}
