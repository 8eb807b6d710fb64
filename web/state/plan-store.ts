import { applyPatches, type Draft as Editable, enablePatches, type Patch, produceWithPatches } from 'immer';
import { create } from 'zustand';
import type { Plan } from '../../engine/plan';
import type { Issue } from '../../engine/units';

enablePatches();

/** One step of the user's, with its way back. */
export interface Step {
  readonly name: string;
  readonly patches: readonly Patch[];
  readonly inverse: readonly Patch[];
  /** Keys of the plan's content before and after, so that an undone plan finds its answers again. */
  readonly fromKey: string;
  readonly toKey: string;
  /** Steps of the same gesture (a drag, a run of key presses) become one. */
  readonly gesture: string | undefined;
}

export type SaveState =
  | { readonly kind: 'saved' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'waiting' }
  | { readonly kind: 'away'; readonly kept: boolean }
  | { readonly kind: 'conflict'; readonly detail: string }
  | { readonly kind: 'refused'; readonly detail: string };

export interface PlanState {
  readonly plan: Plan | null;
  /** Changes whenever the content does; the same content after undo and redo has the same key. */
  readonly planKey: string;
  /** The server's tag of the revision underneath; null when the server has none. */
  readonly etag: string | null;
  readonly undoable: readonly Step[];
  readonly redoable: readonly Step[];
  /** What is wrong with the plan as it stands; it is neither computed nor saved until mended. */
  readonly issues: readonly Issue[];
  readonly save: SaveState;
  /** Why there is no plan on screen, if there is none. */
  readonly problem: { readonly message: string; readonly issues: readonly Issue[] } | null;
}

/** The one empty list: what watches the issues isn't drawn anew when there were none and still are none. */
export const NO_ISSUES: readonly Issue[] = [];

export const usePlanStore = create<PlanState>(() => ({
  plan: null,
  planKey: '',
  etag: null,
  undoable: [],
  redoable: [],
  issues: NO_ISSUES,
  save: { kind: 'saved' },
  problem: null,
}));

const MOST_STEPS = 200;
let versions = 0;

const nextKey = (id: string): string => `${id}@${++versions}`;

/** Puts a plan on screen; the past of another plan is no past of this one. */
export function showPlan(plan: Plan, etag: string | null, save: SaveState = { kind: 'saved' }): void {
  usePlanStore.setState({
    plan,
    planKey: nextKey(plan.id),
    etag,
    undoable: [],
    redoable: [],
    issues: NO_ISSUES,
    save,
    problem: null,
  });
}

export function showProblem(message: string, issues: readonly Issue[] = []): void {
  usePlanStore.setState({
    plan: null,
    planKey: '',
    etag: null,
    undoable: [],
    redoable: [],
    problem: { message, issues },
  });
}

/**
 * Changes the plan in one named step that can be undone.
 *
 * The recipe writes to the draft as if it were the plan; nothing happens if it leaves it as it was. Steps with the same
 * `gesture` in a row become one.
 */
export function editPlan(name: string, recipe: (draft: Editable<Plan>) => void, gesture?: string): void {
  const { plan, planKey, undoable } = usePlanStore.getState();
  if (!plan) return;
  const [next, patches, inverse] = produceWithPatches(plan, (draft) => {
    recipe(draft);
  });
  if (patches.length === 0) return;
  const toKey = nextKey(plan.id);
  const last = undoable.at(-1);
  const joins = gesture !== undefined && last?.gesture === gesture;
  const step: Step = joins
    ? {
        name,
        patches: [...last.patches, ...patches],
        inverse: [...inverse, ...last.inverse],
        fromKey: last.fromKey,
        toKey,
        gesture,
      }
    : { name, patches, inverse, fromKey: planKey, toKey, gesture };
  usePlanStore.setState({
    plan: next,
    planKey: toKey,
    undoable: [...(joins ? undoable.slice(0, -1) : undoable), step].slice(-MOST_STEPS),
    redoable: [],
  });
}

/** Ends a gesture, so that the next step of the same kind stands alone. */
export function endGesture(): void {
  const { undoable } = usePlanStore.getState();
  const last = undoable.at(-1);
  if (last?.gesture === undefined) return;
  usePlanStore.setState({ undoable: [...undoable.slice(0, -1), { ...last, gesture: undefined }] });
}

export function undo(): void {
  const { plan, undoable, redoable } = usePlanStore.getState();
  const step = undoable.at(-1);
  if (!plan || !step) return;
  usePlanStore.setState({
    plan: applyPatches(plan, step.inverse as Patch[]),
    planKey: step.fromKey,
    undoable: undoable.slice(0, -1),
    redoable: [...redoable, step],
  });
}

export function redo(): void {
  const { plan, undoable, redoable } = usePlanStore.getState();
  const step = redoable.at(-1);
  if (!plan || !step) return;
  usePlanStore.setState({
    plan: applyPatches(plan, step.patches as Patch[]),
    planKey: step.toKey,
    undoable: [...undoable, { ...step, gesture: undefined }],
    redoable: redoable.slice(0, -1),
  });
}

export type { Editable };
