import { type Grid, openShares, parseOpeningHours } from '../calendar';
import type { Site } from '../plan';

/** When a site is open over a horizon. */
export interface SiteOpening {
  /** Share of each interval in which it is open. */
  readonly open: Float32Array;
  /** Share of each week's usual hours that its holidays leave. */
  readonly kept: Float64Array;
}

/** When a site is open, and the share of each week's usual hours that its holidays leave. Cost: linear in intervals. */
export function siteOpening(site: Pick<Site, 'openingHours' | 'holidays' | 'zone'>, grid: Grid): SiteOpening {
  const hours = parseOpeningHours(site.openingHours);
  const usual = openShares(hours, grid, site.zone);
  const open = site.holidays.length > 0 ? openShares(hours, grid, site.zone, site.holidays) : usual;
  const kept = new Float64Array(grid.weeks);
  for (let week = 0; week < grid.weeks; week++) {
    const whole = sumOver(usual, grid, week);
    kept[week] = whole > 0 ? sumOver(open, grid, week) / whole : 0;
  }
  return { open, kept };
}

function sumOver(values: Float32Array, grid: Grid, week: number): number {
  let sum = 0;
  for (let at = grid.weekStarts[week]!; at < grid.weekStarts[week + 1]!; at++) sum += values[at]!;
  return sum;
}
