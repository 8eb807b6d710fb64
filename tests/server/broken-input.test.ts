import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createApp } from '../../server/http';
import { type OpenStore, openStore } from '../../server/store';
import { brokenCsvs } from '../support/broken-csvs';
import { brokenPlans, type Loose } from '../support/broken-plans';
import { tinyDocument } from '../support/tiny-plan';
import { called } from './call-ballast';
import { send, sendJson } from './http-client';

const folder = mkdtempSync(join(tmpdir(), 'ballast-broken-'));
let store: OpenStore;
let server: Server;
let address: string;

beforeAll(async () => {
  store = await openStore({ kind: 'memory' });
  server = createServer(createApp({ store, log: { debug: () => {}, error: () => {} }, assets: new Map() }));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

function broken(change: (plan: Loose) => void): Loose {
  const plan = tinyDocument() as Loose;
  change(plan);
  return plan;
}

describe('a broken plan at the doors', () => {
  test.each(brokenPlans)(
    '%s: the interface answers 422 with the place and stores nothing',
    async (_, change, __, path) => {
      const answer = await sendJson(address, 'PUT', '/api/v1/plans/tiny', broken(change), { 'if-none-match': '*' });
      expect(answer.status).toBe(422);
      const { issues } = answer.json() as { issues: { path: string }[] };
      expect(issues.map((issue) => issue.path)).toContain(path);
      expect((await send(address, 'GET', '/api/v1/plans/tiny')).status).toBe(404);
      expect((await send(address, 'GET', '/api/v1/plans')).json()).toMatchObject({ plans: [] });
    },
  );

  test.each(brokenPlans)('%s: the command ends with 2 and names the place', async (_, change, __, path) => {
    const ended = await called(['stress', '-'], JSON.stringify(broken(change)));
    expect(ended).toMatchObject({ status: 2, stdout: '' });
    expect(ended.stderr).toContain(path);
  });
});

describe('a broken history at the command line', () => {
  test('there are 20 of them or more', () => expect(brokenCsvs.length).toBeGreaterThanOrEqual(20));

  test.each(brokenCsvs)('$name: ends with 2, names the place, and prints no forecast', async ({ input }) => {
    const path = join(folder, 'history.csv');
    writeFileSync(path, input);
    const ended = await called(['forecast', path, '--horizon', '7']);
    expect(ended).toMatchObject({ status: 2, stdout: '' });
    expect(ended.stderr).toMatch(/allowed|at most/);
  });
});
