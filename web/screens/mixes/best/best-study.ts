import {
  type MixFrontier,
  type MixLine,
  type MixPartOptions,
  mixPlaces,
  type OptimalMix,
  type OptimizeOptions,
} from '../../../../engine/answers';

export const POINTS = 10;

/**
 * The parts of a study that are still to be asked: the cheapest mix beside today's first, as the search sees it, so that something is
 * there soon; then each by itself, run by flow.
 */
export function studyParts(study: OptimizeOptions, found: MixFrontier | null): MixPartOptions[] {
  const options = { ...study, points: POINTS };
  const done = new Set(
    found ? [...found.without, ...allMixes(found).flatMap(({ id, rechecked }) => (rechecked ? [id] : []))] : [],
  );
  const [today, first, ...others] = mixPlaces(POINTS);
  const rest = [first!, today!, ...others].filter((place) => !done.has(place));
  const parts = rest.map((place): MixPartOptions => ({ ...options, places: [place], recheck: true }));
  return found ? parts : [{ ...options, places: [today!, first!], recheck: false }, ...parts];
}

/** Every mix of a study that is there. */
export function allMixes({ today, frontier, spread }: MixFrontier): OptimalMix[] {
  return [today, ...frontier, ...spread];
}

/** Limits that today's footprint doesn't keep: the lines, and today's share of each. */
export function brokenLines({ lines, today }: MixFrontier): { readonly line: MixLine; readonly has: number }[] {
  return lines.flatMap((line, at) => {
    const has = today.lineShares[at]!.share;
    const { share, end } = line;
    const isBroken = share !== null && (end === 'maxShare' ? has > share + 1e-9 : has < share - 1e-9);
    return isBroken ? [{ line, has }] : [];
  });
}
