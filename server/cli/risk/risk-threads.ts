import { Worker } from 'node:worker_threads';
import { joinRisk, type RiskSample, type TableEntry } from '../../../engine/answers';
import type { Plan } from '../../../engine/plan';
import type { RunControl } from '../../../engine/units';
import { workOn } from './risk-part';
import type { RiskMessage, RiskPart, RiskQuestion } from './thread-messages';

/** What the parts of a study found, put together. */
export interface RiskFindings {
  readonly sample: RiskSample | null;
  readonly entries: readonly TableEntry[];
}

type Found = Exclude<RiskMessage, { kind: 'progress' }>;

/**
 * Works on the parts of a study, each on whichever thread of a built script is free, and puts together what they found.
 *
 * A year, and a run of the table, depends on the seed and its number alone, so that the study is the same whatever the threads;
 * with one thread it is done here.
 */
export async function workOnParts(
  script: string,
  threads: number,
  plan: Plan,
  parts: readonly RiskPart[],
  control: RunControl,
): Promise<RiskFindings> {
  const shares = new Float64Array(parts.length);
  const progress = (at: number, share: number) => {
    shares[at] = share;
    control.onProgress?.(shares.reduce((a, b) => a + b, 0) / parts.length, 'running years');
  };
  const found: Found[] = [];
  if (threads === 1) {
    parts.forEach((part, at) => {
      found.push(workOn(plan, part, { ...control, onProgress: (share) => progress(at, share) }));
    });
    return together(found);
  }
  let next = 0;
  const workers = Array.from({ length: Math.min(threads, parts.length) }, () => new Worker(script, { execArgv: [] }));
  const work = async (worker: Worker) => {
    for (let isFirst = true; next < parts.length; isFirst = false) {
      const at = next++;
      const question = { plan: isFirst ? plan : null, part: parts[at]! };
      found.push(await ask(worker, question, (share) => progress(at, share)));
      progress(at, 1);
    }
  };
  try {
    await Promise.all(workers.map(work));
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
  return together(found);
}

function together(found: readonly Found[]): RiskFindings {
  const samples = found.flatMap((part) => (part.kind === 'years' ? [part.sample] : []));
  return {
    sample: samples.reduce<RiskSample | null>((all, one) => (all ? joinRisk(all, one) : one), null),
    entries: found.flatMap((part) => (part.kind === 'table' ? part.entries : [])),
  };
}

function ask(worker: Worker, question: RiskQuestion, progress: (share: number) => void): Promise<Found> {
  return new Promise((resolve, reject) => {
    const listen = (message: RiskMessage): void => {
      if (message.kind === 'progress') progress(message.share);
      else end(() => resolve(message));
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
