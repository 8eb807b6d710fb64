import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import {
  changedLimits,
  compareMixYears,
  homeTarget,
  joinMixYears,
  mixTradeOffs,
  optimizeMix,
  planTransition,
  sampleMixYears,
} from '../../engine/answers';
import { readPlan } from '../../engine/plan';
import { highsSolver } from '../../engine/stats';
import { readScenario } from '../support/read-scenario';
import { called } from './call-ballast';
import { ballast } from './run-ballast';

const planFile = fileURLToPath(new URL('../../scenarios/library/two-lights.json', import.meta.url));
const plan = readPlan(readScenario('two-lights'));
const kept = plan.scenarios.find(({ id }) => id === 'more-bristol')!;
const target = { id: kept.id, name: kept.name, moves: kept.moves, edits: kept.edits };

/** As JSON has it: columns as lists. */
const plain = (answer: unknown) =>
  JSON.parse(JSON.stringify(answer, (_, value) => (value instanceof Float64Array ? [...value] : value)));

test('mix shows the way to a kept scenario as the screen does, to the last digit', async () => {
  const args = [
    'mix',
    planFile,
    '--show',
    'transition',
    '--scenario',
    'more-bristol',
    '--months',
    '3',
    '--overlap',
    '6',
  ];
  const { status, stdout, stderr } = await ballast(args);
  expect(status).toBe(0);
  const shown = planTransition(plan, { target, months: 3, overlapWeeks: 6 });
  expect(JSON.parse(stdout)).toEqual(plain(shown));
  expect(stderr).toContain(shown.sentence);
  expect(stderr).toContain('Estimate (opinion)');
});

test('mix says in how many years a footprint does better, to the last digit, and puts several side by side', async () => {
  const args = ['--sizes', 'lisbon=0.9', '--years', '6', '--seed', '3'];
  const { status, stdout, stderr } = await ballast(['mix', planFile, '--show', 'years', ...args]);
  expect(status).toBe(0);
  const variant = { id: 'sizes', name: 'Sizes of teams', moves: [], sizes: [{ team: 'lisbon', size: 0.9 }] };
  const sampled = [null, variant].map((mix) => sampleMixYears(plan, { variant: mix, years: 6, seed: 3 }));
  const shown = compareMixYears(plan, sampled.reduce(joinMixYears));
  expect(JSON.parse(stdout)).toEqual(plain(shown));
  expect(stderr).toContain('of 6 years');
  const beside = await ballast([
    ...['mix', planFile, '--show', 'beside', '--scenario', 'more-bristol', '--sizes', 'lisbon=0.9', '--csv'],
    ...['--under', 'lisbon-dark'],
  ]);
  expect(
    beside.stdout
      .trim()
      .split('\n')
      .map((line) => line.split(',')[0]),
  ).toEqual([...['mix', 'base', 'base', 'more-bristol', 'more-bristol', 'sizes', 'sizes']]);
});

test('mix refuses footprints that the plan doesn’t have, and options of another view', async () => {
  const unknown = await ballast(['mix', planFile, '--show', 'transition', '--scenario', 'moon']);
  expect(unknown.status).toBe(2);
  expect(unknown.stderr).toContain('more-bristol');
  const foreign = await ballast(['mix', planFile, '--show', 'ways', '--sizes', 'lisbon=0.5', '--points', '4']);
  expect(foreign.status).toBe(2);
  expect(foreign.stderr).toContain('--points');
  const nothing = await ballast(['mix', planFile, '--show', 'transition']);
  expect(nothing.status).toBe(2);
  expect(nothing.stderr).toContain('0 footprints');
});

test('mix finds the mixes that the screen shows, to the last digit, within limits that are tried', async () => {
  const args = ['mix', planFile, '--points', '2', '--years', '40', '--recheck', '20', '--cap', 'country=80'];
  const { status, stdout, stderr } = await ballast(args);
  expect(status).toBe(0);
  const limits = changedLimits(plan.policies.limits, [{ dimension: 'country', end: 'maxShare', share: 0.8 }]);
  const options = { points: 2, years: 40, recheckYears: 20, limits };
  const solver = await highsSolver();
  const shown = optimizeMix(plan, options, solver);
  const told = { ...shown, tradeOffs: mixTradeOffs(shown), homeTarget: homeTarget(plan, options, solver) };
  expect(JSON.parse(stdout)).toEqual(plain(told));
  expect(stderr).toContain('estimates');
});

test('mix says which limits can’t be kept together, and refuses those that are none', async () => {
  const args = ['--points', '2', '--years', '20', '--recheck', '0', '--csv'];
  const conflict = await called(['mix', planFile, ...args, '--cap', 'site=20']);
  expect(conflict.status).toBe(3);
  expect(conflict.stderr).toMatch(/No mix keeps all of these limits together: .*at most 20 % of all hours/);
  const wrong = await called(['mix', planFile, '--cap', 'moon=20', '--floor', 'kind=5']);
  expect(wrong.status).toBe(2);
  expect(wrong.stderr).toContain('--cap');
  expect(wrong.stderr).toContain('--floor');
  const nobody = await called(['mix', planFile, '--cap', 'country:ZZ=20']);
  expect(nobody.status).toBe(2);
  expect(nobody.stderr).toContain('ZZ');
});
