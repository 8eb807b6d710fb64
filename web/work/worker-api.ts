import type { Plan } from '../../engine/plan';
import type { Issue } from '../../engine/units';
import type { QuestionName } from './questions';

/** What the worker says back. Errors travel as data, since an error object loses its fields on the way. */
export type Reply = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly fault: Fault };

/** What went wrong, in a form that crosses between threads and that a screen can list. */
export interface Fault {
  /** `input`: something in the plan or the file is wrong. `stopped`: called off. `died`: the worker ended. `internal`: ours. */
  readonly kind: 'input' | 'stopped' | 'died' | 'internal';
  readonly message: string;
  readonly issues: readonly Issue[];
}

export type ReportProgress = (share: number, label: string) => void;

/** The door of the engine's worker. */
export interface WorkerApi {
  /** Keeps a plan under a key, so that it crosses once and not with every question. */
  keepPlan(key: string, plan: Plan): void;
  /** Answers a question about the plan kept under the key (null for a question that needs none). */
  ask(question: QuestionName, planKey: string | null, options: unknown, onProgress: ReportProgress): Promise<Reply>;
}

/** A call that ended without an answer. */
export class AnswerError extends Error {
  override readonly name = 'AnswerError';
  constructor(readonly fault: Fault) {
    super(fault.message);
  }
}

export function faultOf(error: unknown): Fault {
  if (error instanceof AnswerError) return error.fault;
  const message = error instanceof Error ? error.message : String(error);
  return { kind: 'internal', message, issues: [] };
}

export const STOPPED: Fault = { kind: 'stopped', message: 'Stopped.', issues: [] };
