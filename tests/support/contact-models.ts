import type { ContactModel, ContactStream } from '../../engine/simulate';

/** A stream with a constant rate, exponential times and nothing special; for tests to change. */
export function plainStream(
  changes: Partial<ContactStream> & { readonly perSecond?: number; readonly end?: number },
): ContactStream {
  const { perSecond = 1, end = 3600, ...rest } = changes;
  return {
    name: 'calls',
    until: Float64Array.of(end),
    rate: Float64Array.of(perSecond),
    day: Uint16Array.of(0),
    dailyVariation: 0,
    handleTime: { mean: 100, cv: 1 },
    patience: { mean: Number.POSITIVE_INFINITY, cv: 1, atOnce: 0 },
    handleTimeFactor: null,
    patienceFactor: null,
    closedShare: null,
    shutShare: null,
    rankGain: null,
    concurrency: 1,
    stretch: 1,
    targetSeconds: 20,
    deferrable: false,
    reasons: [],
    returns: [],
    later: [],
    transfers: [],
    callback: null,
    ...rest,
  };
}

/** A network of streams and groups in one period; `serves[queue]` names its groups, in order of choice. */
export function plainModel(facts: {
  readonly streams: readonly ContactStream[];
  readonly agents: readonly number[];
  /** For each stream, the groups that serve it with their rank for it. */
  readonly serves: readonly (readonly {
    readonly group: number;
    readonly rank?: number;
    readonly afterSeconds?: number;
    readonly speed?: number;
  }[])[];
  readonly end: number;
  readonly finishAll?: boolean;
  readonly places?: number;
  readonly choice?: 'longest-idle' | 'most-idle' | 'in-order';
}): ContactModel {
  return {
    end: facts.end,
    finishAll: facts.finishAll ?? false,
    periods: Float64Array.of(0),
    streams: facts.streams,
    groups: facts.agents.map((count, at) => ({
      name: `group ${at}`,
      agents: Float64Array.of(count),
      speed: Float64Array.of(1),
    })),
    queues: facts.streams.map((_, stream) => ({
      stream,
      share: Float64Array.of(1),
      places: facts.places ?? Number.POSITIVE_INFINITY,
      urgentSeconds: Number.POSITIVE_INFINITY,
      choice: facts.choice ?? 'longest-idle',
      reserves: [],
      members: facts.serves[stream]!.map(({ group, rank = stream, afterSeconds = 0, speed = 1 }) => ({
        group,
        rank,
        afterSeconds,
        speed,
        reach: null,
      })),
    })),
  };
}
