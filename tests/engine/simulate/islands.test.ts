import { expect, test } from 'vitest';
import { readPlan } from '../../../engine/plan';
import { buildNetwork } from '../../../engine/simulate';
import { readScenario } from '../../support/read-scenario';
import { tinyDocument } from '../../support/tiny-plan';

const islandsOf = (document: unknown) => {
  const plan = readPlan(document);
  return buildNetwork(plan).islands.map(({ streams, teams }) => ({
    streams: [...streams].map((at) => plan.streams[at]!.id),
    teams: [...teams].map((at) => plan.teams[at]!.id),
  }));
};

test('the worked plan falls into its languages, and English into calls and chats', () => {
  expect(islandsOf(readScenario('farwater')).map(({ streams }) => streams)).toEqual([
    ['us-voice', 'uk-voice', 'trip-voice', 'en-email', 'refunds'],
    ['de-voice', 'de-chat', 'de-email'],
    ['fr-voice', 'fr-email'],
    ['es-voice', 'es-messaging'],
    ['us-chat', 'uk-chat', 'uk-messaging'],
  ]);
});

test('customers who turn to another stream join its island; every stream and team is in one', () => {
  const document = tinyDocument() as ReturnType<typeof JSON.parse>;
  const apart = islandsOf(document);
  const [one, other] = document.streams;
  one.hop = [{ to: other.id, share: 0.1 }];
  const joined = islandsOf(document);
  expect(joined).toHaveLength(1);
  expect(apart.flatMap(({ streams }) => streams).sort()).toEqual(
    document.streams.map(({ id }: { id: string }) => id).sort(),
  );
  expect(apart.flatMap(({ teams }) => teams).sort()).toEqual(document.teams.map(({ id }: { id: string }) => id).sort());
});
