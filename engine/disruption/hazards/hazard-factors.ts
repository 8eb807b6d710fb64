import type { Grid } from '../../calendar';
import { type DutySchedule, reachesTeam, type TeamOrigin } from '../../footprint';
import type { Plan } from '../../plan';
import { addEffect, groundOf } from '../combine-effects';
import { effectWindow } from '../effect-window';
import type { Factors, Modifiers } from '../modifiers';
import { eventDate, hazardEffects } from './hazard-disruption';
import type { HazardEvent } from './sample-hazards';

/** Intervals in which an event is felt, and the teams that it reaches. */
interface Reach {
  readonly from: number;
  readonly to: number;
  readonly teams: readonly number[];
}

/**
 * Modifiers that are used for one sampled year after another: filled with a year's events, emptied again.
 *
 * The arrays stay the same, so that a run can be made ready for them once. Lives as long as its owner keeps it.
 */
export class HazardFactors {
  readonly modifiers: Modifiers;
  readonly #ground: ReturnType<typeof groundOf>;
  readonly #grid: Grid;
  readonly #plan: Plan;
  readonly #origins: readonly TeamOrigin[];
  /** By team: agent-intervals on duty before each interval. */
  readonly #dutyBefore: readonly Float64Array[];

  constructor(plan: Plan, grid: Grid, origins: readonly TeamOrigin[], duty: DutySchedule) {
    this.#plan = plan;
    this.#origins = origins;
    this.#dutyBefore = duty.onDuty.map(runningSums);
    this.#grid = grid;
    this.#ground = groundOf(plan, grid, origins);
    this.modifiers = this.#ground.draft;
  }

  /** Adds a year's events; returns the intervals in which each is felt, and by which teams. Those outside the horizon are empty. */
  fill(events: readonly HazardEvent[]): Reach[] {
    return events.map((event) => {
      const date = eventDate(this.#plan, event);
      for (const effect of hazardEffects(this.#plan, this.#plan.hazards[event.hazard]!, event))
        addEffect(this.#ground, effect, date);
      return this.reach(event);
    });
  }

  /** Where and when an event is felt, whether or not it is filled in. */
  reach(event: HazardEvent): Reach {
    const { curve } = hazardEffects(this.#plan, this.#plan.hazards[event.hazard]!, event)[0]!;
    const { start, perDay, to } = effectWindow(this.#grid, eventDate(this.#plan, event), curve);
    const from = Math.min(to, Math.max(0, Math.ceil(start + curve.delayDays * perDay)));
    return { from, to, teams: this.#teamsOf(event) };
  }

  /** The time, in days from the horizon's start, by which a share of the duty hours between two days that a hazard can take is over. */
  busyTime(where: Pick<HazardEvent, 'hazard' | 'site'>, fromDay: number, toDay: number, share: number): number {
    const teams = this.#teamsOf(where);
    const { dayStarts, intervalMinutes } = this.#grid;
    const [first, last] = [dayStarts[fromDay]!, dayStarts[toDay]!];
    const before = (t: number) => teams.reduce((sum, team) => sum + this.#dutyBefore[team]![t]!, 0);
    const wanted = before(first) + share * (before(last) - before(first));
    let [low, high] = [first, last];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (before(middle) <= wanted) low = middle;
      else high = middle;
    }
    return fromDay + ((low - first) * intervalMinutes) / 1440;
  }

  /** Agent-hours on duty that an event takes, as if it came alone and nobody went on from home. */
  hoursTaken({ hazard }: HazardEvent, { from, to, teams }: Reach): number {
    const sum = teams.reduce((all, team) => all + this.#dutyBefore[team]![to]! - this.#dutyBefore[team]![from]!, 0);
    return (sum * this.#plan.hazards[hazard]!.lossShare * this.#grid.intervalMinutes) / 60;
  }

  /** By team: its share of the agent-hours on duty, over the first days of the plan, that a hazard can take. */
  teamShares(hazard: number, days: number): Float64Array {
    const until = this.#grid.dayStarts[days]!;
    const shares = new Float64Array(this.#origins.length);
    const teams = this.#teamsOf({ hazard, site: null });
    const whole = teams.reduce((sum, team) => sum + this.#dutyBefore[team]![until]!, 0);
    for (const team of teams) shares[team] = whole > 0 ? this.#dutyBefore[team]![until]! / whole : 1 / teams.length;
    return shares;
  }

  #teamsOf({ hazard, site }: Pick<HazardEvent, 'hazard' | 'site'>): number[] {
    const only = site === null ? null : this.#plan.sites[site]!.id;
    const { scope } = this.#plan.hazards[hazard]!;
    return this.#origins.flatMap((origin, team) =>
      (only === null ? reachesTeam(scope, origin) : origin.site.id === only) ? [team] : [],
    );
  }

  /** Takes everything out again. */
  empty(): void {
    const { draft } = this.#ground;
    const clear = (lists: readonly Factors[], neutral: number) => {
      for (const list of lists) list?.fill(neutral, draft.from, draft.to);
    };
    if (draft.from < draft.to) {
      clear(draft.people, 1);
      clear(draft.seats, 1);
      clear(draft.home, 0);
    }
    draft.from = this.#grid.intervals;
    draft.to = 0;
  }
}

function runningSums(values: ArrayLike<number>): Float64Array {
  const sums = new Float64Array(values.length + 1);
  for (let at = 0; at < values.length; at++) sums[at + 1] = sums[at]! + values[at]!;
  return sums;
}
