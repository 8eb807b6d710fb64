import { InputFault, type Issue, issue } from '../units';
import { erlangA } from './erlang-a';
import { type AnswerTarget, need, type QueueInput } from './queue-input';
import type { QueueFigures } from './queue-metric';

/** A queue whose customers come back. */
export interface RetrialStream extends QueueInput, AnswerTarget {
  readonly name: string;
  /** Mean patience in seconds; Infinity when nobody gives up. */
  readonly patienceSeconds: number;
  /** Share of those who give up that try again, 0 to 1. */
  readonly redialShare: number;
  /** Share of the answered that contact us again about the same matter, 0 to below 1. */
  readonly repeatShare: number;
  /** Where they come back: shares over the streams that add up to 1; to their own stream unless given. */
  readonly backTo?: readonly number[] | undefined;
}

/** One stream when contacts and those who come back are in balance. */
export interface RetrialBalance {
  readonly name: string;
  /** All contacts an hour, those who came back included. */
  readonly offeredPerHour: number;
  readonly firstPerHour: number;
  /** Contacts an hour that are another try after giving up, and after an answer that did not settle the matter. */
  readonly redialsPerHour: number;
  readonly repeatsPerHour: number;
  /** Customers an hour who give up for good. */
  readonly lostPerHour: number;
  /** The queue as it then is; service level of all contacts, whichever try. */
  readonly figures: QueueFigures;
}

/** The balance, or the word that there is none. */
export type Retrials =
  | { readonly converged: true; readonly streams: readonly RetrialBalance[]; readonly rounds: number }
  | { readonly converged: false; readonly reason: string; readonly stream: string };

const MOST_ROUNDS = 2000;
const EXACT = 1e-11;

/**
 * Contacts of streams whose customers redial after giving up and contact again when their matter is not settled.
 *
 * Use where abandonment is more than a few percent or resolution is low: measured offered contacts contain both, and a
 * plan that adds agents will see fewer of them. Customers may come back to another stream (a hop).
 *
 * Formula: t(s) = first(s) + Σ over j of to(j, s) (redial(j) α(j) + repeat(j) (1 - α(j))) t(j), with α the abandonment of
 * Erlang A at t. Each stream is solved by itself given the others, for what it sends back to itself; t less what comes
 * back rises with t, so a solution is the only one, and the rounds rise towards it. There is none when everybody redials
 * and the work exceeds the agents, or when nobody gives up and it does.
 *
 * Source: Aguir, Karaesmen, Aksin & Chauvet, The Impact of Retrials on Call Center Performance, OR Spectrum 26 (2004),
 * for the fixed point; Koole, Call Center Optimization (2013), for hops. Those who come back are taken to arrive by chance
 * like everyone, which holds when they wait before trying again: see METHODS for the error.
 * Units: contacts an hour, shares. Balance to 1e-11 of all contacts. Cost: about 50 evaluations of Erlang A a round;
 * one round for a single stream.
 *
 * @example solveRetrials([{ name: 'voice', arrivalsPerHour: 200, handleTimeSeconds: 180, agents: 9, patienceSeconds: 120, redialShare: 0.5, repeatShare: 0.1 }])
 */
export function solveRetrials(streams: readonly RetrialStream[]): Retrials {
  check(streams);
  const offered = streams.map(({ arrivalsPerHour }) => arrivalsPerHour);
  const lost = streams.map(() => 0);
  const sends = (from: number, to: number) => streams[from]!.backTo?.[to] ?? (from === to ? 1 : 0);
  const back = (from: number) =>
    (streams[from]!.redialShare * lost[from]! + streams[from]!.repeatShare * (1 - lost[from]!)) * offered[from]!;
  for (let round = 1; round <= MOST_ROUNDS; round++) {
    let moved = 0;
    let whole = 0;
    for (let s = 0; s < streams.length; s++) {
      const others = streams.reduce((sum, _, j) => (j === s ? sum : sum + sends(j, s) * back(j)), 0);
      const balance = balanceOf(streams[s]!, streams[s]!.arrivalsPerHour + others, sends(s, s));
      if (typeof balance === 'string') return { converged: false, reason: balance, stream: streams[s]!.name };
      moved += Math.abs(balance - offered[s]!);
      whole += balance;
      offered[s] = balance;
      lost[s] = abandonmentAt(streams[s]!, balance);
    }
    if (moved <= EXACT * whole || (streams.length === 1 && round === 1)) {
      return { converged: true, rounds: round, streams: streams.map((_, s) => figuresOf(s)) };
    }
    if (!(whole < 1e9)) break;
  }
  const worst = streams.reduce((most, _, s) => (back(s) > back(most) ? s : most), 0);
  const reason = `Contacts that come back did not settle in ${MOST_ROUNDS} rounds: hardly anyone is ever finished.`;
  return { converged: false, reason, stream: streams[worst]!.name };

  function figuresOf(s: number): RetrialBalance {
    const { name, arrivalsPerHour, redialShare } = streams[s]!;
    const from = (share: (j: number) => number) =>
      streams.reduce((sum, _, j) => sum + sends(j, s) * share(j) * offered[j]!, 0);
    return {
      name,
      offeredPerHour: offered[s]!,
      firstPerHour: arrivalsPerHour,
      redialsPerHour: from((j) => streams[j]!.redialShare * lost[j]!),
      repeatsPerHour: from((j) => streams[j]!.repeatShare * (1 - lost[j]!)),
      lostPerHour: (1 - redialShare) * lost[s]! * offered[s]!,
      figures: erlangA({ ...streams[s]!, arrivalsPerHour: offered[s]! }),
    };
  }
}

/** All contacts of a stream that gets so many from outside and sends a part back to itself, or why there is no balance. */
function balanceOf(stream: RetrialStream, inflow: number, own: number): number | string {
  const { agents, handleTimeSeconds, patienceSeconds } = stream;
  const redial = stream.redialShare * own;
  const repeat = stream.repeatShare * own;
  if (inflow === 0) return 0;
  const capacity = (agents * 3600) / handleTimeSeconds;
  const most = inflow / (1 - Math.max(redial, repeat));
  if (patienceSeconds === Number.POSITIVE_INFINITY) {
    const all = inflow / (1 - repeat);
    return all < capacity
      ? all
      : `Nobody gives up and ${all.toFixed(1)} contacts an hour exceed what agents can finish.`;
  }
  if (redial >= 1 - 1e-12 && inflow >= (1 - repeat) * capacity) {
    return `Everybody tries again until answered, and ${inflow.toFixed(1)} contacts an hour exceed the ${((1 - repeat) * capacity).toFixed(1)} that agents can settle.`;
  }
  const rest = (t: number) => {
    const lost = abandonmentAt(stream, t);
    return t * (1 - redial * lost - repeat * (1 - lost)) - inflow;
  };
  let low = inflow;
  let high = Math.min(most, 2 * inflow);
  while (rest(high) < 0 && high < most && high < 1e9) {
    low = high;
    high = Math.min(most, 2 * high);
  }
  if (high >= 1e9) return 'Contacts that come back grow beyond a billion an hour: hardly anyone is ever finished.';
  let below = rest(low);
  let above = rest(high);
  let side = 0;
  for (let round = 0; round < 200 && high - low > 1e-13 * high; round++) {
    const falsi = above > below ? high - (above * (high - low)) / (above - below) : low;
    const t = round % 3 < 2 && falsi > low && falsi < high ? falsi : (low + high) / 2;
    const at = rest(t);
    if (at === 0) return t;
    if (at > 0) {
      high = t;
      above = at;
      if (side === 1) below /= 2;
      side = 1;
    } else {
      low = t;
      below = at;
      if (side === -1) above /= 2;
      side = -1;
    }
  }
  return high;
}

function abandonmentAt(stream: RetrialStream, arrivalsPerHour: number): number {
  const { handleTimeSeconds, agents, patienceSeconds } = stream;
  return erlangA({ arrivalsPerHour, handleTimeSeconds, agents, patienceSeconds }).abandonment;
}

function check(streams: readonly RetrialStream[]): void {
  const issues: Issue[] = [];
  streams.forEach((stream, at) => {
    const path = (name: string) => `streams[${at}].${name}`;
    need(issues, path('arrivalsPerHour'), stream.arrivalsPerHour, 1e8);
    need(issues, path('handleTimeSeconds'), stream.handleTimeSeconds, 1e9, true);
    need(issues, path('agents'), stream.agents, 1e7);
    if (!(stream.patienceSeconds >= 0)) {
      issues.push(
        issue('retrials.patience', path('patienceSeconds'), stream.patienceSeconds, 'seconds from 0 to Infinity'),
      );
    }
    if (!(stream.redialShare >= 0 && stream.redialShare <= 1)) {
      issues.push(issue('retrials.redial', path('redialShare'), stream.redialShare, 'a share from 0 to 1'));
    }
    if (!(stream.repeatShare >= 0 && stream.repeatShare <= 0.999)) {
      issues.push(issue('retrials.repeat', path('repeatShare'), stream.repeatShare, 'a share from 0 to 0.999'));
    }
    const { backTo } = stream;
    const sum = backTo?.reduce((total, share) => total + (share >= 0 ? share : Number.NaN), 0) ?? 1;
    if (!(Math.abs(sum - 1) < 1e-9) || (backTo && backTo.length !== streams.length)) {
      issues.push(
        issue('retrials.back', path('backTo'), backTo, `${streams.length} shares, one a stream, that add up to 1`),
      );
    }
  });
  if (issues.length > 0) throw new InputFault(issues);
}
