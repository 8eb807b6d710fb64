import { freeId } from '../../../../engine/disruption';
import type { Measure, MeasureKind, Plan } from '../../../../engine/plan';
import { type Editable, editPlan } from '../../../state';
import { MEASURE_KINDS, newMeasure } from './measure-fields';

/** Adds a measure, switched off; returns its id. */
export function addMeasure(plan: Plan, kind: MeasureKind): string {
  const id = freeId(MEASURE_KINDS[kind], 'measure', plan.measures ?? []);
  editPlan(`Add ${MEASURE_KINDS[kind]}`, (draft) => {
    draft.measures = [...(draft.measures ?? []), newMeasure(kind, plan, id) as Editable<Measure>];
  });
  return id;
}

export function removeMeasure(measure: Measure): void {
  editPlan(`Remove ${measure.name}`, (draft) => {
    draft.measures = (draft.measures ?? []).filter(({ id }) => id !== measure.id);
  });
}

/** Changes one thing of a measure, in one named step. */
export function changeMeasure(measure: Measure, what: string, recipe: (draft: Editable<Measure>) => void): void {
  editPlan(`${what} of ${measure.name}`, (draft) => {
    const target = draft.measures?.find(({ id }) => id === measure.id);
    if (target) recipe(target);
  });
}

type Holder = Record<string, unknown>;

/** What stands at a path of fields, such as `becomes.failureShare`. */
export function valueAt(measure: Measure, path: string): unknown {
  return path.split('.').reduce<unknown>((holder, key) => (holder as Holder | undefined)?.[key], measure);
}

/** Puts a value at a path of fields; null takes an optional one away. */
export function putAt(draft: Editable<Measure>, path: string, value: unknown): void {
  const keys = path.split('.');
  const last = keys.pop() ?? '';
  const holder = keys.reduce<Holder>((own, key) => own[key] as Holder, draft as unknown as Holder);
  if (value === null) delete holder[last];
  else holder[last] = value;
}
