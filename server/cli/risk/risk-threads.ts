import { Worker } from 'node:worker_threads';
import { joinRisk, type RiskOptions, type RiskSample } from '../../../engine/answers';
import type { Plan } from '../../../engine/plan';
import type { RunControl } from '../../../engine/units';
import type { RiskMessage, RiskQuestion } from './thread-messages';

/**
 * Runs the ranges of a study on threads of a built script, each range on whichever is free, and joins their years.
 *
 * A year depends on the seed and its number alone, so that the study is the same whatever the threads.
 */
export async function riskOnThreads(
  script: string,
  size: number,
  plan: Plan,
  ranges: readonly RiskOptions[],
  control: RunControl,
): Promise<RiskSample> {
  const shares = new Float64Array(ranges.length);
  let next = 0;
  let whole: RiskSample | null = null;
  const workers = Array.from({ length: Math.min(size, ranges.length) }, () => new Worker(script, { execArgv: [] }));
  const work = async (worker: Worker) => {
    for (let isFirst = true; next < ranges.length; isFirst = false) {
      const at = next++;
      const sample = await ask(worker, { plan: isFirst ? plan : null, options: ranges[at]! }, (share) => {
        shares[at] = share;
        control.onProgress?.(shares.reduce((a, b) => a + b, 0) / ranges.length, 'running years');
      });
      whole = whole === null ? sample : joinRisk(whole, sample);
    }
  };
  try {
    await Promise.all(workers.map(work));
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
  return whole!;
}

function ask(worker: Worker, question: RiskQuestion, progress: (share: number) => void): Promise<RiskSample> {
  return new Promise((resolve, reject) => {
    const listen = (message: RiskMessage): void => {
      if (message.kind === 'progress') progress(message.share);
      else end(() => resolve(message.sample));
    };
    const fail = (error: unknown): void => end(() => reject(error));
    const left = (): void => fail(new Error('A thread of the study ended before its work was done.'));
    const end = (settle: () => void): void => {
      worker.off('message', listen).off('error', fail).off('exit', left);
      settle();
    };
    worker.on('message', listen).on('error', fail).on('exit', left);
    worker.postMessage(question);
  });
}
