import { SERVICE_LEVEL_DEFINITIONS } from '../queueing';
import type { CalculatedQuantile, CalculatedQueue, ExplainedFigure, QueueCalculation } from './queue-calculation';
import type { QueueModelName } from './queue-model';
import type { Explanation } from './results';

type Input = Explanation['inputs'][number];
type Explanations = Partial<Record<ExplainedFigure, Explanation>>;

/** A queue whose figures are explained, and what its number of agents is. */
export interface ExplainedQueue {
  readonly queue: CalculatedQueue;
  readonly waitQuantiles: readonly CalculatedQuantile[];
  /** `required`: found by the calculation. `at hand`: given with the question. */
  readonly agents: 'required' | 'at hand';
}

/** How each model is called, where it is written down, and what its waits follow from. */
const MODELS: Readonly<
  Record<QueueModelName, { readonly label: string; readonly method: string; readonly wait: string }>
> = {
  'erlang-a': {
    label: 'Erlang A',
    method: 'Erlang A, Mandelbaum & Zeltyn, The Palm/Erlang-A Queue (2005)',
    wait: 'density of the offered wait in proportion to exp(b (1 - e^-v) - c v), with b = arrivals × patience, c = agents × patience ÷ handle time',
  },
  'erlang-c': {
    label: 'Erlang C',
    method: 'Erlang C, Cooper, Introduction to Queueing Theory (1981), ch. 3',
    wait: 'probability of waiting C = 1 ÷ (1 + (1 - load ÷ agents) (1 ÷ B - 1)), with B by Erlang’s loss formula',
  },
  general: {
    label: 'the general queue',
    method:
      'M/G/n+G: Zeltyn & Mandelbaum, Queueing Systems 51 (2005), for patience; waits stretched by two moments of handle time, Kimura (1986). Exact for exponential handle times, otherwise off by 0.7 points of service level on average (METHODS)',
    wait: 'density of the offered wait in proportion to exp((arrivals × ∫ staying - agents × wait ÷ handle time) ÷ v), with v from the spread of handle time',
  },
  chat: {
    label: 'the chat queue',
    method:
      'Tezcan & Zhang, Oper. Res. 62 (2014); who leaves without a sign by Castellanos, Yom-Tov & Goldberg (2019). Within 0.8 points of simulation, 2.4 with silent leavers (METHODS)',
    wait: 'birth-death chain over conversations spread evenly over agents; one of k an agent ends at rate 1 ÷ (handle time × (1 + stretch × (k - 1)))',
  },
};

const WAITS: Readonly<Record<QueueModelName, string>> = {
  'erlang-a': 'weight of the waits ÷ (weight of the waits + 1 ÷ B - 1), with B by Erlang’s loss formula',
  'erlang-c': 'C = 1 ÷ (1 + (1 - load ÷ agents) (1 ÷ B - 1)), with B by Erlang’s loss formula',
  general: 'weight of the waits ÷ (weight of the waits + 1 ÷ B - 1), with B by Erlang’s loss formula',
  chat: 'share of time with every place in use',
};

/** Where each figure of a calculation comes from: formula, inputs and source. */
export function explainCalculation(
  answer: Omit<QueueCalculation, 'explanations' | 'atHand' | 'provenance'>,
  about: ExplainedQueue | null,
): Explanations {
  const { question: q, staff } = answer;
  const given = (name: string, value: number | string, unit: string): Input => ({
    name,
    value,
    unit,
    source: 'your input',
    grade: 'as given',
  });
  const computed = (name: string, value: number, unit: string, source: string): Input => ({
    name,
    value,
    unit,
    source,
    grade: 'computed',
  });
  const impatient = q.patienceSeconds < Number.POSITIVE_INFINITY;
  const { label: model, method, wait } = MODELS[answer.model];
  const chat = q.channel === 'chat' && q.concurrency > 1;
  const work = [
    given('contacts in the interval', q.contacts, 'contacts'),
    given('interval', q.intervalMinutes, 'minutes'),
    given('mean handle time', q.handleTimeSeconds, 'seconds'),
    ...(chat
      ? [given('chats at once', q.concurrency, 'chats'), given('stretch by a further chat', q.stretch, 'share')]
      : []),
    ...(q.silentShare > 0 ? [given('who give up leave without a sign', q.silentShare, 'share')] : []),
    ...(answer.model === 'general' ? [given('spread of handle time', q.handleTimeCv, 'times its mean')] : []),
  ];
  const load = computed(
    'offered load',
    answer.offeredLoad,
    'erlangs',
    chat
      ? 'contacts × handle time × (1 + stretch × (chats at once - 1)) ÷ chats at once ÷ interval'
      : 'contacts × handle time ÷ interval',
  );
  const patience = impatient
    ? [
        given('mean patience', q.patienceSeconds, 'seconds'),
        ...(answer.model === 'general' ? [given('spread of patience', q.patienceCv, 'times its mean')] : []),
      ]
    : [];
  const explanations: Explanations = {
    offeredLoad: {
      label: 'Offered load',
      value: answer.offeredLoad,
      unit: 'erlangs',
      formula: load.source,
      method: 'work that arrives in a unit of time',
      inputs: work,
    },
  };
  if (about === null) return explanations;
  const { queue } = about;
  const definition = SERVICE_LEVEL_DEFINITIONS.find((entry) => entry.definition === q.definition)!;
  const email = q.targetHours !== null;
  const targets = [
    given(email ? 'share finished in time' : 'share answered in time', q.targetShare, 'share'),
    email ? given('hours to finish', q.targetHours!, 'hours') : given('answer threshold', q.targetSeconds, 'seconds'),
    given('definition of service level', definition.label, ''),
    ...(q.maxOccupancy === null ? [] : [given('largest occupancy', q.maxOccupancy, 'share')]),
    ...(q.maxAbandonment === null ? [] : [given('largest abandonment', q.maxAbandonment, 'share')]),
    ...(q.maxAsaSeconds === null ? [] : [given('longest average speed of answer', q.maxAsaSeconds, 'seconds')]),
  ];
  const agents =
    about.agents === 'at hand'
      ? given('agents', queue.agents, 'agents')
      : computed('agents', queue.agents, 'agents', 'least whole agents that meet every target');
  const forwards = [load, agents, ...patience];
  const add = (
    figure: ExplainedFigure,
    label: string,
    value: number,
    unit: string,
    formula: string,
    inputs: Input[],
  ) => {
    explanations[figure] = { label, value, unit, formula, method, inputs };
  };
  if (staff !== null && about.agents === 'required') {
    add(
      'agentsWhole',
      'Agents',
      staff.agentsWhole,
      'agents',
      `least whole agents for which ${model} meets every target`,
      [...work, load, ...patience, ...targets],
    );
    add(
      'agentsFractional',
      'Agents in fractions',
      staff.agentsFractional,
      'agents',
      `least agents, in fractions, for which ${model} meets every target; add these up and round once`,
      [...work, load, ...patience, ...targets],
    );
    add('paidHeads', 'Paid positions', staff.paidHeads, 'people', 'agents ÷ (1 - shrinkage), rounded up once', [
      agents,
      given('shrinkage', q.shrinkage, 'share'),
    ]);
  }
  const level =
    answer.model === 'erlang-c'
      ? `1 - C exp(-(agents - load) × threshold ÷ handle time); ${wait}`
      : `${definition.formula}; ${wait}`;
  add('serviceLevel', definition.label, queue.serviceLevel, 'share', level, [...forwards, ...targets.slice(1, 3)]);
  if (queue.asaSeconds !== null) {
    const asa =
      answer.model === 'erlang-c'
        ? `C × handle time ÷ (agents - load); ${wait}`
        : `mean of the wait of the answered; ${wait}`;
    add('asaSeconds', 'Average speed of answer', queue.asaSeconds, 'seconds', asa, forwards);
  }
  add('waitProbability', 'Probability of waiting', queue.waitProbability, 'share', WAITS[answer.model], forwards);
  if (queue.meanWaitSeconds !== null) {
    add(
      'meanWaitSeconds',
      'Mean wait of all',
      queue.meanWaitSeconds,
      'seconds',
      `mean wait of everyone, those who give up included; ${wait}`,
      forwards,
    );
  }
  if (queue.queueLength !== null) {
    add(
      'queueLength',
      'Contacts waiting',
      queue.queueLength,
      'contacts',
      'arrivals × mean wait of all (Little)',
      forwards,
    );
  }
  const lost = !impatient
    ? 'nobody gives up'
    : answer.model === 'erlang-a'
      ? 'mean wait of all ÷ mean patience'
      : `share whose patience ends before an agent is free; ${wait}`;
  add('abandonment', 'Abandonment', queue.abandonment, 'share of offered', lost, forwards);
  const busy =
    answer.model === 'chat'
      ? `mean conversations ÷ (agents × chats at once): share of chat places in use; ${wait}`
      : 'load × (1 - abandonment) ÷ agents';
  add('occupancy', 'Occupancy', queue.occupancy, 'share', busy, forwards);
  const ninety = about.waitQuantiles.find(({ share }) => share === 0.9)?.everyoneSeconds;
  if (ninety !== undefined && ninety !== null) {
    add(
      'waitQuantiles',
      'Wait that 90 % do not exceed',
      ninety,
      'seconds',
      `bisection on the distribution of waits; ${wait}`,
      forwards,
    );
  }
  return explanations;
}
