import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { CrewMember, HistoryAnswer } from '../../../engine/answers';
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

/** Starts threads of a built script, lends them to `work`, and ends them whatever happens. */
export async function withThreads<T>(
  script: string,
  size: number,
  work: (crew: readonly CrewMember[]) => Promise<T>,
): Promise<T> {
  const threads = Array.from({ length: size }, () => new Worker(script, { execArgv: [] }));
  try {
    return await work(threads.map(memberOf));
  } finally {
    await Promise.all(threads.map((thread) => thread.terminate()));
  }
}

function memberOf(thread: Worker): CrewMember {
  return {
    try: (histories, settings, control) =>
      asked(thread, { kind: 'try', histories, settings }, (message) => {
        if (message.kind === 'progress') control.onProgress?.(message.share, message.label);
        return message.kind === 'tried' ? message.scores : undefined;
      }),
    finish: (pools) =>
      asked(thread, { kind: 'finish', pools }, (message) => (message.kind === 'finished' ? message.series : undefined)),
  };
}

/** Puts a question and waits for the message that answers it; a thread that breaks off rejects. */
function asked<T>(
  thread: Worker,
  question: ThreadQuestion,
  read: (message: ThreadAnswer) => T | undefined,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const listen = (message: ThreadAnswer): void => {
      const answer = read(message);
      if (answer !== undefined) end(() => resolve(answer));
    };
    const fail = (error: unknown): void => end(() => reject(error));
    const left = (): void => fail(new Error('A thread of the forecast ended before its work was done.'));
    const end = (settle: () => void): void => {
      thread.off('message', listen).off('error', fail).off('exit', left);
      settle();
    };
    thread.on('message', listen).on('error', fail).on('exit', left);
    thread.postMessage(question);
  });
}
