import {
  concurrentWork,
  erlangA,
  erlangC,
  type QueueFigures,
  type RequiredAgents,
  requiredAgents,
  requiredAgentsFractional,
  SERVICE_LEVEL_DEFINITIONS,
  type ServiceLevelDefinition,
  type StaffingLoad,
  type StaffingTargets,
  waitQuantile,
} from '../queueing';
import { wholeHeads } from '../units';
import { paidPositions } from '../workforce';
import { type Provenance, provenance } from './provenance';
import { type ExplainedQueue, explainCalculation } from './queue-calculator-explanation';
import { type QueueCalculatorInput, type QueueQuestion, readQueueQuestion } from './queue-calculator-input';
import { calculatorWarnings } from './queue-calculator-warnings';
import type { Explanation } from './results';

/** The queue with a number of agents. Null stands where a queue without balance grows without bound. */
export interface CalculatedQueue {
  readonly agents: number;
  /** By the definition asked for. */
  readonly serviceLevel: number;
  /** Mean wait of the answered. */
  readonly asaSeconds: number | null;
  /** Mean wait of all, those who gave up included. */
  readonly meanWaitSeconds: number | null;
  readonly waitProbability: number;
  readonly abandonment: number;
  readonly occupancy: number;
  /** Mean number of contacts waiting. */
  readonly queueLength: number | null;
}

/** One number of agents on the curve around the answer. */
export interface CurvePoint extends CalculatedQueue {
  /** Agents more (or fewer, negative) than the whole agents required; than those at hand on their curve. */
  readonly offset: number;
  readonly meetsTargets: boolean;
  readonly paidHeads: number;
  /** Points of service level, 0 to 100, that this agent adds to one fewer; null for the first. */
  readonly gainPoints: number | null;
}

/** Service level by one of the five definitions. */
export interface NamedServiceLevel {
  readonly definition: ServiceLevelDefinition;
  readonly label: string;
  readonly formula: string;
  readonly value: number;
}

/** A wait that the given share of contacts does not exceed. */
export interface CalculatedQuantile {
  readonly share: number;
  /** Of everyone, until answered or gone; null where it has no bound. */
  readonly everyoneSeconds: number | null;
  readonly answeredSeconds: number | null;
}

/** Agents and paid positions that meet the targets. */
export interface CalculatedStaff {
  /** Least agents in fractions: what to add up over intervals and queues before anything is rounded. */
  readonly agentsFractional: number;
  /** Least whole agents: what this queue needs when it stands alone. */
  readonly agentsWhole: number;
  /** Whole agents over (1 - shrinkage). */
  readonly paidPositions: number;
  /** The same in people, rounded up once. */
  readonly paidHeads: number;
  /** Fractional agents over (1 - shrinkage), to add to others before rounding. */
  readonly paidFractional: number;
}

/** What the figures of a calculation are explained by. */
export type ExplainedFigure =
  | 'offeredLoad'
  | 'agentsWhole'
  | 'agentsFractional'
  | 'paidHeads'
  | 'serviceLevel'
  | 'asaSeconds'
  | 'abandonment'
  | 'occupancy'
  | 'waitQuantiles';

/** The queue with the agents at hand. */
export interface QueueAtHand extends CalculatedQueue {
  readonly meetsTargets: boolean;
  /** People that it takes to have these agents on contacts: agents over (1 - shrinkage), rounded up once. */
  readonly paidHeads: number;
  readonly serviceLevels: readonly NamedServiceLevel[];
  readonly waitQuantiles: readonly CalculatedQuantile[];
  /** As above, around those at hand; offsets count from these. */
  readonly curve: readonly CurvePoint[];
  readonly slope: Slope | null;
  readonly explanations: Partial<Record<ExplainedFigure, Explanation>>;
}

/** Points of service level that one agent more, and one fewer, makes; fewer is null where there is none. */
export interface Slope {
  readonly oneMore: number;
  readonly oneFewer: number | null;
}

/** The answer to a planner's question about one queue. */
export interface QueueCalculation {
  readonly question: QueueQuestion;
  readonly model: 'erlang-a' | 'erlang-c';
  /** Work offered, in agents' time: contacts × handle time over the interval; of chat after concurrency. */
  readonly offeredLoad: number;
  /** Null when no number of agents meets the targets. */
  readonly staff: CalculatedStaff | null;
  /** Why there is no answer, or null. */
  readonly unsolved: { readonly limit: string; readonly reason: string } | null;
  /** The queue with the whole agents required; null when unsolved. */
  readonly queue: CalculatedQueue | null;
  /** The queue with the agents at hand, when they were given. */
  readonly atHand: QueueAtHand | null;
  readonly serviceLevels: readonly NamedServiceLevel[];
  readonly waitQuantiles: readonly CalculatedQuantile[];
  /** Agent by agent, from four fewer to six more; in large queues further. */
  readonly curve: readonly CurvePoint[];
  /** Null when unsolved. */
  readonly slope: Slope | null;
  readonly explanations: Partial<Record<ExplainedFigure, Explanation>>;
  readonly provenance: Provenance;
}

const QUANTILES = [0.5, 0.8, 0.9, 0.95, 0.99] as const;
/**
 * Agents fewer on a curve: about a standard deviation of the work offered, where the level turns; half as many again more.
 * A large queue needs the longer stretch, four agents of 400 change nothing that can be seen.
 */
function reach(offeredLoad: number): { readonly fewer: number; readonly more: number } {
  const fewer = Math.min(40, Math.max(4, Math.ceil(Math.sqrt(offeredLoad))));
  return { fewer, more: Math.ceil(1.5 * fewer) };
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
  const { fewer, more } = reach(places.agentLoad);
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
