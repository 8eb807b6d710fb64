import type { Plan } from '../plan';
import { USUAL_TARGET_SECONDS } from '../queueing';

/** What `flow` asks of a plan's streams in every interval, by stream. */
export interface StreamFacts {
  /** Seconds; Infinity where nobody gives up. */
  readonly patience: Float64Array;
  readonly dailyVariation: Float64Array;
  /** Seconds within which an answer is in time; the usual ones where the promise is another. */
  readonly threshold: Float64Array;
  /** 1 where the promise is about abandonment, and kept by answering at all. */
  readonly keptByAnswering: Uint8Array;
  /** Hours within which deferrable work is promised; 0 for real-time streams. */
  readonly promisedHours: Float64Array;
  /** Contacts that an agent works on at once, and how much longer each then takes. */
  readonly concurrency: Float64Array;
  readonly stretch: Float64Array;
}

/** Reads them off a plan, once a run. */
export function streamFacts({ streams }: Plan): StreamFacts {
  return {
    patience: Float64Array.from(streams, ({ patienceSeconds }) => patienceSeconds ?? Number.POSITIVE_INFINITY),
    dailyVariation: Float64Array.from(streams, ({ dailyVariation }) => dailyVariation),
    threshold: Float64Array.from(streams, ({ target }) =>
      target.kind === 'answer-within' ? target.seconds : USUAL_TARGET_SECONDS,
    ),
    keptByAnswering: Uint8Array.from(streams, ({ target }) => (target.kind === 'abandonment' ? 1 : 0)),
    promisedHours: Float64Array.from(streams, ({ target }) => (target.kind === 'complete-within' ? target.hours : 0)),
    concurrency: Float64Array.from(streams, ({ concurrency }) => concurrency?.contacts ?? 1),
    stretch: Float64Array.from(streams, ({ concurrency }) => concurrency?.handleTimeStretch ?? 1),
  };
}
