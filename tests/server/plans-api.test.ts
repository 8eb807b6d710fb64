import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Asset, type Assets, createApp } from '../../server/http';
import { type OpenStore, openStore } from '../../server/store';
import { type Answer, send, sendJson } from './http-client';
import { smallPlan } from './small-plan';

const page = Buffer.from('<!doctype html><title>Ballast</title>');
const script = Buffer.from('export {};');
const asset = { plain: page, br: null, gzip: null, tag: '"page"', type: 'text/html; charset=utf-8', immutable: false };
const assets: Assets = new Map<string, Asset>([
  ['/index.html', asset],
  ['/assets/engine.worker-abc.js', { ...asset, plain: script, immutable: true, tag: '"worker"' }],
  ['/assets/main-abc.js', { ...asset, plain: script, br: Buffer.from('brotli'), immutable: true, tag: '"script"' }],
]);
const silent = { debug: () => {}, error: () => {} };

let store: OpenStore;
const servers: Server[] = [];

async function listen(requestsPerMinute?: number): Promise<string> {
  const limit = requestsPerMinute === undefined ? {} : { requestsPerMinute };
  const server = createServer(createApp({ store, log: silent, assets, ...limit }));
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

let address: string;
beforeAll(async () => {
  store = await openStore({ kind: 'memory' });
  address = await listen();
});
afterAll(async () => {
  for (const server of servers) {
    server.closeAllConnections();
    server.close();
  }
  await store.close();
});

const put = (document: unknown, headers: Record<string, string>, id = (document as { id: string }).id) =>
  sendJson(address, 'PUT', `/api/v1/plans/${id}`, document, headers);

function expectProblem(answer: Answer, status: number, kind: string) {
  expect(answer.status).toBe(status);
  expect(answer.headers['content-type']).toContain('application/problem+json');
  const problem = answer.json();
  expect(problem).toMatchObject({ type: `urn:ballast:problem:${kind}`, status });
  expect(problem.title).toBeTruthy();
  expect(problem.detail).toBeTruthy();
  return problem;
}

describe('saving and reading', () => {
  test('a plan is made, read, changed and looked back on by its entity tags', async () => {
    const made = await put(smallPlan('walk'), {
      'if-none-match': '*',
      'ballast-note': encodeURIComponent('first – go'),
    });
    expect(made.status).toBe(201);
    const first = made.headers.etag ?? '';
    expect(first).toMatch(/^"1-[0-9a-f]+"$/);
    expect(made.json()).toMatchObject({ id: 'walk', revision: 1, note: 'first – go', author: 'local' });

    const read = await send(address, 'GET', '/api/v1/plans/walk');
    expect(read.headers.etag).toBe(first);
    expect(read.headers['ballast-revision']).toBe('1');
    expect(read.json()).toEqual(smallPlan('walk'));
    expect((await send(address, 'GET', '/api/v1/plans/walk', { 'if-none-match': first })).status).toBe(304);

    const changed = await put({ ...smallPlan('walk'), name: 'Second' }, { 'if-match': first });
    expect(changed.status).toBe(200);
    expect(changed.json()).toMatchObject({ revision: 2, name: 'Second' });

    const late = await put({ ...smallPlan('walk'), name: 'Late' }, { 'if-match': first });
    expect(expectProblem(late, 412, 'stale-revision').currentRevision).toBe(2);
    expect(late.headers.etag).toBe(changed.headers.etag);

    const { revisions } = (await send(address, 'GET', '/api/v1/plans/walk/revisions')).json();
    expect((revisions as { revision: number; name: string }[]).map((r) => [r.revision, r.name])).toEqual([
      [2, 'Second'],
      [1, 'Corner shop'],
    ]);
    expect((await send(address, 'GET', '/api/v1/plans/walk/revisions/1')).json()).toEqual(smallPlan('walk'));
    const { plans } = (await send(address, 'GET', '/api/v1/plans')).json();
    expect(plans).toContainEqual(expect.objectContaining({ id: 'walk', revision: 2, name: 'Second' }));
  });

  test('saving the newest document again adds no revision', async () => {
    const made = await put(smallPlan('same'), { 'if-none-match': '*' });
    const again = await put(smallPlan('same'), { 'if-match': made.headers.etag ?? '' });
    expect(again.status).toBe(200);
    expect(again.headers.etag).toBe(made.headers.etag);
    expect((await store.plans.revisions('same')).length).toBe(1);
  });

  test('of twenty saves on one revision exactly one wins, and the others are told who did', async () => {
    const made = await put(smallPlan('race'), { 'if-none-match': '*' });
    const tag = made.headers.etag ?? '';
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, i) => put({ ...smallPlan('race'), name: `Writer ${i}` }, { 'if-match': tag })),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    const losers = answers.filter(({ status }) => status === 412);
    expect(losers).toHaveLength(19);
    for (const loser of losers) expect(loser.json().currentRevision).toBe(2);
    expect((await store.plans.revisions('race')).length).toBe(2);
  });

  test('of twenty first saves under one id exactly one wins', async () => {
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        put({ ...smallPlan('birth'), name: `Writer ${i}` }, { 'if-none-match': '*' }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array.from({ length: 19 }, () => 412)]);
  });

  test('a plan can be checked without being stored', async () => {
    const answer = await sendJson(address, 'POST', '/api/v1/plans/check', smallPlan('only-checked'));
    expect(answer.json()).toMatchObject({ valid: true, id: 'only-checked' });
    expect((await send(address, 'GET', '/api/v1/plans/only-checked')).status).toBe(404);
  });
});

describe('refusals', () => {
  test('a save without a condition, or with a contradictory one', async () => {
    expectProblem(await put(smallPlan('bare'), {}), 428, 'precondition-required');
    expectProblem(await put(smallPlan('bare'), { 'if-match': '*', 'if-none-match': '*' }), 400, 'precondition');
    expectProblem(await put(smallPlan('bare'), { 'if-none-match': '"1-abc"' }), 400, 'precondition');
    expectProblem(await put(smallPlan('bare'), { 'if-match': '"1-abc"' }), 412, 'stale-revision');
    const made = await put(smallPlan('weak'), { 'if-none-match': '*' });
    expectProblem(await put(smallPlan('weak'), { 'if-match': `W/${made.headers.etag}` }), 412, 'stale-revision');
    expect(await store.plans.read('bare')).toBeNull();
  });

  test('a document with several mistakes names them all and stores nothing', async () => {
    const wrong = smallPlan('wrong') as Record<string, unknown>;
    wrong.surprise = 1;
    wrong.currency = 'dollars';
    const problem = expectProblem(await put(wrong, { 'if-none-match': '*' }), 422, 'invalid-document');
    const issues = problem.issues as { path: string; found: string; allowed: string }[];
    expect(issues.map(({ path }) => path)).toEqual(expect.arrayContaining(['surprise', 'currency']));
    for (const issue of issues) expect(issue.allowed).toBeTruthy();
    expect(await store.plans.read('wrong')).toBeNull();
    expectProblem(await put(smallPlan('one'), { 'if-none-match': '*' }, 'other'), 422, 'other-plan');
  });

  test.each([
    ['at the top', (text: string) => text.replace('{', '{"__proto__":{"admin":true},')],
    ['inside', (text: string) => text.replace('"wage":{', '"wage":{"__proto__":{"perHour":1},')],
    ['as constructor', (text: string) => text.replace('"wage":{', '"wage":{"constructor":{"prototype":{}},')],
  ])('prototype keys %s are refused', async (_where, poison) => {
    const body = poison(JSON.stringify(smallPlan('poison')));
    const answer = await put(body, { 'if-none-match': '*' }, 'poison');
    expectProblem(answer, 422, 'invalid-document');
    expect(({} as Record<string, unknown>).admin).toBeUndefined();
    expect(await store.plans.read('poison')).toBeNull();
  });

  test('what is no JSON, no UTF-8, too deep, or of another kind', async () => {
    const kind = { 'if-none-match': '*' };
    const syntax = expectProblem(await put('{"format": ', kind, 'x'), 400, 'not-json');
    expect(syntax.issues).toHaveLength(1);
    expectProblem(await put('', kind, 'x'), 400, 'not-json');
    expectProblem(await put('['.repeat(200_000), kind, 'x'), 400, 'not-json');
    expectProblem(await put(`${'['.repeat(5000)}${']'.repeat(5000)}`, kind, 'x'), 400, 'not-json');
    const latin = new Uint8Array([0x22, 0xe9, 0x22]);
    const path = '/api/v1/plans/x';
    const json = { ...kind, 'content-type': 'application/json' };
    expectProblem(await send(address, 'PUT', path, json, latin), 400, 'not-json');
    expectProblem(
      await send(address, 'PUT', path, { ...kind, 'content-type': 'text/plain' }, '{}'),
      415,
      'content-type',
    );
    expectProblem(await send(address, 'PUT', path, kind, '{}'), 415, 'content-type');
    expectProblem(await send(address, 'PUT', path, { ...json, 'content-encoding': 'gzip' }, '{}'), 415, 'encoding');
  });

  test('a body of 20 MB', async () => {
    const answer = await put(`"${'x'.repeat(20 * 1024 * 1024)}"`, { 'if-none-match': '*' }, 'huge');
    expectProblem(answer, 413, 'too-large');
  });

  test.each(['GET', 'PUT'])('%s with hostile names', async (method) => {
    const names = [
      '..%2f..%2fetc%2fpasswd',
      '__proto__',
      'A',
      '%00',
      'a%20b',
      'x'.repeat(65),
      '-a',
      '%E2%80%AE',
      "'--",
    ];
    for (const name of names) {
      const headers = { 'if-none-match': '*', 'content-type': 'application/json' };
      const answer = await send(address, method, `/api/v1/plans/${name}`, headers, method === 'PUT' ? '{}' : undefined);
      expectProblem(answer, 404, 'no-such-plan');
    }
    expectProblem(await send(address, 'GET', '/api/v1/plans/%E0%A4%A'), 400, 'unreadable');
    expectProblem(await send(address, 'GET', '/api/v1/plans/walk/revisions/0'), 404, 'no-such-revision');
    expectProblem(await send(address, 'GET', '/api/v1/plans/walk/revisions/9'), 404, 'no-such-plan');
    expectProblem(await send(address, 'GET', '/api/v1/plans/walk/revisions/99999999999'), 404, 'no-such-revision');
  });

  test('unknown places and methods', async () => {
    expectProblem(await send(address, 'GET', '/api/v2/plans'), 404, 'no-such-resource');
    const answer = await send(address, 'DELETE', '/api/v1/plans/walk');
    expectProblem(answer, 405, 'method');
    expect(answer.headers.allow).toBe('GET, PUT');
    expectProblem(await send(address, 'POST', '/api/v1/plans'), 405, 'method');
    expectProblem(await send(address, 'POST', '/'), 405, 'method');
  });

  test('a note that cannot be read', async () => {
    expectProblem(await put(smallPlan('note'), { 'if-none-match': '*', 'ballast-note': '%zz' }), 400, 'note');
    expectProblem(await put(smallPlan('note'), { 'if-none-match': '*', 'ballast-note': 'x'.repeat(301) }), 400, 'note');
  });

  test('names that are not the loopback’s, and pages of other sites', async () => {
    expectProblem(await send(address, 'GET', '/api/v1/plans', { host: 'evil.example' }), 421, 'foreign-host');
    expectProblem(await send(address, 'GET', '/', { host: 'localhost.evil.example:80' }), 421, 'foreign-host');
    expect((await send(address, 'GET', '/healthz', { host: 'localhost:9999' })).status).toBe(200);
    const condition = { 'if-none-match': '*' };
    const foreign = { ...condition, 'sec-fetch-site': 'cross-site' };
    expectProblem(await put(smallPlan('foreign'), foreign), 403, 'foreign-origin');
    expectProblem(
      await put(smallPlan('foreign'), { ...condition, origin: 'http://evil.example' }),
      403,
      'foreign-origin',
    );
    expectProblem(await put(smallPlan('foreign'), { ...condition, origin: 'null' }), 403, 'foreign-origin');
    expect(
      (await put(smallPlan('own'), { ...condition, origin: address, 'sec-fetch-site': 'same-origin' })).status,
    ).toBe(201);
  });

  test('too many requests', async () => {
    const strict = await listen(3);
    const statuses: number[] = [];
    for (let i = 0; i < 4; i++) statuses.push((await send(strict, 'GET', '/api/v1/plans')).status);
    expect(statuses).toEqual([200, 200, 200, 429]);
    expectProblem(await send(strict, 'GET', '/api/v1/plans'), 429, 'too-many-requests');
    expect((await send(strict, 'GET', '/healthz')).status).toBe(200);
  });
});

describe('pages', () => {
  test('the start page for every address inside, nothing for a file that is not there', async () => {
    for (const path of ['/', '/demand', '/plans/walk/mixes?from=3']) {
      const answer = await send(address, 'GET', path);
      expect(answer.text).toBe(page.toString());
      expect(answer.headers['cache-control']).toBe('no-cache');
    }
    expectProblem(await send(address, 'GET', '/assets/gone-123.js'), 404, 'no-such-page');
    expectProblem(await send(address, 'GET', '/..%2fpackage.json'), 404, 'no-such-page');
    expect((await send(address, 'GET', '/', { 'if-none-match': '"page"' })).status).toBe(304);
  });

  test('hashed files are kept for good and sent compressed', async () => {
    const answer = await send(address, 'GET', '/assets/main-abc.js', { 'accept-encoding': 'gzip, br' });
    expect(answer.headers).toMatchObject({ 'content-encoding': 'br', vary: 'Accept-Encoding' });
    expect(answer.headers['cache-control']).toContain('immutable');
    expect((await send(address, 'GET', '/assets/main-abc.js')).text).toBe(script.toString());
  });

  test('every answer carries a policy that runs no inline script', async () => {
    const policy = String((await send(address, 'GET', '/')).headers['content-security-policy']);
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/script-src[^;]*unsafe/);
    // The engine's worker alone may compile WebAssembly, for its solver.
    const worker = (await send(address, 'GET', '/assets/engine.worker-abc.js')).headers['content-security-policy'];
    expect(worker).toBe(policy.replace("script-src 'self';", "script-src 'self' 'wasm-unsafe-eval';"));
    const other = (await send(address, 'GET', '/assets/main-abc.js')).headers['content-security-policy'];
    expect(other).toBe(policy);
    const problem = await send(address, 'GET', '/api/nothing');
    expect(problem.headers['content-security-policy']).toBe(policy);
    expect(problem.headers['x-content-type-options']).toBe('nosniff');
    expect(problem.headers['x-powered-by']).toBeUndefined();
  });
});
