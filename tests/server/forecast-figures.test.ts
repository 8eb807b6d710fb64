import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { forecastHistory } from '../../engine/answers';
import { historyGrid, keptHistory } from '../../engine/answers/kept-history';
import { readHistory } from '../../engine/answers/read-history';
import { publicHolidays } from '../../server/holidays';
import { tinyPlan } from '../support/tiny-plan';
import { ballast, launched } from './run-ballast';

const folder = mkdtempSync(join(tmpdir(), 'ballast-forecast-figures-'));
const data = fileURLToPath(new URL('../../../shared/data/', import.meta.url));
const bank = `${data}bank_na_5min_2003/calls.csv`;
const holidayCompany = `${data}holiday_company_daily_2013_2016/calls.csv`;

beforeAll(async () => {
  expect((await launched(['--help'])).status).toBe(0);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What the Demand screen shows for a file that was kept in the plan: times, means and all bands, as texts. */
function onScreen(
  path: string,
  options: { intervalMinutes: number; horizonDays: number; holidays?: { date: string; name: string }[] },
): string[][] {
  const { intervalMinutes, horizonDays, holidays } = options;
  const [read] = readHistory(readFileSync(path)).histories;
  const history = keptHistory(historyGrid(read!, intervalMinutes), {
    id: 'calls',
    name: 'calls',
    source: 'file',
    zone: null,
  });
  const { steps } = forecastHistory({ history, grain: 'interval', horizonDays, holidays });
  return steps.timestamps.map((at, i) => [
    at,
    ...[steps.mean, ...steps.bands.flatMap(({ lo, hi }) => [lo, hi])].map((column) => String(column[i])),
  ]);
}

async function onCommandLine(args: readonly string[]): Promise<string[][]> {
  const { stdout, status } = await ballast(['forecast', ...args]);
  expect(status).toBe(0);
  const rows = stdout.trim().split('\n').slice(1);
  return rows.map((row) => {
    const [, at = '', ...figures] = row.split(',');
    return [at.slice(0, 16).replace(' ', 'T'), ...figures];
  });
}

describe.skipIf(!existsSync(bank))('forecast of the bank’s calls (../shared/data)', () => {
  test('gives what the Demand screen shows, to the last digit, by half-hour', async () => {
    const shown = onScreen(bank, { intervalMinutes: 30, horizonDays: 7 });
    expect(shown.filter(([, mean]) => Number(mean) > 0).length).toBeGreaterThan(100);
    expect(await onCommandLine([bank, '--grain', '30', '--horizon', '336', '--levels', '50,80,95'])).toEqual(shown);
  });
});

describe.skipIf(!existsSync(holidayCompany))('forecast of the holiday company’s calls (../shared/data)', () => {
  test('gives what the Demand screen shows, to the last digit, by day and with holidays', async () => {
    const holidays = [...publicHolidays('IT', 2012, 2017)];
    const shown = onScreen(holidayCompany, { intervalMinutes: 1440, horizonDays: 28, holidays });
    expect(shown).toHaveLength(28);
    expect(await onCommandLine([holidayCompany, '--horizon', '28', '--market', 'IT', '--levels', '50,80,95'])).toEqual(
      shown,
    );
  });
});

describe('forecast of several series', () => {
  const rows = ['a', 'b', 'c', 'd', 'e'].flatMap((series, s) =>
    Array.from({ length: 90 }, (_, at) => {
      const date = new Date(Date.UTC(2026, 0, 5 + at)).toISOString().slice(0, 10);
      return `${series},${date},${40 + 10 * s + (at % 7) * (s + 1) + ((at * (s + 3)) % 11) + (at === 50 ? 300 : 0)}`;
    }),
  );
  const path = join(folder, 'many.csv');
  writeFileSync(path, `series,timestamp,value\n${rows.join('\n')}\n`);

  test('is the same for any number of threads', async () => {
    const alone = await ballast(['forecast', path, '--horizon', '10', '--workers', '1']);
    expect(alone.status).toBe(0);
    expect(alone.stdout.trim().split('\n')).toHaveLength(51);
    for (const workers of ['2', '3', '9']) {
      expect(await ballast(['forecast', path, '--horizon', '10', '--workers', workers])).toEqual(alone);
    }
  });

  test('includes a series that adds up the others, unless totals are to be skipped; one that is only called a total stays', async () => {
    const parts = rows.filter((row) => !row.startsWith('e,')).map((row) => row.split(',') as [string, string, string]);
    const sums = new Map<string, number>();
    for (const [, date, value] of parts) sums.set(date, (sums.get(date) ?? 0) + Number(value));
    const write = (name: string, added: readonly string[]) => {
      const file = join(folder, name);
      writeFileSync(file, `series,timestamp,value\n${[...parts.map((row) => row.join(',')), ...added].join('\n')}\n`);
      return file;
    };
    const seriesOf = async (file: string, ...options: string[]) => {
      const { stdout } = await ballast(['forecast', file, '--horizon', '3', ...options]);
      const lines = stdout.trim().split('\n').slice(1);
      return new Set(lines.map((row) => row.split(',')[0]));
    };
    const adding = write(
      'total.csv',
      [...sums].map(([date, value]) => `total,${date},${value}`),
    );
    expect(await seriesOf(adding)).toContain('total');
    expect(await seriesOf(adding, '--totals', 'skip')).not.toContain('total');
    const onlyCalled = write(
      'called-total.csv',
      [...sums].map(([date], at) => `total,${date},${30 + (at % 7)}`),
    );
    expect(await seriesOf(onlyCalled, '--totals', 'skip')).toContain('total');
  });

  test('draws paths with a seed, the same for any number of threads', async () => {
    const paths = await ballast(['forecast', path, '--horizon', '3', '--paths', '4', '--seed', '9', '--workers', '3']);
    const lines = paths.stdout.trim().split('\n');
    expect(lines[0]).toBe('series,path,timestamp,value');
    expect(lines).toHaveLength(1 + 5 * 4 * 3);
    const again = await ballast(['forecast', path, '--horizon', '3', '--paths', '4', '--seed', '9', '--json']);
    const { series, together } = JSON.parse(again.stdout);
    expect(lines[1]).toBe(`a,1,2026-04-05,${series[0].paths[0][0]}`);
    expect(together.rows).toHaveLength(3);
  });

  test('names what was cleaned, and leaves it as it was when told', async () => {
    const report = await ballast(['forecast', path, '--horizon', '7', '--report']);
    const id = 'outlier:2026-02-24';
    expect(report.stderr).toContain(`--keep ${id}`);
    const kept = await ballast(['forecast', path, '--horizon', '7', '--report', '--keep', id]);
    expect(kept.stderr).toContain('kept as it was');
    expect(kept.stdout).not.toBe(report.stdout);
    const unknown = await ballast(['forecast', path, '--horizon', '7', '--keep', 'outlier:1999-01-01']);
    expect(unknown.stderr).toContain('nothing was cleaned under the name outlier:1999-01-01');
  });
});

describe('forecast of a history that a plan keeps', () => {
  const plan = tinyPlan();
  const values = Array.from({ length: 200 }, (_, day) => (day === 150 ? 900 : 100 + 10 * (day % 7) + ((day * 13) % 7)));
  const about = { start: '2026-01-05T00:00', intervalMinutes: 1440, zone: null, source: 'test' };
  const decision = {
    kind: 'outlier',
    from: '2026-06-04',
    until: '2026-06-04',
    decision: 'learn',
    author: 'Ada',
  } as const;
  const restored = { ...about, id: 'calls', name: 'Calls', values, decisions: [{ id: 'one', ...decision }] };
  const path = join(folder, 'plan.json');
  const histories = [restored, { ...about, id: 'mails', name: 'Mails', values }];
  writeFileSync(path, JSON.stringify({ ...plan, histories }));

  test('gives the screen’s figures, with what planners decided, and names its market’s holidays', async () => {
    const args = [
      path,
      '--history',
      'Calls',
      '--horizon',
      '10',
      '--levels',
      '50,80,95',
      '--market',
      plan.markets[0]!.id,
    ];
    const holidays = plan.markets[0]!.holidays;
    const shown = forecastHistory({ history: restored, grain: 'day', horizonDays: 10, holidays }).steps;
    const rows = await onCommandLine(args);
    expect(rows.map(([at, mean]) => [at, Number(mean)])).toEqual(shown.timestamps.map((at, i) => [at, shown.mean[i]]));
    const other = await onCommandLine(args.map((one) => (one === 'Calls' ? 'mails' : one)));
    expect(other).not.toEqual(rows);
  });

  test('says which histories there are, and that a plan needs no guesses', async () => {
    const several = await ballast(['forecast', path, '--horizon', '10']);
    expect(several.status).toBe(2);
    expect(several.stderr).toContain('a history of the plan: calls, mails');
    const alien = await ballast(['forecast', path, '--history', 'calls', '--horizon', '10', '--date-order', 'dmy']);
    expect(alien).toMatchObject({ status: 2, stdout: '' });
    expect(alien.stderr).toContain('--date-order');
  });
});
