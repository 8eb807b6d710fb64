import { type LookThrough, memberLabel } from '../../footprint';
import type { Plan } from '../../plan';
import type { CoverLevel, DimensionShares, StreamCover } from '../../risk';
import { percent } from '../impact-report';
import { DIMENSION_LABELS } from './dimension-labels';

const number = (value: number | null | undefined) => (value ?? 0).toFixed(1);

export function countOf(count: number, level: LookThrough): string {
  return `${count} ${DIMENSION_LABELS[level][count === 1 ? 0 : 1]}`;
}

/** What counting providers hides: the place in which most of them meet. */
export function headline(plan: Plan, shares: readonly DimensionShares[], providerOfTeam: readonly string[]): string {
  const of = (dimension: LookThrough) => shares.find((entry) => entry.dimension === dimension)!;
  const effective = (dimension: LookThrough) => number(of(dimension).effectiveNumber);
  const providers = of('provider');
  const metro = of('metro').members[0];
  const country = of('country').members[0];
  if (!metro || !country) return 'Nobody works in this plan yet.';
  const inMetro = new Set(metro.teams.map((team) => providerOfTeam[team]));
  const outsourcers = plan.providers.filter((provider) => provider.kind === 'outsourcer').length;
  const start = `${countOf(providers.members.length, 'provider')} (effective number ${effective('provider')}, by owner ${effective('parent')})`;
  if (inMetro.size > 1) {
    return `${start}, but ${inMetro.size} of them meet in ${metro.label}, which holds ${percent(metro.share)} of productive hours: by metro the footprint counts as ${effective('metro')}, by country as ${effective('country')}.`;
  }
  const single = outsourcers === 0 ? '' : `, ${outsourcers} of them outsourced`;
  return `${start}${single}; the largest metro, ${metro.label}, holds ${percent(metro.share)} of productive hours, the largest country, ${country.label}, ${percent(country.share)}.`;
}

/** Below this, a place that is narrower than its providers is no news. */
const WORTH_SAYING = 0.3;

/** Where a stream's providers count for fewer once looked through to owner, country or metro: how many fewer, and words. */
export function hiddenIn(
  plan: Plan,
  { levels }: StreamCover,
): { readonly fewer: number; readonly words: string } | null {
  const providers = levels.provider;
  const serving = (level: CoverLevel) => levels[level].members.filter(({ hours }) => hours > 0).length;
  if (serving('provider') < 2) return null;
  const narrowest = (['parent', 'country', 'metro'] as const).reduce((best, level) =>
    levels[level].effectiveNumber < levels[best].effectiveNumber - 1e-9 ? level : best,
  );
  const fewer = providers.effectiveNumber - levels[narrowest].effectiveNumber;
  if (fewer < WORTH_SAYING) return null;
  const [largest] = levels[narrowest].members;
  const held = `${memberLabel(plan, narrowest, largest!.member)} holds ${percent(largest!.share)}`;
  const words = `${countOf(serving('provider'), 'provider')} (effective number ${number(providers.effectiveNumber)}), ${countOf(serving(narrowest), narrowest)} (${number(levels[narrowest].effectiveNumber)}); ${held}`;
  return { fewer, words };
}
