import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { followContacts, simulateContacts } from '../../engine/answers';
import { readPlan } from '../../engine/plan';
import { tinyDocument } from '../support/tiny-plan';
import { ballast } from './run-ballast';

const folder = mkdtempSync(join(tmpdir(), 'ballast-simulate-'));
const planFile = join(folder, 'plan.json');
writeFileSync(planFile, JSON.stringify(tinyDocument()));
const plan = readPlan(tinyDocument());
const plain = (value: unknown): unknown =>
  JSON.parse(
    JSON.stringify(value, (_key, entry) => (ArrayBuffer.isView(entry) ? Array.from(entry as Float64Array) : entry)),
  );

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('simulate gives what the screen shows, to the last digit, over two threads as well', async () => {
  const { status, stdout } = await ballast([
    'simulate',
    planFile,
    ...['--from', '2027-01-11', '--days', '1', '--scenario', 'lockdown-ph', '--replications', '3', '--seed', '9'],
    ...['--workers', '2'],
  ]);
  expect(status).toBe(0);
  const options = { from: '2027-01-11', days: 1, disruptions: ['lockdown-ph'], replications: 3, seed: 9 };
  const { samples: _samples, ...shown } = simulateContacts(plan, options);
  expect(JSON.parse(stdout)).toEqual(plain(shown));
});

test('simulate --follow tells journeys, a line a step', async () => {
  const { status, stdout } = await ballast(['simulate', planFile, '--days', '1', '--follow', '3', '--csv']);
  expect(status).toBe(0);
  const { journeys } = followContacts(plan, { days: 1, most: 3 });
  expect(stdout.trim().split('\n')).toHaveLength(1 + journeys.reduce((sum, { steps }) => sum + steps.length, 0));
});

test.each([
  [
    ['--scenario', 'nothing'],
    '--scenario: found "nothing", allowed is a disruption or scenario of this plan: lockdown-ph',
  ],
  [['--playbook', 'nothing', '--scenario', 'lockdown-ph'], '--playbook: found "nothing"'],
  [['--library', 'typhoon'], '--start'],
  [['--days', '99'], 'at most 28'],
  [['--from', 'soon', '--workers', '2'], '--from: found "soon", allowed is a day of the plan, 2027-01-04'],
  [['--stream', 'en-voice'], '--follow beside it'],
  [['--follow', '2', '--precision', '1'], 'one of the two'],
])('simulate refuses %j with what is allowed', async (args, words) => {
  const { status, stderr } = await ballast(['simulate', planFile, ...args]);
  expect(status).toBe(2);
  expect(stderr).toContain(words);
});
