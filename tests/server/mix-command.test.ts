import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { changedLimits, homeTarget, mixTradeOffs, optimizeMix } from '../../engine/answers';
import { readPlan } from '../../engine/plan';
import { highsSolver } from '../../engine/stats';
import { readScenario } from '../support/read-scenario';
import { called } from './call-ballast';
import { ballast } from './run-ballast';

const planFile = fileURLToPath(new URL('../../scenarios/library/two-lights.json', import.meta.url));
const plan = readPlan(readScenario('two-lights'));

/** As JSON has it: columns as lists. */
const plain = (answer: unknown) =>
  JSON.parse(JSON.stringify(answer, (_, value) => (value instanceof Float64Array ? [...value] : value)));

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
