import type { Plan } from '../../engine/plan';
import type { Issue } from '../../engine/units';
import { dropDraft, keepDraft } from './drafts';
import { NO_ISSUES, type PlanState, usePlanStore } from './plan-store';
import { putPlan, ServerAway } from './server-api';

/** Checks a plan away from the main thread; an empty list means that it is sound. */
export type CheckPlan = (plan: Plan, key: string) => Promise<readonly Issue[]>;

const REST_MS = 600;
const RETRY_MS = [2_000, 5_000, 15_000, 30_000];

/**
 * Keeps the server up to date with the plan on screen: a moment after each change it is checked, then saved on top of
 * the revision it was read from. While the server is away, a copy is kept in the browser and saving is tried again.
 * Returns how to end it.
 */
export function keepSaved(check: CheckPlan): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let failures = 0;
  let isSaving = false;
  let savedKey = usePlanStore.getState().planKey;
  let shownPlan = usePlanStore.getState().plan?.id;

  const schedule = (delay: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => void save(), delay);
  };

  const save = async (): Promise<void> => {
    if (isSaving) return schedule(REST_MS);
    const { plan, planKey, etag, save: state, undoable } = usePlanStore.getState();
    if (!plan || planKey === savedKey || state.kind === 'conflict') return;
    isSaving = true;
    const isCurrent = () => usePlanStore.getState().planKey === planKey;
    const isSamePlan = () => usePlanStore.getState().plan?.id === plan.id;
    // First of all in the browser, so that nothing is lost whatever happens to page or server.
    const keeping = keepDraft({ id: plan.id, plan, etag, at: new Date().toISOString() });
    try {
      const issues = await check(plan, planKey);
      if (!isCurrent()) return schedule(0);
      usePlanStore.setState({ issues: issues.length > 0 ? issues : NO_ISSUES });
      if (issues.length > 0) {
        const kept = await keeping;
        usePlanStore.setState({ save: { kind: 'refused', detail: kept ? 'kept in this browser' : '' } });
        return;
      }
      usePlanStore.setState({ save: { kind: 'saving' } });
      const outcome = await putPlan(plan, etag, undoable.at(-1)?.name ?? 'Saved');
      failures = 0;
      if (!isSamePlan()) return;
      if (outcome.kind === 'saved') {
        savedKey = planKey;
        usePlanStore.setState({ etag: outcome.etag, save: { kind: isCurrent() ? 'saved' : 'waiting' } });
        await keeping;
        if (isCurrent()) await dropDraft(plan.id);
        if (!isCurrent()) schedule(REST_MS);
        return;
      }
      if (outcome.kind === 'stale') usePlanStore.setState({ save: { kind: 'conflict', detail: outcome.detail } });
      else usePlanStore.setState({ issues: outcome.issues, save: { kind: 'refused', detail: outcome.detail } });
    } catch (error) {
      const kept = await keeping;
      if (!isSamePlan()) return;
      usePlanStore.setState({ save: { kind: 'away', kept } });
      const wait = RETRY_MS[Math.min(failures++, RETRY_MS.length - 1)] ?? 30_000;
      if (error instanceof ServerAway || error instanceof Error) schedule(wait);
    } finally {
      isSaving = false;
    }
  };

  const keep = ({ plan, etag }: PlanState) => {
    if (plan) void keepDraft({ id: plan.id, plan, etag, at: new Date().toISOString() });
  };
  const unsubscribe = usePlanStore.subscribe((state, before) => {
    // Whoever turns to another plan before this one is saved finds the changes again on coming back.
    if (before.plan && before.plan.id !== state.plan?.id && before.planKey !== savedKey) keep(before);
    if (state.plan === null || state.planKey === before.planKey) return;
    if (state.plan.id !== shownPlan || (state.undoable.length === 0 && state.redoable.length === 0)) {
      // Another plan, or the same one read anew: what is on screen is what is stored, unless it says otherwise.
      shownPlan = state.plan.id;
      failures = 0;
      const isStored = state.save.kind === 'saved' || (state.save.kind === 'away' && !state.save.kept);
      savedKey = isStored ? state.planKey : '';
    }
    if (state.planKey === savedKey) {
      clearTimeout(timer);
      void dropDraft(state.plan.id);
      if (state.save.kind !== 'away') usePlanStore.setState({ save: { kind: 'saved' }, issues: NO_ISSUES });
      return;
    }
    if (state.save.kind === 'conflict') return keep(state);
    if (state.save.kind !== 'away') usePlanStore.setState({ save: { kind: 'waiting' } });
    schedule(REST_MS);
  });

  const onLeave = (event: BeforeUnloadEvent) => {
    const state = usePlanStore.getState();
    if (!state.plan || state.planKey === savedKey) return;
    keep(state);
    event.preventDefault();
  };
  addEventListener('beforeunload', onLeave);
  return () => {
    unsubscribe();
    clearTimeout(timer);
    removeEventListener('beforeunload', onLeave);
  };
}
