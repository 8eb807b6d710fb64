import { dayNumber } from '../../calendar';
import type { Disruption, Playbook, PlaybookAction } from '../../plan';
import type { HeadProjection } from '../../workforce';
import { addEffect, type Ground, groundOf, settleHeadcount } from '../combine-effects';
import { factorsOf, type Modifiers } from '../modifiers';
import { overtime, surge } from './buy-people';
import type { EquippedPlan } from './equip-plan';
import { callBack, prefer, shiftChannel } from './redirect';
import { sendHome } from './send-home';
import { crossSkill, openLearned } from './train';
import { asEffect, type Pay, payDay, type Tally, type Work } from './work';

/** What an action costs over the plan, and what a reader should know about it. */
export interface ActionCost {
  readonly action: number;
  readonly cost: number;
  /** Productive hours bought, at full speed. */
  readonly hours: number;
  readonly notes: readonly string[];
}

/** Disruptions and what is done about them, as one set of factors. */
export interface Response {
  readonly modifiers: Modifiers;
  readonly costs: readonly ActionCost[];
}

/**
 * Combines disruptions with a playbook.
 *
 * People whom the playbook adds come on top of the planned ones and are lost in the same shares, where they are struck
 * too. Days are counted from the disruption's start. Costs of hours bought stand by team and day, so that they end up in
 * the run's cost; what has no team (messages, callback software) is divided over all teams by their heads.
 *
 * Source: none needed for the bookkeeping; ramps in `surgeShare`, conversions in `work-at-home`.
 * Cost: as `combineEffects`, and actions × teams × days.
 */
export function respond(
  { grid, origins }: Pick<Ground, 'grid' | 'origins'>,
  equipped: EquippedPlan,
  heads: readonly HeadProjection[],
  disruptions: readonly Disruption[],
  playbook: Playbook,
  startDate: string,
): Response {
  const ground = groundOf(equipped.plan, grid, origins);
  for (const { effects, startDate: date } of disruptions) for (const effect of effects) addEffect(ground, effect, date);
  const startDay = dayNumber(startDate) - grid.startDay;
  const work: Work = { ground, equipped, heads, playbook, startDay, startDate, days: grid.weeks * 7, learned: [] };
  const costs = playbook.actions.map((action, at) => act(work, action, at));
  openLearned(work);
  settleHeadcount(ground);
  putOnTop(work);
  return { modifiers: ground.draft, costs };
}

/** People added count beside those who are there. */
function putOnTop({ ground: { draft, grid } }: Work): void {
  draft.added.forEach((added, at) => {
    if (!added) return;
    const people = factorsOf(draft.people, at, grid, 1);
    for (let t = 0; t < added.length; t++) people[t]! *= 1 + added[t]!;
  });
}

function act(work: Work, action: PlaybookAction, at: number): ActionCost {
  const tally: Tally = { cost: 0, hours: 0, notes: [] };
  const pay: Pay = (team, day, amount) => {
    if (amount === 0 || day < 0 || day >= work.days) return;
    const { addedCost } = work.ground.draft;
    const row = addedCost[team] ?? new Float64Array(work.days);
    row[day] = row[day]! + amount;
    addedCost[team] = row;
    tally.cost += amount;
  };
  shareOut(work, action.costOnce ?? 0, pay);
  switch (action.kind) {
    case 'overtime':
      overtime(work, action, tally, pay);
      break;
    case 'surge':
      surge(work, action, tally, pay);
      break;
    case 'cross-skill':
      crossSkill(work, action, at, tally, pay);
      break;
    case 'hours':
      asEffect(work, action, { kind: 'hours', openingHours: action.openingHours, returnShare: action.returnShare });
      break;
    case 'callback':
      callBack(work, action, at, tally);
      break;
    case 'shift-channel':
      shiftChannel(work, action, tally);
      break;
    case 'priority':
      prefer(work, action);
      break;
    case 'work-at-home':
      sendHome(work, action, tally, pay);
      break;
  }
  return { action: at, ...tally };
}

/** A cost without a team: over all teams by their heads, on the first day. */
function shareOut(work: Work, amount: number, pay: Pay): void {
  if (amount <= 0) return;
  const day = payDay(work, 0);
  const week = Math.floor(day / 7);
  const all = work.heads.reduce((sum, { heads }) => sum + heads[week]!, 0);
  work.heads.forEach(({ heads }, team) => {
    pay(team, day, all > 0 ? (amount * heads[week]!) / all : 0);
  });
}
