import { teamOrigins } from '../../footprint';
import type { ReadyTransition } from './ready-transition';
import type { TransitionAnswer } from './results';

type Told = Pick<
  TransitionAnswer,
  | 'doneOn'
  | 'worstDrop'
  | 'worstWeek'
  | 'cost'
  | 'paybackMonth'
  | 'keepsDip'
  | 'targetWorstDrop'
  | 'leastMonths'
  | 'targetCostPerYear'
  | 'paybackBeyond'
  | 'target'
>;

/** A path in one sentence or two. */
export function transitionSentence(told: Told, currency: string, dipPoints: number): string {
  const { doneOn, worstDrop, worstWeek, cost, paybackMonth, keepsDip, targetWorstDrop, leastMonths } = told;
  if (!Number.isFinite(leastMonths)) return 'A team that should grow can’t: it has no rooms or trainers for classes.';
  const when = doneOn === null ? 'The move isn’t done within the plan' : `Everything is moved in the week of ${doneOn}`;
  const dip =
    worstWeek === null
      ? 'service never falls below today’s'
      : `the worst week, of ${worstWeek}, is ${worstDrop.toFixed(1)} points below today’s`;
  const own =
    !keepsDip && targetWorstDrop > dipPoints
      ? ` No path keeps within ${dipPoints} points: the target’s own worst week is ${targetWorstDrop.toFixed(1)} points below today’s.`
      : '';
  const payback =
    paybackMonth !== null
      ? `It is made up for from ${paybackMonth} on`
      : told.paybackBeyond !== null
        ? `As the last quarter goes, it is made up for ${told.paybackBeyond.toFixed(0)} months after the plan’s end`
        : told.targetCostPerYear > 0
          ? 'It is never made up for, because the target costs more than today'
          : 'It isn’t made up for within the plan';
  return `${when}; ${dip}. The move costs ${currency} ${Math.round(cost).toLocaleString('en')} on the way. ${payback}.${own}`;
}

/** What is taken where the plan says nothing, with its grade. */
export function estimatesOf({ now, target, options, limits }: ReadyTransition): TransitionAnswer['estimates'] {
  const own = teamOrigins(target.plan).filter(({ provider }) => !provider.contract);
  const growing = new Set(limits.map(({ team }) => team));
  const estimates: { what: string; value: string; grade: string }[] = [];
  const add = (what: string, value: string) => estimates.push({ what, value, grade: 'opinion' });
  add('Most that a team grows in a month', `${Math.round(options.largestRamp * 100)} % of its size`);
  if (own.length > 0)
    add('Paid to an own agent let go', `${options.severanceWeeks} weeks of pay, beside the plan’s cost of a leaver`);
  if (own.some(({ team }) => growing.has(team.id) && !team.hiring))
    add('Recruiting where the plan has no cost of a hire', `${options.recruitingWeeks} weeks of pay`);
  if (target.plan.teams.some((team) => growing.has(team.id) && !team.hiring))
    add('From decision to training where the plan names no lead time', '4 weeks');
  if (now.plan.providers.some(({ contract }) => contract))
    add('Exit notice holds for part of a contract too', 'the bill doesn’t fall below today’s until it is over');
  return estimates;
}
