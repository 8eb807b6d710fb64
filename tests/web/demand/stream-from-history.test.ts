import { expect, test } from 'vitest';
import { readPlan } from '../../../engine/plan';
import { streamFromHistory } from '../../../web/screens/demand/stream-from-history';
import { tinyPlan } from '../../support/tiny-plan';

const history = (name: string) => ({
  id: name,
  name,
  start: '2026-01-05T00:00',
  intervalMinutes: 1440,
  zone: null,
  values: [10, 12],
  source: 'x',
});

test('a new stream is like another in all but its name and demand, and the plan with it is sound', () => {
  const plan = tinyPlan();
  const [like] = plan.streams;
  const demand = { ...like!.demand, source: 'forecast' };
  const made = streamFromHistory(plan, history('Sales · email'), like!, demand);
  expect(made.stream).toEqual({ ...like, id: made.stream.id, name: 'Sales · email', demand });
  expect(plan.streams.map(({ id }) => id)).not.toContain(made.stream.id);
  const next = {
    ...plan,
    streams: [...plan.streams, made.stream],
    routing: made.routing ? [...plan.routing, made.routing] : plan.routing,
  };
  expect(readPlan(JSON.parse(JSON.stringify(next))).streams).toHaveLength(plan.streams.length + 1);
  if (like!.channel !== 'email') expect(made.sentence).toContain('speaks of email');
  expect(streamFromHistory(plan, history('Sales'), like!, demand).sentence).not.toContain('speaks');
});
