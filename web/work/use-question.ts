import { startTransition, useCallback, useEffect, useRef, useState } from 'react';
import { engine } from './engine';
import { SUPERSEDED } from './engine-pool';
import { ProgressCell, type ProgressSource } from './progress-source';
import type { AnswerOf, OptionsOf, QuestionName } from './questions';
import { type Fault, faultOf, STOPPED } from './worker-api';

/** An answer about the options alone: the last one stays, dimmed, until the next is here. */
export interface Asked<Value> {
  readonly data: Value | null;
  /** The data belongs to earlier options. */
  readonly stale: boolean;
  readonly running: boolean;
  readonly progress: ProgressSource;
  readonly fault: Fault | null;
  readonly stop: () => void;
  /** Asks again after a stop or a fault. */
  readonly retry: () => void;
}

/** Short enough to feel live, long enough to let a number be typed. */
const REST_MS = 60;

/**
 * Asks the engine a question that needs no plan, and again whenever its options change; null asks nothing.
 *
 * For questions about the plan use `useAnswer`.
 */
export function useQuestion<Name extends QuestionName>(
  question: Name,
  options: OptionsOf<Name> | null,
): Asked<AnswerOf<Name>> {
  const key = options === null ? null : `${question}|${JSON.stringify(options)}`;
  const [held, setHeld] = useState<{ key: string; data: AnswerOf<Name> } | null>(null);
  const [fault, setFault] = useState<{ key: string; fault: Fault } | null>(null);
  const [running, setRunning] = useState(false);
  const [progress] = useState(() => new ProgressCell());
  const [attempt, setAttempt] = useState(0);
  const control = useRef<AbortController | null>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for question and options; attempt asks again
  useEffect(() => {
    if (key === null || options === null) return;
    const abort = new AbortController();
    control.current = abort;
    progress.set(null);
    const timer = setTimeout(() => {
      setRunning(true);
      setFault(null);
      engine()
        .ask(question, options, {
          signal: abort.signal,
          urgent: true,
          onProgress: (share, label) => progress.set({ share, label }),
        })
        .then((data) => {
          if (!abort.signal.aborted) startTransition(() => setHeld({ key, data }));
        })
        .catch((error: unknown) => {
          if (!abort.signal.aborted) setFault({ key, fault: faultOf(error) });
        })
        .finally(() => {
          if (control.current === abort) setRunning(false);
        });
    }, REST_MS);
    return () => {
      clearTimeout(timer);
      control.current = null;
      abort.abort(SUPERSEDED);
      setRunning(false);
    };
  }, [key, attempt]);

  const stop = useCallback(() => {
    control.current?.abort();
    setRunning(false);
    if (key !== null) setFault({ key, fault: STOPPED });
  }, [key]);
  const retry = useCallback(() => setAttempt((count) => count + 1), []);

  return {
    data: held?.data ?? null,
    stale: held !== null && held.key !== key,
    running,
    progress,
    fault: fault !== null && fault.key === key ? fault.fault : null,
    stop,
    retry,
  };
}
