import type { Provider } from '../../../../engine/plan';
import { type Editable, editPlan } from '../../../state';

export type Evidence = NonNullable<Provider['evidence']>[number];

/** Adds a piece of evidence on a provider, behind the others. */
export function addEvidence(providerId: string, entry: Evidence): void {
  editEvidence(`add ${entry.fact}`, providerId, (evidence) => evidence.push(entry as Editable<Evidence>));
}

/** Takes a piece of evidence away. */
export function removeEvidence(providerId: string, at: number, fact: string): void {
  editEvidence(`remove ${fact}`, providerId, (evidence) => evidence.splice(at, 1));
}

function editEvidence(step: string, providerId: string, change: (evidence: Editable<Evidence>[]) => unknown): void {
  editPlan(step, (draft) => {
    const provider = draft.providers.find(({ id }) => id === providerId);
    if (!provider) return;
    provider.evidence ??= [];
    change(provider.evidence);
    if (provider.evidence.length === 0) delete provider.evidence;
  });
}
