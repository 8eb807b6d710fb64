import {
  concurrentWork,
  erlangA,
  erlangC,
  type QueueFigures,
  type RequiredAgents,
  requiredAgents,
  requiredAgentsFractional,
  SERVICE_LEVEL_DEFINITIONS,
  type StaffingLoad,
  type StaffingTargets,
  waitQuantile,
} from '../queueing';
import { wholeHeads } from '../units';
import { paidPositions } from '../workforce';
import { provenance } from './provenance';
import type {
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
 * Use for a quick sum on one interval; a whole plan is `staffIntervals`. Erlang A with patience, Erlang C without. A
 * chat agent counts as `concurrency` places with the stretched conversation (see `concurrentWork`), which is cautious in
 * quiet intervals. An email is in time when work on it begins a mean handle time before its hours are over.
 *
 * Formula: least agents that meet the service level, abandonment, ASA and occupancy asked for; paid = agents / (1 - shrinkage),
 * rounded up once. Source: see `requiredAgents`. Units and range: see `QueueCalculatorInput`. Cost: about a millisecond.
 *
 * @example calculateQueue({ channel: 'voice', contacts: 100, intervalMinutes: 30, handleTimeSeconds: 180, targetShare: 0.8, targetSeconds: 20, shrinkage: 0.3 }).staff // 14 agents, 20 paid
 */
export function calculateQueue(input: QueueCalculatorInput): QueueCalculation {
  const question = readQueueQuestion(input);
  const places = new Places(question);
  const whole = places.requiredWhole();
  const fractional = whole.solved ? requiredAgentsFractional(places.load, places.targets) : whole;
  const staff =
    whole.solved && fractional.solved
      ? staffOf(whole.agents, fractional.agents / question.concurrency, question)
      : null;
  const curve = staff ? curveAround(places, staff.agentsWhole) : [];
  const queue = staff ? places.at(staff.agentsWhole) : null;
  const waitQuantiles = staff ? places.quantiles(staff.agentsWhole) : [];
  const answer = {
    question,
    model: places.loyal ? ('erlang-c' as const) : ('erlang-a' as const),
    offeredLoad: places.agentLoad,
    staff,
    unsolved: whole.solved ? null : { limit: whole.limit, reason: whole.reason },
    queue,
    serviceLevels: staff ? places.levels(staff.agentsWhole) : [],
    waitQuantiles,
    curve,
    slope: slopeOf(curve),
  };
  const explain = (about: ExplainedQueue | null) => explainCalculation(answer, about);
  return {
    ...answer,
    atHand: question.agents === null ? null : queueAtHand(places, question.agents, explain),
    explanations: explain(queue && { queue, waitQuantiles, agents: 'required' }),
    provenance: provenance(methodOf(question), { warnings: calculatorWarnings(answer) }),
  };
}

function queueAtHand(
  places: Places,
  agents: number,
  explain: (about: ExplainedQueue) => QueueAtHand['explanations'],
): QueueAtHand {
  const queue = places.at(agents);
  const waitQuantiles = places.quantiles(agents);
  const curve = curveAround(places, agents);
  return {
    ...queue,
    meetsTargets: places.meets(agents),
    paidHeads: wholeHeads(paidPositions(agents, places.question.shrinkage)),
    serviceLevels: places.levels(agents),
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

function methodOf({ channel, definition, patienceSeconds }: QueueQuestion): string {
  const model =
    patienceSeconds === Number.POSITIVE_INFINITY
      ? 'Erlang C: nobody gives up (Cooper 1981)'
      : 'Erlang A: customers give up after an exponential patience (Mandelbaum and Zeltyn 2005)';
  const label = SERVICE_LEVEL_DEFINITIONS.find((entry) => entry.definition === definition)!.label;
  const chat = channel === 'chat' ? '; a chat agent counts as that many places' : '';
  return `${model}, steady state of one interval${chat}. Service level: ${label}.`;
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

function curveAround(places: Places, middle: number): CurvePoint[] {
  const points: CurvePoint[] = [];
  // A fraction at hand is kept, so that the middle of the curve is the queue itself.
  const { fewer, more } = reach(middle, places.agentLoad);
  const first = middle - Math.min(fewer, Math.floor(middle));
  let before = first >= 1 ? places.at(first - 1).serviceLevel : null;
  for (let agents = first; agents <= middle + more; agents++) {
    const queue = places.at(agents);
    points.push({
      ...queue,
      offset: Math.round(agents - middle),
      meetsTargets: places.meets(agents),
      paidHeads: wholeHeads(paidPositions(agents, places.question.shrinkage)),
      gainPoints: before === null ? null : 100 * (queue.serviceLevel - before),
    });
    before = queue.serviceLevel;
  }
  return points;
}

/** Agents as places for contacts: one each, or as many as the chats that they hold at once. */
class Places {
  readonly load: StaffingLoad;
  readonly targets: StaffingTargets;
  readonly loyal: boolean;
  readonly agentLoad: number;

  constructor(readonly question: QueueQuestion) {
    const { contacts, intervalMinutes, handleTimeSeconds, concurrency, stretch, patienceSeconds } = question;
    const { conversationSeconds, agentSeconds } = concurrentWork({ handleTimeSeconds, concurrency, stretch });
    const arrivalsPerHour = (contacts * 60) / intervalMinutes;
    this.load = { arrivalsPerHour, handleTimeSeconds: conversationSeconds, patienceSeconds };
    this.loyal = patienceSeconds === Number.POSITIVE_INFINITY;
    this.agentLoad = (arrivalsPerHour * agentSeconds) / 3600;
    this.targets = {
      serviceLevel: question.targetShare,
      targetSeconds: question.targetSeconds,
      definition: question.definition,
      shortAbandonSeconds: question.shortAbandonSeconds,
      maxOccupancy: question.maxOccupancy ?? undefined,
      maxAbandonment: question.maxAbandonment ?? undefined,
      maxAsaSeconds: question.maxAsaSeconds ?? undefined,
    };
  }

  /** Least whole agents; where an agent has several places, from the least places upwards. */
  requiredWhole(): RequiredAgents {
    const least = requiredAgents(this.load, this.targets);
    if (!least.solved || this.question.concurrency === 1) return least;
    const part = requiredAgentsFractional(this.load, this.targets);
    if (!part.solved) return part;
    const agents = wholeHeads(part.agents / this.question.concurrency);
    return { solved: true, agents, figures: this.figures(agents) };
  }

  figures(agents: number, definition = this.question.definition): QueueFigures {
    const { arrivalsPerHour, handleTimeSeconds } = this.load;
    const { targetSeconds, shortAbandonSeconds, concurrency, patienceSeconds } = this.question;
    const input = { arrivalsPerHour, handleTimeSeconds, agents: agents * concurrency, targetSeconds, definition };
    return this.loyal ? erlangC(input) : erlangA({ ...input, patienceSeconds, shortAbandonSeconds });
  }

  at(agents: number): CalculatedQueue {
    const figures = this.figures(agents);
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
    const { serviceLevel, asaSeconds, abandonment, occupancy } = this.figures(agents);
    const { targetShare, maxAsaSeconds, maxAbandonment, maxOccupancy } = this.question;
    return (
      serviceLevel >= targetShare - NOISE &&
      asaSeconds <= (maxAsaSeconds ?? Number.POSITIVE_INFINITY) * (1 + NOISE) &&
      abandonment <= (maxAbandonment ?? 1) + NOISE &&
      occupancy <= (maxOccupancy ?? 1) * (1 + NOISE)
    );
  }

  levels(agents: number): NamedServiceLevel[] {
    return SERVICE_LEVEL_DEFINITIONS.map((entry) => ({
      ...entry,
      value: this.figures(agents, entry.definition).serviceLevel,
    }));
  }

  quantiles(agents: number): CalculatedQuantile[] {
    const { arrivalsPerHour, handleTimeSeconds } = this.load;
    const { concurrency, patienceSeconds } = this.question;
    const input = { arrivalsPerHour, handleTimeSeconds, agents: agents * concurrency, patienceSeconds };
    return QUANTILES.map((share) => ({
      share,
      everyoneSeconds: bounded(waitQuantile(input, share, 'everyone')),
      answeredSeconds: bounded(waitQuantile(input, share, 'answered')),
    }));
  }
}

/** Shares that differ by less are the same. */
const NOISE = 1e-12;

const bounded = (value: number): number | null => (Number.isFinite(value) ? value : null);
