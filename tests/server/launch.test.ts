import { mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';

// These run before anything is installed or compiled, so they are plain JavaScript without declarations.
const plain = (path: string) => import(new URL(path, import.meta.url).href);
const { fingerprint } = await plain('../../server/launch/fingerprint.mjs');
const { installedMatches } = await plain('../../server/launch/install.mjs');
const { nodeComplaint } = await plain('../../server/launch/node-version.mjs');
const { countResults } = await plain('../count-results.mjs');

const folder = mkdtempSync(join(tmpdir(), 'ballast-launch-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.each([
  ['v20.19.0', true],
  ['v20.20.2', true],
  ['v20.18.3', false],
  ['v18.20.0', false],
  ['v21.7.0', false],
  ['v22.11.0', false],
  ['v22.12.0', true],
  ['v24.1.0', true],
])('Node %s is taken: %s', (version, taken) => {
  expect(nodeComplaint(version) === null).toBe(taken);
});

test('an installation is stale when a locked package is missing or another version', () => {
  const packages = {
    '': { name: 'ballast' },
    'node_modules/a': { version: '1.0.0', integrity: 'sha512-a' },
    'node_modules/b': { version: '2.0.0', integrity: 'sha512-b', optional: true },
  };
  const lock = JSON.stringify({ packages });
  const record = (changes: object) => JSON.stringify({ packages: { ...packages, ...changes } });
  expect(installedMatches(lock, record({}))).toBe(true);
  expect(installedMatches(lock, record({ 'node_modules/extra': { version: '9.9.9' } }))).toBe(true);
  expect(installedMatches(lock, record({ 'node_modules/b': undefined }))).toBe(true);
  expect(installedMatches(lock, record({ 'node_modules/a': undefined }))).toBe(false);
  expect(installedMatches(lock, record({ 'node_modules/a': { version: '1.0.1' } }))).toBe(false);
  expect(installedMatches(lock, '{}')).toBe(false);
});

test('a bundle is stale when a source is written, added or removed', () => {
  const path = join(folder, 'a.ts');
  writeFileSync(path, 'a');
  const first = fingerprint(folder, ['.']);
  expect(fingerprint(folder, ['.'])).toBe(first);
  utimesSync(path, 1, 1);
  const touched = fingerprint(folder, ['.']);
  expect(touched).not.toBe(first);
  writeFileSync(join(folder, 'b.ts'), '');
  expect(fingerprint(folder, ['.'])).not.toBe(touched);
  rmSync(join(folder, 'b.ts'));
  expect(fingerprint(folder, ['.'])).toBe(touched);
});

test('the closing line counts what can go wrong besides a failing test', () => {
  const named = (status: string) => ({ status, fullName: `a ${status} test` });
  const file = (status: string, ...results: string[]) => ({
    name: 'x.test.ts',
    status,
    assertionResults: results.map(named),
  });
  const counts = (...files: ReturnType<typeof file>[]) => countResults({ testResults: files }, null);
  expect(counts(file('passed', 'passed', 'skipped', 'todo'))).toMatchObject({ passed: 1, failed: 0, skipped: 2 });
  expect(counts(file('failed', 'passed', 'failed'))).toMatchObject({ passed: 1, failed: 1 });
  expect(counts(file('passed', 'passed'), file('failed'))).toMatchObject({ passed: 1, failed: 1 });
  expect(counts(file('failed', 'passed'))).toMatchObject({ passed: 1, failed: 1 });
  expect(counts()).toMatchObject({ failed: 1 });
  expect(countResults(null, new Error('exit status 1'))).toMatchObject({ failed: 1 });
  expect(countResults({ testResults: [file('passed', 'passed')] }, new Error('exit status 1'))).toMatchObject({
    passed: 1,
    failed: 1,
  });
});

test('the lock file names every optional package of every platform, or npm ci refuses it elsewhere', () => {
  type Entry = { version?: string; optionalDependencies?: Record<string, string> };
  const text = readFileSync(new URL('../../package-lock.json', import.meta.url), 'utf8');
  const packages = new Map(Object.entries((JSON.parse(text) as { packages: Record<string, Entry> }).packages));
  const found = (from: string, name: string): Entry | undefined => {
    const own = packages.get(`${from === '' ? '' : `${from}/`}node_modules/${name}`);
    if (own !== undefined || from === '') return own;
    return found(from.slice(0, Math.max(0, from.lastIndexOf('/node_modules/'))), name);
  };
  const wanted = [...packages].flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).map((name) => [path, name] as const),
  );
  expect(wanted.length).toBeGreaterThan(0);
  expect(wanted.filter(([path, name]) => found(path, name)?.version === undefined)).toEqual([]);
});
