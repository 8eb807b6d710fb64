import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { calculateQueue, headcountRates, planHeadcount, staffIntervals } from '../../engine/answers';
import { readPlan } from '../../engine/plan';
import { ballast, launched } from './run-ballast';
import { smallPlan } from './small-plan';

const folder = mkdtempSync(join(tmpdir(), 'ballast-figures-'));
const planFile = join(folder, 'plan.json');

beforeAll(async () => {
  writeFileSync(planFile, JSON.stringify(smallPlan()));
  expect((await launched(['--help'])).status).toBe(0);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const rowsOf = (csv: string) => {
  const [header = '', ...lines] = csv.trim().split('\n');
  const names = header.split(',');
  return lines.map((line) => new Map(line.split(',').map((cell, at) => [names[at] ?? '', cell])));
};

test.each(['answeredOverOffered', 'answeredOverAnswered'] as const)(
  'staff gives what the Staffing screen shows, to the last digit: %s',
  async (definition) => {
    const options = { from: '2027-01-05', days: 2, definition };
    const answer = staffIntervals(readPlan(smallPlan()), options);
    const { stdout, status } = await ballast([
      'staff',
      planFile,
      '--from',
      options.from,
      '--days',
      '2',
      '--service-level',
      definition,
    ]);
    expect(status).toBe(0);
    const rows = rowsOf(stdout).filter((row) => row.get('site') === '');
    const cells = answer.streams.flatMap((stream) =>
      answer.intervals.map((interval, at) => [
        stream.id,
        interval,
        String(stream.requiredAgents[at]),
        String(stream.availableAgents[at]),
        String(stream.serviceLevel[at] ?? ''),
      ]),
    );
    expect(cells.some(([, , required]) => Number(required) > 0)).toBe(true);
    const columns = ['stream', 'timestamp', 'required_agents', 'available_agents', 'service_level'];
    expect(rows.map((row) => columns.map((name) => row.get(name)))).toEqual(cells);
  },
);

test.each(['team', 'total'] as const)(
  'plan gives what the Headcount screen shows, to the last digit: by %s',
  async (by) => {
    const answer = planHeadcount(readPlan(smallPlan()), { by, percentile: 80, service: true });
    const { stdout, status } = await ballast(['plan', planFile, '--by', by, '--percentile', '80']);
    expect(status).toBe(0);
    const cells = answer.groups.flatMap(({ id, weekly }) =>
      answer.weeks.map((week, at) => [
        id,
        week.label,
        String(weekly.requiredFte[at]),
        String(weekly.availableFte[at]),
        String(headcountRates(weekly, at).gapFte),
        String(weekly.leavers[at]),
        by === 'total' ? String(answer.service!.all[at]) : '',
      ]),
    );
    expect(cells.some(([, , required]) => Number(required) > 0)).toBe(true);
    const columns = ['id', 'week', 'required_fte', 'available_fte', 'gap_fte', 'leavers', 'service_level'];
    expect(rowsOf(stdout).map((row) => columns.map((name) => row.get(name)))).toEqual(cells);
  },
);

test('staff refuses a definition that does not exist, and names those that do', async () => {
  const ended = await ballast(['staff', planFile, '--service-level', 'best']);
  expect(ended).toMatchObject({ status: 2, stdout: '' });
  expect(ended.stderr).toContain('answeredOverAnswered');
});

test('erlang gives what the Calculator shows, to the last digit', async () => {
  const columns = 'model,arrivals_per_hour,handle_time_s,agents,patience_s,target_s,service_level_target';
  const { stdout, status } = await ballast(
    ['erlang', '-'],
    `${columns}\nC,200,180,,,20,0.8\nA,200,180,,120,20,0.8\nA,200,180,11,120,20,\n`,
  );
  expect(status).toBe(0);
  const [c, a, atHand] = rowsOf(stdout);
  const asked = { channel: 'voice', contacts: 100, intervalMinutes: 30, handleTimeSeconds: 180, targetShare: 0.8 };
  const voice = { ...asked, channel: 'voice', targetSeconds: 20, shrinkage: 0.3 } as const;
  const byC = calculateQueue(voice);
  const byA = calculateQueue({ ...voice, patienceSeconds: 120, agents: 11 });
  for (const [row, queue] of [
    [c, byC.queue],
    [a, byA.queue],
    [atHand, byA.atHand],
  ] as const) {
    for (const [name, value] of [
      ['agents', queue?.agents],
      ['service_level', queue?.serviceLevel],
      ['asa_s', queue?.asaSeconds],
      ['mean_wait_s', queue?.meanWaitSeconds],
      ['abandonment', queue?.abandonment],
      ['occupancy', queue?.occupancy],
      ['wait_probability', queue?.waitProbability],
      ['queue_length', queue?.queueLength],
    ] as const) {
      expect(row?.get(name), name).toBe(String(value));
    }
  }
  expect(c?.get('agents')).toBe('14');
  expect(Number(c?.get('service_level')).toFixed(4)).toBe('0.8884');
  expect(Number(c?.get('asa_s')).toFixed(2)).toBe('7.84');
  expect(byC.staff?.paidHeads).toBe(20);
  expect(Number(atHand?.get('abandonment')).toFixed(4)).toBe('0.0942');
});
