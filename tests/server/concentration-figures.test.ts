import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  confirmOutages,
  contractBills,
  measureConcentration,
  scoreProviders,
  sweepOutages,
  sweepPairs,
} from '../../engine/answers';
import { readPlan } from '../../engine/plan';
import { tinyDocument } from '../support/tiny-plan';
import { ballast, launched } from './run-ballast';

const folder = mkdtempSync(join(tmpdir(), 'ballast-concentration-'));
const planFile = join(folder, 'plan.json');
const plan = readPlan(tinyDocument());
const written = (value: unknown) => JSON.parse(JSON.stringify(value));

beforeAll(async () => {
  writeFileSync(planFile, JSON.stringify(tinyDocument()));
  expect((await launched(['--help'])).status).toBe(0);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('concentration gives what the Concentration screen shows, to the last digit', () => {
  test('shares, cover, outages, pairs and scorecards', async () => {
    const asked = ['concentration', planFile, '--sweep', '--pairs', '--providers', '--start', '2027-01-11'];
    const { status, stdout } = await ballast(asked);
    expect(status).toBe(0);
    const where = { startDate: '2027-01-11' };
    expect(JSON.parse(stdout)).toEqual({
      ...written(measureConcentration(plan)),
      sweep: written(sweepOutages(plan, where)),
      pairs: written(sweepPairs(plan, where)),
      scorecards: written(scoreProviders(plan)),
    });
  });

  test('shares by every measure as a table', async () => {
    const { stdout } = await ballast(['concentration', planFile, '--csv']);
    const [head = '', ...lines] = stdout.trim().split('\n');
    const at = (name: string) => head.split(',').indexOf(name);
    const cells = lines.map((line) => line.split(','));
    const shown = measureConcentration(plan).dimensions.flatMap(({ dimension, members, spread }) =>
      members.map((member) => [
        dimension,
        ...[member.share, member.contacts, member.valueAtStake, spread.value?.effectiveNumber ?? ''].map(String),
      ]),
    );
    const columns = ['dimension', 'share', 'contacts', 'value_at_stake', 'effective_number_by_value'].map(at);
    expect(cells.map((row) => columns.map((column) => row[column]))).toEqual(shown);
    expect(shown.length).toBeGreaterThan(10);
  });

  test('the worst outage and pair, contact by contact', async () => {
    const where = { startDate: '2027-01-11', dimensions: ['site'] as const };
    const [worst] = sweepOutages(plan, where).rows;
    const both = sweepPairs(plan, where).nodes;
    const named = ({ dimension, member }: { dimension: 'site' | string; member: string }) =>
      ({ dimension, member }) as { dimension: 'site'; member: string };
    const targets = [[named(worst!)], both.map(named)];
    const shown = confirmOutages(plan, { startDate: where.startDate, targets, replications: 2, seed: 3 });
    const asked = ['concentration', planFile, '--sweep', '--pairs', '--most', '2', '--dimension', 'site'];
    const confirm = ['--start', where.startDate, '--confirm', '1', '--replications', '2', '--seed', '3'];
    const { stdout, status } = await ballast([...asked, ...confirm]);
    expect(status).toBe(0);
    expect(JSON.parse(stdout).confirmed).toEqual(written(shown));
    const table = await ballast([...asked.slice(0, 3), '--dimension', 'site', ...confirm, '--csv']);
    const [, first = ''] = table.stdout.trim().split('\n');
    expect(first.split(',').slice(7, 11).map(Number)).toEqual([
      shown.rows[0]!.flow.contactsLost,
      ...Object.values(shown.rows[0]!.contacts.contactsLost),
    ]);
    const refused = await ballast(['concentration', planFile, '--confirm', '3', '--most', '4']);
    expect(refused.status).toBe(2);
    expect(refused.stderr).toContain('--sweep beside it');
    expect(refused.stderr).toContain('--pairs beside it');
  });

  test('bills of the plan’s disruptions, as JSON and as a table', async () => {
    const shown = contractBills(plan);
    const { stdout } = await ballast(['stress', planFile, '--bills']);
    expect(JSON.parse(stdout)).toEqual(written(shown));
    const table = await ballast(['stress', planFile, '--bills', '--csv']);
    const [head = '', ...lines] = table.stdout.trim().split('\n');
    const [difference, total] = ['difference', 'total'].map((name) => head.split(',').indexOf(name));
    expect(lines.map((line) => [line.split(',')[total!], line.split(',')[difference!]])).toEqual(
      shown.cases.flatMap(({ providers }) => providers.map((bill) => [String(bill.total), String(bill.difference)])),
    );
    expect(lines).toHaveLength(4);
  });
});
