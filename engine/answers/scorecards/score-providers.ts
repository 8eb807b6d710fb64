import { ownersOf } from '../../footprint';
import type { Plan, Provider, Site } from '../../plan';
import { effectiveNumber } from '../../risk';
import {
  type DefaultProbability,
  type DistressState,
  defaultProbability,
  distressStates,
  hoursAtStake,
  SCORECARD_ASSUMPTIONS,
  type ScorecardAssumption,
} from '../../sourcing';
import type { RunControl } from '../../units';
import { preparePlan } from '../prepared-plan';
import { type Provenance, provenance } from '../provenance';
import { type HomeReach, homeReach } from './home-reach';
import { type SiteAttributes, type SupplierAttributes, siteAttributes, together } from './supplier-attributes';

/** What procurement wants to know of one provider. */
export interface ProviderScore extends DefaultProbability {
  readonly id: string;
  readonly name: string;
  readonly kind: Provider['kind'];
  readonly parent: string | null;
  /** Productive hours a week of the provider and of all that it owns. */
  readonly hoursPerWeek: number;
  readonly hoursShare: number;
  readonly countries: number;
  readonly effectiveCountries: number;
  readonly metros: number;
  readonly effectiveMetros: number;
  /** Share of its hours worked at home by design; of those on site, the share of people who could go home. */
  readonly atHomeShare: number;
  readonly homeEligibleShare: number | null;
  /** How far its work goes on from home; null without hours. */
  readonly home: HomeReach | null;
  readonly capabilities: Provider['capabilities'] | null;
  /** Of all its sites together. */
  readonly attributes: SupplierAttributes;
  readonly transferWeeks: number;
  readonly states: readonly DistressState[];
  /** Productive hours lost within a year. */
  readonly expectedHoursLost: number;
  readonly worstHoursLost: number;
}

export interface ScorecardAnswer {
  /** Day on which ages of evidence count: the plan's first. */
  readonly asOf: string;
  /** Most expected hours lost first. */
  readonly providers: readonly ProviderScore[];
  /** Every site, own ones too. */
  readonly sites: readonly SiteAttributes[];
  /** What the scorecards assume, with source and grade. */
  readonly assumptions: readonly ScorecardAssumption[];
  readonly provenance: Provenance;
}

/** Weeks to hire and to train: 34 days to fill a place and about 40 to train (cinareo, 1,800 agents at 8 centers). */
const HIRE_AND_TRAIN_WEEKS = (34 + 40) / 7;

/** Those of the default, and what a transfer takes here. */
const ASSUMPTIONS: readonly ScorecardAssumption[] = [
  ...SCORECARD_ASSUMPTIONS,
  {
    name: 'To hire and to train, in a transfer',
    value: HIRE_AND_TRAIN_WEEKS,
    unit: 'weeks',
    source: 'Cinareo, 1,800 agents at 8 centers: 34 days to fill a place, about 40 to train',
    grade: 'survey',
    beside: null,
  },
];

/** Notice for a ramp where no other provider's contract says. */
const USUAL_RAMP_NOTICE_WEEKS = 8;

const METHOD =
  'one-year default from evidence as of the plan’s first day (log-odds, a prior and ratios by 1 ÷ variance), times weeks of work lost by how a default goes on';

/**
 * Scores every outsourcer and holding of a plan: how likely it defaults within a year, and what that takes.
 *
 * Use to compare providers by evidence, not by reputation; unknowns widen the interval. Shares of hours are those of the
 * undisturbed run. A provider and its owner are scored apart, each on its own evidence.
 *
 * Units: shares of 1, hours, weeks. Cost: the undisturbed run.
 */
export function scoreProviders(plan: Plan, control?: RunControl): ScorecardAnswer {
  const ready = preparePlan(plan, control);
  const { origins } = ready.network;
  const hours = ready.base.teams.map((team) => team.total.productiveHours);
  const all = hours.reduce((sum, value) => sum + value, 0);
  const asOf = plan.calendar.startDate;
  const chains = chainsOf(plan);
  const sites = siteAttributes(ready);
  const providers = plan.providers
    .filter(({ kind }) => kind !== 'in-house')
    .map((provider): ProviderScore => {
      const teams = origins.flatMap((origin, team) =>
        chains.get(origin.provider.id)!.includes(provider.id) ? [{ ...origin, hours: hours[team]! }] : [],
      );
      const own = teams.reduce((sum, team) => sum + team.hours, 0);
      const hoursPerWeek = own / plan.calendar.weeks;
      const [byCountry, byMetro] = [spread(teams, 'country'), spread(teams, 'metro')];
      const onSite = teams.filter(({ site }) => site.kind !== 'work-at-home');
      const onSiteHours = onSite.reduce((sum, team) => sum + team.hours, 0);
      const eligible = onSite.reduce((sum, team) => sum + team.hours * (team.site.workAtHome?.eligibleShare ?? 0), 0);
      const transferWeeks = rampNotice(plan, provider, chains) + HIRE_AND_TRAIN_WEEKS;
      const states = distressStates({ transferWeeks, exitNoticeWeeks: exitNotice(plan, provider, chains) });
      const chance = defaultProbability(provider.evidence ?? [], asOf);
      const stake = hoursAtStake(chance.probability, hoursPerWeek, states);
      return {
        ...chance,
        id: provider.id,
        name: provider.name,
        kind: provider.kind,
        parent: provider.parent ?? null,
        hoursPerWeek,
        hoursShare: all > 0 ? own / all : 0,
        countries: byCountry.length,
        effectiveCountries: effectiveNumber(byCountry),
        metros: byMetro.length,
        effectiveMetros: effectiveNumber(byMetro),
        atHomeShare: own > 0 ? (own - onSiteHours) / own : 0,
        homeEligibleShare: onSiteHours > 0 ? eligible / onSiteHours : null,
        home: homeReach(teams),
        capabilities: provider.capabilities ?? null,
        attributes: together(sites.filter((site) => chains.get(site.provider)!.includes(provider.id))),
        transferWeeks,
        states,
        expectedHoursLost: stake.expected,
        worstHoursLost: stake.worst,
      };
    });
  providers.sort((a, b) => b.expectedHoursLost - a.expectedHoursLost || a.name.localeCompare(b.name, 'en'));
  return { asOf, providers, sites, assumptions: ASSUMPTIONS, provenance: provenance(METHOD, { planHash: ready.hash }) };
}

/** Hours by country or metro. */
function spread(
  teams: readonly { readonly site: Site; readonly hours: number }[],
  by: 'country' | 'metro',
): readonly number[] {
  const found = new Map<string, number>();
  for (const { site, hours } of teams) found.set(site[by], (found.get(site[by]) ?? 0) + hours);
  return [...found.values()];
}

type Chains = ReadonlyMap<string, readonly string[]>;

/** For each provider the ids of those whose failure takes it along: its own and its owners', up to the top. */
function chainsOf(plan: Plan): Chains {
  const byId = new Map(plan.providers.map((provider) => [provider.id, provider]));
  return new Map(plan.providers.map((each) => [each.id, ownersOf(each, byId).map(({ id }) => id)]));
}

/** Its contract's exit notice; the shortest of what it owns where it has no contract of its own. */
function exitNotice(plan: Plan, provider: Provider, chains: Chains): number {
  if (provider.contract) return provider.contract.exitNoticeWeeks;
  const owned = plan.providers.filter((other) => other.contract && chains.get(other.id)!.includes(provider.id));
  return owned.length > 0 ? Math.min(...owned.map((other) => other.contract!.exitNoticeWeeks)) : 0;
}

/** The shortest notice at which somebody else, who isn't in the same hands, takes more work. */
function rampNotice(plan: Plan, provider: Provider, chains: Chains): number {
  const top = chains.get(provider.id)!.at(-1);
  const others = plan.providers.filter((other) => other.contract && chains.get(other.id)!.at(-1) !== top);
  const notices = others.map((other) => other.contract!.rampNoticeWeeks);
  return notices.length > 0 ? Math.min(...notices) : USUAL_RAMP_NOTICE_WEEKS;
}
