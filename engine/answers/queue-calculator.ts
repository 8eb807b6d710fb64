import { SERVICE_LEVEL_DEFINITIONS } from '../queueing';
import { wholeHeads } from '../units';
import { paidPositions } from '../workforce';
import { provenance } from './provenance';
import type {
  AgentsByConcurrency,
  CalculatedQuantile,
  CalculatedQueue,
  CalculatedStaff,
  CurvePoint,
  NamedServiceLevel,
  QueueAtHand,
  QueueCalculation,
  Slope,
} from './queue-calculation';
import { type ExplainedQueue, explainCalculation } from './queue-calculator-explanation';
import { type QueueCalculatorInput, type QueueQuestion, readQueueQuestion } from './queue-calculator-input';
import { calculatorWarnings } from './queue-calculator-warnings';
import { missedBy, type QueueModel, type QueueModelName, queueModel } from './queue-model';

const QUANTILES = [0.5, 0.8, 0.9, 0.95, 0.99] as const;
/**
 * How far a curve reaches: a standard deviation of the work offered down, half as many again up. A large queue needs the
 * longer stretch: four agents of 400 change nothing that can be seen. Where a cap asks for many agents more than the work
 * offered, it goes on down to a standard deviation below that, so that it shows where the level turns.
 */
function reach(middle: number, offeredLoad: number): { readonly fewer: number; readonly more: number } {
  const spread = Math.min(40, Math.max(4, Math.ceil(Math.sqrt(offeredLoad))));
  const above = Math.ceil(middle - offeredLoad);
  return { fewer: above > spread ? Math.min(100, above + spread) : spread, more: Math.ceil(1.5 * spread) };
}

/**
 * Answers a planner's question about one voice, chat or email queue: how many agents, and what they come to.
 *
 * Use for a quick sum on one interval; a whole plan is `staffIntervals`. Erlang A with patience, Erlang C without;
 * with a spread of handle time or patience other than the exponential one, `generalQueue`; chats by `chatQueue`. An email
 * is in time when work on it begins a mean handle time before its hours are over.
 *
 * Formula: least agents that meet the service level, abandonment, ASA and occupancy asked for; paid = agents / (1 - shrinkage),
 * rounded up once. Source: see `requiredAgents`. Units and range: see `QueueCalculatorInput`. Cost: about a millisecond.
 *
 * @example calculateQueue({ channel: 'voice', contacts: 100, intervalMinutes: 30, handleTimeSeconds: 180, targetShare: 0.8, targetSeconds: 20, shrinkage: 0.3 }).staff // 14 agents, 20 paid
 */
export function calculateQueue(input: QueueCalculatorInput): QueueCalculation {
  const question = readQueueQuestion(input);
  const answers = new Answers(question);
  const { model } = answers;
  const whole = model.requiredWhole();
  const staff = whole.solved ? staffOf(whole.agents, model.requiredFractional(whole.agents), question) : null;
  const curve = staff ? curveAround(answers, staff.agentsWhole) : [];
  const queue = staff ? answers.at(staff.agentsWhole) : null;
  const waitQuantiles = staff ? answers.quantiles(staff.agentsWhole) : [];
  const answer = {
    question,
    model: model.name,
    offeredLoad: answers.model.agentLoad,
    staff,
    unsolved: whole.solved ? null : { limit: whole.limit, reason: whole.reason },
    queue,
    serviceLevels: staff ? answers.levels(staff.agentsWhole) : [],
    waitQuantiles,
    curve,
    slope: slopeOf(curve),
    byConcurrency: question.channel === 'chat' ? agentsByConcurrency(question) : [],
  };
  const explain = (about: ExplainedQueue | null) => explainCalculation(answer, about);
  return {
    ...answer,
    atHand: question.agents === null ? null : queueAtHand(answers, question.agents, explain),
    explanations: explain(queue && { queue, waitQuantiles, agents: 'required' }),
    provenance: provenance(methodOf(model.name, question.definition), { warnings: calculatorWarnings(answer) }),
  };
}

function queueAtHand(
  answers: Answers,
  agents: number,
  explain: (about: ExplainedQueue) => QueueAtHand['explanations'],
): QueueAtHand {
  const queue = answers.at(agents);
  const waitQuantiles = answers.quantiles(agents);
  const curve = curveAround(answers, agents);
  return {
    ...queue,
    meetsTargets: answers.meets(agents),
    paidHeads: wholeHeads(paidPositions(agents, answers.question.shrinkage)),
    serviceLevels: answers.levels(agents),
    waitQuantiles,
    curve,
    slope: slopeOf(curve),
    explanations: explain({ queue, waitQuantiles, agents: 'at hand' }),
  };
}

function slopeOf(curve: readonly CurvePoint[]): Slope | null {
  const here = curve.find(({ offset }) => offset === 0);
  const next = curve.find(({ offset }) => offset === 1);
  return here && next ? { oneMore: next.gainPoints ?? 0, oneFewer: here.gainPoints } : null;
}

const METHODS: Readonly<Record<QueueModelName, string>> = {
  'erlang-a': 'Erlang A: customers give up after an exponential patience (Mandelbaum and Zeltyn 2005)',
  'erlang-c': 'Erlang C: nobody gives up (Cooper 1981)',
  general: 'Handle times and patience of the spreads given (M/G/n+G: Zeltyn and Mandelbaum 2005; Kimura 1986)',
  chat: 'Conversations spread evenly over agents, longer the more each holds (Tezcan and Zhang 2014)',
};

function methodOf(name: QueueModelName, definition: QueueQuestion['definition']): string {
  const label = SERVICE_LEVEL_DEFINITIONS.find((entry) => entry.definition === definition)!.label;
  return `${METHODS[name]}, steady state of one interval. Service level: ${label}.`;
}

/** Agents for one chat at a time, two, and so on to two more than asked about. */
function agentsByConcurrency(question: QueueQuestion): AgentsByConcurrency[] {
  const most = Math.min(12, Math.max(4, Math.ceil(question.concurrency) + 2));
  return Array.from({ length: most }, (_, at): AgentsByConcurrency => {
    const concurrency = at + 1;
    const model = queueModel({ ...question, concurrency });
    const found = model.requiredWhole();
    if (!found.solved) return { concurrency, agents: null, paidHeads: null, serviceLevel: null, occupancy: null };
    return {
      concurrency,
      agents: found.agents,
      paidHeads: wholeHeads(paidPositions(found.agents, question.shrinkage)),
      serviceLevel: found.figures.serviceLevel,
      occupancy: found.figures.occupancy,
    };
  });
}

function staffOf(agentsWhole: number, agentsFractional: number, { shrinkage }: QueueQuestion): CalculatedStaff {
  const paid = paidPositions(agentsWhole, shrinkage);
  return {
    agentsFractional: Math.min(agentsFractional, agentsWhole),
    agentsWhole,
    paidPositions: paid,
    paidHeads: wholeHeads(paid),
    paidFractional: paidPositions(Math.min(agentsFractional, agentsWhole), shrinkage),
  };
}

function curveAround(answers: Answers, middle: number): CurvePoint[] {
  const points: CurvePoint[] = [];
  // A fraction at hand is kept, so that the middle of the curve is the queue itself.
  const { fewer, more } = reach(middle, answers.model.agentLoad);
  const first = middle - Math.min(fewer, Math.floor(middle));
  let before = first >= 1 ? answers.at(first - 1).serviceLevel : null;
  for (let agents = first; agents <= middle + more; agents++) {
    const queue = answers.at(agents);
    points.push({
      ...queue,
      offset: Math.round(agents - middle),
      meetsTargets: answers.meets(agents),
      paidHeads: wholeHeads(paidPositions(agents, answers.question.shrinkage)),
      gainPoints: before === null ? null : 100 * (queue.serviceLevel - before),
    });
    before = queue.serviceLevel;
  }
  return points;
}

/** The model's answers in the form of a calculation. */
class Answers {
  readonly model: QueueModel;

  constructor(readonly question: QueueQuestion) {
    this.model = queueModel(question);
  }

  at(agents: number): CalculatedQueue {
    const figures = this.model.figures(agents);
    return {
      agents,
      serviceLevel: figures.serviceLevel,
      asaSeconds: bounded(figures.asaSeconds),
      meanWaitSeconds: bounded(figures.meanWaitSeconds),
      waitProbability: figures.waitProbability,
      abandonment: figures.abandonment,
      occupancy: figures.occupancy,
      queueLength: bounded(figures.queueLength),
    };
  }

  meets(agents: number): boolean {
    return missedBy(this.model, agents).length === 0;
  }

  levels(agents: number): NamedServiceLevel[] {
    return SERVICE_LEVEL_DEFINITIONS.map((entry) => ({
      ...entry,
      value: this.model.figures(agents, entry.definition).serviceLevel,
    }));
  }

  quantiles(agents: number): CalculatedQuantile[] {
    return QUANTILES.map((share) => ({
      share,
      everyoneSeconds: bounded(this.model.quantile(agents, share, 'everyone')),
      answeredSeconds: bounded(this.model.quantile(agents, share, 'answered')),
    }));
  }
}

const bounded = (value: number): number | null => (Number.isFinite(value) ? value : null);
