import { useMemo } from 'react';
import { strikeLibrary } from '../../../../engine/answers';
import type { Disruption, Plan } from '../../../../engine/plan';
import { usePlanStore } from '../../../state';
import { useLibrary } from '../../../work';

/** A library disruption and the day on which it strikes, as the address has it: `typhoon-odette@2027-05-03`. */
export function struckName(id: string, startDate: string): string {
  return `${id}@${startDate}`;
}

/** Library disruptions struck on the plan; what is unknown or strikes nothing here is left out. */
export function useStruck(struck: readonly string[]): {
  readonly others: readonly Disruption[];
  /** What strikes nothing here: an entry, a day or a place that this plan doesn't have. */
  readonly missed: readonly string[];
  readonly isLoading: boolean;
} {
  const plan = usePlanStore((state) => state.plan);
  const library = useLibrary(struck.length > 0);
  const names = struck.join(',');
  // biome-ignore lint/correctness/useExhaustiveDependencies: the names stand for the list
  const found = useMemo(() => (plan && library ? struckOf(plan, library, struck) : NOTHING), [plan, library, names]);
  return { ...found, isLoading: struck.length > 0 && library === null };
}

function struckOf(
  plan: Plan,
  library: NonNullable<ReturnType<typeof useLibrary>>,
  struck: readonly string[],
): { readonly others: readonly Disruption[]; readonly missed: readonly string[] } {
  const built: Disruption[] = [];
  const missed: string[] = [];
  for (const name of struck) {
    const [id, startDate = ''] = name.split('@');
    const entry = library.find((each) => each.id === id);
    if (!entry) {
      missed.push(name);
      continue;
    }
    try {
      const known = { ...plan, disruptions: [...plan.disruptions, ...built] };
      built.push(strikeLibrary(known, entry, { startDate }));
    } catch {
      // A link may name a day or a place that this plan no longer has.
      missed.push(name);
    }
  }
  return { others: built, missed };
}

const NOTHING = { others: [], missed: [] };
