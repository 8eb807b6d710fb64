import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ballast, launched, startBuilt } from './run-ballast';
import { smallPlan } from './small-plan';

const folder = mkdtempSync(join(tmpdir(), 'ballast-cli-'));
const root = fileURLToPath(new URL('../..', import.meta.url));
const file = (name: string, content: string | Uint8Array) => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};
const planFile = file('plan.json', JSON.stringify(smallPlan()));

beforeAll(async () => {
  expect((await launched(['--help'])).status).toBe(0);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('calling', () => {
  test('help names every verb, and every verb has help of its own', async () => {
    const { stdout } = await ballast(['--help']);
    for (const verb of ['check', 'staff', 'stress', 'concentration', 'serve']) {
      expect(stdout).toContain(`  ${verb}`);
      const help = await ballast([verb, '--help']);
      expect(help).toMatchObject({ status: 0, stderr: '' });
      expect(help.stdout).toContain(`ballast ${verb}`);
      expect(help.stdout).toContain('Exit status');
    }
  });

  test.each([
    [[], 'No verb was given; there are check,'],
    [['forcast'], '"forcast" is no verb of ballast; there are check,'],
    [['__proto__'], 'is no verb'],
    [['check', planFile, '--verbose'], 'Its options are --json, --help'],
    [['check'], 'takes 1 file, got 0'],
    [['check', planFile, planFile], 'takes 1 file, got 2'],
    [['concentration', planFile, '--json', '--csv'], 'one of the two'],
    [['concentration', planFile, '--dimension', 'galaxy'], 'allowed is provider, parent, country'],
    [['stress', planFile, '--scenario', 'constructor'], 'constructor'],
    [['check', join(folder, 'nowhere.json')], 'no such file'],
    [['check', folder], 'a folder'],
  ])('wrong calls end with status 2 and a word on what is right: %j', async (args, words) => {
    const ended = await ballast(args);
    expect(ended).toMatchObject({ status: 2, stdout: '' });
    expect(ended.stderr).toContain(words);
    expect(ended.stderr).not.toMatch(/\n\s+at /);
  });

  test('a reader that has enough is no failure', async () => {
    const child = startBuilt(['concentration', planFile, '--sweep'], folder, {});
    child.stdout?.destroy();
    let complaint = '';
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      complaint += text;
    });
    expect(await new Promise((resolve) => child.on('close', resolve))).toBe(0);
    expect(complaint).toBe('');
  });
});

test('npm run ballast hands arguments, standard input and exit status through, and prints nothing of its own', () => {
  const npm = (args: readonly string[], input: string) =>
    spawnSync('npm', ['run', '-s', 'ballast', '--', ...args], { cwd: root, input, encoding: 'utf8' });
  const good = npm(['check', '-'], JSON.stringify(smallPlan()));
  expect(good.status).toBe(0);
  expect(JSON.parse(good.stdout)).toMatchObject({ ok: true });
  expect(npm(['check', 'nowhere.json'], '').status).toBe(2);
});

describe('check', () => {
  test('says what a plan holds, from a file and from standard input alike', async () => {
    const fromFile = await ballast(['check', planFile]);
    expect(fromFile).toMatchObject({ status: 0, stderr: '' });
    expect(JSON.parse(fromFile.stdout)).toMatchObject({
      ok: true,
      summary: { id: 'corner-shop', sites: 1, heads: 14 },
    });
    const fromInput = await ballast(['check', '-'], JSON.stringify(smallPlan()));
    expect(fromInput).toEqual(fromFile);
    const withMark = await ballast(['check', '-'], `\ufeff${JSON.stringify(smallPlan())}`);
    expect(withMark.stdout).toBe(fromFile.stdout);
  });

  test('names file, place, finding and what is allowed of every mistake', async () => {
    const plan = smallPlan();
    const wrong = file('wrong.json', JSON.stringify({ ...plan, currency: 'dollar', surprise: 1, sites: [] }));
    const ended = await ballast(['check', wrong]);
    expect(ended.status).toBe(2);
    const lines = ended.stderr.trim().split('\n');
    expect(lines.length).toBeGreaterThanOrEqual(3);
    for (const line of lines) expect(line.startsWith(`${wrong}: `)).toBe(true);
    expect(ended.stderr).toMatch(/currency: found "dollar", allowed is a currency code/);
    expect(ended.stderr).toContain('surprise');
    expect(JSON.parse(ended.stdout)).toMatchObject({ ok: false });
  });

  test.each([
    ['empty', ''],
    ['not JSON', '{"format": "ballast-plan",}'],
    ['a list', '[]'],
    ['a number', '42'],
    ['binary', new Uint8Array([0x50, 0x4b, 3, 4, 0xff, 0xfe, 0])],
    ['another document', '{"name": "someone"}'],
    ['without an end', '['.repeat(100_000)],
    ['deep', `${'['.repeat(9000)}${']'.repeat(9000)}`],
  ])('a file that is no plan ends with status 2 and its name: %s', async (name, content) => {
    const path = file('no-plan.json', content);
    const ended = await ballast(['check', path]);
    expect(ended.status, name).toBe(2);
    expect(ended.stderr).toContain(`${path}: `);
    expect(ended.stderr).not.toMatch(/\n\s+at /);
  });
});

describe('staff', () => {
  test('gives requirement and cover by interval, the sites’ lines adding up to the stream’s', async () => {
    const { status, stdout } = await ballast(['staff', planFile, '--days', '1']);
    expect(status).toBe(0);
    const [header, ...lines] = stdout.trim().split('\n');
    expect(header).toBe(
      'stream,site,timestamp,open_share,contacts,required_agents,available_agents,service_level,occupancy',
    );
    const rows = lines.map((line) => line.split(','));
    expect(rows).toHaveLength(96);
    const at = (site: string) => rows.find((row) => row[1] === site && row[2] === '2027-01-04T10:00');
    expect(Number(at('')?.[5])).toBeGreaterThan(0);
    expect(Number(at('chicago')?.[6])).toBeCloseTo(Number(at('')?.[6]), 9);
  });

  test('gives paid positions by week', async () => {
    const lines = (await ballast(['staff', planFile, '--weeks'])).stdout.trim().split('\n');
    expect(lines[0]).toBe('week,required_agent_hours,required_paid_fte,available_paid_fte,heads');
    expect(lines).toHaveLength(5);
  });

  test.each([
    ['--days', '0'],
    ['--days', '1.5'],
    ['--days', 'many'],
    ['--model', 'D'],
    ['--stream', 'nowhere'],
    ['--from', '2031-01-01'],
    ['--from', 'soon'],
  ])('refuses %s %s', async (option, value) => {
    const ended = await ballast(['staff', planFile, option, value]);
    expect(ended).toMatchObject({ status: 2, stdout: '' });
    expect(ended.stderr).toContain(value);
    expect(ended.stderr).toContain('allowed is');
  });
});

describe('concentration and stress', () => {
  test('give JSON, and CSV at full precision that agrees with it', async () => {
    const json = JSON.parse((await ballast(['concentration', planFile])).stdout);
    const csv = (await ballast(['concentration', planFile, '--csv'])).stdout.trim().split('\n');
    expect(csv[0]).toBe('dimension,member,label,share,productive_hours,herfindahl,effective_number');
    const site = csv.find((line) => line.startsWith('site,chicago,'))?.split(',') ?? [];
    expect(Number(site[4])).toBe(json.totalProductiveHours);
  });

  test('the sweep takes out every node', async () => {
    const { stdout, stderr } = await ballast(['concentration', planFile, '--sweep']);
    const { sweep } = JSON.parse(stdout);
    expect(stderr).toBe('');
    expect(sweep.rows.map((row: { dimension: string }) => row.dimension).sort()).toEqual(
      ['country', 'metro', 'parent', 'provider', 'site'].sort(),
    );
  });

  test('a plan without disruptions gives the base and no case', async () => {
    const { status, stdout } = await ballast(['stress', planFile]);
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ cases: [], base: { offered: expect.any(Number) } });
  });
});
