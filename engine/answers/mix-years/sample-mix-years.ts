import type { Plan } from '../../plan';
import { FIGURES } from '../../risk';
import { InputFault, issue, type RunControl } from '../../units';
import { variantPlan } from '../mix-variant';
import { partOf, preparePlan } from '../prepared-plan';
import type { MixVariant } from '../results';
import { type RiskOptions, sampleRisk } from '../risk';
import type { MixYears } from './results';

export interface MixYearsOptions extends RiskOptions {
  /** The mix; null for today's footprint. */
  readonly variant: MixVariant | null;
}

/**
 * Samples some years of today's footprint or of a mix, to be joined with others.
 *
 * A year's luck hangs on seed and number alone, so the same years of two footprints are struck by the same events and differ by
 * the footprint. Errors: as `sampleRisk` and `variantPlan`. Cost: the runs of `sampleRisk`, of which a plan's levels of
 * pressure are kept.
 */
export function sampleMixYears(plan: Plan, options: MixYearsOptions, control?: RunControl): MixYears {
  const { variant, ...risk } = options;
  const ready = preparePlan(plan, partOf(control, 0, 0.1));
  const mixed = variant ? variantPlan(ready, variant).plan : plan;
  const { years, totals, seed } = sampleRisk(mixed, { ...risk, apartYears: 0 }, partOf(control, 0.1, 1));
  return { seed, mixes: [{ id: variant?.id ?? 'base', name: variant?.name ?? 'Plan as it is', years, totals }] };
}

/** Two parts of one study as one; years of the same mix are put together in their order. Errors: `InputFault` for parts of other luck. */
export function joinMixYears(one: MixYears, other: MixYears): MixYears {
  if (one.seed !== other.seed)
    throw new InputFault([issue('mix-years.seed', 'seed', other.seed, `that of the other part, ${one.seed}`)]);
  const mixes = [...one.mixes];
  for (const more of other.mixes) {
    const at = mixes.findIndex(({ id }) => id === more.id);
    if (at < 0) mixes.push(more);
    else mixes[at] = joined(mixes[at]!, more);
  }
  return { seed: one.seed, mixes };
}

function joined(a: MixYears['mixes'][number], b: MixYears['mixes'][number]): MixYears['mixes'][number] {
  const rows = new Map<number, Float64Array>();
  for (const { years, totals } of [a, b]) {
    years.forEach((year, at) => {
      rows.set(year, totals.slice(at * FIGURES, (at + 1) * FIGURES));
    });
  }
  const years = Float64Array.from([...rows.keys()].sort((x, y) => x - y));
  const totals = new Float64Array(years.length * FIGURES);
  years.forEach((year, at) => {
    totals.set(rows.get(year)!, at * FIGURES);
  });
  return { ...a, years, totals };
}
