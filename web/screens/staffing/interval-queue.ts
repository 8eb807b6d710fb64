import type { QueueCalculatorInput, StaffAnswer, StaffStream } from '../../../engine/answers';
import type { Plan } from '../../../engine/plan';

/**
 * One interval of a stream as a question about one queue: the same load and targets that its requirement was found by.
 *
 * Null where no queue stands behind the requirement: closed, nothing to do, or work that waits for hours. A chat counts
 * with the time that it takes of an agent, so that it too is asked about as a call.
 */
export function queueOfInterval(
  plan: Plan,
  stream: StaffStream,
  at: number,
  answer: Pick<StaffAnswer, 'intervalMinutes' | 'model' | 'definition'>,
): QueueCalculatorInput | null {
  const definition = plan.streams.find((one) => one.id === stream.id);
  const intervalMinutes = answer.intervalMinutes * (stream.open[at] ?? 0);
  const contacts = (stream.contacts[at] ?? 0) * stream.busyness;
  if (!definition || definition.target.kind === 'complete-within' || intervalMinutes < 1 || contacts <= 0) return null;
  const { target, maxOccupancy, patienceSeconds } = definition;
  return {
    channel: 'voice',
    contacts,
    intervalMinutes,
    handleTimeSeconds: stream.handleTimeSeconds,
    patienceSeconds: answer.model === 'erlang-a' ? patienceSeconds : null,
    definition: answer.definition,
    maxOccupancy,
    ...(target.kind === 'answer-within'
      ? { targetShare: target.share, targetSeconds: target.seconds }
      : { targetShare: 0, maxAbandonment: target.maxShare }),
  };
}
