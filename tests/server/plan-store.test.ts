import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Draft, type OpenStore, openStore, seedPlans } from '../../server/store';
import { postgresPrograms, startPostgres } from './postgres-server';

const draft = (id: string, content: string, author = 'local'): Draft => ({
  id,
  name: `Plan ${id}`,
  document: JSON.stringify({ content }),
  hash: content,
  author,
  note: '',
});

/** What the store promises, whichever database it stands on. */
function contract(open: () => Promise<OpenStore>) {
  let store: OpenStore;
  beforeAll(async () => {
    store = await open();
  });
  afterAll(() => store.close());

  test('revisions count up and every one stays readable', async () => {
    const { plans } = store;
    expect(await plans.read('count')).toBeNull();
    for (const [index, content] of ['a', 'b', 'c'].entries()) {
      const result = await plans.save(draft('count', content), index === 0 ? 'absent' : index);
      expect(result).toMatchObject({ kind: 'saved', revision: { revision: index + 1, hash: content } });
    }
    expect((await plans.read('count'))?.document).toBe('{"content":"c"}');
    expect((await plans.read('count', 1))?.document).toBe('{"content":"a"}');
    expect((await plans.revisions('count')).map(({ revision }) => revision)).toEqual([3, 2, 1]);
    expect((await plans.revisions('count', 1, 3)).map(({ revision }) => revision)).toEqual([2]);
    expect(await plans.list()).toContainEqual(expect.objectContaining({ id: 'count', revision: 3 }));
  });

  test('a document comes back to the letter, whatever it holds', async () => {
    const hard = { text: '\u0000 \ud800 \u2028 "quoted" \\ 日本', number: 0.1 + 0.2, deep: [[[{ a: -0 }]]] };
    const document = JSON.stringify(hard);
    await store.plans.save({ ...draft('letters', 'x'), document, note: 'Übung – 日本' }, 'absent');
    const read = await store.plans.read('letters');
    expect(read?.document).toBe(document);
    expect(read?.note).toBe('Übung – 日本');
    expect(read?.updated).toBeInstanceOf(Date);
  });

  test('a save on an old revision, on nothing, or over something changes nothing', async () => {
    const { plans } = store;
    expect(await plans.save(draft('stale', 'a'), 1)).toEqual({ kind: 'stale', current: null });
    expect(await plans.save(draft('stale', 'a'), 'present')).toEqual({ kind: 'stale', current: null });
    await plans.save(draft('stale', 'a'), 'absent');
    await plans.save(draft('stale', 'b'), 'present');
    for (const expected of ['absent', 1, 3] as const) {
      expect(await plans.save(draft('stale', 'c'), expected)).toMatchObject({
        kind: 'stale',
        current: { revision: 2 },
      });
    }
    expect((await plans.revisions('stale')).length).toBe(2);
  });

  test('of twenty writers on one revision exactly one wins', async () => {
    const { plans } = store;
    await plans.save(draft('race', 'start'), 'absent');
    const results = await Promise.all(Array.from({ length: 20 }, (_, i) => plans.save(draft('race', `w${i}`), 1)));
    expect(results.filter(({ kind }) => kind === 'saved')).toHaveLength(1);
    expect(results.filter(({ kind }) => kind === 'stale')).toHaveLength(19);
    expect((await plans.revisions('race')).length).toBe(2);
  });

  test('the worked plans are brought in once, renewed while nobody edits them, and left alone afterwards', async () => {
    const { plans } = store;
    const edition = (content: string) => [draft('worked', content)];
    await seedPlans(plans, edition('first'));
    await seedPlans(plans, edition('first'));
    expect((await plans.read('worked'))?.revision).toBe(1);
    await seedPlans(plans, edition('second'));
    expect(await plans.read('worked')).toMatchObject({ revision: 2, hash: 'second', author: 'Ballast library' });
    await plans.save(draft('worked', 'mine'), 2);
    await seedPlans(plans, edition('third'));
    expect(await plans.read('worked')).toMatchObject({ revision: 3, hash: 'mine' });
  });
}

describe('on the embedded database', () => {
  contract(() => openStore({ kind: 'memory' }));
});

const programs = postgresPrograms();
describe.skipIf(programs === null)('on a PostgreSQL server (skipped where none is installed)', () => {
  let server: Awaited<ReturnType<typeof startPostgres>>;
  const open = () => openStore({ kind: 'postgres', url: server.url });
  beforeAll(async () => {
    server = await startPostgres(programs ?? '');
    // Two servers that start together bring the tables up to date one after the other.
    const both = await Promise.all([open(), open()]);
    await Promise.all(both.map((store) => store.close()));
  });
  afterAll(() => server.stop());
  contract(open);
});
