import { availableParallelism } from 'node:os';
import type { Worker } from 'node:worker_threads';
import type { ContactsAnswer, ContactsHand, SimulateContactsOptions } from '../../../engine/answers';
import type { Plan } from '../../../engine/plan';
import { InputFault, type Issue } from '../../../engine/units';
import { asked } from '../threads';

export interface SimulateQuestion {
  readonly document: unknown;
  readonly options: SimulateContactsOptions;
}

export type SimulateMessage =
  | { readonly kind: 'simulated'; readonly answer: ContactsAnswer }
  | { readonly kind: 'refused'; readonly issues: readonly Issue[] };

/** Contacts below which a thread, which has to make the plan ready for itself, costs more than it saves. */
const WORTH_A_THREAD = 10e6;
const MOST = 16;

/** Threads for a study: one a processor where that is worth its while, none more than there are replications. */
export function simulateCrewSize(plan: Plan, days: number, replications: number, wanted: number | undefined): number {
  const contacts = plan.streams.reduce((sum, { demand }) => sum + weekly(demand), 0) * (days / 7) * replications;
  const size = wanted ?? (contacts < WORTH_A_THREAD ? 1 : Math.min(MOST, availableParallelism()));
  return Math.max(1, Math.min(size, replications));
}

/** Contacts of a usual week where the plan says so; others are taken for few, which costs time at most. */
function weekly(demand: Plan['streams'][number]['demand']): number {
  return 'contactsPerWeek' in demand && typeof demand.contactsPerWeek === 'number' ? demand.contactsPerWeek : 0;
}

/** A thread as one of the hands that replications are shared out over. */
export function simulator(plan: Plan): (thread: Worker) => ContactsHand {
  return (thread) => ({
    simulate: async (options) => {
      const question: SimulateQuestion = { document: plan, options };
      const message = await asked<SimulateQuestion, SimulateMessage, SimulateMessage>(thread, question, (one) => one);
      if (message.kind === 'refused') throw new InputFault(message.issues);
      return message.answer;
    },
  });
}
