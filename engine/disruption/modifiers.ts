import type { Grid } from '../calendar';
import type { Plan } from '../plan';

/** A factor by interval, or null where a team or stream is untouched. */
export type Factors = Float32Array | null;

/** Contacts that go to another stream instead, by interval as a share of what would have come. */
export interface Shift {
  readonly from: number;
  readonly to: number;
  /** Share asked to move, and of those the share who do; the rest refuse and stay. */
  readonly offered: Float32Array;
  readonly acceptance: number;
  /** Of those who moved, the share who come back to the first stream, and after how many hours. */
  readonly returnShare: number;
  readonly returnAfterHours: number;
}

/** What of a stream's contacts still reaches a team, by interval. */
export interface Route {
  readonly team: number;
  readonly stream: number;
  readonly open: Float32Array;
}

/**
 * What disruptions and a playbook do to a plan, as factors by interval; null where a team or stream is untouched.
 *
 * Both simulations read it: `flow` takes the factors as they are, `contacts` takes them as thinned arrivals, stretched
 * handle times and agents on duty.
 */
export interface Modifiers {
  /** First and last interval (exclusive) in which anything is different. */
  readonly from: number;
  readonly to: number;
  /**
   * By team: share of seats left, share of people left (above 1 where a playbook adds some), share of all people able to
   * work from home, and their output there against an hour on site.
   */
  readonly seats: readonly Factors[];
  readonly people: readonly Factors[];
  readonly home: readonly Factors[];
  readonly homeOutput: readonly Factors[];
  /** By team: time a contact takes against normal. */
  readonly teamHandleTime: readonly Factors[];
  /** By stream: contacts and handle time against normal. */
  readonly demand: readonly Factors[];
  readonly handleTime: readonly Factors[];
  /** By stream: share of those who try now that can't get through. */
  readonly closed: readonly Factors[];
  /** By stream: share of contacts that come outside shortened hours, and of those the share who come back later. */
  readonly shut: readonly Factors[];
  readonly shutReturn: Float64Array;
  /** By stream: steps of priority gained (above 0: served sooner). */
  readonly priority: readonly Factors[];
  readonly shifts: readonly Shift[];
  readonly routes: readonly Route[];
  /** By team: share of heads still employed, and price or wage against normal. */
  readonly staffed: readonly Factors[];
  readonly price: readonly Factors[];
  /** By team: people whom a playbook adds, as a share of those planned, at full speed. */
  readonly added: readonly Factors[];
  /** By team and day of the horizon: what those added people cost; null without any. */
  readonly addedCost: readonly (Float64Array | null)[];
}

/** The same while it is put together. */
export type Draft = {
  -readonly [Field in keyof Modifiers]: Modifiers[Field] extends readonly (infer Entry)[] ? Entry[] : Modifiers[Field];
};

/** Modifiers that change nothing yet. */
export function noModifiers(plan: Plan, grid: Grid): Draft {
  const perTeam = () => plan.teams.map((): Factors => null);
  const perStream = () => plan.streams.map((): Factors => null);
  return {
    from: grid.intervals,
    to: 0,
    seats: perTeam(),
    people: perTeam(),
    home: perTeam(),
    homeOutput: perTeam(),
    teamHandleTime: perTeam(),
    demand: perStream(),
    handleTime: perStream(),
    closed: perStream(),
    shut: perStream(),
    shutReturn: new Float64Array(plan.streams.length),
    priority: perStream(),
    shifts: [],
    routes: [],
    staffed: perTeam(),
    price: perTeam(),
    added: perTeam(),
    addedCost: plan.teams.map(() => null),
  };
}

/** The factors of a member, made all alike when there are none yet. */
export function factorsOf(list: Factors[], at: number, grid: Grid, fill: number): Float32Array {
  const known = list[at];
  if (known) return known;
  const made = new Float32Array(grid.intervals).fill(fill);
  list[at] = made;
  return made;
}
