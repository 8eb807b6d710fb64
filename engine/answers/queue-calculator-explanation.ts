import { SERVICE_LEVEL_DEFINITIONS } from '../queueing';
import type { CalculatedQuantile, CalculatedQueue, ExplainedFigure, QueueCalculation } from './queue-calculation';
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
  const erlangA = answer.model === 'erlang-a';
  const method = erlangA
    ? 'Erlang A, Mandelbaum & Zeltyn, The Palm/Erlang-A Queue (2005)'
    : 'Erlang C, Cooper, Introduction to Queueing Theory (1981), ch. 3';
  const chat = q.channel === 'chat' && q.concurrency > 1;
  const work = [
    given('contacts in the interval', q.contacts, 'contacts'),
    given('interval', q.intervalMinutes, 'minutes'),
    given('mean handle time', q.handleTimeSeconds, 'seconds'),
    ...(chat
      ? [given('chats at once', q.concurrency, 'chats'), given('stretch by a further chat', q.stretch, 'share')]
      : []),
  ];
  const load = computed(
    'offered load',
    answer.offeredLoad,
    'erlangs',
    chat
      ? 'contacts × handle time × (1 + stretch × (chats at once - 1)) ÷ chats at once ÷ interval'
      : 'contacts × handle time ÷ interval',
  );
  const patience = erlangA ? [given('mean patience', q.patienceSeconds, 'seconds')] : [];
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
  const [model, wait] = erlangA
    ? [
        'Erlang A',
        'density of the offered wait in proportion to exp(b (1 - e^-v) - c v), with b = arrivals × patience, c = agents × patience ÷ handle time',
      ]
    : [
        'Erlang C',
        'probability of waiting C = 1 ÷ (1 + (1 - load ÷ agents) (1 ÷ B - 1)), with B by Erlang’s loss formula',
      ];
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
  const level = erlangA
    ? `${definition.formula}; ${wait}`
    : `1 - C exp(-(agents - load) × threshold ÷ handle time); ${wait}`;
  add('serviceLevel', definition.label, queue.serviceLevel, 'share', level, [...forwards, ...targets.slice(1, 3)]);
  if (queue.asaSeconds !== null) {
    const asa = erlangA ? `mean of the wait of the answered; ${wait}` : `C × handle time ÷ (agents - load); ${wait}`;
    add('asaSeconds', 'Average speed of answer', queue.asaSeconds, 'seconds', asa, forwards);
  }
  const lost = erlangA ? 'mean wait of all ÷ mean patience' : 'nobody gives up';
  add('abandonment', 'Abandonment', queue.abandonment, 'share of offered', lost, forwards);
  const busy = chat
    ? 'load × (1 - abandonment) ÷ agents: share of chat places in use'
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
