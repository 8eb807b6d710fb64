import { startTransition, useEffect, useState } from 'react';
import { engine } from './engine';
import { SUPERSEDED } from './engine-pool';
import type { AnswerOf, OptionsOf, QuestionName } from './questions';
import { type Fault, faultOf } from './worker-api';

/** An answer about the options alone: the last one stays, dimmed, until the next is here. */
export interface Asked<Value> {
  readonly data: Value | null;
  /** The data belongs to earlier options. */
  readonly stale: boolean;
  readonly fault: Fault | null;
}

/** Short enough to feel live, long enough to let a number be typed. */
const REST_MS = 60;

/**
 * Asks the engine a short question that needs no plan, and again whenever its options change; null asks nothing.
 *
 * For questions about the plan use `useAnswer`, which also knows progress and Stop.
 */
export function useQuestion<Name extends QuestionName>(
  question: Name,
  options: OptionsOf<Name> | null,
): Asked<AnswerOf<Name>> {
  const key = options === null ? null : `${question}|${JSON.stringify(options)}`;
  const [held, setHeld] = useState<{ key: string; data: AnswerOf<Name> } | null>(null);
  const [fault, setFault] = useState<{ key: string; fault: Fault } | null>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for question and options
  useEffect(() => {
    if (key === null || options === null) return;
    const abort = new AbortController();
    const timer = setTimeout(() => {
      engine()
        .ask(question, options, { signal: abort.signal, urgent: true })
        .then((data) => {
          if (!abort.signal.aborted) startTransition(() => setHeld({ key, data }));
        })
        .catch((error: unknown) => {
          if (!abort.signal.aborted) setFault({ key, fault: faultOf(error) });
        });
    }, REST_MS);
    return () => {
      clearTimeout(timer);
      abort.abort(SUPERSEDED);
    };
  }, [key]);

  return {
    data: held?.data ?? null,
    stale: held !== null && held.key !== key,
    fault: fault !== null && fault.key === key ? fault.fault : null,
  };
}
