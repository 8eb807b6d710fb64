import { startTransition, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { type DriftAnswer, type Revision, type RiskOptions, riskDrift } from '../../../../engine/answers';
import type { Plan } from '../../../../engine/plan';
import { type EarlierPlan, earlierPlans, usePlanStore } from '../../../state';
import { engine, type Fault, faultOf, ProgressCell, type ProgressSource } from '../../../work';

export interface Drift {
  /** Of the revisions that have been run so far; null while there is none. */
  readonly answer: DriftAnswer | null;
  /** What was done in each of them. */
  readonly notes: readonly string[];
  readonly running: boolean;
  readonly progress: ProgressSource;
  readonly fault: Fault | null;
  readonly run: (earlier: number, options: RiskOptions) => void;
  readonly stop: () => void;
}

interface Ran extends Revision {
  readonly at: number;
  readonly note: string;
}

const LANES = 2;
const STOPPED: Fault = { kind: 'stopped', message: 'Stopped.', issues: [] };

/** Runs the plan on screen and its earlier revisions through the same years, each on whichever background worker is free. */
export function useDrift(): Drift {
  const planKey = usePlanStore((state) => state.planKey);
  const [ran, setRan] = useState<readonly Ran[]>([]);
  const [running, setRunning] = useState(false);
  const [progress] = useState(() => new ProgressCell());
  const [fault, setFault] = useState<Fault | null>(null);
  const control = useRef<AbortController | null>(null);

  const run = useCallback(
    (most: number, options: RiskOptions) => {
      control.current?.abort();
      const abort = new AbortController();
      control.current = abort;
      const { plan, planKey: key } = usePlanStore.getState();
      if (!plan) return;
      setRan([]);
      setFault(null);
      setRunning(true);
      progress.set(null);
      const work = async () => {
        const earlier = await earlierPlans(most);
        const now: EarlierPlan = { label: 'now', note: 'On screen', load: async () => plan };
        const list = [...earlier, now].map((one, at) => ({ ...one, at }));
        const shares = new Float64Array(list.length);
        // The plan on screen and the oldest first: what lies between says less.
        const order = [...list].sort((a, b) => rank(a.at, list.length) - rank(b.at, list.length));
        const lane = async () => {
          for (let one = order.shift(); one && !abort.signal.aborted; one = order.shift()) {
            const { at, label, note } = one;
            const isNow = at === list.length - 1;
            const document = await one.load();
            const read: Plan = isNow ? plan : await engine().ask('read', { document }, { signal: abort.signal });
            const result = await engine().ask('revision', options, {
              plan: { key: isNow ? key : `${plan.id}#${label}`, document: read },
              signal: abort.signal,
              background: true,
              onProgress: (share) => {
                shares[at] = share;
                const done = shares.reduce((sum, value) => sum + value, 0) / list.length;
                progress.set({ share: done, label: `revision ${label}` });
              },
            });
            shares[at] = 1;
            if (abort.signal.aborted) return;
            startTransition(() =>
              setRan((before) => [...before, { at, label, note, plan: read, run: result }].sort((a, b) => a.at - b.at)),
            );
          }
        };
        await Promise.all(Array.from({ length: LANES }, lane));
      };
      work()
        .catch((error: unknown) => {
          if (abort.signal.aborted) return;
          abort.abort();
          setFault(faultOf(error));
        })
        .finally(() => {
          if (control.current === abort) startTransition(() => setRunning(false));
        });
    },
    [progress],
  );
  const stop = useCallback(() => {
    control.current?.abort();
    control.current = null;
    setRunning(false);
    setFault(STOPPED);
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another plan on screen ends what was asked about the last
  useEffect(
    () => () => {
      control.current?.abort();
      control.current = null;
      setRunning(false);
      setRan([]);
    },
    [planKey],
  );
  const answer = useMemo(() => (ran.length > 0 ? riskDrift(ran) : null), [ran]);
  return { answer, notes: ran.map(({ note }) => note), running, progress, fault, run, stop };
}

/** Last, first, then the rest from the newest on. */
const rank = (at: number, count: number): number => (at === count - 1 ? 0 : at === 0 ? 1 : 1 + count - at);
