import { dayNumber, startOfDay, zoneSpell } from '../calendar';
import { contentHash, type Plan } from '../plan';

/**
 * A short fingerprint of what clocks do in a plan's zones over its horizon.
 *
 * Use to tell why one plan has two answers: clock rules come from the browser's or the server's own time zone database,
 * governments change them, and a database that is older moves a site's shifts by an hour. The same engine, plan and
 * clock rules give the same figures everywhere.
 *
 * Units: eight hexadecimal digits. Valid: any plan. Cost: a look-up in the zone database for each zone and clock change.
 */
export function clockRules(plan: Plan): string {
  const { startDate, weeks, zone } = plan.calendar;
  const startDay = dayNumber(startDate);
  const [from, to] = [startOfDay(zone, startDay), startOfDay(zone, startDay + weeks * 7)];
  const zones = new Set([zone, ...plan.markets.map((market) => market.zone), ...plan.sites.map((site) => site.zone)]);
  const rules = [...zones].sort().map((name) => {
    const { offsetAtStart, transitions } = zoneSpell(name, from, to);
    return [name, offsetAtStart, ...transitions.map(({ instant, offsetMinutes }) => [instant, offsetMinutes])];
  });
  return contentHash(rules).slice(0, 8);
}
