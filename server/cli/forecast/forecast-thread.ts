import { parentPort } from 'node:worker_threads';
import { type ForecastPart, tryPart } from '../../../engine/answers';
import type { ThreadAnswer, ThreadQuestion } from './thread-messages';

/** A thread of `forecast`: tries the models on its hand of series, waits for the scores of all, and finishes them. */
let part: ForecastPart | null = null;

function answer(question: ThreadQuestion): ThreadAnswer {
  if (question.kind === 'try') {
    part = tryPart(question.histories, question.settings, {
      onProgress: (share, label) => tell({ kind: 'progress', share, label }),
    });
    return { kind: 'tried', scores: part.scores };
  }
  if (!part) throw new Error('Nothing was tried yet.');
  return { kind: 'finished', series: part.finish(question.pools) };
}

function tell(message: ThreadAnswer): void {
  parentPort?.postMessage(message);
}

parentPort?.on('message', (question: ThreadQuestion) => tell(answer(question)));
