import type { Plan, Stream } from '../../plan';
import type { FlowRun } from '../flow-run';
import type { Network } from '../network';
import type { ContactStream, LaterAttempt } from './contact-model';

/** Mean time until a customer who gave up tries again, unless the plan says. */
const USUAL_DELAY_MINUTES = 30;

/** A plan's stream over some intervals, as the simulator meets it; contacts that wait already come at its beginning. */
export function contactStream(
  { network, modifiers, arriving }: FlowRun,
  at: number,
  first: number,
  end: number,
  waiting: number,
): ContactStream {
  const { plan } = network;
  const stream = plan.streams[at]!;
  const { concurrency, stretch } = whole(stream.concurrency);
  const { target } = stream;
  const deferrable = target.kind === 'complete-within';
  const gone = arriving.turnedAway[at] ?? null;
  const coming = gone ? arriving.contacts[at]!.map((value, t) => value + gone[t]!) : arriving.contacts[at]!;
  const part = (read: (t: number) => number) => Float64Array.from({ length: end - first }, (_, t) => read(first + t));
  const planned = network.arrivals[at]!.handleFactor;
  const slower = modifiers?.handleTime[at];
  const closed = modifiers?.closed[at];
  const gain = modifiers?.priority[at];
  return {
    name: stream.id,
    ...pieces(network, coming, at, first, end, waiting),
    dailyVariation: stream.dailyVariation,
    handleTime: {
      mean: stream.handleTime.meanSeconds * (concurrency === 1 ? stretch : 1),
      cv: stream.handleTime.coefficientOfVariation,
    },
    patience: {
      mean: stream.patienceSeconds ?? Number.POSITIVE_INFINITY,
      cv: stream.patienceShape?.coefficientOfVariation ?? 1,
      atOnce: stream.patienceShape?.leaveAtOnceShare ?? 0,
    },
    handleTimeFactor: planned || slower ? part((t) => (planned?.[t] ?? 1) * (slower?.[t] ?? 1)) : null,
    patienceFactor: null,
    closedShare: closed ? part((t) => closed[t]!) : null,
    shutShare: gone ? part((t) => (coming[t]! > 0 ? gone[t]! / coming[t]! : 0)) : null,
    rankGain: gain ? part((t) => gain[t]!) : null,
    concurrency,
    stretch: concurrency === 1 ? 1 : stretch,
    targetSeconds:
      target.kind === 'answer-within'
        ? target.seconds
        : target.kind === 'complete-within'
          ? target.hours * 3600
          : Number.POSITIVE_INFINITY,
    deferrable,
    reasons: reasonsOf(plan, stream),
    returns: returnsOf(plan, stream, at),
    later: (stream.laterAttempts ?? []).map(
      ({ patienceFactor, handleTimeFactor, escalate }): LaterAttempt => ({
        patienceFactor,
        handleTimeFactor,
        escalateTo: escalate ? placeOf(plan, escalate.to) : -1,
        escalateShare: escalate?.share ?? 0,
      }),
    ),
    transfers: (stream.transfers ?? []).map(({ to, share }) => ({ stream: placeOf(plan, to), share })),
    callback: stream.callbackOffer ?? null,
  };
}

function placeOf(plan: Plan, id: string): number {
  return plan.streams.findIndex((stream) => stream.id === id);
}

/** Those who try the same stream again, and those who turn to another. */
function returnsOf(plan: Plan, stream: Stream, at: number): ContactStream['returns'] {
  const delaySeconds = 60 * (stream.tryAgainAfterMinutes ?? USUAL_DELAY_MINUTES);
  const again = stream.redialShare > 0 ? [{ stream: at, share: stream.redialShare, delaySeconds }] : [];
  const elsewhere = (stream.hop ?? []).map(({ to, share, acceptance = 1 }) => ({
    stream: placeOf(plan, to),
    share: share * acceptance,
    delaySeconds,
  }));
  return [...again, ...elsewhere];
}

/** Whole contacts at once, with the stretch that keeps a full agent's output as the plan states it. */
function whole(given: Stream['concurrency']): { readonly concurrency: number; readonly stretch: number } {
  if (!given) return { concurrency: 1, stretch: 1 };
  const concurrency = Math.floor(given.contacts);
  return { concurrency, stretch: (given.handleTimeStretch * concurrency) / given.contacts };
}

/** The rate of arrivals, interval by interval; where a market opens or closes within one, in the open part alone. */
function pieces(
  network: Network,
  contacts: Float64Array,
  at: number,
  first: number,
  end: number,
  waiting: number,
): Pick<ContactStream, 'until' | 'rate' | 'day'> {
  const { grid, dayOf } = network;
  const { open } = network.arrivals[at]!;
  const seconds = grid.intervalMinutes * 60;
  const until: number[] = [];
  const rate: number[] = [];
  const day: number[] = [];
  const add = (to: number, contactsPerSecond: number, t: number) => {
    until.push(to);
    rate.push(contactsPerSecond);
    day.push(dayOf[t]! - dayOf[first]!);
  };
  for (let t = first; t < end; t++) {
    const start = (t - first) * seconds;
    const part = Math.max(open[t]!, 0);
    const pace = part > 0 ? contacts[t]! / (part * seconds) : 0;
    if (part === 0 || part >= 1) {
      add(start + seconds, pace, t);
    } else if (t > 0 && open[t - 1]! > 0) {
      add(start + part * seconds, pace, t);
      add(start + seconds, 0, t);
    } else {
      add(start + (1 - part) * seconds, 0, t);
      add(start + seconds, pace, t);
    }
  }
  if (waiting > 0) rate[0] = rate[0]! + waiting / until[0]!;
  return { until: Float64Array.from(until), rate: Float64Array.from(rate), day: Uint16Array.from(day) };
}

/** Reasons make some contacts longer and others shorter; the stream's mean stays. */
function reasonsOf(plan: Plan, stream: Stream): ContactStream['reasons'] {
  if (!stream.reasons || stream.reasons.length === 0) return [];
  const known = new Map(plan.reasons.map((reason) => [reason.id, reason]));
  const entries = stream.reasons.map(({ reason, share }) => ({ ...known.get(reason)!, share }));
  const shares = entries.reduce((sum, { share }) => sum + share, 0);
  const mean = entries.reduce((sum, { share, handleTimeFactor }) => sum + share * handleTimeFactor, 0) / shares;
  return entries.map(({ name, share, handleTimeFactor }) => ({
    name,
    share: share / shares,
    handleTimeFactor: handleTimeFactor / mean,
  }));
}
