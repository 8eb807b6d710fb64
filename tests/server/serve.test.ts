import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { send, sendJson } from './http-client';
import { launched, npmStart, serveRefused, serving } from './run-ballast';
import { smallPlan } from './small-plan';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ballast-serve-'));
  await mkdir(join(folder, 'dist', 'web'), { recursive: true });
  await writeFile(join(folder, 'dist', 'web', 'index.html'), '<!doctype html><title>Ballast</title>');
  // The launcher builds what is stale; the help needs no more than that.
  expect((await launched(['--help'])).status).toBe(0);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const data = () => join(folder, 'data');

test('what is saved survives kill -9; a second start says who holds the folder; an end on request is clean', async () => {
  const first = await serving(folder, data());
  expect((await send(first.address, 'GET', '/healthz')).json()).toEqual({ status: 'ok' });
  expect((await send(first.address, 'GET', '/')).headers['content-type']).toContain('text/html');
  const made = await sendJson(first.address, 'PUT', '/api/v1/plans/kept', smallPlan('kept'), { 'if-none-match': '*' });
  expect(made.status).toBe(201);

  const second = await serveRefused(folder, { BALLAST_DATA: data(), BALLAST_PORT: '0' });
  expect(second.status).toBe(2);
  expect(second.stdout).toBe('');
  for (const word of [data(), `process ${first.pid}`, hostname(), first.address]) expect(second.stderr).toContain(word);
  expect((await send(first.address, 'GET', '/api/v1/plans/kept')).json()).toEqual(smallPlan('kept'));

  const changed = { ...smallPlan('kept'), name: 'The last word' };
  const tag = made.headers.etag ?? '';
  const saved = await sendJson(first.address, 'PUT', '/api/v1/plans/kept', changed, { 'if-match': tag });
  expect(saved.status).toBe(200);
  expect((await first.end('SIGKILL')).status).toBeNull();

  const third = await serving(folder, data());
  const read = await send(third.address, 'GET', '/api/v1/plans/kept');
  expect(read.json()).toEqual(changed);
  expect(read.headers.etag).toBe(saved.headers.etag);
  expect((await send(third.address, 'GET', '/api/v1/plans/kept/revisions/1')).json()).toEqual(smallPlan('kept'));
  expect((await third.end('SIGTERM')).status).toBe(0);
  expect(await readdir(data())).toEqual(['store']);
}, 120_000);

test('npm start shows the screens and the worked plan, and Ctrl-C ends it', async () => {
  const started = await npmStart({ BALLAST_DATA: data(), BALLAST_PORT: '0' });
  const page = await send(started.address, 'GET', '/');
  expect(page.text).toContain('<div id="root">');
  const script = /src="([^"]+\.js)"/.exec(page.text)?.[1] ?? '';
  const loaded = await send(started.address, 'GET', script, { 'accept-encoding': 'br' });
  expect(loaded.headers).toMatchObject({ 'content-encoding': 'br', 'content-type': 'text/javascript; charset=utf-8' });
  expect(loaded.headers['cache-control']).toContain('immutable');
  const { plans } = (await send(started.address, 'GET', '/api/v1/plans')).json();
  expect(plans).toContainEqual(expect.objectContaining({ id: 'farwater', author: 'Ballast library' }));
  await started.interrupt();
  expect(await readdir(data())).toEqual(['store']);
}, 120_000);

test('a port in use is told before anything is made', async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  const port = String((other.address() as AddressInfo).port);
  const untouched = join(folder, 'untouched');
  const ended = await serveRefused(folder, { BALLAST_DATA: untouched, BALLAST_PORT: port });
  other.close();
  expect(ended).toMatchObject({ status: 2, stdout: '' });
  expect(ended.stderr).toContain(`Port ${port} is taken`);
  expect(await readdir(untouched)).toEqual([]);
});

test.each([
  [{ BALLAST_PORT: 'eighty' }, 'BALLAST_PORT: found "eighty"'],
  [{ BALLAST_HOST: '0.0.0.0' }, 'no accounts yet'],
  [{ BALLAST_LOG_LEVEL: 'loud' }, 'BALLAST_LOG_LEVEL: found "loud"'],
  [{ DATABASE_URL: 'mysql://someone:secret@db/x' }, 'DATABASE_URL'],
  [{ DATABASE_URL: 'postgres://someone:secret@127.0.0.1:1/x' }, 'DATABASE_URL'],
])('settings that cannot be: %o', async (environment, words) => {
  const ended = await serveRefused(folder, {
    BALLAST_DATA: join(folder, 'never'),
    BALLAST_PORT: '0',
    ...environment,
  });
  expect(ended).toMatchObject({ status: 2, stdout: '' });
  expect(ended.stderr).toContain(words);
  expect(ended.stderr).not.toContain('secret');
});
