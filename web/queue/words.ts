import type { CurvePoint, QueueCalculation } from '../../engine/answers';
import { formatCount, formatNumber, NOTHING } from '../format';

const percent = new Intl.NumberFormat(undefined, {
  style: 'percent',
  minimumFractionDigits: 2,
  maximumFractionDigits: 2,
});

/** A share to a hundredth of a per cent, as planners check it by hand. */
export function exactShare(share: number | null | undefined): string {
  return share === null || share === undefined || Number.isNaN(share) ? NOTHING : percent.format(share);
}

/** A wait in the unit in which it is short; without bound, it says so. */
export function duration(seconds: number | null | undefined): string {
  if (seconds === undefined) return NOTHING;
  if (seconds === null) return 'without end';
  if (seconds < 600) return `${formatNumber(seconds, seconds < 100 ? 2 : 1)} s`;
  if (seconds < 36_000) return `${formatNumber(seconds / 60, 1)} min`;
  return `${formatNumber(seconds / 3600, 1)} h`;
}

export function points(value: number): string {
  const text = formatNumber(Math.abs(value), 1);
  return `${text} ${text === '1' ? 'point' : 'points'}`;
}

/** What one agent more buys, and one fewer costs. */
export function slopeWords(curve: readonly CurvePoint[], slope: QueueCalculation['slope']): string {
  const at = (offset: number) => curve.find((point) => point.offset === offset);
  const here = at(0);
  const more = at(1);
  const fewer = at(-1);
  if (!slope || !here || !more) return '';
  const gain =
    slope.oneMore < 0.05
      ? `One more agent buys less than 0.1 points of service level (${exactShare(more.serviceLevel)})`
      : `One more agent buys ${points(slope.oneMore)} of service level (${exactShare(more.serviceLevel)})`;
  if (!fewer || slope.oneFewer === null) return `${gain}.`;
  const loss = slope.oneFewer < 0.05 ? 'less than 0.1 points' : points(slope.oneFewer);
  return `${gain}; one fewer costs ${loss} (${exactShare(fewer.serviceLevel)}).`;
}

/** Which target one agent fewer would miss, so that nobody wonders at a level far above its target. */
export function bindingWords({ curve, question, staff, atHand }: QueueCalculation): string {
  const fewer = atHand || !staff ? undefined : curve.find((point) => point.offset === -1);
  if (!fewer) return '';
  const { targetShare, maxOccupancy, maxAbandonment, maxAsaSeconds } = question;
  const missed = [
    fewer.serviceLevel < targetShare && `service level (${exactShare(fewer.serviceLevel)})`,
    maxOccupancy !== null && fewer.occupancy > maxOccupancy && `occupancy (${exactShare(fewer.occupancy)})`,
    maxAbandonment !== null && fewer.abandonment > maxAbandonment && `abandonment (${exactShare(fewer.abandonment)})`,
    maxAsaSeconds !== null &&
      (fewer.asaSeconds === null || fewer.asaSeconds > maxAsaSeconds) &&
      `average speed of answer (${duration(fewer.asaSeconds)})`,
  ].filter((name) => name !== false);
  if (missed.length === 0) return '';
  return `${formatNumber(fewer.agents, 2)} agents would miss the target for ${missed.join(' and ')}.`;
}

/** The agents at hand against those required. */
export function gapWords(atHand: number, required: number | null): string {
  if (required === null) return 'No number of agents meets these targets.';
  const gap = required - atHand;
  if (gap <= 0) {
    const spare = gap === 0 ? 'just enough' : `${formatNumber(-gap, 1)} more than needed`;
    return `${formatCount(required)} needed: ${spare}`;
  }
  return `${formatCount(required)} needed: ${formatNumber(gap, 1)} short`;
}

/** What the answer would be by the formula that knows no hanging up. */
export function patientWords(patient: QueueCalculation, answer: QueueCalculation): string {
  const { atHand, staff, queue } = patient;
  if (atHand) {
    const level = exactShare(atHand.serviceLevel);
    const wait = atHand.asaSeconds === null ? 'the queue grows without end' : `ASA ${duration(atHand.asaSeconds)}`;
    return `With ${formatNumber(atHand.agents, 2)} agents it gives ${level} and ${wait}; it knows no abandonment.`;
  }
  if (!staff || !queue) return patient.unsolved?.reason ?? '';
  const more = staff.agentsWhole - (answer.staff?.agentsWhole ?? staff.agentsWhole);
  const gap = more === 0 ? 'as many' : more > 0 ? `${more} more` : `${-more} fewer`;
  return `It asks for ${staff.agentsWhole} agents (${gap}), ${staff.paidHeads} paid: ${exactShare(queue.serviceLevel)}, ASA ${duration(queue.asaSeconds)}.`;
}
