import type { Plan } from '../../plan';
import { bestMixes, type Mix } from '../../sourcing';
import type { LinearSolver } from '../../stats';
import { checkpoint, InputFault, type Issue, issue, type RunControl } from '../../units';
import { partOf, preparePlan } from '../prepared-plan';
import { type Provenance, provenance } from '../provenance';
import { sampleRisk } from '../risk';
import { mixOfPlan, withSizes } from './mix-of-plan';

export interface OptimizeOptions {
  readonly points?: number | undefined;
  readonly seed?: number | undefined;
  /** Sampled years whose hazards the program knows. */
  readonly years?: number | undefined;
  /** Years of fresh luck that every mix is run under by flow; 0 runs the undisturbed plan alone. */
  readonly recheckYears?: number | undefined;
  readonly most?: number | undefined;
  readonly changeCostShare?: number | undefined;
}

/** What flow makes of a mix: a year undisturbed, and years of fresh luck. */
export interface Rechecked {
  readonly serviceLevel: number | null;
  readonly cost: number;
  readonly contactsLost: number;
  /** Mean contacts lost beyond the undisturbed year's, over years of fresh hazards; null without such years. */
  readonly lostToHazards: number | null;
}

export interface OptimalMix {
  readonly sizes: readonly {
    readonly team: string;
    readonly name: string;
    readonly size: number;
    readonly hoursShare: number;
  }[];
  /** As the program sees it: cost of the year with changes, and contacts lost to hazards in the mean of the worst twentieth. */
  readonly cost: number;
  readonly risk: number;
  /** What one contact lost less in the worst years costs. */
  readonly costOfAContactLess: number;
  readonly prices: readonly { readonly limit: string; readonly perPoint: number; readonly sentence: string }[];
  readonly rechecked: Rechecked;
}

export interface MixFrontier {
  readonly today: OptimalMix;
  readonly frontier: readonly OptimalMix[];
  /** Place on the frontier of the mix closest to today's that costs and loses no more, to the program and to flow; null without one. */
  readonly nearestBetter: number | null;
  /** Limits that can't all be kept, none of which may be missing from the conflict; empty where there are mixes. */
  readonly conflict: readonly string[];
  readonly provenance: Provenance;
}

const DEFAULTS = { points: 10, seed: 1, years: 300, recheckYears: 5, most: 2, changeCostShare: 0.05 } as const;
const YEAR_WEEKS = 52;

/**
 * Which sizes of teams cost least for how much risk, with today's footprint beside them.
 *
 * Teams as they are, at existing sites; a linear program over hours by quarter (`mixProgram`), every mix then run by flow with
 * luck that the program has not seen. Errors: `InputFault` for options out of bounds. Cost: a linear program and a run a mix.
 */
export function optimizeMix(
  plan: Plan,
  options: OptimizeOptions,
  solve: LinearSolver,
  control?: RunControl,
): MixFrontier {
  const settings = checked(options);
  const ready = preparePlan(plan, partOf(control, 0, 0.1));
  const problem = mixOfPlan(ready, settings);
  const best = bestMixes(problem, solve, settings.points, (share) =>
    checkpoint(control, 0.1 + 0.5 * share, 'looking for mixes'),
  );
  const labels = new Map(problem.limits.map(({ id, label, kind }) => [id, { label, kind }]));
  const whole = (mix: Mix) => problem.teams.reduce((sum, { hours }, at) => sum + mix.sizes[at]! * sumOf(hours), 0);
  const told = (mix: Mix, at: number): OptimalMix => {
    checkpoint(control, 0.6 + (0.4 * at) / (settings.points + 1), 'running mixes by flow');
    return {
      sizes: plan.teams.map(({ id, name }, team) => ({
        team: id,
        name,
        size: mix.sizes[team]!,
        hoursShare: (mix.sizes[team]! * sumOf(problem.teams[team]!.hours)) / Math.max(1e-9, whole(mix)),
      })),
      cost: mix.cost,
      risk: mix.risk,
      costOfAContactLess: mix.riskPrice,
      prices: [...mix.prices].map(([id, price]) => {
        const perPoint = price / 100;
        return { limit: id, perPoint, sentence: priceSentence(plan, labels.get(id)!, id, perPoint) };
      }),
      rechecked: recheck(withSizes(plan, mix.sizes), settings),
    };
  };
  const today = told(best.today, 0);
  const frontier = best.frontier.map((mix, at) => told(mix, at + 1));
  checkpoint(control, 1, 'done');
  return {
    today,
    frontier,
    nearestBetter: nearestBetter(today, frontier),
    conflict: best.conflict,
    provenance: provenance(
      'linear program over sizes of teams with recourse by quarter and hazard, conditional value at risk over sampled years (Rockafellar and Uryasev), solved by HiGHS; every mix run by flow with fresh luck',
      {
        planHash: ready.hash,
        seed: settings.seed,
        warnings: [
          `A change of size costs ${Math.round(settings.changeCostShare * 100)} % of an hour's yearly cost once, and no team grows beyond ${settings.most} times today: both are estimates.`,
          'Teams change at the sites that they are at; contracts’ minimums and surge premiums are in the run by flow and not in the program.',
        ],
      },
    ),
  };
}

function recheck(plan: Plan, { seed, recheckYears }: ReturnType<typeof checked>): Rechecked {
  const { base } = preparePlan(plan);
  const weeks = Math.min(YEAR_WEEKS, plan.calendar.weeks);
  const ofYear = (weekly: Float64Array) => sumOf(weekly.slice(0, weeks));
  const calm = ofYear(base.weekly.lost);
  const facts = { serviceLevel: base.total.serviceLevel, cost: ofYear(base.weekly.cost), contactsLost: calm };
  if (recheckYears === 0) return { ...facts, lostToHazards: null };
  const fresh = { seed: seed + 1, years: recheckYears, apartYears: 0, demandError: 0, peopleError: 0 };
  const { years, events } = sampleRisk(plan, fresh);
  const lost = events.added.reduce((sum, value, at) => (at % 4 === 0 ? sum + value : sum), 0);
  return { ...facts, lostToHazards: lost / years.length };
}

/** The mix that changes fewest hours among those that are no worse than today's in cost and loss, to the program and to flow. */
function nearestBetter(today: OptimalMix, frontier: readonly OptimalMix[]): number | null {
  const moved = ({ sizes }: OptimalMix) => sizes.reduce((sum, { size }) => sum + Math.abs(size - 1), 0);
  const lost = ({ rechecked }: OptimalMix) => rechecked.contactsLost + (rechecked.lostToHazards ?? 0);
  const better = frontier.flatMap((mix, at) => {
    const toProgram = mix.cost <= today.cost && mix.risk <= today.risk;
    return toProgram && mix.rechecked.cost <= today.rechecked.cost && lost(mix) <= lost(today) ? [at] : [];
  });
  return better.length === 0 ? null : better.reduce((a, b) => (moved(frontier[b]!) < moved(frontier[a]!) ? b : a));
}

function priceSentence(
  plan: Plan,
  { label, kind }: { readonly label: string; readonly kind: string },
  id: string,
  perPoint: number,
): string {
  const amount = `${plan.currency} ${Math.round(Math.abs(perPoint)).toLocaleString('en')}`;
  const looser = kind === 'min-share' ? 'lower' : 'higher';
  const what =
    kind === 'seats' ? `${label}: one percent more` : `${label} (${id.split(' ')[0]}): a limit one point ${looser}`;
  return `${what} saves ${amount} a year.`;
}

function checked(options: OptimizeOptions) {
  const given = Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
  const settings = { ...DEFAULTS, ...given } as { readonly [Name in keyof typeof DEFAULTS]: number };
  const issues: Issue[] = [];
  const check = (name: keyof typeof DEFAULTS, least: number, most: number, whole: boolean) => {
    const value = settings[name];
    if (value >= least && value <= most && (!whole || Number.isInteger(value))) return;
    issues.push(issue('mix.option', name, value, `${whole ? 'a whole number, ' : ''}${least} to ${most}`));
  };
  check('points', 2, 50, true);
  check('seed', Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER - 1, true);
  check('years', 20, 5000, true);
  check('recheckYears', 0, 1000, true);
  check('most', 1, 10, false);
  check('changeCostShare', 0, 10, false);
  if (issues.length > 0) throw new InputFault(issues);
  return settings;
}

function sumOf(values: ArrayLike<number>): number {
  let sum = 0;
  for (let at = 0; at < values.length; at++) sum += values[at]!;
  return sum;
}
