import type { Plan, Site } from '../../plan';
import { EDGE_COUNT, edgeCount } from '../../simulate';
import type { PreparedPlan } from '../prepared-plan';

/** What a supplier's people can do and how far it can stretch: each figure with its unit, none of them a score. */
export interface SupplierAttributes {
  /** Time on contacts against the streams' planned handle times: 1.1 takes a tenth longer. Null where nothing is handled. */
  readonly handleTimeMultiplier: number | null;
  /** Contacts settled against those of experienced people; null where no team says how that is learned. */
  readonly resolutionMultiplier: number | null;
  /** Workplaces, those taken in the busiest interval, and those free even then; null where nobody needs any. */
  readonly seats: number | null;
  readonly seatsTaken: number | null;
  readonly spareSeats: number | null;
  /** Productive hours a week that could still be spent on contacts before streams reach their largest occupancy. */
  readonly spareHoursPerWeek: number;
  /** People a week who can be brought onto contacts; null where nobody says how it hires. */
  readonly rampHeadsPerWeek: number | null;
  /** Weeks from the order to the first of them: notice or lead time, and training. */
  readonly rampAfterWeeks: number | null;
}

export interface SiteAttributes extends SupplierAttributes {
  readonly site: string;
  readonly name: string;
  readonly provider: string;
  readonly providerName: string;
  readonly kind: Site['kind'];
  readonly metro: string;
  readonly country: string;
  readonly hoursPerWeek: number;
}

/**
 * The four attributes of every site: handle time (and resolution), seat ceiling, spare, ramp rate.
 *
 * Handle time: hours on contacts ÷ (contacts × planned agent time of each), over the undisturbed run. Seats taken: people on
 * duty in the busiest interval, those on breaks and in meetings among them. Spare hours: on duty × the stream's largest
 * occupancy, less hours on contacts, at least 0 for each stream and team. Ramp: classes at once (the fewer of rooms and
 * trainers, one where the site names none) × largest class × filled × who turns up × who stays ÷ weeks of training.
 *
 * Units: see the fields. Cost: intervals × teams.
 */
export function siteAttributes(ready: PreparedPlan): SiteAttributes[] {
  const { plan, network, base } = ready;
  const { weeks } = plan.calendar;
  const nameOf = new Map(plan.providers.map(({ id, name }) => [id, name]));
  return plan.sites.map((site): SiteAttributes => {
    const teams = network.origins.flatMap((origin, at) => (origin.site.id === site.id ? [at] : []));
    return {
      site: site.id,
      name: site.name,
      provider: site.provider,
      providerName: nameOf.get(site.provider) ?? site.provider,
      kind: site.kind,
      metro: site.metro,
      country: site.country,
      hoursPerWeek: teams.reduce((sum, at) => sum + base.teams[at]!.total.productiveHours, 0) / weeks,
      ...handling(ready, teams),
      ...seating(ready, site, teams),
      ...ramp(plan, site),
    };
  });
}

/** Attributes of several sites together: rates weighed by hours, the rest added up, the soonest ramp. */
export function together(sites: readonly SiteAttributes[]): SupplierAttributes {
  const known = <T>(of: (site: SiteAttributes) => T | null) => sites.map(of).filter((value) => value !== null);
  const sum = (of: (site: SiteAttributes) => number | null) => {
    const values = known(of);
    return values.length === 0 ? null : values.reduce((total, value) => total + value, 0);
  };
  const mean = (of: (site: SiteAttributes) => number | null) => {
    const some = sites.filter((site) => of(site) !== null && site.hoursPerWeek > 0);
    const hours = some.reduce((total, site) => total + site.hoursPerWeek, 0);
    return hours > 0 ? some.reduce((total, site) => total + of(site)! * site.hoursPerWeek, 0) / hours : null;
  };
  const soonest = known((site) => site.rampAfterWeeks);
  return {
    handleTimeMultiplier: mean((site) => site.handleTimeMultiplier),
    resolutionMultiplier: mean((site) => site.resolutionMultiplier),
    seats: sum((site) => site.seats),
    seatsTaken: sum((site) => site.seatsTaken),
    spareSeats: sum((site) => site.spareSeats),
    spareHoursPerWeek: sum((site) => site.spareHoursPerWeek) ?? 0,
    rampHeadsPerWeek: sum((site) => site.rampHeadsPerWeek),
    rampAfterWeeks: soonest.length > 0 ? Math.min(...soonest) : null,
  };
}

function handling({ plan, network, records, base }: PreparedPlan, teams: readonly number[]) {
  let spent = 0;
  let planned = 0;
  let spare = 0;
  network.edgeTeam.forEach((team, edge) => {
    if (!teams.includes(team)) return;
    const { stream } = network.queues[network.edgeQueue[edge]!]!;
    let [duty, busy, answered] = [0, 0, 0];
    for (let week = 0; week < records.weeks; week++) {
      duty += edgeCount(records, edge, week, EDGE_COUNT.dutyHours);
      busy += edgeCount(records, edge, week, EDGE_COUNT.handlingHours);
      answered += edgeCount(records, edge, week, EDGE_COUNT.answered);
    }
    spent += busy;
    planned += answered * network.handleHours[stream]!;
    spare += Math.max(0, duty * plan.streams[stream]!.maxOccupancy - busy);
  });
  const learns = teams.filter((at) => network.origins[at]!.team.learning.firstMonthQuality !== undefined);
  const heads = (at: number) => base.teams[at]!.total.heads;
  const all = learns.reduce((sum, at) => sum + heads(at), 0);
  const meanOf = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0) / values.length;
  return {
    handleTimeMultiplier: planned > 0 ? spent / planned : null,
    resolutionMultiplier:
      all > 0 ? learns.reduce((sum, at) => sum + meanOf(network.duty.heads[at]!.quality) * heads(at), 0) / all : null,
    spareHoursPerWeek: spare / plan.calendar.weeks,
  };
}

function seating({ network }: PreparedPlan, { seats }: Site, teams: readonly number[]) {
  if (seats === null) return { seats, seatsTaken: null, spareSeats: null };
  const { duty, grid, weekOf } = network;
  let taken = 0;
  for (let t = 0; t < grid.intervals; t++) {
    let there = 0;
    for (const at of teams) there += duty.onDuty[at]![t]! / (1 - duty.heads[at]!.inOffice[weekOf[t]!]!);
    taken = Math.max(taken, there);
  }
  return { seats, seatsTaken: taken, spareSeats: Math.max(0, seats - taken) };
}

function ramp(plan: Plan, site: Site) {
  const hiring = plan.teams.flatMap((team) =>
    team.site === site.id && team.hiring ? [{ ...team.hiring, ...team.onboarding }] : [],
  );
  if (hiring.length === 0) return { rampHeadsPerWeek: null, rampAfterWeeks: null };
  const notice = plan.providers.find(({ id }) => id === site.provider)?.contract?.rampNoticeWeeks;
  const classes = site.training ? Math.min(site.training.rooms, site.training.trainers) : 1;
  const rates = hiring.map((each) => {
    const stay = (1 - (each.noShowShare ?? 0)) * (1 - (each.trainingLossShare ?? 0));
    return (each.maxClass * each.fillRate * stay) / Math.max(1, each.trainingWeeks ?? 0);
  });
  const first = hiring.map((each) => (notice ?? each.leadWeeks) + (each.trainingWeeks ?? 0));
  return { rampHeadsPerWeek: classes * Math.max(...rates), rampAfterWeeks: Math.min(...first) };
}
