import type { CheckPlan, IsSamePlan, PlanDoors, ReadDocument, WorkedPlan } from '../state';
import { AnswerError, engine } from '../work';

/** Everything that opening a plan needs from outside. */
export const planDoors = (): PlanDoors => ({ read: readDocument, isSame: isSamePlan, worked: workedPlan });

/** Reads a document, or its JSON text, as a plan in the worker; what is wrong with it comes back as a list. */
export const readDocument: ReadDocument = async (document) => {
  try {
    const options = typeof document === 'string' ? { text: document } : { document };
    return { plan: await engine().ask('read', options, { urgent: true }), issues: [] };
  } catch (error) {
    if (error instanceof AnswerError && error.fault.kind === 'input') return { plan: null, issues: error.fault.issues };
    throw error;
  }
};

/** Whether two documents are the same plan, however their keys are ordered. */
export const isSamePlan: IsSamePlan = (a, b) => engine().ask('same', { a, b }, { urgent: true });

/** Checks the plan on screen in the worker, which then has it for the questions that follow. */
export const checkPlan: CheckPlan = async (plan, key) => {
  const answer = await engine().ask('check', null, { plan: { key, document: plan }, urgent: true });
  return answer.issues;
};

/** A worked plan from the page itself: loaded only when the server can't be reached. */
export const workedPlan: WorkedPlan = async (id) => {
  const { libraryPlans } = await import('../../scenarios');
  return (libraryPlans.find((entry) => entry.id === id) ?? libraryPlans[0])?.document ?? null;
};

const LAST = 'ballast-last-plan';

/** Which plan to open when the address names none: the one of the last visit, else the richest worked plan. */
export function rememberPlan(id: string): void {
  try {
    localStorage.setItem(LAST, id);
  } catch {
    // Without storage the first plan opens next time.
  }
}

export function rememberedPlan(): string | null {
  try {
    return localStorage.getItem(LAST);
  } catch {
    return null;
  }
}
