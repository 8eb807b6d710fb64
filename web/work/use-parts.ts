import { startTransition, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { usePlanStore } from '../state';
import { answerCache, answerKey } from './answer-cache';
import { engine } from './engine';
import { SUPERSEDED } from './engine-pool';
import { ProgressCell, type ProgressSource } from './progress-source';
import type { AnswerOf, OptionsOf, QuestionName } from './questions';
import { type Fault, faultOf, STOPPED } from './worker-api';

/** A long question that is asked in parts: what is there so far is shown, and kept when it is stopped. */
export interface Parts<Name extends QuestionName> {
  readonly data: AnswerOf<Name> | null;
  /** The data belongs to another key: an earlier plan or choice. */
  readonly stale: boolean;
  readonly running: boolean;
  readonly progress: ProgressSource;
  readonly fault: Fault | null;
  /** Asks the parts; answers join what there is of the same plan and choice already. `rounds` says what follows once they are all in. */
  readonly run: (parts: readonly OptionsOf<Name>[], rounds?: Rounds<Name>) => void;
  readonly stop: () => void;
}

/** A study whose later parts depend on what the earlier ones found. */
export interface Rounds<Name extends QuestionName> {
  readonly next: (found: AnswerOf<Name>) => readonly OptionsOf<Name>[];
  /** How much of the whole a part is, for the progress bar: its round's beginning and end. */
  readonly spanOf: (part: OptionsOf<Name>) => readonly [from: number, to: number];
}

/** Parts under way at once; the pool has no more workers than that. */
const LANES = 2;

/**
 * Asks a question about the plan in parts, each to whichever background worker is free, and joins the answers as they come.
 *
 * For studies of many runs: an answer after the first part, a better one after each, and Stop keeps what there is. What was
 * found lately for a plan and choice is there again when they come back.
 * @param key changes with whatever the answer depends on besides the parts
 */
export function useParts<Name extends QuestionName>(
  question: Name,
  join: (one: AnswerOf<Name>, other: AnswerOf<Name>) => AnswerOf<Name>,
  key: string,
): Parts<Name> {
  const planKey = usePlanStore((state) => state.planKey);
  const whole = `${planKey}|${key}`;
  const keptAs = answerKey(whole, question, 'parts');
  const [last, setLast] = useState<{ key: string; data: AnswerOf<Name> } | null>(null);
  const kept = last?.key === whole ? null : (answerCache.get(keptAs) as AnswerOf<Name> | undefined);
  const held = kept ? { key: whole, data: kept } : last;
  const current = held?.key === whole ? held.data : null;
  const [running, setRunning] = useState(false);
  const [progress] = useState(() => new ProgressCell());
  const [fault, setFault] = useState<{ key: string; fault: Fault } | null>(null);
  const control = useRef<AbortController | null>(null);

  const run = useCallback(
    (first: readonly OptionsOf<Name>[], rounds?: Rounds<Name>) => {
      control.current?.abort(SUPERSEDED);
      const abort = new AbortController();
      control.current = abort;
      const { plan } = usePlanStore.getState();
      if (!plan || first.length === 0) return;
      setRunning(true);
      setFault(null);
      progress.set(null);
      let found = current;
      const round = async (parts: readonly OptionsOf<Name>[]) => {
        const shares = new Float64Array(parts.length);
        const [from, to] = rounds?.spanOf(parts[0] as OptionsOf<Name>) ?? [0, 1];
        let next = 0;
        const lane = async () => {
          while (next < parts.length && !abort.signal.aborted) {
            const at = next++;
            const answer = await engine().ask(question, parts[at] as OptionsOf<Name>, {
              plan: { key: planKey, document: plan },
              signal: abort.signal,
              background: true,
              onProgress: (share, label) => {
                shares[at] = share;
                const done = shares.reduce((a, b) => a + b, 0) / parts.length;
                progress.set({ share: from + (to - from) * done, label });
              },
            });
            shares[at] = 1;
            if (abort.signal.aborted) return;
            const data: AnswerOf<Name> = found === null ? answer : join(found, answer);
            found = data;
            answerCache.set(keptAs, data);
            startTransition(() => setLast({ key: whole, data }));
          }
        };
        await Promise.all(Array.from({ length: Math.min(LANES, parts.length) }, lane));
      };
      const all = async () => {
        for (let parts = first; parts.length > 0 && !abort.signal.aborted; ) {
          await round(parts);
          parts = found === null ? [] : (rounds?.next(found) ?? []);
        }
      };
      all()
        .catch((error: unknown) => {
          if (abort.signal.aborted) return;
          abort.abort();
          setFault({ key: whole, fault: faultOf(error) });
        })
        .finally(() => {
          if (control.current === abort) startTransition(() => setRunning(false));
        });
    },
    [question, join, planKey, whole, keptAs, current, progress],
  );
  const stop = useCallback(() => {
    control.current?.abort();
    control.current = null;
    setRunning(false);
    setFault({ key: whole, fault: STOPPED });
  }, [whole]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another plan or choice ends what was asked about the last
  useEffect(
    () => () => {
      control.current?.abort(SUPERSEDED);
      control.current = null;
      setRunning(false);
    },
    [whole],
  );

  const stale = held !== null && held.key !== whole;
  const mine = fault?.key === whole ? fault.fault : null;
  const data = held?.data ?? null;
  return useMemo(
    () => ({ data, stale, running, progress, fault: mine, run, stop }),
    [data, stale, running, progress, mine, run, stop],
  );
}
