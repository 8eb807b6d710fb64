import type { BusinessCase, Plan } from '../../../engine/plan';
import { editPlan } from '../../state';

/** Measures of the plan that no case is about yet. */
export function measuresWithoutCase(plan: Plan): readonly { readonly id: string; readonly name: string }[] {
  const taken = new Set((plan.money?.cases ?? []).map(({ measure }) => measure));
  return (plan.measures ?? []).filter(({ id }) => !taken.has(id)).map(({ id, name }) => ({ id, name }));
}

/** Adds a case for a measure, with figures that are plainly a first guess; returns its id. */
export function addCase(plan: Plan, measure: { readonly id: string; readonly name: string }): string {
  const taken = new Set((plan.money?.cases ?? []).map(({ id }) => id));
  let id = measure.id;
  for (let at = 2; taken.has(id); at++) id = `${measure.id.slice(0, 58)}-${at}`;
  const made: BusinessCase = {
    id,
    name: measure.name,
    measure: measure.id,
    startDate: plan.calendar.startDate,
    years: 3,
    investment: [50_000, 100_000, 200_000],
    runningPerYear: [10_000, 20_000, 40_000],
    realizedShare: [0.5, 0.7, 0.9],
    discountRatePerYear: 0.08,
    source: 'A first guess, to be replaced',
    grade: 'opinion',
  };
  editPlan(`Business case for ${measure.name}`, (draft) => {
    draft.money ??= {};
    draft.money.cases = [...(draft.money.cases ?? []), made];
  });
  return id;
}

export function removeCase(found: BusinessCase): void {
  editPlan(`Remove the business case “${found.name}”`, (draft) => {
    if (draft.money?.cases) draft.money.cases = draft.money.cases.filter(({ id }) => id !== found.id);
  });
}

/** Sets the budget of the whole plan to the same amount every month; null takes it away. */
export function setBudget(perMonth: number | null): void {
  editPlan(`Budget a month: ${perMonth ?? 'none'}`, (draft) => {
    const others = (draft.money?.budget ?? []).filter(({ of }) => of !== 'all');
    draft.money ??= {};
    const line = { of: 'all' as const, perMonth: [perMonth ?? 0] as never };
    draft.money.budget = perMonth === null ? others : [line, ...others];
    if (draft.money.budget.length === 0) delete draft.money.budget;
  });
}
