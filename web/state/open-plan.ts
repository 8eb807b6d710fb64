import type { Plan } from '../../engine/plan';
import type { Issue } from '../../engine/units';
import { dropDraft, readDraft } from './drafts';
import { showPlan, showProblem, usePlanStore } from './plan-store';
import { fetchPlan, putPlan, ServerAway } from './server-api';

/** Reads an unknown document as a plan, away from the main thread. */
export type ReadDocument = (
  document: unknown,
) => Promise<{ readonly plan: Plan | null; readonly issues: readonly Issue[] }>;

/** Whether two documents say the same. */
export type IsSamePlan = (a: unknown, b: unknown) => Promise<boolean>;

/** Worked plans that come with the page, for when the server can't be reached. */
export type WorkedPlan = (id: string) => Promise<unknown | null>;

/** What opening a plan needs from outside. */
export interface PlanDoors {
  readonly read: ReadDocument;
  readonly isSame: IsSamePlan;
  readonly worked: WorkedPlan;
}

export interface OpenOutcome {
  readonly kind: 'opened' | 'recovered' | 'offline' | 'failed';
}

/**
 * Puts a stored plan on screen. Changes that an earlier visit couldn't save are taken up again when the plan hasn't
 * changed since; if it has, the user decides.
 */
export async function openPlan(id: string, doors: PlanDoors): Promise<OpenOutcome> {
  const { read, isSame, worked } = doors;
  try {
    const [stored, draft] = await Promise.all([fetchPlan(id), readDraft(id)]);
    if (stored === null && draft === null) {
      showProblem(`There is no plan "${id}" here.`);
      return { kind: 'failed' };
    }
    if (draft && (stored === null || draft.etag === stored.etag)) {
      const { plan } = await read(draft.plan);
      showPlan(plan ?? draft.plan, stored?.etag ?? null, { kind: 'waiting' });
      return { kind: 'recovered' };
    }
    if (stored === null) return { kind: 'failed' };
    const { plan, issues } = await read(stored.document);
    if (!plan) {
      showProblem(`The plan "${id}" can't be read.`, issues);
      return { kind: 'failed' };
    }
    // A save that was on its way when the page was left may have arrived.
    if (draft && (await isSame(draft.plan, plan))) {
      await dropDraft(id);
    } else if (draft) {
      showPlan(draft.plan, draft.etag, {
        kind: 'conflict',
        detail: 'This browser holds changes of yours, and the plan was changed elsewhere since.',
      });
      return { kind: 'recovered' };
    }
    showPlan(plan, stored.etag);
    return { kind: 'opened' };
  } catch (error) {
    if (!(error instanceof ServerAway)) throw error;
    return openOffline(id, read, worked, error.message);
  }
}

async function openOffline(id: string, read: ReadDocument, worked: WorkedPlan, message: string): Promise<OpenOutcome> {
  const draft = await readDraft(id);
  const { plan } = await read(draft?.plan ?? (await worked(id)));
  if (!plan) {
    showProblem(message);
    return { kind: 'failed' };
  }
  showPlan(plan, draft?.etag ?? null, { kind: 'away', kept: draft !== null });
  return { kind: 'offline' };
}

/** Stores a plan that the server doesn't have yet; a taken id gets a number behind it. */
export async function addPlan(plan: Plan, note: string): Promise<string> {
  for (let attempt = 1; attempt < 50; attempt++) {
    const id = attempt === 1 ? plan.id : `${plan.id.slice(0, 60)}-${attempt}`;
    const outcome = await putPlan({ ...plan, id }, null, note);
    if (outcome.kind === 'saved') return id;
    if (outcome.kind === 'refused') throw new Error(outcome.detail);
  }
  throw new Error('Fifty plans have this name already.');
}

/** Ends a conflict: the stored plan comes back, one's own changes go. */
export async function takeStored(doors: PlanDoors): Promise<void> {
  const id = usePlanStore.getState().plan?.id;
  if (id === undefined) return;
  await dropDraft(id);
  await openPlan(id, doors);
}

/** Ends a conflict: one's own plan becomes the newest revision; the other one stays in the history. */
export async function keepMine(): Promise<void> {
  const { plan } = usePlanStore.getState();
  if (!plan) return;
  const stored = await fetchPlan(plan.id);
  const outcome = await putPlan(plan, stored?.etag ?? null, 'Kept over a newer revision');
  if (outcome.kind !== 'saved') {
    usePlanStore.setState({ save: { kind: 'conflict', detail: outcome.detail } });
    return;
  }
  await dropDraft(plan.id);
  showPlan(plan, outcome.etag);
}

/** Ends a conflict: one's own changes become a plan of their own. Returns its id. */
export async function keepBoth(): Promise<string | null> {
  const { plan } = usePlanStore.getState();
  if (!plan) return null;
  const id = await addPlan(
    { ...plan, id: `${plan.id.slice(0, 58)}-copy`, name: `${plan.name.slice(0, 100)} (copy)` },
    'Copy',
  );
  await dropDraft(plan.id);
  return id;
}
