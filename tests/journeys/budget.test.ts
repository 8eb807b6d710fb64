import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { beforeAll, expect, test } from 'vitest';

const web = (path: string) => fileURLToPath(new URL(`../../dist/web/${path}`, import.meta.url));

interface Chunk {
  readonly file: string;
  readonly isEntry?: boolean;
  readonly imports?: readonly string[];
}

const builder = fileURLToPath(new URL('../../server/launch/build.mjs', import.meta.url));

beforeAll(() => {
  const built = spawnSync(process.execPath, [builder], { encoding: 'utf8' });
  expect(built.status, built.stderr).toBe(0);
}, 300_000);

test('the first JavaScript is below 350 kB, compressed', () => {
  const manifest = JSON.parse(readFileSync(web('.vite/manifest.json'), 'utf8')) as Record<string, Chunk>;
  const entries = Object.keys(manifest).filter((key) => manifest[key]?.isEntry);
  expect(entries).toEqual(['index.html']);
  const wanted = new Set<string>();
  const visit = (key: string) => {
    const chunk = manifest[key];
    if (!chunk || wanted.has(chunk.file)) return;
    wanted.add(chunk.file);
    for (const next of chunk.imports ?? []) visit(next);
  };
  for (const entry of entries) visit(entry);
  // What the page itself names must be among it, so that nothing loads behind the manifest's back.
  const page = readFileSync(web('index.html'), 'utf8');
  const named = [...page.matchAll(/(?:src|href)="\/?\.?\/?([^"]+\.js)"/g)].map((match) => match[1] ?? '');
  expect(named.length).toBeGreaterThan(0);
  for (const file of named) wanted.add(file);
  const sizes = [...wanted]
    .filter((file) => file.endsWith('.js'))
    .map((file) => ({ file, kilobytes: gzipSync(readFileSync(web(file)), { level: 9 }).length / 1000 }));
  const total = sizes.reduce((sum, { kilobytes }) => sum + kilobytes, 0);
  const list = sizes.map(({ file, kilobytes }) => `${file} ${kilobytes.toFixed(1)}`).join(', ');
  expect(total, `kB by file: ${list}`).toBeLessThan(350);
  expect(total, 'an entry this small is no entry').toBeGreaterThan(50);
});
