import type { RunResult, StressCase } from '../../../../engine/answers';
import type { Plan } from '../../../../engine/plan';
import type { MapSite } from '../../../map';

/** Hours of a full-time week, by which productive hours of a day become people. */
const HOURS_A_DAY = 40 / 7;

/** Productive full-time equivalents of each site on a day of a run. */
export function sitesOn(run: RunResult, day: number): Map<string, number> {
  const sites = new Map<string, number>();
  for (const { site, dailyProductiveHours } of run.teams) {
    sites.set(site, (sites.get(site) ?? 0) + (dailyProductiveHours[day] ?? 0) / HOURS_A_DAY);
  }
  return sites;
}

/** The plan's sites with their mean size over the days shown, as planned. */
export function plannedSites(plan: Plan, base: RunResult, from: number, to: number): MapSite[] {
  const sums = new Map<string, number>();
  for (let day = from; day <= to; day++) {
    for (const [site, size] of sitesOn(base, day)) sums.set(site, (sums.get(site) ?? 0) + size);
  }
  const days = Math.max(1, to - from + 1);
  return plan.sites
    .filter(({ id }) => sums.has(id))
    .map(({ id, name, kind, latitude, longitude }) => ({
      id,
      name,
      kind,
      latitude,
      longitude,
      size: (sums.get(id) ?? 0) / days,
    }));
}

/** First and last day of the playback: from three days before until service is back, or two weeks after the end. */
export function playbackDays(base: RunResult, found: StressCase): readonly [number, number] {
  const at = (date: string) => base.days.indexOf(date);
  const last = base.days.length - 1;
  const start = Math.max(0, at(found.startDate));
  const over = found.impact.recoveredOn ?? found.endDate;
  const end = at(over) >= 0 ? at(over) : last;
  return [Math.max(0, start - 3), Math.min(last, Math.max(end, start + 14))];
}
