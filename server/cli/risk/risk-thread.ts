import { parentPort } from 'node:worker_threads';
import { sampleRisk } from '../../../engine/answers';
import type { RiskMessage, RiskQuestion } from './thread-messages';

/** A thread of `risk`: runs one range of years after another, of the same plan. */
parentPort?.on('message', ({ plan, options }: RiskQuestion) => {
  const tell = (message: RiskMessage) => parentPort?.postMessage(message);
  const sample = sampleRisk(keep(plan), options, { onProgress: (share) => tell({ kind: 'progress', share }) });
  tell({ kind: 'sampled', sample });
});

/** The plan as it came first: what is made ready for it is kept by the object. */
let kept: RiskQuestion['plan'] | null = null;
function keep(plan: RiskQuestion['plan']): NonNullable<RiskQuestion['plan']> {
  if (plan) kept = plan;
  if (!kept) throw new Error('The first question to a thread brings the plan.');
  return kept;
}
