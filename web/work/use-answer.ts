import { startTransition, useCallback, useEffect, useRef, useState } from 'react';
import { usePlanStore } from '../state';
import { answerCache, answerKey } from './answer-cache';
import { engine } from './engine';
import { SUPERSEDED } from './engine-pool';
import { ProgressCell, type ProgressSource } from './progress-source';
import type { AnswerOf, OptionsOf, QuestionName } from './questions';
import { type Fault, faultOf, STOPPED } from './worker-api';

/** An answer as a screen shows it: the last one stays, dimmed, while a newer one is worked out. */
export interface Answer<Value> {
  readonly data: Value | null;
  /** The data belongs to an earlier state of the plan or the view. */
  readonly stale: boolean;
  readonly running: boolean;
  readonly progress: ProgressSource;
  readonly fault: Fault | null;
  readonly stop: () => void;
  /** Asks again after a stop or a fault. */
  readonly retry: () => void;
}

interface Held<Value> {
  readonly key: string;
  readonly data: Value;
}

/** How long the hand must rest before a question is asked. */
const REST_MS = 120;

/**
 * Asks the engine about the plan on screen, and again whenever plan or options change.
 *
 * Pass `null` for options to ask nothing yet, unless the question takes none.
 */
export function useAnswer<Name extends QuestionName>(
  question: Name,
  options: OptionsOf<Name>,
  ask = true,
): Answer<AnswerOf<Name>> {
  const plan = usePlanStore((state) => state.plan);
  const planKey = usePlanStore((state) => state.planKey);
  const isSound = usePlanStore((state) => state.issues.length === 0);
  const key = answerKey(planKey, question, options);
  const [held, setHeld] = useState<Held<AnswerOf<Name>> | null>(null);
  const [running, setRunning] = useState(false);
  const [progress] = useState(() => new ProgressCell());
  const [fault, setFault] = useState<{ key: string; fault: Fault } | null>(null);
  const [attempt, setAttempt] = useState(0);
  const control = useRef<AbortController | null>(null);
  const latest = useRef(options);
  latest.current = options;

  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for plan and options; attempt asks again
  useEffect(() => {
    if (!plan || !ask || !isSound) return;
    const known = answerCache.get(key) as AnswerOf<Name> | undefined;
    if (known !== undefined) {
      setHeld({ key, data: known });
      setFault(null);
      return;
    }
    const abort = new AbortController();
    control.current = abort;
    setRunning(true);
    progress.set(null);
    setFault(null);
    const timer = setTimeout(() => {
      engine()
        .ask(question, latest.current, {
          plan: { key: planKey, document: plan },
          signal: abort.signal,
          onProgress: (share, label) => progress.set({ share, label }),
        })
        .then((data) => {
          answerCache.set(key, data);
          // Drawn in small steps, so that a large answer doesn't hold up the hand.
          if (!abort.signal.aborted) startTransition(() => setHeld({ key, data }));
        })
        .catch((error: unknown) => {
          if (!abort.signal.aborted) setFault({ key, fault: faultOf(error) });
        })
        .finally(() => {
          if (control.current === abort) startTransition(() => setRunning(false));
        });
    }, REST_MS);
    return () => {
      clearTimeout(timer);
      control.current = null;
      abort.abort(SUPERSEDED);
      setRunning(false);
    };
  }, [key, attempt, ask, isSound, plan === null]);

  const stop = useCallback(() => {
    control.current?.abort();
    setRunning(false);
    setFault({ key, fault: STOPPED });
  }, [key]);
  const retry = useCallback(() => setAttempt((count) => count + 1), []);

  return {
    data: held?.data ?? null,
    stale: held !== null && held.key !== key,
    running,
    progress,
    fault: fault?.key === key ? fault.fault : null,
    stop,
    retry,
  };
}
