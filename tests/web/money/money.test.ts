import readWorkbook from 'read-excel-file/node';
import { describe, expect, test } from 'vitest';
import { type Assumption, moneyAssumptions, nodesOf, planMoney, planValue } from '../../../engine/answers';
import { type Plan, readPlan } from '../../../engine/plan';
import { workbookOf } from '../../../web/format';
import { type AssumptionField, endsOf, setAssumption } from '../../../web/screens/money/assumption-edits';
import { readingOf } from '../../../web/screens/money/money-words';
import { moneySheets, treeCsv } from '../../../web/screens/money/money-workbook';
import { branchesOf, treeRows } from '../../../web/screens/money/tree-rows';
import { pricedDocument } from '../../support/priced-plan';
import { tinyDocument } from '../../support/tiny-plan';

const plan = readPlan(pricedDocument({ weeks: 15 }));
const copyOf = (of: Plan): Plan => JSON.parse(JSON.stringify(of));

/** The plan after some fields of an assumption were set one by one; read again, so that it must be sound. */
function edited(of: Plan, path: string, changes: readonly (readonly [AssumptionField, unknown])[]): Assumption {
  const draft = copyOf(of);
  for (const [field, value] of changes) {
    const row = moneyAssumptions(draft).find((one) => one.path === path)!;
    setAssumption(draft, row, field, value);
  }
  return moneyAssumptions(readPlan(copyOf(draft))).find((one) => one.path === path)!;
}

describe('figures behind money, edited', () => {
  test('every row of a full plan takes each of its own values back and leaves the plan as it was', () => {
    const draft = copyOf(plan);
    for (const row of moneyAssumptions(plan)) {
      const [low, likely, high] = endsOf(row);
      if (likely === null) continue;
      for (const [field, value] of [
        ['likely', likely],
        ['low', low],
        ['high', high],
      ] as const) {
        if (row.range === 'none' && field !== 'likely') continue;
        const now = moneyAssumptions(draft).find(({ path }) => path === row.path)!;
        setAssumption(draft, now, field, value);
      }
    }
    expect(draft).toEqual(copyOf(plan));
  });

  test('a figure becomes a range and one number again, in the figure or beside it', () => {
    const own = 'streams/voice-en/worth/resolutionShare';
    expect(edited(plan, own, [['high', 0.95]]).estimate).toEqual([0.6, 0.7, 0.95]);
    expect(
      edited(plan, own, [
        ['low', null],
        ['high', null],
      ]).estimate,
    ).toBe(0.7);
    const beside = 'reasons/sale/valuePerContact';
    expect(edited(plan, beside, [['low', 5]]).estimate).toEqual([5, 20, 30]);
    expect(edited(plan, beside, [['likely', 50]]).estimate).toEqual([12, 50, 50]);
    expect(
      edited(plan, beside, [
        ['low', null],
        ['high', null],
      ]).estimate,
    ).toBe(20);
  });

  test('figures that the plan had none of are made, with an entry around them; a sound plan comes out', () => {
    const bare = readPlan({ ...tinyDocument(), reasons: pricedDocument({ sure: true }).reasons });
    for (const { path, estimate, min } of moneyAssumptions(bare)) {
      if (estimate !== null) continue;
      const value = Math.max(min, 0.4);
      expect(edited(bare, path, [['likely', value]]).estimate, path).toBe(value);
    }
    expect(
      edited(bare, 'markets/home/churn/perRepeat', [
        ['likely', 0.1],
        ['likely', null],
      ]).estimate,
    ).toBeNull();
    expect(
      edited(plan, 'money/leads/wageFactor', [
        ['source', 'A survey'],
        ['grade', 'survey'],
      ]),
    ).toMatchObject({ source: 'A survey', grade: 'survey' });
    expect(edited(plan, 'money/leads/wageFactor', [['grade', '']]).grade).toBeNull();
  });
});

describe('the cost tree in rows', () => {
  const answer = planMoney(plan, { by: 'provider' });

  test('opens branch by branch; every period adds up to the whole', () => {
    const closed = treeRows(answer, 'period', new Set());
    expect(closed.map(({ depth }) => depth)).toEqual([0, 1, 1]);
    const open = treeRows(answer, 'week', new Set(branchesOf(answer.tree)));
    expect(open).toHaveLength([...nodesOf(answer.tree)].length);
    for (const row of [...closed, ...open]) {
      expect(row.values.reduce((sum, value) => sum + value, 0)).toBeCloseTo(row.total, 4);
    }
    expect(closed[0]?.share).toBe(1);
  });

  test('is read in another currency at the plan’s rate', () => {
    expect(readingOf(plan, 'CHF')).toEqual({ code: 'CHF', perUnit: 0.95 });
    expect(readingOf(plan, 'XXX')).toEqual({ code: 'EUR', perUnit: 1 });
  });
});

describe('the money workbook', () => {
  const hostile = '=HYPERLINK("http://example.invalid","x")';
  const named = {
    ...plan,
    name: hostile,
    teams: plan.teams.map((team) => ({ ...team, name: `${hostile} ${team.id}` })),
  };
  const answer = planMoney(named, { by: 'team', scenario: 'dearer' });
  const value = planValue(named);

  test('holds the tree, budget, bridge, value and every assumption, as numbers and plain texts', async () => {
    const blob = await workbookOf(moneySheets(named, answer, value));
    const sheets = await readWorkbook(Buffer.from(await blob.arrayBuffer()));
    expect(sheets.map(({ sheet }) => sheet)).toEqual([
      'Cost by period',
      'Cost by week',
      'Budget',
      'Bridge',
      'Value',
      'Margin by reason',
      'Streams',
      'Assumptions',
      'About',
    ]);
    const rowsOf = (name: string) => sheets.find(({ sheet }) => sheet === name)!.data;
    const [head = [], whole = []] = rowsOf('Cost by period');
    expect(whole[head.indexOf('Whole plan')]).toBeCloseTo(answer.tree.total, 6);
    const weekly = rowsOf('Cost by week')
      .slice(1)
      .reduce((sum, row) => sum + Number(row[5]), 0);
    expect(weekly).toBeCloseTo(answer.tree.total, 4);
    const changes = rowsOf('Bridge')
      .slice(1)
      .reduce((sum, row) => sum + Number(row[3]), 0);
    expect(answer.bridge!.fromTotal + changes).toBeCloseTo(answer.tree.total, 4);
    expect(rowsOf('Value').find(([what]) => what === 'Value less cost')?.[2]).toBeCloseTo(value.surplus.likely, 4);
    const known = moneyAssumptions(named).filter(({ estimate }) => estimate !== null);
    expect(rowsOf('Assumptions')).toHaveLength(1 + known.length + named.sites.length + 1);
    expect(JSON.stringify(rowsOf('Cost by period'))).toContain('=HYPERLINK');
  });

  test('a CSV of the tree guards what a spreadsheet would run', () => {
    const csv = treeCsv(answer, 'quarter');
    expect(csv).toContain("'=HYPERLINK");
    expect(csv.split('\n')[0]).toContain('2027-Q1');
  });
});
