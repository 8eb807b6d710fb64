import type { QueueCalculation } from './queue-calculation';

/** From here on agents hardly have a pause between contacts, and people leave. */
const TIRING_OCCUPANCY = 0.88;

/** What a planner should know before trusting the figures, in sentences. */
export function calculatorWarnings(answer: Omit<QueueCalculation, 'explanations' | 'atHand' | 'provenance'>): string[] {
  const { question, staff, queue, offeredLoad } = answer;
  const warnings: string[] = [];
  if (question.contacts === 0) warnings.push('No contacts, so nobody is needed.');
  if (question.channel === 'voice' && question.patienceSeconds === Number.POSITIVE_INFINITY) {
    warnings.push(
      'No patience given: nobody gives up, so waits are longer and the requirement is higher than where customers hang up.',
    );
  }
  if (staff === null || queue === null) return warnings;
  if (question.maxOccupancy === null && queue.occupancy > TIRING_OCCUPANCY) {
    const percent = (100 * queue.occupancy).toFixed(0);
    warnings.push(`Agents are busy ${percent} % of the time; few teams stand that for long. Set a largest occupancy.`);
  }
  const relaxation = relaxationSeconds(answer);
  if (offeredLoad > 0 && relaxation > question.intervalMinutes * 60) {
    warnings.push(
      `A queue this close to its limit takes about ${duration(relaxation)} to settle, longer than the interval: the figures are those of steady demand.`,
    );
  }
  if (answer.model === 'general' && question.handleTimeCv !== 1) {
    warnings.push(
      'Handle times of another spread than the exponential are an approximation: within 0.7 points of service level on average, 4 at most. For one case, simulate it.',
    );
  }
  if (question.silentShare > 0) {
    warnings.push('With customers who leave without a sign, the level is good to about 2.4 points.');
  }
  if (question.channel === 'email') {
    warnings.push('Email arrives and is worked on around the interval; closing hours need a backlog by hours open.');
  }
  if (question.shrinkage === 0) warnings.push('No shrinkage given: paid positions are agents on contacts.');
  return warnings;
}

/** Time in which a queue forgets its start: handle time over the squared gap of roots; with patience at most that. */
function relaxationSeconds({ question, staff, offeredLoad }: Parameters<typeof calculatorWarnings>[0]): number {
  const { handleTimeSeconds, concurrency, stretch, patienceSeconds } = question;
  const conversation = handleTimeSeconds * (1 + stretch * (concurrency - 1));
  const gap = Math.sqrt(staff!.agentsWhole * concurrency) - Math.sqrt(offeredLoad * concurrency);
  return Math.min(
    gap > 0 ? conversation / (gap * gap) : Number.POSITIVE_INFINITY,
    Math.max(conversation, patienceSeconds),
  );
}

function duration(seconds: number): string {
  if (seconds >= 2 * 86_400) return `${(seconds / 86_400).toFixed(0)} days`;
  return seconds >= 2 * 3600 ? `${(seconds / 3600).toFixed(0)} hours` : `${(seconds / 60).toFixed(0)} minutes`;
}
