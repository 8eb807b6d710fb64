import type { Draft, PlanStore } from './plan-store';

/** Who signs the plans that the product brings along. */
export const LIBRARY_AUTHOR = 'Ballast library';

/**
 * Puts the worked plans into the store: those it lacks, and newer editions of those that nobody has edited.
 *
 * A plan with a revision by anyone else is left alone.
 */
export async function seedPlans(store: PlanStore, plans: readonly Omit<Draft, 'author' | 'note'>[]): Promise<void> {
  const stored = new Map((await store.list()).map((revision) => [revision.id, revision]));
  for (const plan of plans) {
    const there = stored.get(plan.id);
    if (there !== undefined && there.author !== LIBRARY_AUTHOR) continue;
    const note = there === undefined ? 'The worked plan as it comes' : 'A newer edition of the worked plan';
    await store.save({ ...plan, author: LIBRARY_AUTHOR, note }, there?.revision ?? 'absent');
  }
}
