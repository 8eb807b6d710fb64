import type { MixFigures } from '../../../engine/answers';
import { formatChange, formatCount, formatMoney, formatPoints, formatShare } from '../../format';

/** What a mix does, in one sentence. */
export function verdict(base: MixFigures, variant: MixFigures, currency: string): string {
  const cost = variant.costPerYear - base.costPerYear;
  const costText =
    Math.abs(cost) < 0.0005 * Math.abs(base.costPerYear)
      ? 'costs about the same'
      : `costs ${formatMoney(Math.abs(cost), currency)} ${cost > 0 ? 'more' : 'less'} a year (${formatChange(variant.costPerYear, base.costPerYear)})`;
  const service = points(base.total.serviceLevel, variant.total.serviceLevel);
  const serviceText = service === null ? '' : `, moves service by ${formatPoints(service)}`;
  const before = base.disruptions[0];
  const after = variant.disruptions[0];
  if (!before || !after) return `The mix ${costText}${serviceText}.`;
  const lost = after.impact.contactsLost - before.impact.contactsLost;
  const few = Math.abs(lost) < 0.005 * Math.max(1, Math.abs(before.impact.contactsLost));
  const lostText = few
    ? `${after.name} loses about as many contacts`
    : `${after.name} loses ${formatCount(Math.abs(lost))} ${lost < 0 ? 'fewer' : 'more'} contacts (${formatChange(after.impact.contactsLost, before.impact.contactsLost)})`;
  const worst = `on its worst day ${formatShare(after.impact.worstServiceLevel)} are served within target, ${formatShare(before.impact.worstServiceLevel)} without the mix`;
  return `The mix ${costText}${serviceText}. ${lostText}; ${worst}.`;
}

function points(before: number | null, after: number | null): number | null {
  return before === null || after === null ? null : (after - before) * 100;
}
