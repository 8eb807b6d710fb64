import { dayNumber } from '../calendar';
import type { Dimension } from '../footprint';
import type { Plan } from '../plan';
import { concentration } from '../risk';
import { checkpoint, InputFault, issue, type RunControl } from '../units';
import { handleTimeConsistency } from './consistency';
import { impactReport } from './impact-report';
import { checkVariant, variantPlan } from './mix-variant';
import { type PreparedPlan, partOf, preparePlan } from './prepared-plan';
import { provenance } from './provenance';
import type { MixAnswer, MixFigures, MixVariant } from './results';
import { disruptionSpan, runUnder } from './stress-plan';

export interface MixOptions {
  readonly variants: readonly MixVariant[];
  /** Ids of the disruptions that every mix goes through; none when empty. */
  readonly disruptions: readonly string[];
}

/**
 * Compares sourcing mixes: the plan as it is, and with work moved, each undisturbed and under the same disruptions.
 *
 * Productive hours are kept by a move, so differences come from wages and prices, speed, opening hours, pooling, and
 * from what a disruption reaches. Cost: one preparation and one run a disruption for each mix.
 */
export function compareMixes(plan: Plan, options: MixOptions, control?: RunControl): MixAnswer {
  const unknown = options.disruptions.filter((id) => !plan.disruptions.some((disruption) => disruption.id === id));
  if (unknown.length > 0)
    throw new InputFault(
      unknown.map((id) => issue('mix.unknown-disruption', 'disruptions', id, 'a disruption of this plan')),
    );
  options.variants.forEach((variant, at) => {
    checkVariant(plan, variant, `variants[${at}].`);
  });
  const mixes = 1 + options.variants.length;
  const part = (at: number) => partOf(control, at / mixes, (at + 1) / mixes);
  const ready = preparePlan(plan, partOf(part(0), 0, 0.5));
  const base = figures(ready, { id: 'base', name: 'Plan as it is' }, options.disruptions, [], partOf(part(0), 0.5, 1));
  const variants = options.variants.map((variant, at) => {
    const moved = variantPlan(ready, variant);
    const mixed = preparePlan(moved.plan, partOf(part(at + 1), 0, 0.5));
    return figures(mixed, variant, options.disruptions, moved.warnings, partOf(part(at + 1), 0.5, 1));
  });
  checkpoint(control, 1, 'done');
  const method =
    'flow on the plan with work and people moved, productive hours kept; the same demand and disruptions for all';
  return {
    days: ready.network.days,
    base,
    variants,
    provenance: provenance(method, { planHash: ready.hash }),
  };
}

function figures(
  ready: PreparedPlan,
  about: { readonly id: string; readonly name: string },
  struck: readonly string[],
  warnings: readonly string[],
  control: RunControl | undefined,
): MixFigures {
  const { plan, base, network } = ready;
  const shares = concentration(
    plan,
    network.origins,
    base.teams.map((team) => team.total.productiveHours),
  );
  const of = (dimension: Dimension) => shares.find((entry) => entry.dimension === dimension)!;
  const days = network.days.length;
  const consistency = handleTimeConsistency(ready);
  const disruptions = struck.map((id, at) => {
    const disruption = plan.disruptions.find((entry) => entry.id === id)!;
    const run = runUnder(
      ready,
      [disruption],
      partOf(control, at / struck.length, (at + 1) / struck.length),
      disruption.name,
    );
    const startDay = dayNumber(disruptionSpan([disruption])!.startDate) - network.grid.startDay;
    const impact = impactReport({ days: network.days, currency: plan.currency, startDay }, base.daily, run.daily);
    return { id, name: disruption.name, impact, daily: run.daily };
  });
  return {
    id: about.id,
    name: about.name,
    total: base.total,
    costPerYear: (base.total.cost * 365.25) / days,
    costPerAnswered: base.total.answered > 0 ? base.total.cost / base.total.answered : 0,
    kinds: of('kind').members.map(({ member, share }) => ({ kind: member, share })),
    effectiveCountries: of('country').effectiveNumber ?? 0,
    effectiveMetros: of('metro').effectiveNumber ?? 0,
    largestMetroShare: of('metro').largestShare,
    handleTimeSpread: consistency.spread,
    slowestTenth: consistency.worstTenth,
    weekly: base.weekly,
    disruptions,
    warnings,
  };
}
