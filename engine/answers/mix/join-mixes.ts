import type { MixFrontier, OptimalMix } from './mix-results';

/** A study with more of its mixes; one that was run by flow takes the place of the same one that was not. */
export function joinMixes(study: MixFrontier, more: readonly OptimalMix[], none: readonly string[] = []): MixFrontier {
  const known = new Map([study.today, ...study.frontier, ...study.spread].map((mix) => [mix.id, mix]));
  for (const mix of more) if (!known.get(mix.id)?.rechecked) known.set(mix.id, mix);
  const all = [...known.values()].sort((a, b) => numberOf(a) - numberOf(b));
  const today = known.get('today')!;
  const frontier = all.filter(({ id }) => id.startsWith('mix-'));
  const spread = all.filter(({ id }) => id.startsWith('spread-'));
  const without = [...new Set([...study.without, ...none])].sort();
  return { ...study, today, frontier, spread, without, nearestBetter: nearestBetter(today, frontier) };
}

/** Two parts of the same study. */
export function joinStudies(one: MixFrontier, other: MixFrontier): MixFrontier {
  return joinMixes(one, [other.today, ...other.frontier, ...other.spread], other.without);
}

const numberOf = ({ id }: OptimalMix) => Number(id.split('-')[1] ?? 0);

/** The mix that changes fewest hours among those that are no worse than today's in cost and loss, to the search and to flow. */
function nearestBetter(today: OptimalMix, frontier: readonly OptimalMix[]): string | null {
  const now = today.rechecked;
  if (!now) return null;
  const moved = ({ sizes }: OptimalMix) =>
    sizes.reduce((sum, { size, isCandidate }) => sum + Math.abs(size - (isCandidate ? 0 : 1)), 0);
  const better = frontier.filter(({ cost, risk, rechecked }) => {
    if (!rechecked || cost > today.cost || risk > today.risk) return false;
    return (
      rechecked.cost <= now.cost &&
      rechecked.contactsLost + (rechecked.lostInWorstYears ?? 0) <= now.contactsLost + (now.lostInWorstYears ?? 0)
    );
  });
  return better.length === 0 ? null : better.reduce((a, b) => (moved(b) < moved(a) ? b : a)).id;
}
