import { useCallback, useEffect, useRef, useState } from 'react';
import type { Plan } from '../../../../engine/plan';
import type { Issue } from '../../../../engine/units';
import { fetchPlan } from '../../../state';
import { useTask } from '../../../work';

/** The plan that is merged with the one on screen: a kept one by its id, or one read from a file. */
export interface SecondPlan {
  readonly plan: Plan | null;
  readonly reading: boolean;
  /** What is wrong with it, or with getting it. */
  readonly trouble: { readonly title: string; readonly issues: readonly Issue[] } | null;
  readonly takeFile: (file: File) => void;
}

export function useSecondPlan(id: string): SecondPlan {
  const { run, fault } = useTask('read');
  const [held, setHeld] = useState<{ from: string; plan: Plan } | null>(null);
  const [reading, setReading] = useState(false);
  const [missing, setMissing] = useState<string | null>(null);
  const turn = useRef(0);
  const take = useCallback(
    (from: string, document: () => Promise<{ document?: unknown; text?: string } | null>) => {
      const mine = ++turn.current;
      setReading(true);
      setMissing(null);
      setHeld(null);
      document()
        .then(async (read) => {
          if (mine !== turn.current) return;
          if (read === null) setMissing(`There is no plan “${from}” here.`);
          const plan = read && (await run(read));
          if (plan && mine === turn.current) setHeld({ from, plan });
        })
        .catch((error: unknown) => setMissing(error instanceof Error ? error.message : String(error)))
        .finally(() => {
          if (mine === turn.current) setReading(false);
        });
    },
    [run],
  );
  useEffect(() => {
    if (id === '') return;
    take(id, async () => {
      const stored = await fetchPlan(id);
      return stored && { document: stored.document };
    });
  }, [id, take]);
  const takeFile = useCallback(
    (file: File) => take(`file ${file.name}`, async () => ({ text: await file.text() })),
    [take],
  );
  const trouble = missing
    ? { title: missing, issues: [] }
    : fault
      ? { title: 'The other plan can’t be read:', issues: fault.issues }
      : null;
  const plan = held && (held.from === id || held.from.startsWith('file ')) ? held.plan : null;
  return { plan, reading, trouble, takeFile };
}
