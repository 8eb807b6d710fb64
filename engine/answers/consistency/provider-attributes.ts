import { growthLimit } from '../../sourcing';
import type { PreparedPlan } from '../prepared-plan';
import type { ProviderAttributes, StreamAtSite } from './results';

/** Most that a team grows in a month, as a share of its size; an opinion. */
const LARGEST_RAMP = 0.25;

/** Each provider's speed and resolution beside others' on the same streams, its seats, spare time and ramp. */
export function providerAttributes(
  ready: PreparedPlan,
  streams: readonly (readonly StreamAtSite[])[],
): ProviderAttributes[] {
  const { plan, base, network } = ready;
  return plan.providers.flatMap((provider): ProviderAttributes[] => {
    const sites = plan.sites.filter((site) => site.provider === provider.id);
    const places = new Set(sites.map(({ id }) => id));
    const teams = network.origins.flatMap((origin, at) => (places.has(origin.site.id) ? [{ ...origin, at }] : []));
    if (teams.length === 0) return [];
    const speed = factorOf(streams, places, ({ handleTime }) => handleTime);
    const resolution = factorOf(streams, places, (row) => row.resolution);
    const sum = (pick: (team: (typeof teams)[number]) => number) => teams.reduce((all, team) => all + pick(team), 0);
    const limits = teams.map(({ team, site }) =>
      growthLimit({ team, site, provider, now: headsOf(team), heads: 1, largestRamp: LARGEST_RAMP }),
    );
    const duty = sum(({ at }) => base.teams[at]!.total.productiveHours);
    const busy = sum(({ at }) => base.teams[at]!.total.productiveHours * (base.teams[at]!.total.occupancy ?? 0));
    const seats = sites.flatMap((site) => (site.seats === null ? [] : [site.seats]));
    return [
      {
        id: provider.id,
        name: provider.name,
        contacts: speed.contacts,
        handleTimeFactor: speed.factor ?? 1,
        resolutionFactor: resolution.factor,
        seats: seats.length === 0 ? null : seats.reduce((all, one) => all + one, 0),
        heads: sum(({ team }) => headsOf(team)),
        spareShare: duty > 0 ? 1 - busy / duty : 0,
        rampPerMonth: limits.reduce((all, { perMonth }) => all + perMonth, 0),
        leadWeeks: Math.max(...limits.map(({ leadWeeks }) => leadWeeks)),
      },
    ];
  });
}

const headsOf = ({ headcount }: { readonly headcount: readonly { readonly heads: number }[] }) =>
  headcount.reduce((sum, { heads }) => sum + heads, 0);

/** A figure at some places against the mean of the same streams everywhere, by contacts; null where nothing is known. */
function factorOf(
  streams: readonly (readonly StreamAtSite[])[],
  places: ReadonlySet<string>,
  pick: (row: StreamAtSite) => number | null,
): { readonly contacts: number; readonly factor: number | null } {
  let contacts = 0;
  let ratios = 0;
  for (const rows of streams) {
    const known = rows.filter((row) => pick(row) !== null);
    const whole = known.reduce((sum, row) => sum + row.contacts, 0);
    const mean = known.reduce((sum, row) => sum + row.contacts * pick(row)!, 0) / whole;
    for (const row of known) {
      if (!places.has(row.site)) continue;
      contacts += row.contacts;
      ratios += (row.contacts * pick(row)!) / mean;
    }
  }
  return { contacts, factor: contacts > 0 ? ratios / contacts : null };
}
