import { releaseProxy, transfer } from 'comlink';
import { checkPlan } from '../../engine/answers';
import type { Plan } from '../../engine/plan';
import { InputFault, type Issue, type RunControl, Stopped } from '../../engine/units';
import { type FilePreview, movable } from './import-file';
import { KEPT_PLANS } from './kept-plans';
import { type PlanQuestion, type QuestionName, questions } from './questions';
import type { Fault, Reply, WorkerApi } from './worker-api';

/** Progress is passed on at most this often; each report is a message to the screen. */
const REPORT_EVERY_MS = 80;

interface Kept {
  readonly plan: Plan;
  issues: readonly Issue[] | null;
}

/** The worker's side of the pool: keeps plans, answers questions about them, turns errors into data. */
export function answerDoor(now: () => number = () => performance.now()): WorkerApi {
  const plans = new Map<string, Kept>();
  return {
    keepPlan(key, plan) {
      plans.delete(key);
      plans.set(key, { plan, issues: null });
      const [oldest] = plans.keys();
      if (plans.size > KEPT_PLANS && oldest !== undefined) plans.delete(oldest);
    },
    async ask(question, planKey, options, onProgress): Promise<Reply> {
      let last = Number.NEGATIVE_INFINITY;
      const control: RunControl = {
        onProgress(share, label) {
          const at = now();
          if (at - last < REPORT_EVERY_MS) return;
          last = at;
          onProgress(share, label);
        },
      };
      try {
        const ask = Object.hasOwn(questions, question) ? (questions[question as QuestionName] as PlanQuestion) : null;
        if (!ask) throw new Error(`There is no question "${question}".`);
        const kept = planKey === null ? null : plans.get(planKey);
        if (kept === undefined) throw new Error('The plan asked about is not here.');
        if (kept && question !== 'check') {
          // Checked once a plan; the engine computes sound plans alone.
          kept.issues ??= checkPlan(kept.plan).issues;
          if (kept.issues.length > 0) throw new InputFault(kept.issues);
        }
        const value = await ask(kept?.plan as Plan, options, control);
        // A file's series may be long: they go over to the screen instead of being copied.
        return question === 'preview'
          ? transfer({ ok: true, value }, movable(value as FilePreview))
          : { ok: true, value };
      } catch (error) {
        return { ok: false, fault: asFault(error) };
      } finally {
        (onProgress as { [releaseProxy]?: () => void })[releaseProxy]?.();
      }
    },
  };
}

function asFault(error: unknown): Fault {
  if (error instanceof InputFault) return { kind: 'input', message: error.message, issues: [...error.issues] };
  if (error instanceof Stopped) return { kind: 'stopped', message: error.message, issues: [] };
  return { kind: 'internal', message: error instanceof Error ? error.message : String(error), issues: [] };
}
