import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  answerCalculation,
  businessCase,
  CALCULATIONS,
  calculateQueue,
  headcountRates,
  nodesOf,
  payAndHeat,
  planHeadcount,
  planMoney,
  planValue,
  skillPipeline,
  staffIntervals,
  staffTable,
  staffTableColumns,
  staffTableRows,
  trackBacklog,
  valueStaffing,
} from '../../engine/answers';
import { readPlan } from '../../engine/plan';
import { pricedDocument } from '../support/priced-plan';
import { tinyDocument } from '../support/tiny-plan';
import { called } from './call-ballast';
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
  const ended = await called(['staff', planFile, '--service-level', 'best']);
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

test.each(CALCULATIONS.map(({ name }) => name))(
  'calculate %s gives what the Calculator shows, to the last digit',
  async (name) => {
    const { stdout, status } = await called(['calculate', name]);
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toEqual(JSON.parse(JSON.stringify(answerCalculation(name))));
  },
);

test('calculate takes a table and options, writes CSV, and refuses what belongs to another calculation', async () => {
  const file = 'agents,contacts\n20,90\n20,140\n20,60\n';
  const { stdout, status } = await called(['calculate', 'overload', '-', '--csv', '--cost-lost', '30'], file);
  expect(status).toBe(0);
  const rows = [
    [90, 20],
    [140, 20],
    [60, 20],
  ];
  const [table] = answerCalculation('overload', { fields: { perLostContact: 30 }, rows }).tables;
  const costs = rowsOf(stdout).map((row) => row.get('cost'));
  expect(costs).toEqual(table?.rows.map((cells) => String(cells[1])));
  const wrong = await called(['calculate', 'overload', '-', '--matters', '3'], 'contacts,agents\n-1,x\n');
  expect(wrong).toMatchObject({ status: 2, stdout: '' });
  expect(wrong.stderr).toContain('--matters');
  const cells = await called(['calculate', 'overload', '-'], 'contacts,agents\n-1,x\n');
  expect(cells.stderr).toMatch(/standard input: row 2, column contacts[\s\S]*row 2, column agents/);
  expect((await called(['calculate', 'blending', '--agents', '5'])).status).toBe(3);
  expect((await called(['calculate', 'horoscope'])).status).toBe(2);
});

test('calculate chat and voice give the Calculator’s figures', async () => {
  const { stdout } = await called(
    'calculate chat --contacts 60 --interval 30 --handle-time 600 --patience 240 --target 0.8 --within 60 --concurrency 3 --stretch 0.2 --shrinkage 0.3'.split(
      ' ',
    ),
  );
  const chat = calculateQueue({
    channel: 'chat',
    contacts: 60,
    intervalMinutes: 30,
    handleTimeSeconds: 600,
    patienceSeconds: 240,
    targetShare: 0.8,
    targetSeconds: 60,
    concurrency: 3,
    stretch: 0.2,
    shrinkage: 0.3,
  });
  expect(JSON.parse(stdout)).toEqual(JSON.parse(JSON.stringify(chat)));
  expect(chat.byConcurrency.map(({ concurrency }) => concurrency)).toEqual([1, 2, 3, 4, 5]);
  expect(chat.byConcurrency[2]?.agents).toBe(chat.staff?.agentsWhole);
  const spread = await called(
    ['erlang', '-'],
    'model,arrivals_per_hour,handle_time_s,agents,patience_s,target_s,handle_time_cv,patience_cv\nA,200,180,11,120,20,0.5,2\n',
  );
  const voice = { channel: 'voice', contacts: 100, intervalMinutes: 30, handleTimeSeconds: 180 } as const;
  const general = calculateQueue({
    ...voice,
    patienceSeconds: 120,
    targetShare: 0.8,
    targetSeconds: 20,
    agents: 11,
    handleTimeCv: 0.5,
    patienceCv: 2,
  });
  expect(rowsOf(spread.stdout)[0]?.get('service_level')).toBe(String(general.atHand?.serviceLevel));
  expect(general.model).toBe('general');
});

test('staff for a share of days gives what the Staffing screen shows', async () => {
  const options = { from: '2027-01-05', days: 1, uncertainty: { shareOfDays: 0.9, common: 0.5, hold: 'all' } } as const;
  const answer = staffIntervals(readPlan(smallPlan()), options);
  const usual = staffIntervals(readPlan(smallPlan()), { from: '2027-01-05', days: 1 });
  const asked = ['staff', planFile, '--from', '2027-01-05', '--days', '1'];
  const { stdout } = await called([...asked, '--days-share', '0.9', '--common', '0.5', '--hold', 'all']);
  const rows = rowsOf(stdout).filter((row) => row.get('site') === '');
  expect(rows.map((row) => row.get('required_agents'))).toEqual(
    answer.streams.flatMap(({ requiredAgents }) => requiredAgents.map(String)),
  );
  const sum = ({ streams }: typeof answer) =>
    streams.flatMap(({ requiredAgents }) => requiredAgents).reduce((a, b) => a + b, 0);
  expect(sum(answer)).toBeGreaterThan(sum(usual) * 1.02);
  const alone = await called([...asked, '--hold', 'all']);
  expect(alone.status).toBe(2);
  expect(alone.stderr).toContain('--days-share');
});

test('a whole table and its streams give the Calculator’s figures', async () => {
  const file = 'time,voice,chat\n2027-01-04T09:00,40,12\n2027-01-04T09:30,55,7\n2027-01-04T10:00,61,0\n';
  const own = join(folder, 'streams.csv');
  writeFileSync(own, 'stream,handle_time_s,shrinkage\nchat,600,0.25\n');
  const asked = ['calculate', 'table', '-', '--handle-time', '240', '--streams', own];
  const done = staffTable(file, {
    fields: { handleTimeSeconds: 240 },
    rows: [['chat', 600, null, null, null, null, 0.25]],
  });
  const byInterval = await called(asked, file);
  expect(byInterval.status).toBe(0);
  expect(byInterval.stdout).toBe(
    [staffTableColumns(done), ...staffTableRows(done)].map((cells) => `${cells.join(',')}\n`).join(''),
  );
  const { stdout } = await called([...asked, '--json'], file);
  expect(JSON.parse(stdout)).toEqual(JSON.parse(JSON.stringify(done.answer)));
  const wrong = await called(asked, 'time,voice\n2027-01-04T09:00,many\n2027-01-04T09:30,1\n');
  expect(wrong.status).toBe(2);
  expect(wrong.stderr).toMatch(/line 2, column voice/);
  expect((await called(['calculate', 'table'])).status).toBe(2);
});

test('staff --backlog gives what the Staffing screen shows', async () => {
  const withEmail = join(folder, 'email.json');
  writeFileSync(withEmail, JSON.stringify(tinyDocument()));
  const { stdout, status } = await ballast(['staff', withEmail, '--backlog']);
  expect(status).toBe(0);
  const answer = trackBacklog(readPlan(tinyDocument()));
  expect(answer.streams).toHaveLength(1);
  const rows = answer.streams.flatMap((stream) =>
    answer.days.map((day, at) => [stream.id, day, String(stream.open[at]), String(stream.oldestHours[at])]),
  );
  const columns = ['stream', 'day', 'open', 'oldest_hours'];
  expect(rowsOf(stdout).map((row) => columns.map((name) => row.get(name)))).toEqual(rows);
});

test('money gives what the Money screen shows, to the last digit', async () => {
  const file = join(folder, 'priced.json');
  const document = pricedDocument({ weeks: 8 });
  writeFileSync(file, JSON.stringify(document));
  const plan = readPlan(document);
  const asked = async (...more: string[]) => {
    const { stdout, status } = await ballast(['money', file, ...more]);
    expect(status, more.join(' ')).toBe(0);
    return rowsOf(stdout);
  };
  const { tree, weeks } = planMoney(plan, { by: 'site' });
  expect((await asked('--by', 'site')).map((row) => [row.get('path'), row.get('period'), row.get('cost')])).toEqual(
    [...nodesOf(tree)].flatMap(({ path, weekly }) => weeks.map(({ label }, at) => [path, label, String(weekly[at])])),
  );
  const { bridge } = planMoney(plan, { scenario: 'dearer' });
  expect((await asked('--show', 'bridge', '--scenario', 'dearer')).map((row) => row.get('change'))).toEqual(
    bridge!.steps.map(({ change }) => String(change)),
  );
  const value = planValue(plan, { seed: 3 });
  const reasons = await asked('--show', 'value', '--seed', '3');
  expect(reasons.map((row) => [row.get('margin'), row.get('margin_low'), row.get('margin_per_contact_high')])).toEqual(
    value.reasons.map(({ margin, marginPerContact }) => [margin.likely, margin.low, marginPerContact.high].map(String)),
  );
  expect((await asked('--show', 'staffing'))[0]?.get('best_hours')).toBe(
    String(valueStaffing(plan).streams[0]!.best.agentHours),
  );
  const found = businessCase(plan, { id: 'page', draws: 200 });
  const figures = new Map(
    (await asked('--show', 'case', '--draws', '200')).map((row) => [row.get('figure'), row.get('value')]),
  );
  expect(figures.get('net_present_value_p5')).toBe(String(found.netPresentValue.low));
  expect(figures.get('loss_probability')).toBe(String(found.lossProbability.share));
  expect(figures.get('flow_month_36')).toBe(String(found.flows[36]));
  expect((await asked('--show', 'pay', '--raise', '0.1'))[0]?.get('raise_net')).toBe(
    String(payAndHeat(plan, { raise: 0.1 }).teams[0]!.raise.net.likely),
  );
  const { stdout } = await ballast(['money', file, '--show', 'value', '--json']);
  expect(JSON.parse(stdout)).toEqual(
    JSON.parse(
      JSON.stringify(planValue(plan), (_key, one) => (ArrayBuffer.isView(one) ? Array.from(one as Float64Array) : one)),
    ),
  );
});

test('money refuses what the plan does not have, by its place', async () => {
  const wrong = await called(['money', planFile, '--scenario', 'nowhere']);
  expect(wrong).toMatchObject({ status: 2, stdout: '' });
  expect(wrong.stderr).toContain('scenario');
  const noCase = await called(['money', planFile, '--show', 'case']);
  expect(noCase).toMatchObject({ status: 2, stdout: '' });
  expect(noCase.stderr).toContain('business case');
});

test('plan --skills gives what the Headcount screen shows, and one question is asked at a time', async () => {
  const answer = skillPipeline(readPlan(smallPlan()), { percentile: 80 });
  const { stdout, status } = await ballast(['plan', planFile, '--skills', '--percentile', '80']);
  expect(status).toBe(0);
  const rows = rowsOf(stdout);
  const months = answer.skills.flatMap(({ skill, months: own }) => own.map((month) => ({ skill, ...month })));
  expect(rows).toHaveLength(months.length);
  months.forEach((month, at) => {
    expect(rows[at]?.get('skill')).toBe(month.skill);
    expect(rows[at]?.get('gap_fte')).toBe(String(month.gapFte));
    expect(rows[at]?.get('heads')).toBe(String(month.heads));
  });
  const both = await called(['plan', planFile, '--skills', '--hire']);
  expect(both.status).toBe(2);
  expect(both.stderr).toMatch(/--skills: found "--hire as well", allowed is one of them/);
});
