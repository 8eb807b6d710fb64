import type { Plan } from '../plan';
import type { Absorption, RunResult } from './results';

/** Changes below half a contact are noise to a planner. */
const SMALLEST = 0.5;

/** Weeks of the plan, the last one outside. */
interface Weeks {
  readonly from: number;
  readonly to: number;
}

type Row = { -readonly [Field in keyof Absorption['teams'][number]]: Absorption['teams'][number][Field] };

/**
 * Who absorbs what when something goes wrong: contacts and hours of every team and stream against the undisturbed plan.
 *
 * Within a stream, contacts that some teams answer less and others more were taken over; which went from whom to whom is
 * not marked on a contact, so every fall is divided over the rises by their size. What no rise makes up never came, as far as
 * fewer contacts were offered than in the plan; the rest is stranded: lost, or still open at the end. Rises beyond the falls
 * are demand that came with the disruption.
 *
 * Units: contacts and productive hours over the horizon, or over some of its weeks (the last one outside).
 * Cost: streams × teams that serve them.
 *
 * @example whoAbsorbs(plan, base, run).arcs[0] // { from: 'makati', to: 'tampa', contacts: 12345 }
 */
export function whoAbsorbs(plan: Plan, base: RunResult, run: RunResult, weeks?: Weeks): Absorption {
  const facts = new Map([...base.teams, ...run.teams].map((team) => [team.id, team]));
  const flows = new Map<string, Map<string, number>>();
  const teams: Row[] = [];
  const streams = plan.streams.map(({ id, name }) => {
    const rows = rowsOf(id, base, run, facts, weeks);
    const fallen = sum(rows, (row) => Math.max(0, -row.change));
    const rose = sum(rows, (row) => Math.max(0, row.change));
    const takenOver = Math.min(fallen, rose);
    const notCome = Math.min(fallen - takenOver, fewerOffered(id, base, run, weeks));
    for (const row of rows) {
      const fall = Math.max(0, -row.change);
      row.takenOver = fallen > 0 ? (fall * takenOver) / fallen : 0;
      row.notCome = fallen > 0 ? (fall * notCome) / fallen : 0;
      row.stranded = fall - row.takenOver - row.notCome;
      if (row.takenOver > 0) addArcs(flows, row, rows, rose);
    }
    teams.push(...rows.filter((row) => Math.abs(row.change) >= SMALLEST));
    return { id, name, fallen, takenOver, notCome, stranded: fallen - takenOver - notCome, added: rose - takenOver };
  });
  teams.sort((a, b) => Math.abs(b.change) - Math.abs(a.change) || a.team.localeCompare(b.team));
  const arcs = [...flows].flatMap(([from, targets]) => [...targets].map(([to, contacts]) => ({ from, to, contacts })));
  return {
    streams,
    teams,
    arcs: arcs.filter(({ contacts }) => contacts >= SMALLEST).sort((a, b) => b.contacts - a.contacts),
  };
}

function rowsOf(
  stream: string,
  base: RunResult,
  run: RunResult,
  facts: ReadonlyMap<string, RunResult['teams'][number]>,
  weeks: Weeks | undefined,
): Row[] {
  const total = (values: Float64Array | undefined) => totalOf(values, weeks);
  const of = (result: RunResult) =>
    new Map(result.memberships.filter((entry) => entry.stream === stream).map((entry) => [entry.team, entry]));
  const planned = of(base);
  const now = of(run);
  return [...new Set([...planned.keys(), ...now.keys()])].map((team) => {
    const before = planned.get(team);
    const after = now.get(team);
    const plannedContacts = total(before?.answered);
    const answered = total(after?.answered);
    const plannedHours = total(before?.productiveHours);
    const { name, site } = facts.get(team)!;
    return {
      stream,
      team,
      teamName: name,
      site,
      planned: plannedContacts,
      answered,
      change: answered - plannedContacts,
      plannedHours,
      hoursChange: total(after?.productiveHours) - plannedHours,
      takenOver: 0,
      notCome: 0,
      stranded: 0,
    };
  });
}

/** How many fewer customers of a stream made contact than in the plan, new ones alone. */
function fewerOffered(stream: string, base: RunResult, run: RunResult, weeks: Weeks | undefined): number {
  const offered = (result: RunResult) => totalOf(result.streams.find(({ id }) => id === stream)?.weekly.offered, weeks);
  return Math.max(0, offered(base) - offered(run));
}

function addArcs(flows: Map<string, Map<string, number>>, from: Row, rows: readonly Row[], rose: number): void {
  const targets = flows.get(from.site) ?? new Map<string, number>();
  flows.set(from.site, targets);
  for (const to of rows) {
    if (to.change <= 0) continue;
    targets.set(to.site, (targets.get(to.site) ?? 0) + (from.takenOver * to.change) / rose);
  }
}

function totalOf(values: Float64Array | undefined, weeks: Weeks | undefined): number {
  const some = weeks ? values?.subarray(weeks.from, weeks.to) : values;
  return some?.reduce((all, value) => all + value, 0) ?? 0;
}

const sum = (rows: readonly Row[], value: (row: Row) => number) => rows.reduce((all, row) => all + value(row), 0);
