import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { called } from './call-ballast';
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
    for (const verb of ['check', 'erlang', 'forecast', 'queue', 'staff', 'stress', 'concentration', 'serve']) {
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
    const ended = await called(args);
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
    const fromFile = await called(['check', planFile]);
    expect(fromFile).toMatchObject({ status: 0, stderr: '' });
    expect(JSON.parse(fromFile.stdout)).toMatchObject({
      ok: true,
      summary: { id: 'corner-shop', sites: 1, heads: 14 },
    });
    const fromInput = await called(['check', '-'], JSON.stringify(smallPlan()));
    expect(fromInput).toEqual(fromFile);
    const withMark = await called(['check', '-'], `\ufeff${JSON.stringify(smallPlan())}`);
    expect(withMark.stdout).toBe(fromFile.stdout);
  });

  test('names file, place, finding and what is allowed of every mistake', async () => {
    const plan = smallPlan();
    const wrong = file('wrong.json', JSON.stringify({ ...plan, currency: 'dollar', surprise: 1, sites: [] }));
    const ended = await called(['check', wrong]);
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
    const ended = await called(['check', path]);
    expect(ended.status, name).toBe(2);
    expect(ended.stderr).toContain(`${path}: `);
    expect(ended.stderr).not.toMatch(/\n\s+at /);
  });
});

describe('erlang', () => {
  const header = 'model,arrivals_per_hour,handle_time_s,agents,patience_s,target_s,service_level_target,max_agents';
  const rowsOf = (stdout: string) => {
    const [head = '', ...lines] = stdout.trim().split('\n');
    const names = head.split(',');
    return lines.map((line) => new Map(line.split(',').map((cell, at) => [names[at] ?? '', cell])));
  };

  test('answers rows and solves those without agents, at full precision', async () => {
    const table = `${header}\nC,200,180,14,,20,,\nA,200,180,11,120,20,,\nC,200,180,,,20,0.8,\n`;
    const ended = await called(['erlang', '-'], table);
    expect(ended).toMatchObject({ status: 0, stderr: '' });
    const [c, a, solved] = rowsOf(ended.stdout);
    // The textbook call center: 100 calls in half an hour of 3 minutes, 80 % within 20 s.
    expect(Number(c?.get('service_level'))).toBeCloseTo(0.8884, 4);
    expect(Number(c?.get('asa_s'))).toBeCloseTo(7.84, 2);
    expect(c?.get('asa_s')?.length).toBeGreaterThan(14);
    expect(Number(a?.get('abandonment'))).toBeCloseTo(0.0942, 4);
    expect(solved?.get('agents')).toBe('14');
    expect(solved?.get('service_level')).toBe(c?.get('service_level'));

    const json = JSON.parse((await called(['erlang', '-', '--json'], table)).stdout);
    expect(json.cases[0].service_level).toBe(Number(c?.get('service_level')));
  });

  test('ends with status 3 and the limit that forbids it where no staffing will do, the other rows answered', async () => {
    const ended = await called(['erlang', '-'], `${header}\nC,200,180,,,20,0.8,12\nC,200,180,14,,20,,\n`);
    expect(ended.status).toBe(3);
    expect(ended.stderr).toMatch(/^row 2: no solution: .*12/);
    const [unsolved, answered] = rowsOf(ended.stdout);
    expect(unsolved?.get('service_level')).toBe('');
    expect(Number(answered?.get('service_level'))).toBeCloseTo(0.8884, 4);
  });

  test('takes semicolons, tabs, quotes, UTF-16 and other columns, which come back as they are', async () => {
    const semicolons = await called(
      ['erlang', '-'],
      'model;arrivals_per_hour;handle_time_s;agents;note\nC;200;180;14;"x;y"\n',
    );
    expect(semicolons.status).toBe(0);
    expect(rowsOf(semicolons.stdout)[0]?.get('note')).toBe('x;y');
    const text = '\ufeffmodel\tarrivals_per_hour\thandle_time_s\tagents\tnote\nC\t200\t180\t14\t=cmd()\n';
    const utf16 = file('utf16.csv', Buffer.from(text, 'utf16le'));
    const tabs = await called(['erlang', utf16]);
    expect(tabs).toMatchObject({ status: 0, stderr: '' });
    expect(rowsOf(tabs.stdout)[0]?.get('note')).toBe("'=cmd()");
  });

  test.each([
    ['nothing', '', 'an empty file'],
    ['no such columns', 'a,b\n1,2\n', 'column model'],
    ['text in a number', `${header}\nC,many,180,14,,20,,\n`, 'row 2, column arrivals_per_hour'],
    ['a thousands mark', `${header}\nC,"1,000",180,14,,20,,\n`, 'row 2, column arrivals_per_hour'],
    ['a negative number', `${header}\nC,200,180,14,,20,,\nC,-1,180,14,,20,,\n`, 'row 3, column arrivals_per_hour'],
    ['another model', `${header}\nX,200,180,14,,20,,\n`, 'row 2, column model'],
    ['an open quote', `${header}\n"C,200,180,14,,20,,\n`, 'quotes'],
    ['a repeated column', `model,${header}\nC,C,200,180,14,,20,,\n`, 'a name that no other column has'],
    ['a line after a cell of two', `${header},n\nC,200,180,14,,20,,,"a\nb"\nC,x,180,14,,20,,,\n`, 'row 4, column'],
    ['zero bytes', 'PK\u0003\u0004\0\0', 'an Excel workbook'],
  ])('refuses %s with its place', async (_what, table, words) => {
    const ended = await called(['erlang', '-'], table);
    expect(ended).toMatchObject({ status: 2, stdout: '' });
    expect(ended.stderr).toContain('standard input: ');
    expect(ended.stderr).toContain(words);
  });
});

describe('queue', () => {
  const call = ['queue', '--arrivals-per-hour', '200', '--handle-time', '180', '--patience', '120', '--agents', '11'];

  test('simulates one queue, the same for the same seed, around the exact value', async () => {
    const run = async (seed: string) =>
      JSON.parse((await called([...call, '--contacts', '200000', '--seed', seed])).stdout);
    const [one, again, other] = [await run('1'), await run('1'), await run('2')];
    expect({ ...again, seconds: 0 }).toEqual({ ...one, seconds: 0 });
    expect(other.abandonment.mean).not.toBe(one.abandonment.mean);
    expect(one.contacts).toBe(200_000);
    expect(one.seconds).toBeGreaterThan(0);
    for (const figure of ['service_level', 'abandonment', 'asa_s', 'occupancy', 'wait_probability']) {
      const { mean, lo95, hi95 } = one[figure];
      expect(lo95).toBeLessThan(mean);
      expect(hi95).toBeGreaterThan(mean);
    }
    // Erlang A: 9.4155 % abandon; this seed's interval holds it.
    expect(one.abandonment.lo95).toBeLessThan(0.094155);
    expect(one.abandonment.hi95).toBeGreaterThan(0.094155);
  });

  test('names all that is missing or wrong at once', async () => {
    const ended = await called(['queue', '--agents', '2.5', '--seed', 'x', '--handle-time', '0']);
    expect(ended).toMatchObject({ status: 2, stdout: '' });
    for (const option of ['--arrivals-per-hour', '--handle-time', '--agents', '--contacts', '--seed']) {
      expect(ended.stderr).toContain(`${option}: found`);
    }
    expect((await called(['queue', '--agents', '-3'])).stderr).toContain('--option=-1');
  });
});

describe('forecast', () => {
  /** Ten weeks of days, busier on Mondays, closed on Sundays. */
  const days = Array.from({ length: 70 }, (_, at) => {
    const date = new Date(Date.UTC(2026, 0, 5 + at)).toISOString().slice(0, 10);
    return `${date},${at % 7 === 6 ? 0 : 100 + (at % 7 === 0 ? 50 : 0) + ((at * 7) % 11)}`;
  });
  const history = file('history.csv', `date,calls\n${days.join('\n')}\n`);

  test('gives mean and bands for every step after the history', async () => {
    const { status, stdout } = await called(['forecast', history, '--horizon', '14']);
    expect(status).toBe(0);
    const lines = stdout.trim().split('\n');
    expect(lines[0]).toBe('series,timestamp,mean,lo80,hi80,lo95,hi95');
    expect(lines).toHaveLength(15);
    const rows = lines.slice(1).map((line) => line.split(','));
    expect(rows[0]?.slice(0, 2)).toEqual(['calls', '2026-03-16']);
    for (const row of rows) {
      const [mean = 0, lo80 = 0, hi80 = 0, lo95 = 0, hi95 = 0] = row.slice(2).map(Number);
      expect(0 <= lo95 && lo95 <= lo80 && lo80 <= mean && mean <= hi80 && hi80 <= hi95, row.join()).toBe(true);
    }
    // Mondays are half as busy again.
    expect(Number(rows[0]?.[2])).toBeGreaterThan(Number(rows[1]?.[2]) + 25);
  });

  test('reports model, weights, backtest and cleaning, in JSON and beside CSV without mixing into it', async () => {
    const plain = await called(['forecast', history, '--horizon', '7', '--levels', '50,90']);
    const beside = await called(['forecast', history, '--horizon', '7', '--levels', '50,90', '--report']);
    expect(plain.stdout.split('\n')[0]).toBe('series,timestamp,mean,lo50,hi50,lo90,hi90');
    expect(beside.stdout).toBe(plain.stdout);
    for (const word of ['Weights', 'Backtest over', 'WAPE', 'in 90 %']) expect(beside.stderr).toContain(word);
    const json = JSON.parse((await called(['forecast', history, '--horizon', '7', '--json', '--report'])).stdout);
    expect(json.series[0].report).toMatchObject({ weights: expect.any(Array), cleaned: expect.any(Array) });
    expect(json.inferred).toMatchObject({ columns: { timestamp: 'date', values: ['calls'] } });
    expect(json.series[0].rows).toHaveLength(7);
  });

  test('takes running numbers with their periods, standard input, and unset options', async () => {
    const steps = Array.from(
      { length: 240 },
      (_, at) => `a,${at},${10 + 5 * Math.sin((at / 12) * Math.PI) + (at % 3)}`,
    );
    const args = ['forecast', '-', '--horizon', '24', '--periods', '24', '--market', ''];
    const { status, stdout } = await called(args, `series,timestamp,value\n${steps.join('\n')}\n`);
    expect(status).toBe(0);
    const rows = stdout.trim().split('\n').slice(1);
    expect(rows).toHaveLength(24);
    expect(rows[0]).toMatch(/^a,240,/);
  });

  test('brings a country’s holidays', async () => {
    // Two federal holidays of the history with a third of a usual day.
    const quiet = days.map((line) => (/-01-19|-02-16/.test(line) ? line.replace(/,.*/, ',50') : line));
    const path = file('quiet.csv', `date,calls\n${quiet.join('\n')}\n`);
    const effects = async (...market: string[]) => {
      const { stdout } = await called(['forecast', path, '--horizon', '7', '--json', '--report', ...market]);
      return JSON.stringify(JSON.parse(stdout).series[0].report.calendar);
    };
    expect(await effects('--market', 'US')).toContain('Martin Luther King');
    expect(await effects()).not.toContain('Martin Luther King');
  });

  test.each([
    [['--horizon', '0'], '--horizon: found "0"'],
    [[], '--horizon: found nothing'],
    [['--horizon', '7', '--levels', '80,101'], '--levels: found "101"'],
    [['--horizon', '7', '--market', 'Atlantis'], '--market: found "Atlantis"'],
    [['--horizon', '7', '--date-order', 'dym'], '--date-order: found "dym"'],
    [['--horizon', '7', '--value', 'visitors'], 'visitors'],
    [['--horizon', '7', '--grain', '7'], '--grain: found 7, allowed is 1440, 10080'],
  ])('refuses %j', async (args, words) => {
    const ended = await called(['forecast', history, ...args]);
    expect(ended).toMatchObject({ status: 2, stdout: '' });
    expect(ended.stderr).toContain(words);
  });

  test('refuses a broken history as a whole, every row in error by its line', async () => {
    const broken = file('broken.csv', 'date,calls\n2026-01-05,100\n2026-01-06,many\n2026-01-07,-4\n2026-01-08,90\n');
    const ended = await called(['forecast', broken, '--horizon', '7']);
    expect(ended).toMatchObject({ status: 2, stdout: '' });
    expect(ended.stderr).toContain(`${broken}: line 3, column calls: found "many"`);
    expect(ended.stderr).toContain(`${broken}: line 4, column calls: found "-4"`);
  });
});

describe('staff', () => {
  test('gives requirement and cover by interval, the sites’ lines adding up to the stream’s', async () => {
    const { status, stdout } = await called(['staff', planFile, '--days', '1']);
    expect(status).toBe(0);
    const [header, ...lines] = stdout.trim().split('\n');
    expect(header).toBe(
      'stream,site,timestamp,open_share,contacts,offered,required_agents,available_agents,service_level,occupancy',
    );
    const rows = lines.map((line) => line.split(','));
    expect(rows).toHaveLength(96);
    const at = (site: string) => rows.find((row) => row[1] === site && row[2] === '2027-01-04T10:00');
    expect(Number(at('')?.[6])).toBeGreaterThan(0);
    expect(Number(at('chicago')?.[7])).toBeCloseTo(Number(at('')?.[7]), 9);
  });

  test('gives paid positions by week', async () => {
    const lines = (await called(['staff', planFile, '--weeks'])).stdout.trim().split('\n');
    expect(lines[0]).toBe('week,required_agent_hours,available_agent_hours,required_paid_fte,available_paid_fte,heads');
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
    const ended = await called(['staff', planFile, option, value]);
    expect(ended).toMatchObject({ status: 2, stdout: '' });
    expect(ended.stderr).toContain(value);
    expect(ended.stderr).toContain('allowed is');
  });
});

describe('concentration and stress', () => {
  test('give JSON, and CSV at full precision that agrees with it', async () => {
    const json = JSON.parse((await called(['concentration', planFile])).stdout);
    const csv = (await called(['concentration', planFile, '--csv'])).stdout.trim().split('\n');
    expect(csv[0]).toMatch(/^dimension,member,label,share,productive_hours,herfindahl,effective_number,contact_share,/);
    const site = csv.find((line) => line.startsWith('site,chicago,'))?.split(',') ?? [];
    expect(Number(site[4])).toBe(json.totalProductiveHours);
  });

  test('the sweep takes out every node', async () => {
    const { stdout, stderr } = await called(['concentration', planFile, '--sweep', '--pairs', '--providers']);
    const { sweep, pairs, scorecards } = JSON.parse(stdout);
    expect(stderr).toBe('');
    expect(sweep.rows.map((row: { dimension: string }) => row.dimension).sort()).toEqual(
      ['country', 'metro', 'parent', 'provider', 'site'].sort(),
    );
    expect(scorecards).toMatchObject({ asOf: expect.any(String), providers: [] });
    // One site is all there is: nothing is left to fail beside the provider that loses it longest.
    expect(pairs).toMatchObject({ nodes: [{ member: sweep.rows[0].member, impact: sweep.rows[0].impact }], pairs: [] });
  });

  test('decide says that there is nothing to move where one site does everything', async () => {
    const { status, stdout } = await called(['decide', planFile]);
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ decision: null, tried: [], today: { lostAtWorst: expect.any(Number) } });
    const csv = (await called(['decide', planFile, '--csv'])).stdout.trim().split('\n');
    expect(csv).toHaveLength(1);
    expect((await called(['decide', planFile, '--cost-rise', '2'])).status).toBe(2);
  });

  test('a plan without disruptions gives the base and no case', async () => {
    const { status, stdout } = await called(['stress', planFile]);
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ cases: [], base: { offered: expect.any(Number) } });
  });
});
