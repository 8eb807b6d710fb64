import { freeId, freeName } from '../../../engine/disruption';
import type { Disruption, Plan } from '../../../engine/plan';
import { type Editable, editPlan } from '../../state';

/** Adds a disruption behind the others, in one step. */
export function addDisruption(disruption: Disruption): void {
  editPlan(`add ${disruption.name}`, (draft) => {
    draft.disruptions.push(structuredClone(disruption) as Editable<Disruption>);
  });
}

/** Adds a copy under an id and a name of its own, behind the original; returns its id. */
export function duplicateDisruption(plan: Plan, disruption: Disruption): string {
  const copy = {
    ...structuredClone(disruption),
    id: freeId(disruption.id, 'disruption', plan.disruptions),
    name: freeName(disruption.name, plan.disruptions),
  };
  editPlan(`duplicate ${disruption.name}`, (draft) => {
    const at = draft.disruptions.findIndex(({ id }) => id === disruption.id);
    draft.disruptions.splice(at + 1, 0, copy as Editable<Disruption>);
  });
  return copy.id;
}

/** What else a removal touches, in words. */
export function removalWords(plan: Plan, id: string): string {
  const scenarios = plan.scenarios.filter(({ disruptions }) => disruptions.includes(id)).length;
  if (scenarios === 0) return '';
  return scenarios === 1 ? ', also from 1 scenario' : `, also from ${scenarios} scenarios`;
}

/** Takes a disruption out of the plan and out of the scenarios that name it; returns the id of the one beside it. */
export function removeDisruption(plan: Plan, disruption: Disruption): string {
  const { id, name } = disruption;
  const at = plan.disruptions.findIndex((each) => each.id === id);
  const beside = plan.disruptions[at + 1] ?? plan.disruptions[at - 1];
  editPlan(`remove ${name}${removalWords(plan, id)}`, (draft) => {
    draft.disruptions = draft.disruptions.filter((each) => each.id !== id);
    for (const scenario of draft.scenarios) {
      if (scenario.disruptions.includes(id)) scenario.disruptions = scenario.disruptions.filter((each) => each !== id);
    }
  });
  return beside?.id ?? '';
}

/** Sets a disruption's name or description. */
export function rewordDisruption(disruption: Disruption, field: 'name' | 'description', text: string): void {
  const step = field === 'name' ? `rename ${disruption.name} to ${text}` : `description of ${disruption.name}`;
  editPlan(step, (draft) => {
    const found = draft.disruptions.find(({ id }) => id === disruption.id);
    if (found) found[field] = text;
  });
}
