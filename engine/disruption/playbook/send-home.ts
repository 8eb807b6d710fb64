import { reachesTeam } from '../../footprint';
import { type ActionOf, asEffect, type Pay, payDay, type Tally, type Work } from './work';

/** People of sites that have seats go on from home, with equipment bought for those who may. */
export function sendHome(work: Work, action: ActionOf<'work-at-home'>, tally: Tally, pay: Pay): void {
  const { conversion, eligibleShare, costPerHead = 0 } = action;
  asEffect(work, action, {
    kind: 'work-at-home',
    conversion,
    ...(eligibleShare === undefined ? {} : { eligibleShare }),
  });
  const day = payDay(work, action.afterDays);
  let reached = 0;
  work.ground.origins.forEach((origin, team) => {
    const { site } = origin;
    if (site.seats === null || !reachesTeam(action.scope, origin) || !site.workAtHome) return;
    reached++;
    const share = eligibleShare ?? site.workAtHome.eligibleShare;
    pay(team, day, work.heads[team]!.heads[Math.floor(day / 7)]! * share * costPerHead);
  });
  if (reached === 0) tally.notes.push('No site there says how its people could work from home.');
}
