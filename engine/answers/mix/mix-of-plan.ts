import { sampleHazards } from '../../disruption';
import { DIMENSIONS, type Dimension, memberLabel, membersOf, reachesTeam } from '../../footprint';
import type { Plan } from '../../plan';
import { EDGE_COUNT, edgeCount } from '../../simulate';
import type { MixLimit, MixProblem } from '../../sourcing';
import type { PreparedPlan } from '../prepared-plan';

/** Parts of a year in which work and people are compared; weeks of a year. */
const SEASONS = 4;
const YEAR_WEEKS = 52;
/** Share of years that the tail leaves out. */
const LEVEL = 0.95;

export interface MixSettings {
  readonly seed: number;
  /** Sampled years whose hazards the program knows. */
  readonly years: number;
  /** Most that a team may grow to, as a multiple of today; what changing an hour costs, as a share of what an hour costs. */
  readonly most: number;
  readonly changeCostShare: number;
}

/** A plan as a problem of mixes: teams as they are, work as it is planned, hazards of sampled years, limits of its policies. */
export function mixOfPlan(ready: PreparedPlan, settings: MixSettings): MixProblem {
  const { plan, network, records, base } = ready;
  const { grid, origins, queues } = network;
  const yearWeeks = Math.min(YEAR_WEEKS, grid.weeks);
  const seasons = Math.min(SEASONS, yearWeeks);
  const edgeOf = (season: number) => Math.round((season * yearWeeks) / seasons);
  const bySeason = (value: (fromWeek: number, toWeek: number) => number) =>
    Array.from({ length: seasons }, (_, season) => value(edgeOf(season), edgeOf(season + 1)));
  const teams = plan.teams.map((_, team) => {
    const hours = bySeason((from, to) => {
      let sum = 0;
      for (let day = from * 7; day < to * 7; day++) sum += records.teamHours[team * records.days + day]!;
      return sum;
    });
    const cost = base.teams[team]!.weekly.cost.slice(0, yearWeeks).reduce((sum, value) => sum + value, 0);
    const whole = hours.reduce((sum, value) => sum + value, 0);
    const changeCostPerHour = whole > 0 ? (settings.changeCostShare * cost) / whole : 0;
    return { hours, cost, most: settings.most, changeCostPerHour };
  });
  // Work is wanted in the hours at full speed that today's footprint gives it: idle ones at quiet times are what keeps its service.
  const givenBy = (stream: number, count: number, from: number, to: number) => {
    let sum = 0;
    network.edgeTeam.forEach((_, edge) => {
      if (queues[network.edgeQueue[edge]!]!.stream !== stream) return;
      const speed = count === EDGE_COUNT.dutyHours ? network.edgeSpeed[edge]! : 1;
      for (let week = from; week < to; week++) sum += speed * edgeCount(records, edge, week, count);
    });
    return sum;
  };
  const streams = plan.streams.map((_, at) => {
    const hours = bySeason((from, to) => givenBy(at, EDGE_COUNT.dutyHours, from, to));
    const whole = hours.reduce((sum, value) => sum + value, 0);
    return { hours, contactsPerHour: whole > 0 ? givenBy(at, EDGE_COUNT.answered, 0, yearWeeks) / whole : 0 };
  });
  const edges = new Map<string, { team: number; stream: number; speed: number }>();
  for (const { stream, edges: members } of queues) {
    for (const { team, proficiency } of members) edges.set(`${team} ${stream}`, { team, stream, speed: proficiency });
  }
  const days = yearWeeks * 7;
  return {
    seasons,
    teams,
    streams,
    edges: [...edges.values()],
    limits: limitsOf(ready),
    hazards: plan.hazards.map((hazard) => ({
      left: origins.map((origin) => (reachesTeam(hazard.scope, origin) ? 1 - hazard.lossShare : 1)),
    })),
    years: Array.from({ length: settings.years }, (_, year) =>
      sampleHazards(plan, { seed: settings.seed, year, days }).flatMap(({ hazard, start, days: length }) =>
        Array.from({ length: seasons }, (__, season) => {
          const [from, to] = [edgeOf(season) * 7, edgeOf(season + 1) * 7];
          const part = Math.max(0, Math.min(to, start + length) - Math.max(from, start)) / (to - from);
          return { hazard, season, part };
        }).filter(({ part }) => part > 0),
      ),
    ),
    level: LEVEL,
  };
}

/** The limits of the plan's policies and its seats, as limits on sizes of teams. */
function limitsOf({ plan, network }: PreparedPlan): MixLimit[] {
  const { origins, duty } = network;
  const limits: MixLimit[] = [];
  for (const { dimension, member, maxShare, minShare } of plan.policies.limits) {
    for (const one of member === undefined ? allMembers(network.origins, dimension) : [member]) {
      const teams = origins.flatMap((origin, at) => (membersOf(origin, dimension).includes(one) ? [at] : []));
      const label = memberLabel(plan, dimension, one);
      const facts = { teams, label };
      if (maxShare !== undefined)
        limits.push({ ...facts, id: `${dimension} ${one} at most`, kind: 'max-share', limit: maxShare });
      if (minShare !== undefined)
        limits.push({ ...facts, id: `${dimension} ${one} at least`, kind: 'min-share', limit: minShare });
    }
  }
  for (const site of plan.sites) {
    if (site.seats === null) continue;
    const teams = origins.flatMap((origin, at) => (origin.site.id === site.id ? [at] : []));
    if (teams.length === 0) continue;
    let peak = 0;
    for (let t = 0; t < network.grid.intervals; t++) {
      peak = Math.max(
        peak,
        teams.reduce((sum, team) => sum + duty.onDuty[team]![t]!, 0),
      );
    }
    // The duty schedule keeps people within seats; at its peak they may all be taken.
    const limit = peak > 0 ? Math.max(1, site.seats / peak) : 1;
    limits.push({ id: `seats ${site.id}`, label: `Seats of ${site.name}`, kind: 'seats', teams, limit });
  }
  return limits;
}

function allMembers(origins: PreparedPlan['network']['origins'], dimension: Dimension): string[] {
  const known = DIMENSIONS.includes(dimension) ? origins.flatMap((origin) => [...membersOf(origin, dimension)]) : [];
  return [...new Set(known)].sort();
}

/** The plan with every team as large as a mix says: people, and those who join. */
export function withSizes(plan: Plan, sizes: readonly number[]): Plan {
  const teams = plan.teams.map((team, at) => ({
    ...team,
    headcount: team.headcount.map((entry) => ({ ...entry, heads: entry.heads * sizes[at]! })),
    hires: team.hires.map((entry) => ({ ...entry, heads: entry.heads * sizes[at]! })),
  }));
  return { ...plan, teams };
}
