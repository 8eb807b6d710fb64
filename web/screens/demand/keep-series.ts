import type { History } from '../../../engine/plan';
import { editPlan } from '../../state';

/** Histories on their way into the plan: new ones, and ones that take the place of what they were laid over. */
export interface KeptSeries {
  readonly histories: readonly History[];
  readonly source: string;
}

/** Puts histories into the plan in one step; one whose id is there already replaces it. The first one's id. */
export function keepSeries({ histories, source }: KeptSeries): string {
  const [first] = histories;
  if (!first) return '';
  editPlan(stepName(histories, source), (draft) => {
    for (const history of histories) {
      const next = structuredClone(history);
      const at = draft.histories.findIndex(({ id }) => id === history.id);
      if (at < 0) draft.histories.push(next);
      else draft.histories[at] = next;
    }
  });
  return first.id;
}

function stepName(histories: readonly History[], source: string): string {
  const [first] = histories;
  if (histories.length > 1) return `Keep ${histories.length} histories from ${source}`;
  return first?.layers ? `Lay ${source} over ${first.name}` : `Keep history ${first?.name}`;
}

/** A name and an id that no other history has. */
export function freeName(name: string, taken: readonly { readonly id: string }[]): { id: string; name: string } {
  const base = name.slice(0, 56);
  for (let count = 1; ; count++) {
    const id = count === 1 ? base : `${base} ${count}`;
    if (!taken.some((one) => one.id === id)) return { id, name: count === 1 ? name : id };
  }
}
