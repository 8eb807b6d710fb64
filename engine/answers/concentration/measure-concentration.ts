import { LOOK_THROUGH, type LookThrough, type TeamOrigin } from '../../footprint';
import type { Plan } from '../../plan';
import { concentration, limitBreaches, type WorkParcel, type WorkShares, workShares } from '../../risk';
import type { RunControl } from '../../units';
import { percent } from '../impact-report';
import { contactStakes } from '../money';
import { preparePlan } from '../prepared-plan';
import { provenance } from '../provenance';
import type { ConcentrationAnswer, DimensionShare, MemberShare } from './concentration-types';
import { coverRows, singleSources } from './cover-rows';
import { DIMENSION_LABELS, MEASURE_WORDS } from './dimension-labels';
import { countOf, headline } from './headline';
import { workParcels } from './work-parcels';

const METHOD =
  'shares of productive hours, contacts answered and value at stake over the horizon, from the undisturbed run';

/**
 * Measures how concentrated a footprint's work is, looked through to owners, places, hazard zones, platforms, languages
 * and skills; who covers which stream; and which limits of the plan are broken.
 *
 * By productive hours, by contacts answered, and by what those contacts put at stake: their worth when answered and that
 * of the customer who is lost over one, at the likeliest figures. Units: shares of 1. Cost: the undisturbed run.
 */
export function measureConcentration(plan: Plan, control?: RunControl): ConcentrationAnswer {
  const ready = preparePlan(plan, control);
  const { origins } = ready.network;
  const parcels = workParcels(ready, contactStakes({ plan, run: ready.base }));
  const shares = workShares(plan, origins, parcels, LOOK_THROUGH);
  const hasValue = shares[0]!.spread.value !== null;
  const { covers, rows, hides } = coverRows(ready, parcels);
  const total = (measure: 'hours' | 'contacts' | 'value') => parcels.reduce((sum, parcel) => sum + parcel[measure], 0);
  return {
    totalProductiveHours: total('hours'),
    totalContacts: total('contacts'),
    totalValueAtStake: hasValue ? total('value') : null,
    dimensions: shares.map((entry) => dimensionShare(entry, origins, hasValue, (own) => servedBy(plan, parcels, own))),
    cover: rows,
    singleSource: singleSources(ready, covers, rows),
    breaches: limitBreaches(plan, shares).map((breach) => ({
      ...breach,
      sentence: `${breach.label} holds ${percent(breach.share)} of ${MEASURE_WORDS[breach.measure]}; the policy allows ${breach.kind === 'above-maximum' ? 'at most' : 'at least'} ${percent(breach.limit)}.`,
    })),
    headline: concentrationHeadline(plan),
    hides,
    provenance: provenance(METHOD, { planHash: ready.hash }),
  };
}

/** The headline alone, by hours, for a page that needs no more. */
export function concentrationHeadline(plan: Plan, control?: RunControl): string {
  const { network, base } = preparePlan(plan, control);
  const { origins } = network;
  const hours = base.teams.map(({ total }) => total.productiveHours);
  return headline(plan, concentration(plan, origins, hours), providersOf(origins));
}

const providersOf = (origins: readonly TeamOrigin[]) => origins.map(({ provider }) => provider.id);

function dimensionShare(
  { dimension, members, spread }: WorkShares,
  origins: readonly TeamOrigin[],
  hasValue: boolean,
  streamsOf: (parcels: readonly number[]) => MemberShare['streams'],
): DimensionShare {
  return {
    dimension,
    label: DIMENSION_LABELS[dimension][1],
    members: members.map(({ member, label, amounts, shares, teams, parcels }) => ({
      member,
      label,
      share: shares.hours,
      productiveHours: amounts.hours,
      contactShare: shares.contacts,
      contacts: amounts.contacts,
      valueShare: hasValue ? shares.value : null,
      valueAtStake: hasValue ? amounts.value : null,
      detail: madeOf(
        dimension,
        teams.map((team) => origins[team]!),
      ),
      sites: [...new Set(teams.map((team) => origins[team]!.site.id))],
      streams: streamsOf(parcels),
    })),
    herfindahl: spread.hours?.herfindahl ?? null,
    effectiveNumber: spread.hours?.effectiveNumber ?? null,
    largestShare: spread.hours?.largestShare ?? 0,
    spread,
  };
}

/** The streams to which some parcels give hours, and which part of all that each gets. */
function servedBy(plan: Plan, all: readonly WorkParcel[], own: readonly number[]): MemberShare['streams'] {
  const hours = (some: readonly WorkParcel[], stream: number) =>
    some.reduce((sum, parcel) => sum + (parcel.stream === stream ? parcel.hours : 0), 0);
  const parcels = own.map((at) => all[at]!);
  return plan.streams
    .map(({ id, name }, stream) => {
      const given = hours(parcels, stream);
      return { stream: id, name, share: given > 0 ? given / hours(all, stream) : 0 };
    })
    .filter(({ share }) => share > 0)
    .sort((a, b) => b.share - a.share);
}

/** How many providers, sites or metros are behind a member. */
function madeOf(dimension: LookThrough, origins: readonly TeamOrigin[]): string {
  const count = (level: 'provider' | 'site' | 'metro', values: readonly string[]) =>
    countOf(new Set(values).size, level);
  const providers = count('provider', providersOf(origins));
  const sites = count(
    'site',
    origins.map(({ site }) => site.id),
  );
  const metros = count(
    'metro',
    origins.map(({ site }) => site.metro),
  );
  if (dimension === 'provider' || dimension === 'parent' || dimension === 'kind') return `${sites}, ${metros}`;
  return dimension === 'site' ? providers : `${providers}, ${sites}`;
}
