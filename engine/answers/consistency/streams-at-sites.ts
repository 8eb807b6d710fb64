import { EDGE_COUNT, edgeCount } from '../../simulate';
import type { PreparedPlan } from '../prepared-plan';
import type { StreamAtSite } from './results';

/** Contacts below which a site says nothing about a stream. */
const FEW_CONTACTS = 1;

/** What each site does for each stream over the horizon, by places in the plan; sites with hardly a contact are left out. */
export function streamsAtSites(ready: PreparedPlan): StreamAtSite[][] {
  const { plan, network, records, base } = ready;
  const { edgeTeam, edgeQueue, queues, duty } = network;
  const siteOf = new Map(plan.sites.map((site) => [site.id, site]));
  const sums = plan.streams.map(() => new Map<string, Sums>());
  edgeTeam.forEach((team, edge) => {
    const { site } = plan.teams[team]!;
    const rows = sums[queues[edgeQueue[edge]!]!.stream]!;
    const row = rows.get(site) ?? emptySums();
    rows.set(site, row);
    const people = duty.heads[team]!;
    const { weekly, total } = base.teams[team]!;
    const hasQuality = plan.teams[team]!.learning.firstMonthQuality !== undefined;
    for (let week = 0; week < records.weeks; week++) {
      const contacts = edgeCount(records, edge, week, EDGE_COUNT.answered);
      const hours = weekly.productiveHours[week]!;
      row.contacts += contacts;
      row.handlingHours += edgeCount(records, edge, week, EDGE_COUNT.handlingHours);
      row.cost += hours > 0 ? (weekly.cost[week]! * edgeCount(records, edge, week, EDGE_COUNT.dutyHours)) / hours : 0;
      row.resolution += contacts * people.quality[week]!;
      row.attrition += contacts * people.attritionPerYear[week]!;
      row.shrinkage += contacts * (1 - people.productiveShare[week]!);
      row.occupancy += contacts * (total.occupancy ?? 0);
      if (hasQuality) row.judged += contacts;
    }
  });
  return sums.map((rows) => {
    const whole = [...rows.values()].reduce((sum, { contacts }) => sum + contacts, 0);
    return [...rows]
      .filter(([, { contacts }]) => contacts >= FEW_CONTACTS)
      .map(
        ([site, row]): StreamAtSite => ({
          site,
          name: siteOf.get(site)!.name,
          contacts: row.contacts,
          share: row.contacts / whole,
          handleTime: (row.handlingHours * 3600) / row.contacts,
          resolution: row.judged > 0 ? row.resolution / row.contacts : null,
          costPerContact: row.cost / row.contacts,
          occupancy: row.occupancy / row.contacts,
          attrition: row.attrition / row.contacts,
          shrinkage: row.shrinkage / row.contacts,
        }),
      )
      .sort((a, b) => b.contacts - a.contacts || a.name.localeCompare(b.name));
  });
}

const emptySums = () => ({
  contacts: 0,
  handlingHours: 0,
  cost: 0,
  resolution: 0,
  attrition: 0,
  shrinkage: 0,
  occupancy: 0,
  judged: 0,
});
type Sums = ReturnType<typeof emptySums>;
