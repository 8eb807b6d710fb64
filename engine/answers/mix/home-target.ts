import { withSizes } from '../../footprint';
import type { Plan } from '../../plan';
import { type MixProblem, type MixStart, mixOfRisk } from '../../sourcing';
import type { LinearSolver } from '../../stats';
import { checkpoint, type RunControl } from '../../units';
import { partOf } from '../prepared-plan';
import { type Provenance, provenance } from '../provenance';
import { mixGround } from './mix-ground';
import { mixSettings, type OptimizeOptions } from './mix-options';

/** Share of the hours that are worked at home: what the year costs at each, and which of them cost about the same. */
export interface HomeTarget {
  /** Today's share, and the plan's own band. */
  readonly today: number;
  readonly plan: { readonly least: number; readonly most: number };
  /** Contacts lost in the mean of the worst years that every share is held to: today's, or the least that is possible above it. */
  readonly risk: number;
  /** Cost of the year at each share, and what a point more of it costs (below 0: saves); null where no mix has it. */
  readonly shares: readonly {
    readonly share: number;
    readonly cost: number | null;
    readonly perPoint: number | null;
  }[];
  readonly best: number | null;
  /** Shares whose cost is within so much of the least. */
  readonly band: { readonly from: number; readonly to: number } | null;
  readonly within: number;
  readonly provenance: Provenance;
}

const SHARES = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1] as const;
/** Steps to either side of the cheapest so far, to find it more closely. */
const FINER = [0.05, 0.025, 0.0125] as const;
/** Cost beyond the least that is hardly worth an argument. */
const WITHIN = 0.005;
const SLIVER = 1e-4;
const STEPS = SHARES.length + 2 * FINER.length;

/**
 * What share of the hours should be worked at home: the least cost of a year at each share, at today's risk or less, all other
 * limits kept and the plan's own band for work at home left out.
 *
 * Marginal value: the dual of the share's floor plus that of its cap, by point. The band is read off the line between shares.
 * Nothing is run by flow. Cost: a linear program a share.
 */
export function homeTarget(
  plan: Plan,
  options: OptimizeOptions,
  solve: LinearSolver,
  control?: RunControl,
): HomeTarget {
  const settings = mixSettings(options);
  const given = settings.limits ?? plan.policies.limits;
  const isBand = ({ dimension, member }: (typeof given)[number]) => dimension === 'kind' && member === HOME;
  const limits = given.filter((limit) => !isBand(limit));
  const ground = mixGround(plan, { ...settings, limits }, solve, partOf(control, 0, 0.3));
  const { problem, start } = ground;
  const wider = withSizes(ground.plan);
  const kindOf = new Map(wider.sites.map(({ id, kind }) => [id, kind]));
  const homes = wider.teams.flatMap(({ site }, at) => (kindOf.get(site) === HOME ? [at] : []));
  const risk = start.cheapest === null ? 0 : Math.max(ground.safest(), Math.min(start.cheapest.risk, start.today.risk));
  const shares: { share: number; cost: number | null; perPoint: number | null }[] = [];
  const look = (share: number) => {
    checkpoint(control, 0.3 + (0.7 * shares.length) / STEPS, `work at home at ${Math.round(share * 1000) / 10} %`);
    const isPossible = start.cheapest !== null && homes.length > 0;
    const found = isPossible ? atShare(problem, solve, start, homes, share, risk) : null;
    shares.push({ share, ...(found ?? { cost: null, perPoint: null }) });
  };
  SHARES.forEach(look);
  for (const step of FINER) {
    const { best } = bandOf(shares);
    if (best !== null) [best - step, best + step].filter((share) => share >= 0 && share <= 1).forEach(look);
  }
  shares.sort((a, b) => a.share - b.share);
  checkpoint(control, 1, 'done');
  const bands = given.filter(isBand);
  return {
    today: shareOf(problem, homes),
    plan: {
      least: Math.max(0, ...bands.map(({ minShare }) => minShare ?? 0)),
      most: Math.min(1, ...bands.map(({ maxShare }) => maxShare ?? 1)),
    },
    risk,
    shares,
    ...bandOf(shares),
    within: WITHIN,
    provenance: provenance(
      'least cost of a year by the linear program of best mixes, at each share of hours worked at home and at no more risk than today’s',
      { planHash: ground.hash, seed: settings.seed },
    ),
  };
}

const HOME = 'work-at-home';

function atShare(
  problem: MixProblem,
  solve: LinearSolver,
  { unmetAtMost }: MixStart,
  teams: readonly number[],
  share: number,
  risk: number,
): { cost: number; perPoint: number } | null {
  const facts = { label: HOME, teams };
  const limits = [
    ...problem.limits,
    { ...facts, id: AT_MOST, kind: 'max-share' as const, limit: Math.min(1, share + SLIVER) },
    { ...facts, id: AT_LEAST, kind: 'min-share' as const, limit: Math.max(0, share - SLIVER) },
  ];
  const mix = mixOfRisk({ ...problem, limits }, solve, unmetAtMost, risk);
  if (!mix) return null;
  return { cost: mix.cost, perPoint: ((mix.prices.get(AT_MOST) ?? 0) + (mix.prices.get(AT_LEAST) ?? 0)) / 100 };
}

const AT_MOST = 'share of work at home at most';
const AT_LEAST = 'share of work at home at least';

function shareOf({ teams }: MixProblem, homes: readonly number[]): number {
  const hours = teams.map(({ hours: of, today }) => today * of.reduce((sum, value) => sum + value, 0));
  const whole = hours.reduce((sum, value) => sum + value, 0);
  return whole > 0 ? homes.reduce((sum, at) => sum + hours[at]!, 0) / whole : 0;
}

/** The cheapest share and the stretch around it that costs hardly more; between shares the cost is taken as a straight line. */
function bandOf(shares: HomeTarget['shares']): Pick<HomeTarget, 'best' | 'band'> {
  const known = shares
    .flatMap(({ share, cost }) => (cost === null ? [] : [{ share, cost }]))
    .sort((a, b) => a.share - b.share);
  if (known.length === 0) return { best: null, band: null };
  const best = known.reduce((a, b) => (b.cost < a.cost ? b : a));
  const most = best.cost * (1 + WITHIN);
  const reach = (step: 1 | -1) => {
    let at = known.indexOf(best);
    while (known[at + step] && known[at + step]!.cost <= most) at += step;
    const [here, next] = [known[at]!, known[at + step]];
    if (!next) return here.share;
    return here.share + ((most - here.cost) / (next.cost - here.cost)) * (next.share - here.share);
  };
  return { best: best.share, band: { from: reach(-1), to: reach(1) } };
}
