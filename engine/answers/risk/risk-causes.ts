import { memberLabel, membersOf, teamOrigins } from '../../footprint';
import type { Plan } from '../../plan';
import { attribute, FIGURES, RISK_FIGURES, tailMean } from '../../risk';
import { nodeOf } from './hazard-node';
import { columnOf, TAIL_LEVEL } from './risk-distribution';
import type { RiskAttribution } from './risk-results';
import type { RiskSample } from './risk-sample';

/** Where a hazard's losses fall: each of these holds every team once, so that parts add up. */
const PLACES = ['site', 'metro', 'country', 'provider', 'parent'] as const;

/**
 * What makes a figure's mean year and the mean of its worst twentieth: parts that add up to both, by cause and by place.
 *
 * A cause's part of the tail is its mean over the tail's years. A hazard's losses fall where it takes agent-hours, in proportion to
 * them. Without a hazard: the years with its events' losses taken out, whose worst twentieth are other years.
 */
export function attribution(plan: Plan, sample: RiskSample, figure: number, weights: Float64Array): RiskAttribution {
  const years = sample.years.length;
  const placeOf = new Map(Array.from(sample.years, (year, at) => [year, at]));
  const planned = new Float64Array(years).fill(sample.planned[figure]!);
  const uncertain = columnOf(sample.ordinary, figure).map((value) => value - sample.planned[figure]!);
  const byHazard = plan.hazards.map(() => new Float64Array(years));
  const { year, hazard, added } = sample.events;
  for (let at = 0; at < year.length; at++) {
    byHazard[hazard[at]!]![placeOf.get(year[at]!)!]! += added[at * FIGURES + figure]!;
  }
  const figures = attribute([planned, uncertain, ...byHazard], weights);
  const [mean, tail] = [sumOf(figures, 'mean'), sumOf(figures, 'tail')];
  const totals = columnOf(sample.totals, figure);
  const without = (losses: Float64Array) => {
    const rest = totals.map((value, at) => value - losses[at]!);
    return { mean: rest.reduce((sum, value) => sum + value, 0) / years, tail: tailMean(rest, TAIL_LEVEL) };
  };
  const parts: RiskAttribution['parts'] = [
    { kind: 'plan', id: 'plan', name: 'The plan itself', node: null, without: null, ...figures[0]! },
    {
      kind: 'uncertainty',
      id: 'uncertainty',
      name: 'Demand and people other than planned',
      node: null,
      without: without(uncertain),
      ...figures[1]!,
    },
    ...plan.hazards.map(({ id, name, scope }, at) => ({
      kind: 'hazard' as const,
      id,
      name,
      node: nodeOf(plan, scope),
      without: without(byHazard[at]!),
      ...figures[at + 2]!,
    })),
  ];
  const hazards = parts.slice(2);
  return {
    figure: RISK_FIGURES[figure]!,
    parts,
    nodes: summed(hazards.map((part) => ({ key: part.node ?? '', label: part.node ?? '', share: 1, ...part }))).map(
      ({ label, ...sums }) => ({ node: label, ...sums }),
    ),
    places: placesOf(plan, sample, hazards),
    mean,
    tail,
  };
}

interface Share {
  readonly key: string;
  readonly label: string;
  readonly share: number;
  readonly mean: number;
  readonly tail: number;
}

/** Shares by what they belong to, the largest part of the tail first. */
function summed(shares: readonly Share[]) {
  const sums = new Map<string, { label: string; mean: number; tail: number }>();
  for (const { key, label, share, mean, tail } of shares) {
    const known = sums.get(key) ?? { label, mean: 0, tail: 0 };
    sums.set(key, { label, mean: known.mean + share * mean, tail: known.tail + share * tail });
  }
  return [...sums.values()].sort((a, b) => b.tail - a.tail);
}

function placesOf(
  plan: Plan,
  { reach }: RiskSample,
  hazards: readonly { readonly mean: number; readonly tail: number }[],
): RiskAttribution['places'] {
  const origins = teamOrigins(plan);
  return PLACES.flatMap((dimension) =>
    summed(
      hazards.flatMap(({ mean, tail }, hazard) =>
        origins.flatMap((origin, team) => {
          const share = reach[hazard * origins.length + team]!;
          const [member = ''] = membersOf(origin, dimension);
          return share > 0 ? [{ key: member, label: memberLabel(plan, dimension, member), share, mean, tail }] : [];
        }),
      ),
    ).map(({ label, mean, tail }) => ({ dimension, name: label, mean, tail })),
  );
}

const sumOf = <Key extends string>(rows: readonly Readonly<Record<Key, number>>[], key: Key): number =>
  rows.reduce((sum, row) => sum + row[key], 0);
