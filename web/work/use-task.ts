import { startTransition, useCallback, useEffect, useRef, useState } from 'react';
import { usePlanStore } from '../state';
import { engine } from './engine';
import { ProgressCell, type ProgressSource } from './progress-source';
import type { AnswerOf, OptionsOf, QuestionName } from './questions';
import { type Fault, faultOf, STOPPED } from './worker-api';

/** A question that is asked when the user says so, such as reading a file or forecasting. */
export interface Task<Name extends QuestionName> {
  readonly data: AnswerOf<Name> | null;
  readonly running: boolean;
  readonly progress: ProgressSource;
  readonly fault: Fault | null;
  /** Asks, ending the run before it if there is one; resolves with null when it was stopped or failed. */
  readonly run: (options: OptionsOf<Name>) => Promise<AnswerOf<Name> | null>;
  readonly stop: () => void;
  readonly clear: () => void;
}

/** Asks the engine on request rather than on every change; `withPlan` sends the plan on screen along. */
export function useTask<Name extends QuestionName>(question: Name, withPlan = false): Task<Name> {
  const [data, setData] = useState<AnswerOf<Name> | null>(null);
  const [running, setRunning] = useState(false);
  const [progress] = useState(() => new ProgressCell());
  const [fault, setFault] = useState<Fault | null>(null);
  const control = useRef<AbortController | null>(null);

  const run = useCallback(
    async (options: OptionsOf<Name>): Promise<AnswerOf<Name> | null> => {
      control.current?.abort();
      const abort = new AbortController();
      control.current = abort;
      setRunning(true);
      progress.set(null);
      setFault(null);
      const { plan, planKey } = usePlanStore.getState();
      try {
        const answer = await engine().ask(question, options, {
          plan: withPlan && plan ? { key: planKey, document: plan } : undefined,
          signal: abort.signal,
          onProgress: (share, label) => progress.set({ share, label }),
        });
        // Drawn in small steps, so that a large answer doesn't hold up the hand.
        if (control.current === abort) startTransition(() => setData(answer));
        return answer;
      } catch (error) {
        if (control.current === abort) setFault(faultOf(error));
        return null;
      } finally {
        if (control.current === abort) startTransition(() => setRunning(false));
      }
    },
    [question, withPlan, progress],
  );
  const stop = useCallback(() => {
    if (!control.current) return;
    control.current.abort();
    setFault(STOPPED);
    setRunning(false);
  }, []);
  const clear = useCallback(() => {
    control.current?.abort();
    control.current = null;
    setData(null);
    setFault(null);
    setRunning(false);
  }, []);
  useEffect(() => () => control.current?.abort(), []);

  return { data, running, progress, fault, run, stop, clear };
}
