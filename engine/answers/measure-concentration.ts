import type { Plan } from '../plan';
import { concentration, type DimensionShares, limitBreaches, singleSources } from '../risk';
import type { RunControl } from '../units';
import { percent } from './impact-report';
import { preparePlan } from './prepared-plan';
import { provenance } from './provenance';
import type { ConcentrationAnswer, Dimension } from './results';

/** What each dimension is called, one and many. */
export const DIMENSION_LABELS: Readonly<Record<Dimension, readonly [one: string, many: string]>> = {
  provider: ['provider', 'providers'],
  parent: ['owner', 'owners'],
  country: ['country', 'countries'],
  metro: ['metro', 'metros'],
  kind: ['kind of site', 'kinds of site'],
  platform: ['platform', 'platforms'],
  site: ['site', 'sites'],
};

/** Measures how concentrated a footprint's productive hours are, looked through to owners, places and platforms. */
export function measureConcentration(plan: Plan, control?: RunControl): ConcentrationAnswer {
  const ready = preparePlan(plan, control);
  const hours = ready.base.teams.map((team) => team.total.productiveHours);
  const { origins, queues } = ready.network;
  const shares = concentration(plan, origins, hours);
  const providerName = (id: string) => plan.providers.find((provider) => provider.id === id)?.name ?? id;
  const labelOf = (level: Dimension, member: string) =>
    shares.find(({ dimension }) => dimension === level)?.members.find((each) => each.member === member)?.label ??
    member;
  return {
    totalProductiveHours: hours.reduce((sum, value) => sum + value, 0),
    dimensions: shares.map((entry) => ({
      dimension: entry.dimension,
      label: DIMENSION_LABELS[entry.dimension][1],
      members: entry.members.map(({ member, label, share, hours: productiveHours, teams }) => ({
        member,
        label,
        share,
        productiveHours,
        detail: detail(entry.dimension, teams, origins),
      })),
      herfindahl: entry.herfindahl,
      effectiveNumber: entry.effectiveNumber,
      largestShare: entry.largestShare,
    })),
    singleSource: singleSources(plan, origins, queues, hours).map((cell) => {
      const stream = plan.streams[cell.stream]!;
      const provider = origins[cell.team]!.provider.id;
      const offered = ready.base.streams[cell.stream]!.total.offered;
      return {
        stream: stream.id,
        name: stream.name,
        skill: stream.skill,
        language: stream.language,
        channel: stream.channel,
        provider,
        providerName: providerName(provider),
        level: cell.level,
        member: cell.member,
        memberLabel: labelOf(cell.level, cell.member),
        contactsPerWeek: offered / plan.calendar.weeks,
      };
    }),
    breaches: limitBreaches(plan, shares).map((breach) => ({
      ...breach,
      sentence: `${breach.label} holds ${percent(breach.share)} of productive hours; the policy allows ${breach.kind === 'above-maximum' ? 'at most' : 'at least'} ${percent(breach.limit)}.`,
    })),
    headline: headline(
      plan,
      shares,
      ready.network.origins.map((origin) => origin.provider.id),
    ),
    provenance: provenance('shares of productive hours over the horizon, from the undisturbed run', {
      planHash: ready.hash,
    }),
  };
}

function detail(
  dimension: Dimension,
  teams: readonly number[],
  origins: readonly {
    readonly site: { readonly id: string; readonly metro: string };
    readonly provider: { readonly id: string };
  }[],
): string {
  const count = (values: readonly string[], one: string, many: string) => {
    const different = new Set(values).size;
    return `${different} ${different === 1 ? one : many}`;
  };
  const providers = count(
    teams.map((team) => origins[team]!.provider.id),
    'provider',
    'providers',
  );
  const sites = count(
    teams.map((team) => origins[team]!.site.id),
    'site',
    'sites',
  );
  const metros = count(
    teams.map((team) => origins[team]!.site.metro),
    'metro',
    'metros',
  );
  return dimension === 'provider' || dimension === 'parent' || dimension === 'kind'
    ? `${sites}, ${metros}`
    : dimension === 'site'
      ? providers
      : `${providers}, ${sites}`;
}

/** What counting providers hides: the place in which most of them meet. */
function headline(plan: Plan, shares: readonly DimensionShares[], providerOfTeam: readonly string[]): string {
  const of = (dimension: Dimension) => shares.find((entry) => entry.dimension === dimension)!;
  const providers = of('provider');
  const parents = of('parent');
  const metro = of('metro').members[0];
  const country = of('country').members[0];
  if (!metro || !country) return 'Nobody works in this plan yet.';
  const inMetro = new Set(metro.teams.map((team) => providerOfTeam[team]));
  const number = (value: number | null) => (value ?? 0).toFixed(1);
  const outsourcers = plan.providers.filter((provider) => provider.kind === 'outsourcer').length;
  const start = `${providers.members.length} ${providers.members.length === 1 ? 'provider' : 'providers'} (effective number ${number(providers.effectiveNumber)}, by owner ${number(parents.effectiveNumber)})`;
  if (inMetro.size > 1) {
    return `${start}, but ${inMetro.size} of them meet in ${metro.label}, which holds ${percent(metro.share)} of productive hours: by metro the footprint counts as ${number(of('metro').effectiveNumber)}, by country as ${number(of('country').effectiveNumber)}.`;
  }
  const single = outsourcers === 0 ? '' : `, ${outsourcers} of them outsourced`;
  return `${start}${single}; the largest metro, ${metro.label}, holds ${percent(metro.share)} of productive hours, the largest country, ${country.label}, ${percent(country.share)}.`;
}
