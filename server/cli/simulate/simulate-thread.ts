import { parentPort } from 'node:worker_threads';
import { simulateContacts } from '../../../engine/answers';
import { readPlan } from '../../../engine/plan';
import { InputFault } from '../../../engine/units';
import type { SimulateMessage, SimulateQuestion } from './simulate-crew';

/** A thread of `simulate`: makes its plan ready once, and runs the ranges of replications that it is given. */
let plan: ReturnType<typeof readPlan> | null = null;

function answer({ document, options }: SimulateQuestion): SimulateMessage {
  try {
    plan ??= readPlan(document);
    return { kind: 'simulated', answer: simulateContacts(plan, options) };
  } catch (error) {
    // A fault of the input loses its kind on the way between threads.
    if (error instanceof InputFault) return { kind: 'refused', issues: error.issues };
    throw error;
  }
}

parentPort?.on('message', (question: SimulateQuestion) => parentPort?.postMessage(answer(question)));
