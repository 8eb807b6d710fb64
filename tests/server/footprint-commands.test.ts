import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import {
  compareMixYears,
  joinMixYears,
  measureConsistency,
  mergeFootprints,
  planTransition,
  sampleMixYears,
} from '../../engine/answers';
import { readPlan } from '../../engine/plan';
import { riskyDocument } from '../support/risky-plan';
import { tinyDocument, tinyPlan } from '../support/tiny-plan';
import { called } from './call-ballast';

const move = { from: { of: 'site', member: 'manila' }, to: { of: 'site', member: 'berlin' }, share: 0.4 } as const;
const document = riskyDocument();
document.calendar.weeks = 10;
document.scenarios = [{ id: 'back', name: 'Two fifths to Berlin', edits: [], moves: [move], disruptions: [] }];
const plan = readPlan(document);
const folder = mkdtempSync(join(tmpdir(), 'ballast-mix-'));
const planFile = join(folder, 'plan.json');
writeFileSync(planFile, JSON.stringify(document));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** As JSON has it: columns as lists. */
const plain = (answer: unknown) =>
  JSON.parse(JSON.stringify(answer, (_, value) => (value instanceof Float64Array ? [...value] : value)));
const mix = (...args: string[]) => called(['mix', planFile, ...args]);

test('mix shows the way to a kept scenario as the screen does, to the last digit', async () => {
  const { status, stdout, stderr } = await mix(
    ...['--show', 'transition', '--scenario', 'back', '--months', '2', '--overlap', '1'],
  );
  expect(status).toBe(0);
  const target = { id: 'back', name: 'Two fifths to Berlin', moves: [move], edits: [] };
  const shown = planTransition(plan, { target, months: 2, overlapWeeks: 1 });
  expect(JSON.parse(stdout)).toEqual(plain(shown));
  expect(stderr).toContain(shown.sentence);
  expect(stderr).toContain('Estimate (opinion)');
  // A way that isn't done within the plan is no solution.
  const late = await mix('--show', 'transition', '--scenario', 'back', '--overlap', '52', '--csv');
  expect(late.status).toBe(3);
  expect(late.stdout.split('\n')[0]).toMatch(/^month,fte_growing,fte_shrinking,fte_training,started,released,/);
});

test('mix says in how many years a footprint does better, to the last digit, and puts several side by side', async () => {
  const { status, stdout, stderr } = await mix(
    ...['--show', 'years', '--sizes', 'berlin-care=0.9', '--years', '2', '--seed', '3'],
  );
  expect(status).toBe(0);
  const variant = { id: 'sizes', name: 'Sizes of teams', moves: [], sizes: [{ team: 'berlin-care', size: 0.9 }] };
  const sampled = [null, variant].map((one) => sampleMixYears(plan, { variant: one, years: 2, seed: 3 }));
  expect(JSON.parse(stdout)).toEqual(plain(compareMixYears(plan, sampled.reduce(joinMixYears))));
  expect(stderr).toContain('of 2 years');
  const beside = await mix(
    ...['--show', 'beside', '--scenario', 'back', '--sizes', 'berlin-care=0.9', '--csv', '--under', 'lockdown-ph'],
  );
  const mixes = beside.stdout.trim().split('\n');
  expect(mixes.map((line) => line.split(',')[0])).toEqual([
    ...['mix', 'base', 'base', 'back', 'back', 'sizes', 'sizes'],
  ]);
});

test('mix shows how far sites lie apart, as the screen does', async () => {
  const { stdout, stderr } = await mix('--show', 'consistency');
  const shown = measureConsistency(plan);
  expect(JSON.parse(stdout)).toEqual(plain(shown));
  expect(stderr).toContain(shown.sentence);
});

test('mix refuses footprints that the plan doesn’t have, and options of another view', async () => {
  const unknown = await mix('--show', 'transition', '--scenario', 'moon');
  expect(unknown.status).toBe(2);
  expect(unknown.stderr).toContain('back');
  const foreign = await mix('--show', 'ways', '--sizes', 'berlin-care=0.5', '--points', '4');
  expect(foreign.status).toBe(2);
  expect(foreign.stderr).toContain('--points');
  const nothing = await mix('--show', 'transition');
  expect(nothing.status).toBe(2);
  expect(nothing.stderr).toContain('0 footprints');
});

const file = (name: string, content: unknown) => {
  const path = join(folder, name);
  writeFileSync(path, JSON.stringify(content));
  return path;
};
const other = { ...tinyDocument(), name: 'Other <company>' };
const [first, second] = [file('first.json', tinyDocument()), file('second.json', other)];

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
