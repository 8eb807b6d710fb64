import { Worker } from 'node:worker_threads';
import {
  joinFindings,
  type RiskFindings,
  type RiskPart,
  type RiskStudy,
  riskParts,
  workOnRisk,
} from '../../../engine/answers';
import type { Plan } from '../../../engine/plan';
import type { RunControl } from '../../../engine/units';
import type { RiskMessage, RiskQuestion } from './thread-messages';

/** Does one part after another: here, or on a thread that keeps what is made ready for the plan. */
interface Hand {
  readonly work: (part: RiskPart, progress: (share: number) => void) => RiskFindings | Promise<RiskFindings>;
  readonly end: () => Promise<unknown>;
}

const ROUNDS = ['running years and hazards', 'reading years', 'running the worst years'];

/**
 * Works on a study round by round, its parts each on whichever thread of a built script is free, and puts together what they found.
 *
 * A year, and a run of the table, depends on the seed and its number alone, so that the study is the same whatever the threads;
 * with one thread it is done here.
 */
export async function workOnStudy(
  script: string,
  threads: number,
  plan: Plan,
  study: RiskStudy,
  control: RunControl,
): Promise<RiskFindings> {
  const hands =
    threads === 1 ? [hereHand(plan, control)] : Array.from({ length: threads }, () => threadHand(script, plan));
  let found: RiskFindings | undefined;
  try {
    let round = 0;
    for (let parts = riskParts(plan, study); parts.length > 0; parts = riskParts(plan, study, found)) {
      const label = ROUNDS[Math.min(round++, ROUNDS.length - 1)]!;
      for (const one of await workOnParts(hands, parts, (share) => control.onProgress?.(share, label))) {
        found = found ? joinFindings(found, one) : one;
      }
    }
  } finally {
    await Promise.all(hands.map((hand) => hand.end()));
  }
  return found!;
}

/** What each of the parts found, in their order. */
async function workOnParts(
  hands: readonly Hand[],
  parts: readonly RiskPart[],
  report: (share: number) => void,
): Promise<RiskFindings[]> {
  const shares = new Float64Array(parts.length);
  const found: RiskFindings[] = [];
  let next = 0;
  const progress = (at: number, share: number) => {
    shares[at] = share;
    report(shares.reduce((a, b) => a + b, 0) / parts.length);
  };
  await Promise.all(
    hands.map(async (hand) => {
      while (next < parts.length) {
        const at = next++;
        found[at] = await hand.work(parts[at]!, (share) => progress(at, share));
        progress(at, 1);
      }
    }),
  );
  return found;
}

function hereHand(plan: Plan, control: RunControl): Hand {
  return {
    work: (part, progress) => workOnRisk(plan, part, { ...control, onProgress: progress }),
    end: async () => {},
  };
}

function threadHand(script: string, plan: Plan): Hand {
  const worker = new Worker(script, { execArgv: [] });
  let isFirst = true;
  return {
    work: (part, progress) => {
      const question = { plan: isFirst ? plan : null, part };
      isFirst = false;
      return ask(worker, question, progress);
    },
    end: () => worker.terminate(),
  };
}

function ask(worker: Worker, question: RiskQuestion, progress: (share: number) => void): Promise<RiskFindings> {
  return new Promise((resolve, reject) => {
    const listen = (message: RiskMessage): void => {
      if (message.kind === 'progress') progress(message.share);
      else end(() => resolve(message.found));
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
