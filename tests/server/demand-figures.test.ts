import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { answerDemand, chargeDepartments } from '../../engine/answers';
import { readPlan } from '../../engine/plan';
import { planningDocument } from '../support/planning-plan';
import { ballast, launched } from './run-ballast';

const folder = mkdtempSync(join(tmpdir(), 'ballast-demand-'));
const planFile = join(folder, 'plan.json');
const document = planningDocument({
  events: [
    {
      id: 'promo',
      name: '=cmd|promo',
      kind: 'campaign',
      on: true,
      scope: { reasons: ['buy'] },
      startDate: '2027-01-06',
      course: { kind: 'pulse', days: 3, halfLifeDays: 2 },
      volume: { kind: 'multiply', factor: 1.3 },
    },
  ],
  overrides: [
    {
      id: 'fair',
      on: true,
      scope: { markets: ['home'] },
      from: '2027-01-11',
      until: '2027-01-17',
      change: { kind: 'percent', percent: 10 },
      author: 'Ada',
      reason: 'Fair',
    },
  ],
});
const plan = readPlan(document);
const answer = answerDemand(plan);

beforeAll(async () => {
  writeFileSync(planFile, JSON.stringify(document));
  expect((await launched(['--help'])).status).toBe(0);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const sevenDays = (values: Float64Array, week: number) =>
  values.subarray(week * 7, week * 7 + 7).reduce((sum, value) => sum + value, 0);

test('demand gives what the Demand screen shows, to the last digit', async () => {
  const { stdout, status } = await ballast(['demand', planFile, '--csv']);
  expect(status).toBe(0);
  const [header = '', ...lines] = stdout.trim().split('\n');
  const columns = header.split(',');
  const rows = lines.map((line) => new Map(line.split(',').map((cell, at) => [columns[at], cell])));
  const wanted = answer.streams.flatMap((stream) =>
    answer.weekLabels.map((label, week) => [
      stream.id,
      label,
      String(sevenDays(stream.model, week)),
      String(stream.steps[1]!.contacts[week]),
      String(stream.steps.at(-1)!.contacts[week]),
      String(sevenDays(stream.contacts, week)),
      String(stream.hours[week]),
    ]),
  );
  const names = ['stream', 'week', 'model', 'events', 'overrides', 'contacts', 'handling_hours'];
  expect(rows.map((row) => names.map((name) => row.get(name)))).toEqual(wanted);
  expect(Number(rows[0]!.get('events'))).toBeGreaterThan(0);
});

test('and the same as JSON, with the departments', async () => {
  const { stdout, status } = await ballast(['demand', planFile, '--json']);
  expect(status).toBe(0);
  const read = JSON.parse(stdout);
  expect(read.total).toEqual(answer.total);
  expect(read.reasons).toEqual(JSON.parse(JSON.stringify(answer.reasons)));
  expect(read.departments.departments).toEqual(chargeDepartments(plan).departments);
});

test.each(['days', 'reasons', 'steps', 'departments'])('has lines by %s', async (by) => {
  const { stdout, status } = await ballast(['demand', planFile, '--by', by]);
  expect(status).toBe(0);
  const lines = stdout.trim().split('\n');
  expect(lines.length).toBeGreaterThan(3);
  // A name that a spreadsheet would run is text.
  expect(lines.some((line) => /(^|,)=/.test(line))).toBe(false);
});

test('a table that does not exist is refused with those that do', async () => {
  const ended = await ballast(['demand', planFile, '--by', 'mood']);
  expect(ended).toMatchObject({ status: 2, stdout: '' });
  expect(ended.stderr).toContain('departments');
});
