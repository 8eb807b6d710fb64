import { startTransition, useCallback, useEffect, useRef, useState } from 'react';
import { usePlanStore } from '../state';
import { answerCache, answerKey } from './answer-cache';
import { engine } from './engine';
import { SUPERSEDED } from './engine-pool';
import { ProgressCell, type ProgressSource } from './progress-source';
import type { AnswerOf, OptionsOf, QuestionName } from './questions';
import { type Fault, faultOf, STOPPED } from './worker-api';

/** Answers to the same question with different options, as they come in. */
export interface Answers<Value> {
  /** In the order of the options; null where there is none yet. An older answer stays until the newer one is here. */
  readonly data: readonly (Value | null)[];
  readonly stale: readonly boolean[];
  readonly running: boolean;
  readonly progress: ProgressSource;
  readonly fault: Fault | null;
  readonly stop: () => void;
  readonly retry: () => void;
}

/**
 * Asks one question after the other, so that the first answers show while the rest is worked out.
 *
 * `names` tells the options apart across changes of their content, such as the id of what is asked about.
 */
export function useEach<Name extends QuestionName>(
  question: Name,
  list: readonly { readonly name: string; readonly options: OptionsOf<Name> }[],
  ask = true,
): Answers<AnswerOf<Name>> {
  const plan = usePlanStore((state) => state.plan);
  const planKey = usePlanStore((state) => state.planKey);
  const isSound = usePlanStore((state) => state.issues.length === 0);
  const keys = list.map(({ options }) => answerKey(planKey, question, options));
  const whole = keys.join('\n');
  const [held, setHeld] = useState<ReadonlyMap<string, { key: string; data: AnswerOf<Name> }>>(new Map());
  const [running, setRunning] = useState(false);
  const [progress] = useState(() => new ProgressCell());
  const [fault, setFault] = useState<Fault | null>(null);
  const [attempt, setAttempt] = useState(0);
  const control = useRef<AbortController | null>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the keys stand for plan and options; attempt asks again
  useEffect(() => {
    if (!plan || !ask || !isSound) return;
    const abort = new AbortController();
    control.current = abort;
    setFault(null);
    const work = async () => {
      for (const [at, { name, options }] of list.entries()) {
        const key = keys[at] as string;
        let data = answerCache.get(key) as AnswerOf<Name> | undefined;
        if (data === undefined) {
          setRunning(true);
          data = await engine().ask(question, options, {
            plan: { key: planKey, document: plan },
            signal: abort.signal,
            onProgress: (share, label) => progress.set({ share: (at + share) / list.length, label }),
          });
          answerCache.set(key, data);
        }
        if (abort.signal.aborted) return;
        const found: AnswerOf<Name> = data as AnswerOf<Name>;
        startTransition(() => setHeld((before) => new Map(before).set(name, { key, data: found })));
      }
      setRunning(false);
    };
    const timer = setTimeout(() => {
      work().catch((error: unknown) => {
        if (abort.signal.aborted) return;
        setRunning(false);
        setFault(faultOf(error));
      });
    }, 150);
    return () => {
      clearTimeout(timer);
      abort.abort(SUPERSEDED);
      control.current = null;
      setRunning(false);
      progress.set(null);
    };
  }, [whole, attempt, ask, isSound, plan === null]);

  const stop = useCallback(() => {
    control.current?.abort();
    setRunning(false);
    setFault(STOPPED);
  }, []);
  const retry = useCallback(() => setAttempt((count) => count + 1), []);
  return {
    data: list.map(({ name }) => held.get(name)?.data ?? null),
    stale: list.map(({ name }, at) => {
      const known = held.get(name);
      return known !== undefined && known.key !== keys[at];
    }),
    running,
    progress,
    fault,
    stop,
    retry,
  };
}
