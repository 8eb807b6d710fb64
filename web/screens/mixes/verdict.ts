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
  // All that is lost over the horizon, so that a mix that serves badly anyway doesn't look sturdy.
  const [lostBefore, lostAfter] = [lostInAll(base), lostInAll(variant)];
  const lost = lostAfter - lostBefore;
  const few = Math.abs(lost) < 0.005 * Math.max(1, lostBefore);
  const lostText = few
    ? `With ${after.name} about as many contacts are lost`
    : `With ${after.name}, ${formatCount(Math.abs(lost))} ${lost < 0 ? 'fewer' : 'more'} contacts are lost in all (${formatChange(lostAfter, lostBefore)})`;
  const worst = `on its worst day ${formatShare(after.impact.worstServiceLevel)} are served within target, ${formatShare(before.impact.worstServiceLevel)} without the mix`;
  return `The mix ${costText}${serviceText}. ${lostText}; ${worst}.`;
}

function points(before: number | null, after: number | null): number | null {
  return before === null || after === null ? null : (after - before) * 100;
}

/** Contacts lost for good over the horizon, with the first disruption tried or without any. */
export function lostInAll(mix: MixFigures, disruption = 0): number {
  const lost = mix.disruptions[disruption]?.daily.lost;
  return lost ? lost.reduce((sum, value) => sum + value, 0) : mix.total.lost;
}
