import { planHash, readPlan } from '../../engine/plan';
import { libraryPlans } from '../../scenarios';

/** The worked plans, checked like any other plan, as they go into the store. */
export function libraryDrafts() {
  return libraryPlans.map(({ document }) => {
    const plan = readPlan(document);
    return { id: plan.id, name: plan.name, document: JSON.stringify(plan), hash: planHash(plan) };
  });
}
