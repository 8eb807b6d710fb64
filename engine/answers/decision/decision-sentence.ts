import { memberLabel } from '../../footprint';
import type { Plan } from '../../plan';
import { percent, shortMoney, whole } from '../impact-report';
import type { DecisionAnswer } from './decision-results';

/** The decision as one sentence, or why there is none. */
export function decisionSentence(
  plan: Plan,
  { node, decision, today, costRise, tried }: Omit<DecisionAnswer, 'sentence' | 'provenance'>,
): string {
  if (!node) return 'No single failure loses contacts that work moved elsewhere could keep.';
  if (!decision) {
    if (tried.length === 0) return `Nothing to move: nobody outside ${node.label} can do its work.`;
    return `Keep the footprint: none of ${tried.length} moves makes its worst failure milder within ${percent(costRise)} more cost, a point of service and the seats there are.`;
  }
  const { move, after } = decision;
  const change = after.costPerYear - today.costPerYear;
  const cost =
    Math.abs(change) < 0.0005 * today.costPerYear
      ? 'at about the same cost'
      : `for ${shortMoney(Math.abs(change), plan.currency)} ${change > 0 ? 'more' : 'less'} a year`;
  const fewer = whole(today.lostAtWorst - after.lostAtWorst);
  const part =
    move.streams && move.streams.length < plan.streams.length ? ` on ${countStreams(plan, move.streams)}` : '';
  return `Move ${percent(move.share)} of the work${part} from ${memberLabel(plan, move.from.of, move.from.member)} to ${memberLabel(plan, move.to.of, move.to.member)}: ${cost}, ${fewer} fewer contacts are lost in the worst single failure.`;
}

function countStreams(plan: Plan, ids: readonly string[]): string {
  if (ids.length > 1) return `${ids.length} streams`;
  return plan.streams.find(({ id }) => id === ids[0])?.name ?? '1 stream';
}
