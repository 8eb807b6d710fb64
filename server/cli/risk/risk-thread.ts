import { parentPort } from 'node:worker_threads';
import { workOnRisk } from '../../../engine/answers';
import type { RiskMessage, RiskQuestion } from './thread-messages';

/** A thread of `risk`: works on one part after another of the same study. */
parentPort?.on('message', ({ plan, part }: RiskQuestion) => {
  const tell = (message: RiskMessage) => parentPort?.postMessage(message);
  tell({
    kind: 'found',
    found: workOnRisk(keep(plan), part, { onProgress: (share) => tell({ kind: 'progress', share }) }),
  });
});

/** The plan as it came last: what is made ready for it is kept by the object. */
let kept: RiskQuestion['plan'] | null = null;
function keep(plan: RiskQuestion['plan']): NonNullable<RiskQuestion['plan']> {
  if (plan) kept = plan;
  if (!kept) throw new Error('The first question to a thread brings the plan.');
  return kept;
}
