import { sampleHazards } from '../../disruption';
import { reachesTeam, withSizes } from '../../footprint';
import type { Plan } from '../../plan';
import { buildNetwork, EDGE_COUNT, edgeCount, type Network } from '../../simulate';
import type { MixEdge, MixProblem, MixTeam, MixYear } from '../../sourcing';
import type { PreparedPlan } from '../prepared-plan';
import { mixLimits } from './mix-limits';
import { type MixMoney, mixMoney } from './mix-money';
import type { MixSettings } from './mix-options';
import { calmBlocks, givenByBlock, periodEdge, teamHoursByBlock, timeBlocks } from './time-blocks';

/** Seasons of a year, in which hazards are met; weeks of a year. */
const SEASONS = 4;
export const YEAR_WEEKS = 52;
/** What a team may give a stream in real time against today, as part of its hours: an estimate of what routing can be made to do. */
const MORE = 1.5;
/** Room for single precision in what a team gives today. */
const ROUNDING = 1e-6;
/** Share of years that the tail leaves out. */
const LEVEL = 0.95;
const MONTHS_PER_YEAR = 12;

/** The first year of a plan, which is what mixes are compared over. */
export function yearOfPlan(plan: Plan): Plan {
  const { calendar } = plan;
  return calendar.weeks <= YEAR_WEEKS ? plan : { ...plan, calendar: { ...calendar, weeks: YEAR_WEEKS } };
}

/**
 * A year of a plan as a problem of mixes: teams as they are and candidates as they could be, work as it is done today, hazards of
 * sampled years, the bills of contracts, and the limits of its policies.
 */
export function mixOfPlan(ready: PreparedPlan, settings: MixSettings): MixProblem {
  const { plan, network, records } = ready;
  // Candidates are scheduled beside today's teams; those keep their own hours.
  const wider = plan.candidates ? buildNetwork(withSizes(plan)) : network;
  const { weeks } = network.grid;
  const seasons = Math.min(SEASONS, weeks);
  const edgeOf = (season: number) => periodEdge(season, seasons, weeks);
  const bySeason = (value: (fromWeek: number, toWeek: number) => number) =>
    Array.from({ length: seasons }, (_, season) => value(edgeOf(season), edgeOf(season + 1)));
  const blocks = calmBlocks(network);
  const struck = timeBlocks(network, seasons, 1);
  const money = mixMoney(plan, network, records, wider);
  const teams = wider.plan.teams.map((_, at): MixTeam => {
    const isHere = at < plan.teams.length;
    const from = isHere ? network : wider;
    const hours = bySeason((start, end) => dutyHours(from, at, start, end));
    const whole = hours.reduce((sum, value) => sum + value, 0);
    const cost = costOf(money, at);
    return {
      today: isHere ? 1 : 0,
      hours,
      work: teamHoursByBlock(from, struck, at),
      calm: teamHoursByBlock(from, blocks, at),
      cost: money.own[at]!,
      most: isHere ? settings.most : 1,
      changeCostPerHour: whole > 0 ? (settings.changeCostShare * cost) / whole : 0,
      openingCost: isHere ? 0 : openingCost(plan, at - plan.teams.length),
    };
  });
  const { given, byEdge, work } = givenByBlock(network, blocks, struck);
  const streams = plan.streams.map(({ target }, at) => {
    const hours = work[at]!;
    const whole = hours.reduce((sum, value) => sum + value, 0);
    // Work that can wait is late when nobody is there for it, not lost.
    const isLost = target.kind !== 'complete-within' && whole > 0;
    return { calm: given[at]!, hours, contactsPerHour: isLost ? answeredBy(ready, at) / whole : 0 };
  });
  const edges = mixEdges(plan, network, wider, teams, byEdge);
  return {
    seasons,
    blocks: blocks.count,
    teams,
    contracts: money.contracts,
    fixedCost: money.buildings,
    streams,
    unmet: given.map((of) => of.map(() => 0)),
    edges,
    limits: mixLimits(wider.plan, network),
    hazards: plan.hazards.map(({ scope, lossShare }) => ({
      left: wider.origins.map((origin) => (reachesTeam(scope, origin) ? 1 - lossShare : 1)),
    })),
    years: mixYears(plan, settings.seed, settings.years),
    level: LEVEL,
  };
}

/** Hazards of sampled years: the part of each season in which each lasts. */
export function mixYears(plan: Plan, seed: number, years: number): MixYear[] {
  const { weeks } = plan.calendar;
  const seasons = Math.min(SEASONS, weeks);
  const edgeOf = (season: number) => periodEdge(season, seasons, weeks) * 7;
  return Array.from({ length: years }, (_, year) =>
    sampleHazards(plan, { seed, year, days: weeks * 7 }).flatMap(({ hazard, start, days: length }) =>
      Array.from({ length: seasons }, (__, season) => {
        const [from, to] = [edgeOf(season), edgeOf(season + 1)];
        const part = Math.max(0, Math.min(to, start + length) - Math.max(from, start)) / (to - from);
        return { hazard, season, part };
      }).filter(({ part }) => part > 0),
    ),
  );
}

/**
 * Who can do what, and how much of a team's hours each stream may have while nothing happens. Routing divides a team, not the
 * search: work that can wait gets no more of it than today, since it gets what other work leaves; other work at most half as much
 * again. Candidates divide themselves as the team that they are like.
 */
function mixEdges(
  plan: Plan,
  today: Network,
  wider: Network,
  teams: readonly MixTeam[],
  byEdge: readonly (readonly number[])[],
): MixEdge[] {
  const hours = new Map<string, readonly number[]>();
  today.edgeTeam.forEach((team, edge) => {
    const key = `${team} ${today.queues[today.edgeQueue[edge]!]!.stream}`;
    const known = hours.get(key);
    hours.set(key, known ? known.map((value, block) => value + byEdge[edge]![block]!) : byEdge[edge]!);
  });
  const likeOf = (team: number) =>
    team < plan.teams.length
      ? team
      : plan.teams.findIndex(({ id }) => id === plan.candidates!.teams[team - plan.teams.length]!.like);
  const edges = new Map<string, MixEdge>();
  for (const { stream, edges: members } of wider.queues) {
    const waits = plan.streams[stream]!.target.kind === 'complete-within';
    for (const { team, proficiency: speed } of members) {
      const like = likeOf(team);
      const room = waits ? 1 : MORE;
      const most = hours
        .get(`${like} ${stream}`)
        ?.map((value, block) => (room * value) / Math.max(1e-9, teams[like]!.calm[block]!) + ROUNDING);
      edges.set(`${team} ${stream}`, { team, stream, speed, most });
    }
  }
  return [...edges.values()];
}

/** Hours of a team on duty in some weeks. */
function dutyHours({ grid, duty }: Network, team: number, fromWeek: number, toWeek: number): number {
  const onDuty = duty.onDuty[team]!;
  let sum = 0;
  for (let t = grid.weekStarts[fromWeek]!; t < grid.weekStarts[toWeek]!; t++) sum += onDuty[t]!;
  return (sum * grid.intervalMinutes) / 60;
}

/** Contacts of a stream that are answered in the year. */
function answeredBy({ network, records }: PreparedPlan, stream: number): number {
  const { edgeQueue, queues } = network;
  let sum = 0;
  edgeQueue.forEach((queue, edge) => {
    if (queues[queue]!.stream !== stream) return;
    for (let week = 0; week < records.weeks; week++) sum += edgeCount(records, edge, week, EDGE_COUNT.answered);
  });
  return sum;
}

/** What a team costs in a year at size 1, contract included. */
function costOf({ own, contracts }: MixMoney, team: number): number {
  return contracts.reduce((sum, { teams, units, price }) => {
    const at = teams.indexOf(team);
    return at < 0 ? sum : sum + price * units[at]!.reduce((all, value) => all + value, 0);
  }, own[team]!);
}

/** Once for opening a candidate, and for a year of an own building that is only there for it. */
function openingCost(plan: Plan, index: number): number {
  const { teams, sites } = plan.candidates!;
  const { openingCost: once, site } = teams[index]!;
  const place = sites.find(({ id }) => id === site);
  const isOwn = place && !plan.providers.find(({ id }) => id === place.provider)?.contract;
  return once + (isOwn ? (place.seats ?? 0) * place.facilityCostPerSeatMonth * MONTHS_PER_YEAR : 0);
}
