import { applyPatches, type Patch } from 'immer';
import type { Plan } from '../../engine/plan';
import { usePlanStore } from './plan-store';
import { fetchRevision, listRevisions, ServerAway } from './server-api';

/** The plan on screen as it once was. */
export interface EarlierPlan {
  /** Short and of its own, such as `12`. */
  readonly label: string;
  /** What was done then. */
  readonly note: string;
  /** The document as it was kept. */
  readonly load: () => Promise<unknown>;
}

/**
 * What the plan on screen was before, the oldest first: revisions that the server keeps, or the steps that can be undone while it is
 * away. Revisions that say the same as the one before them are left out; of many, some are chosen evenly, the first and last among them.
 */
export async function earlierPlans(most: number): Promise<EarlierPlan[]> {
  const { plan, save } = usePlanStore.getState();
  if (!plan) return [];
  try {
    const kept = (await listRevisions(plan.id)).sort((a, b) => a.revision - b.revision);
    // The newest revision is on screen already, unless something there hasn't been saved.
    const before = save.kind === 'saved' ? kept.slice(0, -1) : kept;
    const different = before.filter(({ hash }, at) => hash !== before[at - 1]?.hash);
    return evenly(different, most).map(({ revision, note }) => ({
      label: String(revision),
      note: note ?? '',
      load: async () => (await fetchRevision(plan.id, revision))?.document ?? null,
    }));
  } catch (error) {
    if (!(error instanceof ServerAway)) throw error;
    return evenly(undoneSteps(plan), most);
  }
}

function undoneSteps(plan: Plan): EarlierPlan[] {
  const { undoable } = usePlanStore.getState();
  const earlier: EarlierPlan[] = [];
  let state = plan;
  for (const [at, step] of [...undoable.entries()].reverse()) {
    state = applyPatches(state, step.inverse as Patch[]);
    const document = state;
    const before = undoable[at - 1];
    earlier.unshift({ label: `${at + 1}`, note: before?.name ?? 'As it was opened', load: async () => document });
  }
  return earlier;
}

/** Some of a list, evenly over it, first and last among them. */
export function evenly<Item>(list: readonly Item[], most: number): Item[] {
  if (list.length <= most) return [...list];
  if (most <= 1) return list.slice(list.length - most);
  return Array.from({ length: most }, (_, at) => list[Math.round((at * (list.length - 1)) / (most - 1))]!);
}
