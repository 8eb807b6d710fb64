import { notifications } from '@mantine/notifications';
import { useEffect } from 'react';
import { useLocation } from 'wouter';
import { forgetQueries, readPath, writePath } from '../address';
import { keepSaved, listPlans, openPlan, showProblem, usePlanStore } from '../state';
import { checkPlan, planDoors, rememberedPlan, rememberPlan } from './doors';

/** Opens the plan that the address names, and keeps it saved; without a name it goes to the last or first plan. */
export function useOpenPlan(): void {
  const [path, navigate] = useLocation();
  const address = readPath(path);
  const planId = address?.planId ?? null;
  const isAlone = address?.screen === 'calculator';
  const isRoot = address !== null && planId === null && !isAlone;

  useEffect(() => keepSaved(checkPlan), []);

  useEffect(() => {
    if (!isRoot) return;
    let isOver = false;
    void firstPlan().then((id) => {
      if (isOver) return;
      if (id === null) showProblem('There is no plan here yet. Open one from a file.');
      else navigate(writePath(id, 'overview'), { replace: true });
    });
    return () => {
      isOver = true;
    };
  }, [isRoot, navigate]);

  // The calculator needs no plan; one is opened beside it all the same, so that the way to the other screens is open.
  useEffect(() => {
    if (!isAlone || planId !== null || usePlanStore.getState().plan) return;
    void firstPlan()
      .then((id) => (id === null || usePlanStore.getState().plan ? null : openPlan(id, planDoors())))
      .catch(() => {});
  }, [isAlone, planId]);

  useEffect(() => {
    if (planId === null || usePlanStore.getState().plan?.id === planId) return;
    forgetQueries();
    usePlanStore.setState({ plan: null, planKey: '', problem: null });
    void openPlan(planId, planDoors())
      .then((outcome) => {
        if (outcome.kind !== 'failed') rememberPlan(planId);
        if (outcome.kind === 'recovered') {
          notifications.show({ message: 'Changes that were not saved on the last visit are here again.' });
        }
      })
      .catch((error: unknown) => showProblem(error instanceof Error ? error.message : String(error)));
  }, [planId]);
}

async function firstPlan(): Promise<string | null> {
  const { libraryPlans } = await import('../../scenarios');
  const worked = libraryPlans[0]?.id ?? null;
  try {
    const plans = await listPlans();
    const has = (id: string | null) => plans.some((plan) => plan.id === id);
    const last = rememberedPlan();
    if (has(last)) return last;
    return has(worked) ? worked : (plans[0]?.id ?? null);
  } catch {
    return rememberedPlan() ?? worked;
  }
}
