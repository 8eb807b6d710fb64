import { reachesTeam, type TeamOrigin } from '../../footprint';
import type { Hazard, Plan } from '../../plan';
import { exponential, namedStream, normal, type RandomStream } from '../../random';

/** One hazard come true: where in the plan's list it stands, when it begins, and how long it lasts. */
export interface HazardEvent {
  readonly hazard: number;
  /** The only site struck, by its place in the plan; null where the hazard's whole scope is. */
  readonly site: number | null;
  /** Days from the horizon's start, and how many it lasts. */
  readonly start: number;
  readonly days: number;
}

export interface HazardLuck {
  readonly seed: number;
  readonly year: number;
  /** Length of the year in days. */
  readonly days: number;
}

/** 0.9 quantile of a standard normal number. */
const NINETIETH = 1.2815515655446004;
const DAYS_PER_YEAR = 365.25;

/**
 * The hazards that come true in a sampled year, by their beginning.
 *
 * Each hazard strikes its whole scope at once (a country, a metro, a provider with all its sites, a platform, the world) as
 * a Poisson process of its annual rate; lengths are lognormal between its median and ninetieth percentile. Hazards with a
 * common cause share events: the cause strikes at the rate of the most affected of them (share × annual rate) and hits each
 * of the others with the chance that keeps its own rate; who is hit together begins together, and lasts long or short
 * together. Rates of single hazards are what the plan says, with or without common causes.
 *
 * Draws depend on (seed, year, hazard) alone: a hazard that is added or edited leaves the others' luck as it was.
 *
 * Source: Marshall and Olkin (1967, JASA 62) for shocks that strike several at once. Units: days. Cost: a microsecond or
 * two a hazard, and a draw or two an event.
 */
export function sampleHazards(plan: Plan, luck: HazardLuck): HazardEvent[] {
  const found: HazardEvent[] = [];
  const causes = causesOf(plan.hazards);
  plan.hazards.forEach((hazard, at) => {
    const shared = hazard.commonCause?.share ?? 0;
    const stream = namedStream({ ...seedOf(luck), entity: hazard.id, purpose: 'hazard' });
    strike(stream, hazard.annualRate * (1 - shared), luck.days, (start) => {
      found.push({ hazard: at, site: null, start, days: lengthOf(hazard, normal(stream)) });
    });
  });
  for (const { cause, rate, hazards } of causes) {
    const stream = namedStream({ ...seedOf(luck), entity: cause, purpose: 'common-cause' });
    strike(stream, rate, luck.days, (start) => {
      const long = normal(stream);
      for (const at of hazards) {
        const hazard = plan.hazards[at]!;
        const chance = (hazard.annualRate * hazard.commonCause!.share) / rate;
        if (stream.uniform() < chance) found.push({ hazard: at, site: null, start, days: lengthOf(hazard, long) });
      }
    });
  }
  return found.sort(byStart);
}

/**
 * The same hazards as if nothing were shared: every site suffers each as often and as long, at times of its own.
 *
 * What a site loses on average is what it loses in `sampleHazards`, and so is the sum over sites; only that they lose it
 * together is gone. The first site of a hazard keeps its luck, where it has no common cause.
 */
export function sampleHazardsApart(plan: Plan, origins: readonly TeamOrigin[], luck: HazardLuck): HazardEvent[] {
  const found: HazardEvent[] = [];
  plan.hazards.forEach((hazard, at) => {
    sitesStruck(plan, origins, hazard).forEach((site, index) => {
      const entity = index === 0 ? hazard.id : `${hazard.id} ${plan.sites[site]!.id}`;
      const stream = namedStream({ ...seedOf(luck), entity, purpose: 'hazard' });
      strike(stream, hazard.annualRate, luck.days, (start) => {
        found.push({ hazard: at, site, start, days: lengthOf(hazard, normal(stream)) });
      });
    });
  });
  return found.sort(byStart);
}

/** Sites with people whom a hazard reaches, by their places in the plan. */
export function sitesStruck(plan: Plan, origins: readonly TeamOrigin[], { scope }: Pick<Hazard, 'scope'>): number[] {
  const struck = new Set(origins.filter((origin) => reachesTeam(scope, origin)).map(({ site }) => site.id));
  return plan.sites.flatMap(({ id }, at) => (struck.has(id) ? [at] : []));
}

interface Cause {
  readonly cause: string;
  /** Strikes a year. */
  readonly rate: number;
  readonly hazards: readonly number[];
}

function causesOf(hazards: readonly Hazard[]): Cause[] {
  const known = new Map<string, { rate: number; hazards: number[] }>();
  hazards.forEach(({ commonCause, annualRate }, at) => {
    if (!commonCause || commonCause.share * annualRate <= 0) return;
    const entry = known.get(commonCause.cause) ?? { rate: 0, hazards: [] };
    entry.rate = Math.max(entry.rate, commonCause.share * annualRate);
    entry.hazards.push(at);
    known.set(commonCause.cause, entry);
  });
  return [...known].map(([cause, entry]) => ({ cause, ...entry }));
}

const seedOf = ({ seed, year }: HazardLuck) => ({ seed, replication: year });

/** A Poisson process over the year: visits the days on which something begins. */
function strike(stream: RandomStream, perYear: number, days: number, visit: (start: number) => void): void {
  if (!(perYear > 0)) return;
  const gap = DAYS_PER_YEAR / perYear;
  for (let day = exponential(stream, gap); day < days; day += exponential(stream, gap)) visit(day);
}

/** Days that an event lasts: lognormal, given a standard normal number; a ninetieth percentile below the median counts as the median. */
function lengthOf({ medianDays, ninetiethPercentileDays }: Hazard, draw: number): number {
  if (!(medianDays > 0)) return 0;
  const scale = Math.max(0, Math.log(ninetiethPercentileDays / medianDays)) / NINETIETH;
  return medianDays * Math.exp(scale * draw);
}

const byStart = (a: HazardEvent, b: HazardEvent) =>
  a.start - b.start || a.hazard - b.hazard || (a.site ?? -1) - (b.site ?? -1);
