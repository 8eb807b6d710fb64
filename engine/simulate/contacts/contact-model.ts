/** A random duration: mean in seconds, and standard deviation over mean (1 exponential, 0 constant, else lognormal). */
export interface Duration {
  readonly mean: number;
  readonly cv: number;
}

/** One kind of contact, as the simulator meets it. */
export interface ContactStream {
  /** Names the stream's sources of chance: the same name has the same luck in every scenario. */
  readonly name: string;
  /** Contacts a second, constant over each piece; a piece ends where `until` says, in seconds of the run. */
  readonly until: Float64Array;
  readonly rate: Float64Array;
  /** The day of each piece: all its pieces are busy or quiet together. */
  readonly day: Uint16Array;
  /** Spread of a day's rate around its forecast, as a coefficient of variation. */
  readonly dailyVariation: number;
  readonly handleTime: Duration;
  /** Mean Infinity: nobody gives up. `atOnce` is the share of customers who leave unless somebody is free. */
  readonly patience: Duration & { readonly atOnce: number };
  /** Factors on handle time and patience by period of arrival; null leaves them alone. */
  readonly handleTimeFactor: Float64Array | null;
  readonly patienceFactor: Float64Array | null;
  /** By period: share of all who try that can't get through; share of first attempts that come outside shortened hours. */
  readonly closedShare: Float64Array | null;
  readonly shutShare: Float64Array | null;
  /** By period: ranks gained at every group. */
  readonly rankGain: Float64Array | null;
  /** Contacts that an agent works on at once, and how much longer each takes when the agent is full. */
  readonly concurrency: number;
  readonly stretch: number;
  /** Answered (deferrable: finished) within so many seconds counts as kept; Infinity where answering at all does. */
  readonly targetSeconds: number;
  readonly deferrable: boolean;
  /** Why customers make contact: share of contacts and factor on handle time. */
  readonly reasons: readonly { readonly name: string; readonly share: number; readonly handleTimeFactor: number }[];
  /** What those who gave up do next: try again here or in another stream; the rest is lost. */
  readonly returns: readonly { readonly stream: number; readonly share: number; readonly delaySeconds: number }[];
  /** How contacts with one attempt behind them differ, with two, and so on; the last holds for all further ones. */
  readonly later: readonly LaterAttempt[];
  /** Share of answered contacts handed on to another stream when the first agent is done. */
  readonly transfers: readonly { readonly stream: number; readonly share: number }[];
  /** Whoever still waits after so many seconds is offered to be called back, keeping the place in line. */
  readonly callback: { readonly afterSeconds: number; readonly acceptShare: number } | null;
}

/** What earlier attempts of the same customer change, against a first attempt. */
export interface LaterAttempt {
  readonly patienceFactor: number;
  readonly handleTimeFactor: number;
  /** Of those who come back to the stream, the share passed on to another one (-1: none). */
  readonly escalateTo: number;
  readonly escalateShare: number;
}

/** How a waiting contact finds its agent among those who are free. */
export type AgentChoice = 'longest-idle' | 'most-idle' | 'in-order';

/** One line of contacts of one stream, before the groups that can serve it. */
export interface ContactQueue {
  readonly stream: number;
  /** Share of the stream's contacts by period: one value, or one for each. */
  readonly share: Float64Array;
  /** Places in line; who finds them taken is turned away. */
  readonly places: number;
  /** Deferrable work older than this competes with live contacts by its age; Infinity never does. */
  readonly urgentSeconds: number;
  readonly choice: AgentChoice;
  /** Taken by agents who also serve queue `guard` only while so many of those are idle, themselves included. */
  readonly reserves: readonly { readonly agents: number; readonly guard: number }[];
  readonly members: readonly QueueMember[];
}

/** A group's part in a queue. */
export interface QueueMember {
  readonly group: number;
  /** Speed against the stream's handle time. */
  readonly speed: number;
  /** The group takes queues of lower rank first; among equal ranks whoever waited longest beside the target. */
  readonly rank: number;
  /** Helps only contacts that have waited so long. */
  readonly afterSeconds: number;
  /** By period: what of the queue's contacts reaches the group; null where all does. */
  readonly reach: Float64Array | null;
}

/** Agents of one team, alike in what they can do. */
export interface ContactGroup {
  readonly name: string;
  /** Agents on duty by period; fractions are rounded by chance so that their mean holds. */
  readonly agents: Float64Array;
  /** Speed of its people by period. */
  readonly speed: Float64Array;
}

/**
 * A network of streams, queues and groups over a stretch of time: what the simulator runs.
 *
 * Plans become one by `contactModel`; tests and benches build theirs directly.
 */
export interface ContactModel {
  /** Contacts stop arriving here, and the run ends, in seconds from its start. */
  readonly end: number;
  /** What is there at the end is finished, with the agents of the last period. */
  readonly finishAll: boolean;
  /** Start of each period, in seconds; the first is 0. Staff, speeds and factors are constant within a period. */
  readonly periods: Float64Array;
  readonly streams: readonly ContactStream[];
  readonly queues: readonly ContactQueue[];
  readonly groups: readonly ContactGroup[];
}
