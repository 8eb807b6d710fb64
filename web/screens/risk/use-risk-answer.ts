import { startTransition, useEffect, useState } from 'react';
import type { RiskAnswer, RiskFindings } from '../../../engine/answers';
import { usePlanStore } from '../../state';
import { engine, SUPERSEDED } from '../../work';

/**
 * The answer from what a study has found so far, worked out in a worker: ten thousand years are sorted some dozens of times.
 *
 * Asked again when years have come, not for every run of the table; the answer before it stays until the newer one is here.
 * @param study changes with whatever the study is about besides the plan
 */
export function useRiskAnswer(found: RiskFindings | null, study: string): RiskAnswer | null {
  const planKey = usePlanStore((state) => state.planKey);
  const key = `${planKey}|${study}`;
  const [held, setHeld] = useState<{ readonly key: string; readonly answer: RiskAnswer } | null>(null);
  const { first = null, worst = null, read = null } = found ?? {};
  useEffect(() => {
    const { plan } = usePlanStore.getState();
    if (!plan || (!first && !read)) return;
    const abort = new AbortController();
    const asked = engine().ask(
      'riskAnswer',
      { first, worst, read, entries: [] },
      { plan: { key: planKey, document: plan }, signal: abort.signal },
    );
    asked.then(
      (answer) => {
        if (answer && !abort.signal.aborted) startTransition(() => setHeld({ key, answer }));
      },
      // A plan that can't be answered for has ended the study itself, which says so.
      () => {},
    );
    return () => abort.abort(SUPERSEDED);
  }, [first, worst, read, key, planKey]);
  return found !== null && held?.key === key ? held.answer : null;
}
