import {
  type ChatQueueInput,
  chatQueue,
  concurrentWork,
  erlangA,
  erlangC,
  generalQueue,
  missedTargets,
  type QueueFigures,
  quantileOfWait,
  type RequiredAgents,
  requiredAgents,
  requiredAgentsFractional,
  requiredAgentsGeneral,
  requiredChatAgents,
  type ServiceLevelDefinition,
  type StaffingTargets,
  type TargetName,
  type Waiters,
  waitQuantile,
} from '../queueing';
import type { QueueQuestion } from './queue-calculator-input';

/** The formula that stands behind a calculation. */
export type QueueModelName = 'erlang-a' | 'erlang-c' | 'general' | 'chat';

/** A question's queue: what any number of agents makes of it, and how many its targets take. */
export interface QueueModel {
  readonly name: QueueModelName;
  /** Work offered in agents' time, erlangs. */
  readonly agentLoad: number;
  readonly targets: StaffingTargets;
  /** Agents may be fractional; the definition is the question's unless given, and so is the threshold. */
  figures(agents: number, counted?: ServiceLevelDefinition, targetSeconds?: number): QueueFigures;
  requiredWhole(): RequiredAgents;
  /** Least agents in fractions, given the least whole number of them. */
  requiredFractional(whole: number): number;
  /** Wait that a share of everyone, or of the answered, does not exceed. */
  quantile(agents: number, share: number, waiters: Waiters): number;
}

/** The model of a question: a chat's own chain, a general queue where spreads were measured, Erlang A or C otherwise. */
export function queueModel(question: QueueQuestion): QueueModel {
  if (question.channel === 'chat') return chatModel(question);
  return question.handleTimeCv === 1 && question.patienceCv === 1 ? erlangModel(question) : generalModel(question);
}

function targetsOf(question: QueueQuestion): StaffingTargets {
  return {
    serviceLevel: question.targetShare,
    targetSeconds: question.targetSeconds,
    definition: question.definition,
    shortAbandonSeconds: question.shortAbandonSeconds,
    maxOccupancy: question.maxOccupancy ?? undefined,
    maxAbandonment: question.maxAbandonment ?? undefined,
    maxAsaSeconds: question.maxAsaSeconds ?? undefined,
  };
}

const perHour = ({ contacts, intervalMinutes }: QueueQuestion) => (contacts * 60) / intervalMinutes;

function erlangModel(question: QueueQuestion): QueueModel {
  const { handleTimeSeconds, patienceSeconds, shortAbandonSeconds } = question;
  const targets = targetsOf(question);
  const load = { arrivalsPerHour: perHour(question), handleTimeSeconds, patienceSeconds };
  const loyal = patienceSeconds === Number.POSITIVE_INFINITY;
  return {
    name: loyal ? 'erlang-c' : 'erlang-a',
    agentLoad: (load.arrivalsPerHour * handleTimeSeconds) / 3600,
    targets,
    figures(agents, definition = question.definition, targetSeconds = question.targetSeconds) {
      const input = { arrivalsPerHour: load.arrivalsPerHour, handleTimeSeconds, agents, targetSeconds, definition };
      return loyal ? erlangC(input) : erlangA({ ...input, patienceSeconds, shortAbandonSeconds });
    },
    requiredWhole: () => requiredAgents(load, targets),
    requiredFractional(whole) {
      const found = requiredAgentsFractional(load, targets);
      return found.solved ? found.agents : whole;
    },
    quantile: (agents, share, waiters) => waitQuantile({ ...load, agents }, share, waiters),
  };
}

function generalModel(question: QueueQuestion): QueueModel {
  const { handleTimeSeconds, patienceSeconds, handleTimeCv, patienceCv, shortAbandonSeconds } = question;
  const targets = targetsOf(question);
  const load = { arrivalsPerHour: perHour(question), handleTimeSeconds, patienceSeconds, handleTimeCv, patienceCv };
  const figures: QueueModel['figures'] = (
    agents,
    definition = question.definition,
    targetSeconds = question.targetSeconds,
  ) => generalQueue({ ...load, agents, definition, targetSeconds, shortAbandonSeconds });
  return {
    name: 'general',
    agentLoad: (load.arrivalsPerHour * handleTimeSeconds) / 3600,
    targets,
    figures,
    requiredWhole: () => requiredAgentsGeneral(load, targets),
    requiredFractional: (whole) => firstThatMeets(whole, figures, targets),
    quantile: (agents, share, waiters) => quantileOf(figures, agents, share, waiters, handleTimeSeconds),
  };
}

/** Between whole agents a chat's figures run straight. */
function chatModel(question: QueueQuestion): QueueModel {
  const { handleTimeSeconds, concurrency, stretch, patienceSeconds, silentShare, shortAbandonSeconds } = question;
  const targets = targetsOf(question);
  const work: Omit<ChatQueueInput, 'agents'> = {
    arrivalsPerHour: perHour(question),
    handleTimeSeconds,
    concurrency,
    stretch,
    patienceSeconds,
    silentShare,
  };
  const figures: QueueModel['figures'] = (
    agents,
    definition = question.definition,
    targetSeconds = question.targetSeconds,
  ) => {
    const at = (whole: number) => chatQueue({ ...work, agents: whole, definition, targetSeconds, shortAbandonSeconds });
    const low = Math.floor(agents);
    const share = agents - low;
    return share > 0 ? between(at(low), at(low + 1), share) : at(low);
  };
  return {
    name: 'chat',
    agentLoad: (work.arrivalsPerHour * concurrentWork(question).agentSeconds) / 3600,
    targets,
    figures,
    requiredWhole: () => requiredChatAgents(work, targets),
    requiredFractional: (whole) => firstThatMeets(whole, figures, targets),
    quantile: (agents, share, waiters) => quantileOf(figures, agents, share, waiters, handleTimeSeconds),
  };
}

/** The first fraction in the agent below a whole number that meets every target, on the side that meets them. */
function firstThatMeets(whole: number, figures: QueueModel['figures'], targets: StaffingTargets): number {
  if (whole === 0) return 0;
  let low = whole - 1;
  let high = whole;
  while (high - low > Math.max(1e-9, 1e-12 * whole)) {
    const middle = (low + high) / 2;
    if (missedTargets(figures(middle), targets).length === 0) high = middle;
    else low = middle;
  }
  return high;
}

/** From the figures of a queue whose distribution of waits has no formula of its own, to a millionth. */
function quantileOf(
  figures: QueueModel['figures'],
  agents: number,
  share: number,
  waiters: Waiters,
  handleTimeSeconds: number,
): number {
  // Everyone who is through by a time was answered or gave up by then.
  const counted = waiters === 'everyone' ? 'answeredOrAbandonedOverOffered' : 'answeredOverAnswered';
  const reached = (seconds: number) => figures(agents, counted, seconds).serviceLevel;
  return quantileOfWait(reached, share, handleTimeSeconds, 1e-6);
}

function between(low: QueueFigures, high: QueueFigures, share: number): QueueFigures {
  const mix = (name: keyof QueueFigures) => (1 - share) * low[name] + share * high[name];
  return {
    waitProbability: mix('waitProbability'),
    serviceLevel: mix('serviceLevel'),
    asaSeconds: mix('asaSeconds'),
    meanWaitSeconds: mix('meanWaitSeconds'),
    abandonment: mix('abandonment'),
    blocking: mix('blocking'),
    occupancy: mix('occupancy'),
    queueLength: mix('queueLength'),
    offeredLoad: low.offeredLoad,
  };
}

/** Which of a model's targets so many agents miss. */
export function missedBy(model: QueueModel, agents: number): readonly TargetName[] {
  return missedTargets(model.figures(agents), model.targets);
}
