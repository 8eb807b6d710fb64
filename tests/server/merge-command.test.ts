import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { mergeFootprints } from '../../engine/answers';
import { readPlan } from '../../engine/plan';
import { tinyDocument, tinyPlan } from '../support/tiny-plan';
import { called } from './call-ballast';

const folder = mkdtempSync(join(tmpdir(), 'ballast-merge-'));
const file = (name: string, content: unknown) => {
  const path = join(folder, name);
  writeFileSync(path, JSON.stringify(content));
  return path;
};
const other = { ...tinyDocument(), name: 'Other <company>' };
const [first, second] = [file('first.json', tinyDocument()), file('second.json', other)];
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('merge gives what the screen shows, to the last digit, and a plan that can be read', async () => {
  const { status, stdout, stderr } = await called(['merge', first, second]);
  expect(status).toBe(0);
  const shown = mergeFootprints(tinyPlan(), { second: readPlan(other) });
  expect(JSON.parse(stdout)).toEqual(JSON.parse(JSON.stringify(shown)));
  expect(stderr).toContain(shown.sentence);
  const map = file('map.json', { providers: { own: 'own' } });
  const plan = await called(['merge', first, second, '--map', map, '--show', 'plan']);
  expect(readPlan(JSON.parse(plan.stdout)).sites.map(({ id, provider }) => [id, provider])).toEqual([
    ['berlin', 'own'],
    ['manila', 'vendor'],
    ['berlin-2', 'own'],
    ['manila-2', 'vendor-2'],
  ]);
});

test('merge says which file, pair or currency is wrong', async () => {
  const broken = await called(['merge', first, file('broken.json', { ...other, sites: [] })]);
  expect(broken.status).toBe(2);
  expect(broken.stderr).toContain('broken.json, sites');
  const pair = await called([
    'merge',
    first,
    second,
    '--map',
    file('pair.json', { streams: { 'voice-en': 'email-en' } }),
  ]);
  expect(pair.status).toBe(2);
  expect(pair.stderr).toContain('streams.voice-en');
  const rate = await called(['merge', first, file('pounds.json', { ...other, currency: 'GBP' })]);
  expect(rate.status).toBe(2);
  expect(rate.stderr).toContain('units of EUR for one GBP');
});
