import { memberLabel, moveWork } from '../../footprint';
import type { Move, Plan } from '../../plan';
import { checkpoint, InputFault, issue, type RunControl } from '../../units';
import { hoursShare } from '../hours-share';
import { percent } from '../impact-report';
import { outageNodes, sweepOutages, withoutNodes } from '../outages';
import { type PreparedPlan, partOf, preparePlan } from '../prepared-plan';
import { provenance } from '../provenance';
import type { SweepAnswer } from '../results';
import { isMovable, movesOutOf } from './candidate-moves';
import type { DecisionAnswer, DecisionFigures, TriedMove } from './decision-results';
import { decisionSentence } from './decision-sentence';

export interface DecisionOptions {
  /** Most that a year may cost more than today's, as a share of it, 0 to 1; 0.02 when absent. */
  readonly costRise?: number | undefined;
}

/** Shares tried first of every site, and then of the site that did best. */
const FIRST_SHARE = 0.2;
const MORE_SHARES = [0.1, 0.3, 0.4] as const;
const BEST_SITES = 1;
/** Points of service, as a share, that a move may cost on quiet days. */
const SERVICE_DROP = 0.01;
/** A move must lose this much less to be worth proposing, as a share of today's. */
const WORTH = 0.01;
/** Moves whose every single failure is run, the best first, until one holds. */
const CHECKED = 3;
const USUAL_COST_RISE = 0.02;
const DAYS_A_YEAR = 365.25;

/**
 * The one move of work that makes the worst single failure milder, within a rise of cost, and what it costs.
 *
 * Finds the node that loses most when it fails (`sweepOutages`), tries moving a share of its work to every site outside that
 * can do it already and has seats, and takes the move that loses fewest contacts when the node fails among those within the
 * cost and within a point of today's service. All nodes are then taken out of the footprint that comes of it: a move that only changes which
 * node is worst is passed over. No weights: cost, service and seats are limits, contacts lost decide.
 *
 * Units: contacts over the horizon, plan currency a year. Errors: `InputFault` for a cost rise out of bounds. Cost: a
 * preparation and a run a move, and a sweep of all nodes for today's and for one to three moves.
 */
export function decideMove(plan: Plan, options: DecisionOptions = {}, control?: RunControl): DecisionAnswer {
  const costRise = options.costRise ?? USUAL_COST_RISE;
  if (!(costRise >= 0 && costRise <= 1))
    throw new InputFault([issue('decision.cost-rise', 'costRise', costRise, 'a share from 0 to 1')]);
  const ready = preparePlan(plan, partOf(control, 0, 0.05));
  const swept = sweepOutages(plan, {}, partOf(control, 0.05, 0.25));
  const today = figuresOf(ready, swept);
  const found = swept.rows
    .filter(({ dimension, impact }) => isMovable(dimension) && impact.contactsLost >= 1)
    .map((row) => ({ row, moves: movesOf(plan, row, FIRST_SHARE) }))
    .find(({ moves }) => moves.length > 0);
  const tried = found
    ? tryMoves(ready, found.moves, { today, costRise, swept, node: found.row }, partOf(control, 0.25, 0.8))
    : [];
  const decision = bestChecked(plan, ready, tried, today, swept.startDate, partOf(control, 0.8, 1));
  checkpoint(control, 1, 'done');
  const node = found
    ? {
        dimension: found.row.dimension,
        member: found.row.member,
        label: found.row.label,
        days: found.row.days,
        hoursShare: found.row.hoursShare,
        lost: found.row.impact.contactsLost,
        daysToSurvive: found.row.impact.daysToSurvive,
      }
    : null;
  const facts = { costRise, startDate: swept.startDate, today, node, decision, tried };
  return {
    ...facts,
    sentence: decisionSentence(plan, facts),
    provenance: provenance(
      `flow: single failures from the busiest week on, for the recovery times of the plan’s policies; moves of ${[FIRST_SHARE, ...MORE_SHARES].map(percent).join(', ')} of the worst node’s work to sites that can do it already`,
      {
        planHash: ready.hash,
        warnings: ['Moves are tried at once and in full; the way there, with its overlap and dip, is on Mixes.'],
      },
    ),
  };
}

type Node = SweepAnswer['rows'][number];

function movesOf(plan: Plan, { dimension, member }: Node, share: number): Move[] {
  return isMovable(dimension) ? movesOutOf(plan, { of: dimension, member }, share) : [];
}

interface Trial {
  readonly today: DecisionFigures;
  readonly costRise: number;
  readonly swept: SweepAnswer;
  readonly node: Node;
}

function tryMoves(
  ready: PreparedPlan,
  moves: readonly Move[],
  trial: Trial,
  control: RunControl | undefined,
): TriedMove[] {
  const more = Math.min(BEST_SITES, moves.length) * MORE_SHARES.length;
  const all = moves.length + more;
  const tried: TriedMove[] = [];
  const timeShare = hoursShare(ready);
  const attempt = (move: Move) => {
    checkpoint(control, tried.length / all, nameOf(ready.plan, move));
    tried.push(tryMove(ready, move, timeShare, trial));
  };
  moves.forEach(attempt);
  const best = ranked(tried).slice(0, BEST_SITES);
  for (const { move } of best) for (const share of MORE_SHARES) attempt({ ...move, share: share as typeof move.share });
  return ranked(tried);
}

function tryMove(
  ready: PreparedPlan,
  move: Move,
  timeShare: ReturnType<typeof hoursShare>,
  { today, costRise, swept, node }: Trial,
): TriedMove {
  const moved = moveWork(ready.plan, [move], timeShare);
  const variant = preparePlan(moved.plan);
  const start = ready.network.days.indexOf(swept.startDate);
  const struck = outageNodes(variant, [node.dimension]).filter(({ member }) => member === node.member);
  const lost = struck.length > 0 ? withoutNodes(variant, struck, start).impact.contactsLost : 0;
  const { serviceLevel, lost: lostUndisturbed } = variant.base.total;
  const costPerYear = costOf(variant);
  return {
    move,
    name: nameOf(ready.plan, move),
    costPerYear,
    serviceLevel,
    lostUndisturbed,
    lostWithoutNode: lostUndisturbed + lost,
    isWithinCost: costPerYear <= today.costPerYear * (1 + costRise),
    isWithinService: (serviceLevel ?? 1) >= (today.serviceLevel ?? 0) - SERVICE_DROP,
    isWithinSeats: moved.warnings.length === 0,
    warnings: moved.warnings,
  };
}

const isWithin = ({ isWithinCost, isWithinService, isWithinSeats }: TriedMove) =>
  isWithinCost && isWithinService && isWithinSeats;

/** Those within the limits first, and of each those that lose least. */
function ranked(tried: readonly TriedMove[]): TriedMove[] {
  return [...tried].sort(
    (a, b) =>
      Number(isWithin(b)) - Number(isWithin(a)) ||
      a.lostWithoutNode - b.lostWithoutNode ||
      a.costPerYear - b.costPerYear,
  );
}

/** The best move within the limits that still loses clearly less when whatever then hurts most fails. */
function bestChecked(
  plan: Plan,
  ready: PreparedPlan,
  tried: readonly TriedMove[],
  today: DecisionFigures,
  startDate: string,
  control: RunControl | undefined,
): DecisionAnswer['decision'] {
  const most = today.lostAtWorst * (1 - WORTH);
  const promising = tried.filter((each) => isWithin(each) && each.lostWithoutNode < most).slice(0, CHECKED);
  const timeShare = hoursShare(ready);
  for (const [at, each] of promising.entries()) {
    const moved = moveWork(plan, [each.move], timeShare).plan;
    const swept = sweepOutages(
      moved,
      { startDate },
      partOf(control, at / promising.length, (at + 1) / promising.length),
    );
    const after = figuresOf(preparePlan(moved), swept);
    if (after.lostAtWorst < most) return { ...each, after };
  }
  return null;
}

function figuresOf(ready: PreparedPlan, { rows }: SweepAnswer): DecisionFigures {
  const { serviceLevel, lost } = ready.base.total;
  const worst = rows[0];
  return {
    costPerYear: costOf(ready),
    serviceLevel,
    lostUndisturbed: lost,
    lostAtWorst: lost + Math.max(0, worst?.impact.contactsLost ?? 0),
    worst: worst?.label ?? '',
  };
}

const costOf = ({ base, network }: PreparedPlan) => (base.total.cost * DAYS_A_YEAR) / network.days.length;

function nameOf(plan: Plan, { from, to, share }: Move): string {
  return `${percent(share)} from ${memberLabel(plan, from.of, from.member)} to ${memberLabel(plan, to.of, to.member)}`;
}
