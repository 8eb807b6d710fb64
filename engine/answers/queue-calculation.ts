import type { ServiceLevelDefinition } from '../queueing';
import type { Provenance } from './provenance';
import type { QueueQuestion } from './queue-calculator-input';
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
  | 'meanWaitSeconds'
  | 'waitProbability'
  | 'queueLength'
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

/** Agents that meet the targets when each holds so many chats at once; null where no number does. */
export interface AgentsByConcurrency {
  readonly concurrency: number;
  readonly agents: number | null;
  readonly paidHeads: number | null;
  readonly serviceLevel: number | null;
  readonly occupancy: number | null;
}

/** Points of service level that one agent more, and one fewer, makes; fewer is null where there is none. */
export interface Slope {
  readonly oneMore: number;
  readonly oneFewer: number | null;
}

/** The answer to a planner's question about one queue. */
export interface QueueCalculation {
  readonly question: QueueQuestion;
  /** `general`: spreads were given; `chat`: several conversations an agent. */
  readonly model: 'erlang-a' | 'erlang-c' | 'general' | 'chat';
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
  /** Of chats: agents by the number of conversations that each holds at once. */
  readonly byConcurrency: readonly AgentsByConcurrency[];
  /** Null when unsolved. */
  readonly slope: Slope | null;
  readonly explanations: Partial<Record<ExplainedFigure, Explanation>>;
  readonly provenance: Provenance;
}
