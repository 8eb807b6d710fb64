import { buildGrid, type Grid, weekOfIntervals } from '../../calendar';
import { type PlannedArrivals, plannedArrivals, weightedContacts } from '../../demand';
import { effectiveHandleHours, siteOpening } from '../../footprint';
import { contentHash, type Plan } from '../../plan';
import { busyDay } from '../../queueing';
import { Recent } from '../recent';
import { weeklyRequirement } from '../stream-requirement';

/** What headcount needs to know of demand and opening; people and hires don't change it. */
export interface HeadcountGround {
  readonly grid: Grid;
  readonly arrivals: readonly PlannedArrivals[];
  /** By stream and week: agent hours at full speed that keep the promise, hours of work, contacts. */
  readonly requiredHours: readonly Float64Array[];
  readonly workHours: readonly Float64Array[];
  readonly contacts: readonly Float64Array[];
  /** By site: share of each week's usual hours that its holidays leave. */
  readonly kept: ReadonlyMap<string, Float64Array>;
  /** How much busier than forecast each stream is taken to be. */
  readonly busyness: readonly number[];
}

const kept = new Recent<HeadcountGround>(6);

/**
 * Requirement, work and opening by week, for the forecast or for demand that is not exceeded with a given probability.
 *
 * With a percentile each stream's contacts are multiplied by that percentile of a gamma factor of mean 1 whose variation is
 * the stream's daily one: every week as busy as such a day, all streams at once, which is cautious. Kept by content, so that
 * an edit of people finds it again.
 */
export function headcountGround(plan: Plan, percentile: number | null): HeadcountGround {
  const { calendar, markets, streams, reasons, events = [], measures = [], overrides = [] } = plan;
  const demand = [markets, streams, reasons, events, measures, overrides];
  const sites = plan.sites.map(({ id, openingHours, holidays, zone }) => ({ id, openingHours, holidays, zone }));
  return kept.of(contentHash([calendar, demand, sites, percentile]), () => layGround(plan, percentile));
}

function layGround(plan: Plan, percentile: number | null): HeadcountGround {
  const { startDate, weeks, intervalMinutes, zone } = plan.calendar;
  const grid = buildGrid({ startDate, weeks, intervalMinutes, zone });
  const busyness = plan.streams.map((stream) =>
    percentile === null ? 1 : busyDay(stream.dailyVariation, percentile / 100),
  );
  const arrivals = plannedArrivals(plan, grid).map((expected, at) => {
    const factor = busyness[at]!;
    return factor === 1 ? expected : { ...expected, contacts: expected.contacts.map((count) => count * factor) };
  });
  const handleHours = Float64Array.from(plan.streams, (stream) => effectiveHandleHours(stream));
  const side = { plan, grid, arrivals, handleHours, weekOf: weekOfIntervals(grid) };
  const byWeek = (values: Float64Array) => {
    const sums = new Float64Array(weeks);
    for (let week = 0; week < weeks; week++) {
      for (let t = grid.weekStarts[week]!; t < grid.weekStarts[week + 1]!; t++) sums[week]! += values[t]!;
    }
    return sums;
  };
  return {
    grid,
    arrivals,
    requiredHours: plan.streams.map((_, at) =>
      weeklyRequirement(side, at, { model: 'erlang-a', definition: 'answeredOverOffered' }),
    ),
    workHours: arrivals.map((stream, at) => byWeek(weightedContacts(stream)).map((count) => count * handleHours[at]!)),
    contacts: arrivals.map((stream) => byWeek(stream.contacts)),
    kept: new Map(plan.sites.map((site) => [site.id, siteOpening(site, grid).kept])),
    busyness,
  };
}
