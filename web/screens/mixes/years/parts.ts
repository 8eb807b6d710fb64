import type { MixVariant, MixYears, MixYearsOptions } from '../../../../engine/answers';

/** Years of one part: small enough that the first answer comes soon. */
const PART = 10;

/** The parts of a study that are still to be run: today's years and the first mix's side by side, then the other mixes'. */
export function partsOf(
  variants: readonly MixVariant[],
  seed: number,
  years: number,
  found: MixYears | null,
): MixYearsOptions[] {
  const done = new Map(found?.mixes.map((mix) => [mix.id, new Set(mix.years)]));
  const of = (variant: MixVariant | null): MixYearsOptions[] => {
    const parts: MixYearsOptions[] = [];
    for (let firstYear = 0; firstYear < years; firstYear += PART) {
      if (done.get(variant?.id ?? 'base')?.has(firstYear)) continue;
      parts.push({ variant, seed, firstYear, years: Math.min(PART, years - firstYear) });
    }
    return parts;
  };
  const [first, ...others] = variants;
  if (!first) return [];
  const both = [...of(null), ...of(first)].sort((a, b) => a.firstYear! - b.firstYear!);
  return [...both, ...others.flatMap(of)];
}
