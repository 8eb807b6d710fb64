import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { riskDrift, runRevision, simulateRisk } from '../../engine/answers';
import { readPlan } from '../../engine/plan';
import { riskyDocument, riskyPlan } from '../support/risky-plan';
import { ballast } from './run-ballast';

const folder = mkdtempSync(join(tmpdir(), 'ballast-risk-'));
const planFile = join(folder, 'plan.json');
writeFileSync(planFile, JSON.stringify(riskyDocument()));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('risk gives what the screen shows, to the last digit, on one thread and on two', async () => {
  const args = ['risk', planFile, '--years', '44', '--seed', '9', '--apart', '4'];
  const shown = simulateRisk(riskyPlan(), { years: 44, seed: 9, apartYears: 4 });
  for (const workers of ['1', '2']) {
    const { status, stdout, stderr } = await ballast([...args, '--workers', workers]);
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toEqual(JSON.parse(JSON.stringify(shown)));
    expect(stderr).toContain('16 weeks long');
  }
});

test('risk reads many years from a table, and gives the same again', async () => {
  const sizes = { years: 504, first: 12, worst: 9, apartYears: 5 };
  const args = ['risk', planFile, '--years', '504', '--check', '12', '--worst', '9', '--apart', '5', '--workers', '2'];
  const { status, stdout } = await ballast(args);
  expect(status).toBe(0);
  const shown = simulateRisk(riskyPlan(), sizes);
  expect(shown.yearsRun).toBeLessThan(504);
  expect(JSON.parse(stdout)).toEqual(JSON.parse(JSON.stringify(shown)));
});

test('risk sets revisions side by side, over the same years', async () => {
  const older = join(folder, 'older.json');
  const document = riskyDocument();
  document.hazards.pop();
  writeFileSync(older, JSON.stringify(document));
  const args = ['risk', planFile, '--against', older, '--years', '20', '--seed', '3'];
  const { stdout } = await ballast(args);
  const revisions = [readPlan(document), riskyPlan()].map((plan, at) => ({
    label: ['older.json', 'plan.json'][at]!,
    plan,
    run: runRevision(plan, { years: 20, seed: 3 }),
  }));
  expect(JSON.parse(stdout)).toEqual(JSON.parse(JSON.stringify(riskDrift(revisions))));
  const causes = await ballast([...args, '--csv', '--table', 'causes']);
  expect(causes.stdout).toContain('older.json,plan.json,cause,Hazard world,-');
  const without = await ballast(['risk', planFile, '--years', '20', '--csv', '--table', 'causes']);
  expect(without).toMatchObject({ status: 2, stderr: expect.stringContaining('--table') });
});

test('risk writes its tables, and refuses what is out of bounds', async () => {
  const attribution = await ballast(['risk', planFile, '--years', '5', '--csv', '--table', 'attribution']);
  expect(attribution.stdout.split('\n')[0]).toBe('figure,kind,id,name,node,mean,cvar95,mean_without,cvar95_without');
  expect(attribution.stdout).toContain('contactsLost,hazard,place,Hazard place');
  const { status, stderr } = await ballast(['risk', planFile, '--years', '0', '--table', 'cats']);
  expect(status).toBe(2);
  expect(stderr).toContain('--years');
  expect(stderr).toContain('--table');
});
