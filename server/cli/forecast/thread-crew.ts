import { availableParallelism } from 'node:os';
import type { Worker } from 'node:worker_threads';
import type { CrewMember, HistoryAnswer } from '../../../engine/answers';
import { asked } from '../threads';
import type { ThreadAnswer, ThreadQuestion } from './thread-messages';

/** Values below which starting a thread costs more than it saves. */
const WORTH_A_THREAD = 20_000;
const MOST = 16;

/** Threads for a file: one a processor, none more than there are series, one where the work is small. */
export function crewSize({ histories }: HistoryAnswer, wanted: number | undefined): number {
  const values = histories.reduce((sum, { values }) => sum + values.length, 0);
  const size = wanted ?? (values < WORTH_A_THREAD ? 1 : Math.min(MOST, availableParallelism()));
  return Math.max(1, Math.min(size, histories.length));
}

/** A thread as a member of the crew that a forecast is shared out over. */
export function forecaster(thread: Worker): CrewMember {
  return {
    try: (histories, settings, control) =>
      asked<ThreadQuestion, ThreadAnswer, Awaited<ReturnType<CrewMember['try']>>>(
        thread,
        { kind: 'try', histories, settings },
        (message) => {
          if (message.kind === 'progress') control.onProgress?.(message.share, message.label);
          return message.kind === 'tried' ? message.scores : undefined;
        },
      ),
    finish: (pools) =>
      asked<ThreadQuestion, ThreadAnswer, Awaited<ReturnType<CrewMember['finish']>>>(
        thread,
        { kind: 'finish', pools },
        (message) => (message.kind === 'finished' ? message.series : undefined),
      ),
  };
}
