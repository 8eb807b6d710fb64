import { type MergeMapping, mergePlans, proposeMapping } from '../../footprint';
import { type Plan, planHash } from '../../plan';
import { checkpoint, type RunControl } from '../../units';
import { measureConcentration } from '../concentration';
import { type PreparedPlan, partOf, preparePlan } from '../prepared-plan';
import { provenance } from '../provenance';
import type { MergeAnswer, MergeFigures } from './results';

export interface MergeOptions {
  readonly second: Plan;
  /** What is the same in both; proposed by names and ids when absent. */
  readonly mapping?: MergeMapping | undefined;
  /** Units of the first plan's currency for one of the second's. */
  readonly rate?: number | undefined;
}

const METHOD =
  'union of both plans under the mapping: what is the same is there once, streams of one kind of work are answered by both plans’ teams; each footprint run by flow undisturbed over the weeks that both plans have';

/**
 * Two footprints before and after they are one: cost, service, concentration, single sources, breaches, places that both have.
 *
 * Errors: as `mergePlans`. Cost: three runs of a plan.
 */
export function mergeFootprints(plan: Plan, options: MergeOptions, control?: RunControl): MergeAnswer {
  const mapping = options.mapping ?? proposeMapping(plan, options.second);
  const { first, second, union, rate, warnings } = mergePlans(plan, options.second, mapping, options.rate);
  const [one, other, both] = [first, second, union].map((each, at) =>
    preparePlan(each, partOf(control, at / 3, (at + 1) / 3)),
  ) as [PreparedPlan, PreparedPlan, PreparedPlan];
  const answer = {
    first: figuresOf(one),
    second: figuresOf(other),
    apart: apartOf(one, other),
    union: figuresOf(both),
    overlaps: overlapsOf(first, second),
    mapping,
    currency: plan.currency,
    rate,
    weeks: union.calendar.weeks,
  };
  checkpoint(control, 1, 'done');
  return {
    ...answer,
    sentence: sentenceOf(answer),
    provenance: provenance(METHOD, { planHash: planHash(union), warnings }),
  };
}

/** The union alone, to be kept as a plan. Errors: as `mergePlans`. */
export function mergedPlan(plan: Plan, options: MergeOptions): Plan {
  const mapping = options.mapping ?? proposeMapping(plan, options.second);
  return mergePlans(plan, options.second, mapping, options.rate).union;
}

/** What looks the same in both plans, to be looked through. */
export function proposedMapping(plan: Plan, options: { readonly second: Plan }): MergeMapping {
  return proposeMapping(plan, options.second);
}

function figuresOf(ready: PreparedPlan): MergeFigures {
  const { plan, base } = ready;
  const { total } = base;
  const { dimensions, singleSource, breaches } = measureConcentration(plan);
  return {
    name: plan.name,
    costPerYear: yearly(ready, total.cost),
    serviceLevel: total.serviceLevel,
    abandonment: total.abandonment,
    asaSeconds: total.asaSeconds,
    occupancy: total.occupancy,
    contactsOffered: total.offered,
    contactsLost: total.lost,
    productiveHours: total.productiveHours,
    heads: headsOf(plan),
    sites: plan.sites.length,
    providers: plan.providers.filter(({ kind }) => kind !== 'holding').length,
    spread: dimensions.flatMap(({ dimension, effectiveNumber, members: [largest] }) =>
      largest ? [{ dimension, effectiveNumber, largest: largest.label, largestShare: largest.share }] : [],
    ),
    singleSource: new Set(singleSource.map(({ stream }) => stream)).size,
    breaches: breaches.map(({ sentence }) => sentence),
  };
}

const yearly = ({ network }: PreparedPlan, cost: number) => (cost * 365.25) / network.days.length;

const headsOf = ({ teams }: Pick<Plan, 'teams'>) =>
  teams.reduce((sum, { headcount }) => sum + headcount.reduce((all, { heads }) => all + heads, 0), 0);

function apartOf(one: PreparedPlan, other: PreparedPlan): MergeAnswer['apart'] {
  const [a, b] = [one.base.total, other.base.total];
  const weighed = (x: number | null, y: number | null) => {
    if (x === null || y === null) return x ?? y;
    return (x * a.offered + y * b.offered) / (a.offered + b.offered);
  };
  return {
    costPerYear: yearly(one, a.cost) + yearly(other, b.cost),
    serviceLevel: weighed(a.serviceLevel, b.serviceLevel),
    abandonment: weighed(a.abandonment, b.abandonment),
    contactsOffered: a.offered + b.offered,
    contactsLost: a.lost + b.lost,
    productiveHours: a.productiveHours + b.productiveHours,
    heads: headsOf(one.plan) + headsOf(other.plan),
  };
}

function overlapsOf(first: Plan, second: Plan): MergeAnswer['overlaps'] {
  const metros = new Set(first.sites.map(({ metro }) => metro));
  const of = (plan: Plan, metro: string) => plan.sites.filter((site) => site.metro === metro);
  return [...new Set(second.sites.map(({ metro }) => metro))]
    .filter((metro) => metros.has(metro))
    .map((metro) => {
      const [mine, yours] = [of(first, metro), of(second, metro)];
      const heads = (plan: Plan, sites: Plan['sites']) =>
        headsOf({ teams: plan.teams.filter(({ site }) => sites.some(({ id }) => id === site)) });
      return {
        metro,
        first: mine.map(({ name }) => name),
        second: yours.map(({ name }) => name),
        heads: heads(first, mine) + heads(second, yours),
        seats: [...mine, ...yours].reduce((sum, { seats }) => sum + (seats ?? 0), 0),
      };
    })
    .sort((a, b) => b.heads - a.heads || a.metro.localeCompare(b.metro));
}

function sentenceOf(answer: Omit<MergeAnswer, 'sentence' | 'provenance'>): string {
  const { first, second, union, apart, overlaps } = answer;
  const numberOf = ({ spread }: MergeFigures) =>
    spread.find(({ dimension }) => dimension === 'metro')?.effectiveNumber ?? 0;
  const service =
    union.serviceLevel === null || apart.serviceLevel === null
      ? ''
      : serviceWords((union.serviceLevel - apart.serviceLevel) * 100);
  const where =
    overlaps.length === 0
      ? 'no metro in common'
      : `${overlaps.length} ${overlaps.length === 1 ? 'metro' : 'metros'} in common (${overlaps.map(({ metro }) => metro).join(', ')})`;
  return `${first.name} and ${second.name} have ${where}; effective number of metros ${numberOf(first).toFixed(1)} and ${numberOf(second).toFixed(1)} before, ${numberOf(union).toFixed(1)} together; ${union.breaches.length} of the limits broken, ${first.breaches.length} before.${service}`;
}

function serviceWords(points: number): string {
  if (Math.abs(points) < 0.05) return ' Service is that of both apart.';
  return ` Service is ${Math.abs(points).toFixed(1)} points ${points > 0 ? 'better' : 'worse'} than that of both apart.`;
}
