import { memberLabel, teamOrigins, withSizes } from '../../footprint';
import type { Plan } from '../../plan';
import { concentration } from '../../risk';
import type { Mix } from '../../sourcing';
import { FTE_HOURS_PER_WEEK } from '../team-costs';
import type { MixGround } from './mix-ground';
import { lineShares, mixLines } from './mix-lines';
import type { OptimalMix, Rechecked } from './mix-results';
import { priceSentence } from './price-sentence';
import { periodEdge } from './time-blocks';

/** A mix in planner's words: sizes and people by season, what its limits cost, how concentrated it is. */
export function toldMix(
  { plan, problem, limits }: MixGround,
  about: { readonly id: string; readonly name: string },
  mix: Mix,
  rechecked: Rechecked | null,
): OptimalMix {
  const wider = withSizes(plan);
  const hours = problem.teams.map((team, at) => mix.sizes[at]! * sumOf(team.hours));
  const whole = Math.max(1e-9, sumOf(hours));
  const labels = new Map(problem.limits.map((limit) => [limit.id, limit]));
  const weeks = seasonWeeks(plan, problem.seasons);
  return {
    ...about,
    sizes: wider.teams.map(({ id, name }, at) => ({
      team: id,
      name,
      size: mix.sizes[at]!,
      isCandidate: problem.teams[at]!.today === 0,
      hoursShare: hours[at]! / whole,
      fteBySeason: problem.teams[at]!.hours.map(
        (value, season) =>
          (mix.sizes[at]! * value) / ((weeks[season]!.toWeek - weeks[season]!.fromWeek + 1) * FTE_HOURS_PER_WEEK),
      ),
    })),
    cost: mix.cost,
    risk: mix.risk,
    costOfAContactLess: mix.riskPrice,
    prices: [...mix.prices].map(([id, price]) => {
      const perPoint = price / 100;
      return { limit: id, perPoint, sentence: priceSentence(plan.currency, labels.get(id)!, perPoint) };
    }),
    ...concentrationOf(wider, hours),
    lineShares: lineShares(wider, mixLines(wider, limits), hours),
    rechecked,
  };
}

/** Weeks of each season, counted from 1. */
export function seasonWeeks({ calendar }: Plan, seasons: number): { fromWeek: number; toWeek: number }[] {
  const edgeOf = (season: number) => periodEdge(season, seasons, calendar.weeks);
  return Array.from({ length: seasons }, (_, at) => ({ fromWeek: edgeOf(at) + 1, toWeek: edgeOf(at + 1) }));
}

const SPREAD_OVER = ['parent', 'country', 'metro'] as const;

/** How concentrated hours are over owners, countries and metros: the worst of the three. */
function concentrationOf(plan: Plan, hours: readonly number[]) {
  const shares = concentration(plan, teamOrigins(plan), hours).filter(({ dimension }) =>
    SPREAD_OVER.some((one) => one === dimension),
  );
  const worst = shares.reduce((a, b) => (b.largestShare > a.largestShare ? b : a));
  return {
    effectiveNumber: Math.min(...shares.map(({ effectiveNumber }) => effectiveNumber ?? Number.POSITIVE_INFINITY)),
    largestShare: worst.largestShare,
    largest: worst.members[0] ? memberLabel(plan, worst.dimension, worst.members[0].member) : '',
  };
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
