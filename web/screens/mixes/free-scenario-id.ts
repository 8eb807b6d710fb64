import type { Plan } from '../../../engine/plan';

/** An id from a name that no scenario has yet. */
export function freeScenarioId(plan: Plan, name: string): string {
  const stem =
    name
      .normalize('NFKD')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 56) || 'mix';
  const taken = new Set(plan.scenarios.map(({ id }) => id));
  if (!taken.has(stem)) return stem;
  let number = 2;
  while (taken.has(`${stem}-${number}`)) number++;
  return `${stem}-${number}`;
}
