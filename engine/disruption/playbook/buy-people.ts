import { reachesTeam } from '../../footprint';
import { teamLearning } from '../../workforce';
import { factorsOf } from '../modifiers';
import { hourPrice, premiumOf } from './hour-price';
import { surgeByDay } from './surge-ramp';
import { type ActionOf, daysOf, intervalsOf, type Pay, plannedHours, type Tally, type Work } from './work';

/** Longer days: a share of planned hours more, from those who agree, at a premium. */
export function overtime(work: Work, action: ActionOf<'overtime'>, tally: Tally, pay: Pay): void {
  const { ground } = work;
  const share = action.moreHoursShare * action.acceptance;
  const days = daysOf(work, action);
  const { from, to } = intervalsOf(work, action);
  ground.origins.forEach((origin, team) => {
    if (!reachesTeam(action.scope, origin)) return;
    const added = factorsOf(ground.draft.added, team, ground.grid, 0);
    for (let t = from; t < to; t++) added[t] = added[t]! + share;
    const price = hourPrice(ground.plan, origin) * (1 + premiumOf(action.premium, origin));
    for (let day = days.from; day < days.to; day++) {
      const hours = plannedHours(work, team, day) * share;
      tally.hours += hours;
      pay(team, day, hours * price);
    }
  });
}

/** More heads in a team, as they arrive and as fast as the new are. */
export function surge(work: Work, action: ActionOf<'surge'>, tally: Tally, pay: Pay): void {
  const { ground, heads } = work;
  const team = ground.plan.teams.findIndex(({ id }) => id === action.team);
  const origin = ground.origins[team]!;
  const { grid, draft } = ground;
  const days = daysOf(work, action);
  const begins = Math.round(work.startDay + action.afterDays);
  const course = surgeByDay(action, teamLearning(origin.team).speed, Math.max(0, days.to - begins));
  const added = factorsOf(draft.added, team, grid, 0);
  const price = hourPrice(ground.plan, origin) * (1 + premiumOf(action.premium, origin));
  intervalsOf(work, action);
  for (let day = days.from; day < days.to; day++) {
    const week = Math.floor(day / 7);
    const planned = heads[team]!.heads[week]!;
    if (planned <= 0) continue;
    const perHead = plannedHours(work, team, day) / planned;
    const speed = Math.max(1e-9, heads[team]!.speed[week]!);
    const output = (action.heads * course.output[day - begins]!) / (planned * speed);
    for (let t = grid.dayStarts[day]!; t < grid.dayStarts[day + 1]!; t++) added[t] = added[t]! + output;
    tally.hours += action.heads * course.output[day - begins]! * perHead;
    pay(team, day, action.heads * course.heads[day - begins]! * perHead * price);
  }
  const notice = origin.provider.contract?.rampNoticeWeeks ?? 0;
  if (action.afterDays < notice * 7)
    tally.notes.push(`Sooner than the contract’s notice of ${notice} weeks: ${origin.provider.name} must agree.`);
  const seats = origin.site.seats;
  const week = Math.floor(Math.min(work.days - 1, Math.max(0, begins)) / 7);
  const there = ground.origins.reduce(
    (sum, other, at) => sum + (other.site.id === origin.site.id ? heads[at]!.heads[week]! : 0),
    0,
  );
  // A seat serves two shifts at least, so heads may exceed seats; twice the seats is where it ends.
  if (seats !== null && there + action.heads > seats * 2)
    tally.notes.push(`${origin.site.name} has ${seats} seats for ${Math.round(there + action.heads)} people.`);
}
