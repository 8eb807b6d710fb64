import type { Effect } from '../../plan';
import { addEffect } from '../combine-effects';
import { hourPrice } from './hour-price';
import { type ActionOf, curveOf, intervalsOf, type Pay, payDay, type Tally, type Work } from './work';

/** Teams learn: away for the training, then open to the streams of the skill while the action lasts. */
export function crossSkill(work: Work, action: ActionOf<'cross-skill'>, at: number, tally: Tally, pay: Pay): void {
  const { ground, heads } = work;
  const { from, to } = intervalsOf(work, { ...action, afterDays: action.afterDays + action.trainingDays });
  const learns = work.equipped.trained.filter((each) => each.action === at);
  const day = payDay(work, action.afterDays);
  for (const { team, streams } of learns) {
    for (const stream of streams) learn(work, team, stream, from, to);
    const origin = ground.origins[team]!;
    const away = Math.min(1, action.trainingHours / ((origin.team.paidHoursPerWeek * action.trainingDays) / 7));
    const curve = curveOf({ afterDays: action.afterDays, forDays: action.trainingDays });
    const training = { kind: 'absence', absentShare: away, scope: { of: 'world' }, curve } as Effect;
    addEffect(ground, training, work.startDate, (index) => index === team);
    const people = heads[team]!.heads[Math.floor(day / 7)]!;
    pay(team, day, people * action.trainingHours * hourPrice(ground.plan, origin));
  }
  if (learns.length === 0)
    tally.notes.push('Nobody there could learn it: all have the skill, or lack its languages and channels.');
}

/** Learned in two actions: open when either has worked. */
function learn({ learned, ground: { grid } }: Work, team: number, stream: number, from: number, to: number): void {
  const known = learned.find((route) => route.team === team && route.stream === stream);
  if (known) known.open.fill(1, from, to);
  else learned.push({ team, stream, open: new Float32Array(grid.intervals).fill(1, from, to) });
}

/** Puts what was learned beside the routes that a disruption closed: both must be open. */
export function openLearned({ learned, ground: { draft } }: Work): void {
  for (const route of learned) {
    const known = draft.routes.find(({ team, stream }) => team === route.team && stream === route.stream);
    if (!known) draft.routes.push(route);
    else for (let t = 0; t < route.open.length; t++) known.open[t] = known.open[t]! * route.open[t]!;
  }
}
