import { useEffect } from 'react';
import { usePlanStore } from '../../../state';
import { engine, SUPERSEDED } from '../../../work';
import { POINTS } from './best-study';

/** After which rest a plan is made ready; typing goes on in shorter steps. */
const REST_MS = 1200;
/** Workers that a study is shared over. */
const LANES = 2;

/** Has the workers that will look for mixes load the solver and lay the ground once the screen has come to rest. */
export function useReadyMixes(isOpen: boolean): void {
  const planKey = usePlanStore((state) => state.planKey);
  useEffect(() => {
    const { plan } = usePlanStore.getState();
    if (!plan || !isOpen) return;
    const abort = new AbortController();
    const timer = setTimeout(() => {
      for (let lane = 0; lane < LANES; lane++) {
        engine()
          .ask(
            'mixesReady',
            { points: POINTS },
            {
              plan: { key: planKey, document: plan },
              signal: abort.signal,
              background: true,
            },
          )
          // Whoever asks for mixes is told what is wrong.
          .catch(() => {});
      }
    }, REST_MS);
    return () => {
      clearTimeout(timer);
      abort.abort(SUPERSEDED);
    };
  }, [planKey, isOpen]);
}
