import { InputFault, type Issue, issue, wholeHeads } from '../units';
import { busyDay, shareOfDaysTogether } from './busyness';
import { requiredAgentsFractional } from './required-agents-fractional';
import { checkStaffing, type StaffingLoad, type StaffingTargets } from './staffing-targets';

/** A stream whose day may be busier or quieter than forecast. */
export interface UncertainStream {
  readonly name: string;
  /** Work as forecast. */
  readonly load: StaffingLoad;
  readonly targets: StaffingTargets;
  /** Coefficient of variation of the day's busyness, 0 to 3; `busynessVariation` finds it from past days. */
  readonly dailyVariation: number;
}

/** How often targets are to hold. */
export interface DaysToHold {
  /** Share of days on which targets are to hold, 0 to below 1: 0.8, 0.95. */
  readonly shareOfDays: number;
  /** Share of the variation that all streams have in common, 0 to 1; 1 (one busyness factor by day) unless given. */
  readonly common?: number | undefined;
  /** `each`: every stream holds on that share of days, its own days (the default); `all`: on one and the same days. */
  readonly hold?: 'each' | 'all' | undefined;
}

/** What is to hold how often. */
export interface PercentilePlanInput extends DaysToHold {
  readonly streams: readonly UncertainStream[];
}

/** How busy a day is staffed for, by stream. */
export interface BusyDays {
  /** Rate that is staffed for, over the forecast's, in the order of the streams. */
  readonly busyness: readonly number[];
  /** Share of days on which each stream by itself holds. */
  readonly shareOfDaysEach: number;
  /** Share of days on which all streams hold at once. */
  readonly shareOfDaysTogether: number;
}

/** One stream's staff for a busy day. */
export interface PercentileStream {
  readonly name: string;
  /** Fractional agents for the percentile; NaN when no number of agents meets the targets. */
  readonly agents: number;
  /** Fractional agents for a day exactly as forecast. */
  readonly agentsAsForecast: number;
  /** Rate that is staffed for, over the forecast's. */
  readonly busyness: number;
  /** Why there is no number of agents, or null. */
  readonly reason: string | null;
}

/** Staff that keeps its promise on the share of days asked for. */
export interface PercentilePlan extends Omit<BusyDays, 'busyness'> {
  readonly streams: readonly PercentileStream[];
  readonly agents: number;
  readonly agentsAsForecast: number;
  /** Rounded once, over all streams. */
  readonly heads: number;
}

/**
 * How busy a day each of several streams is to be staffed for, so that targets hold on a share of days.
 *
 * Use where requirements of many intervals follow from the same day; `percentilePlan` adds the agents of one. Formula,
 * source and range: see there. Cost: microseconds a stream, with `all` some 50 ms.
 *
 * @example busyDays([0.1, 0.2], { shareOfDays: 0.8 }).busyness
 */
export function busyDays(variations: readonly number[], days: DaysToHold): BusyDays {
  const issues = daysIssues(days);
  if (issues.length > 0) throw new InputFault(issues);
  const { shareOfDays, common = 1, hold = 'each' } = days;
  const together = (share: number) =>
    shareOfDaysTogether(
      variations,
      variations.map((variation) => busyDay(variation, share)),
      common,
    );
  const each = hold === 'each' ? shareOfDays : shareForAll(shareOfDays, together);
  return {
    busyness: variations.map((variation) => busyDay(variation, each)),
    shareOfDaysEach: each,
    shareOfDaysTogether: together(each),
  };
}

/**
 * Agents with which targets hold on a chosen share of days, when the rate of a day is not known when staff is set.
 *
 * Use in place of a flat margin: staffing for the forecast itself holds on about half of the days. A day's rate is the
 * forecast times a gamma busyness factor of mean 1 (Poisson-gamma arrivals), one factor for all intervals of the day and,
 * as far as it is `common`, for all streams. Required agents grow with the rate, so the plan is the requirement at a
 * percentile of the factor. A target holds on a day when it does in the mean over that day's chance.
 *
 * Formula: agents(s) = requirement at forecast × quantile of the gamma; `all` raises the quantile until the share of days
 * on which every stream holds is the one asked for. Source: Jongbloed & Koole (2001), for the mixture; Mathai &
 * Moschopoulos (1991), for common luck. Units: see `StaffingLoad`. Valid: variation 0 to 3. Cost: about 20 µs a stream,
 * with `all` some 50 ms.
 *
 * @example percentilePlan({ streams: [{ name: 'voice', load, targets: { serviceLevel: 0.8 }, dailyVariation: 0.1 }], shareOfDays: 0.95 })
 */
export function percentilePlan(input: PercentilePlanInput): PercentilePlan {
  check(input);
  const { streams } = input;
  const { busyness: factors, ...shares } = busyDays(
    streams.map(({ dailyVariation }) => dailyVariation),
    input,
  );
  const staffed = streams.map((stream, at): PercentileStream => {
    const busyness = factors[at]!;
    const { load, targets } = stream;
    const busy = requiredAgentsFractional({ ...load, arrivalsPerHour: load.arrivalsPerHour * busyness }, targets);
    const usual = requiredAgentsFractional(load, targets);
    return {
      name: stream.name,
      agents: busy.solved ? busy.agents : Number.NaN,
      agentsAsForecast: usual.solved ? usual.agents : Number.NaN,
      busyness,
      reason: busy.solved ? null : busy.reason,
    };
  });
  const agents = staffed.reduce((sum, stream) => sum + stream.agents, 0);
  return {
    streams: staffed,
    agents,
    agentsAsForecast: staffed.reduce((sum, stream) => sum + stream.agentsAsForecast, 0),
    heads: wholeHeads(agents),
    ...shares,
  };
}

/** The share of days that each stream must hold for all to hold at once on the share asked for. */
function shareForAll(wanted: number, together: (share: number) => number): number {
  let low = wanted;
  let high = 1;
  for (let round = 0; round < 30 && high - low > 1e-7; round++) {
    const middle = (low + high) / 2;
    if (together(middle) < wanted) low = middle;
    else high = middle;
  }
  return together(low) >= wanted ? low : high;
}

function daysIssues({ shareOfDays, common = 1, hold = 'each' }: DaysToHold): Issue[] {
  const issues: Issue[] = [];
  if (!(shareOfDays >= 0 && shareOfDays <= 0.9999)) {
    issues.push(issue('percentile.share', 'shareOfDays', shareOfDays, 'a share from 0 to 0.9999'));
  }
  if (!(common >= 0 && common <= 1)) issues.push(issue('percentile.common', 'common', common, 'a share from 0 to 1'));
  if (hold !== 'each' && hold !== 'all') issues.push(issue('percentile.hold', 'hold', hold, 'each or all'));
  return issues;
}

function check(input: PercentilePlanInput): void {
  const { streams } = input;
  const issues: Issue[] = daysIssues(input);
  if (streams.length === 0) issues.unshift(issue('percentile.streams', 'streams', 0, 'one stream or more'));
  streams.forEach(({ dailyVariation, load, targets }, at) => {
    if (!(dailyVariation >= 0 && dailyVariation <= 3)) {
      issues.push(
        issue('percentile.variation', `streams[${at}].dailyVariation`, dailyVariation, 'a number from 0 to 3'),
      );
    }
    try {
      checkStaffing(load, targets);
    } catch (fault) {
      if (!(fault instanceof InputFault)) throw fault;
      issues.push(...fault.issues.map((one) => ({ ...one, path: `streams[${at}].${one.path}` })));
    }
  });
  if (issues.length > 0) throw new InputFault(issues);
}
