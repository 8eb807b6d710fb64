import readWorkbook from 'read-excel-file/node';
import { describe, expect, test } from 'vitest';
import { planHeadcount } from '../../../engine/answers';
import { type Plan, planHash, readPlan } from '../../../engine/plan';
import { workbookOf } from '../../../web/format';
import { headcountSheets } from '../../../web/screens/headcount/workbook/headcount-sheets';
import { INPUT_SHEETS } from '../../../web/screens/headcount/workbook/input-sheets';
import { readSheets } from '../../../web/screens/headcount/workbook/read-sheets';
import type { OpenedSheet, SheetValue } from '../../../web/screens/headcount/workbook/sheet-values';
import { planOfWeeks } from '../../support/busy-team';

const hostile = '=HYPERLINK("http://example.invalid","x")';

/** Three weeks with something of everything that a planner sets. */
const plan = readPlan(
  JSON.parse(
    JSON.stringify(
      planOfWeeks(3, (base) => {
        const [first, second] = base.teams;
        return {
          ...base,
          teams: [
            {
              ...first,
              name: hostile,
              byWeek: { inOffice: [null, 0.2, null] },
              hires: [
                { date: '2027-01-04', heads: 3 },
                { date: '2027-01-11', heads: 2, experienceMonths: 6 },
              ],
              attritionByTenure: [
                { fromMonths: 0, factor: 2 },
                { fromMonths: 6, factor: 0.8 },
              ],
              hiring: { minClass: 2, maxClass: 9, leadWeeks: 1, fillRate: 0.9, costPerHire: 100, costPerLeaver: 50 },
              leaves: [{ date: '2027-01-04', weeks: 2, heads: 1, paid: false }],
            },
            {
              ...second,
              hires: [{ date: '2027-01-11', heads: 4 }],
              shrinkageComponents: [
                { id: 'breaks', name: 'Breaks', kind: 'in-office', share: second!.shrinkage.inOffice },
                {
                  id: 'vacation',
                  name: 'Vacation',
                  kind: 'out-of-office',
                  share: second!.shrinkage.outOfOffice,
                  byWeek: [null, null, 0.3],
                  source: 'Kept when the rest is read back',
                },
              ],
            },
          ],
          transfers: [
            { from: first!.id, to: second!.id, date: '2027-01-11', heads: 1, trainingWeeks: 1, experienceKept: 0.5 },
          ],
          hiringFreezes: [{ from: '2027-01-04', until: '2027-01-10' }],
          shiftTemplates: [
            {
              id: 'day',
              name: 'Day',
              lengthMinutes: 510,
              earliestStartMinute: 420,
              latestStartMinute: 600,
              startEveryMinutes: 30,
              breaks: [{ afterMinutes: 240, minutes: 30, paid: false }],
              daysPerWeek: 5,
            },
          ],
        } as unknown as Plan;
      }),
    ),
  ),
);
const answer = planHeadcount(plan);
const hash = planHash(plan);

/** The plan's workbook, written and opened again. */
async function opened(of: Plan = plan): Promise<OpenedSheet[]> {
  const blob = await workbookOf(headcountSheets(of, planHeadcount(of), null));
  const found = await readWorkbook(Buffer.from(await blob.arrayBuffer()));
  return found.map(({ sheet, data }) => ({ name: sheet, rows: data as SheetValue[][] }));
}

/** The same with cells changed by hand: sheet, row (1 is the first entry), head, value. */
function edited(sheets: readonly OpenedSheet[], cells: readonly (readonly [string, number, string, SheetValue])[]) {
  return sheets.map(({ name, rows }) => {
    const own = rows.map((row) => [...row]);
    for (const [sheet, at, head, value] of cells) {
      if (sheet !== name) continue;
      own[at] ??= [];
      own[at]![own[0]!.indexOf(head)] = value;
    }
    return { name, rows: own };
  });
}

describe('what is written', () => {
  test('every week with the answer’s own figures, the inputs and what they rest on', () => {
    const sheets = new Map(headcountSheets(plan, answer, null).map((sheet) => [sheet.name, sheet.rows]));
    const [head = [], ...rows] = sheets.get('Headcount') ?? [];
    expect(rows).toHaveLength(answer.groups.length * 3);
    const column = head.indexOf('requiredFte');
    expect(rows.map((row) => row[column])).toEqual(answer.groups.flatMap((group) => [...group.weekly.requiredFte]));
    expect(sheets.get('Assumptions')).toHaveLength(3);
    expect(sheets.get('Planned by hand')?.[1]).toEqual([
      plan.teams[0]!.id,
      hostile,
      '2027-W02',
      '2027-01-11',
      'inOffice',
      'Shrinkage at work',
      { value: 0.2, format: '0.0#%' },
    ]);
    expect(sheets.get('About')?.flat()).toContain(answer.provenance.planHash);
  });

  test('opens again with every value: numbers as numbers, a name like a formula as text', async () => {
    const sheets = headcountSheets(plan, answer, null);
    const read = await opened();
    expect(read.map(({ name }) => name)).toEqual(sheets.map(({ name }) => name));
    // Empty cells at a row's end may come back as nothing or not at all.
    const plain = (row: readonly unknown[]) => {
      const cells = row.map((cell) => {
        const value = typeof cell === 'object' && cell !== null && 'value' in cell ? cell.value : cell;
        return value === undefined || value === '' || (typeof value === 'number' && !Number.isFinite(value))
          ? null
          : value;
      });
      while (cells.length > 0 && cells.at(-1) === null) cells.pop();
      return cells;
    };
    read.forEach(({ rows }, at) => {
      expect(rows.map(plain)).toEqual(sheets[at]!.rows.map(plain));
    });
    expect(read.flatMap(({ rows }) => rows.flat())).toContain(hostile);
  });

  test('heads of a sheet are all different, so that columns are found by them', () => {
    for (const { columns } of INPUT_SHEETS) {
      const labels = columns(plan).map(({ label }) => label);
      expect(new Set(labels).size).toBe(labels.length);
    }
  });
});

describe('what is read back', () => {
  test('a workbook that nobody changed changes nothing', async () => {
    const { changes, refused, notes, next } = readSheets(plan, await opened(), hash);
    expect({ changes, refused, notes }).toEqual({ changes: [], refused: [], notes: [] });
    expect(next).toBe(plan);
  });

  test('changed cells, new rows and rows that are gone land where they belong, and nowhere else', async () => {
    const second = plan.teams[1]!;
    const sheets = edited(await opened(), [
      ['Assumptions', 2, 'Attrition a year', 0.55],
      ['Assumptions', 2, 'Lost in training', '12 %'],
      ['Hires and rehires', 1, 'Heads', 5],
      ['Hires and rehires', 4, 'Team', second.name],
      ['Hires and rehires', 4, 'First day on contacts', new Date(Date.UTC(2027, 0, 18))],
      ['Hires and rehires', 4, 'Heads', 7],
      ['Planned by hand', 1, 'Value', 0.25],
      ['Planned by hand', 2, 'Value', null],
      ['Shifts', 1, 'Breaks', '180+15 paid, 240+30'],
      ['Transfers and promotions', 1, 'To team', 'Promoted out of contact work'],
    ]).map((sheet) => (sheet.name === 'Leaves' ? { ...sheet, rows: sheet.rows.slice(0, 1) } : sheet));
    const { changes, refused, next } = readSheets(plan, sheets, hash);
    expect(refused).toEqual([]);
    expect(changes).toHaveLength(9);
    expect(changes).toContainEqual({
      sheet: 'Assumptions',
      row: second.name,
      what: 'Attrition a year',
      before: expect.stringMatching(/%$/),
      after: '55%',
    });
    const [one, two] = next.teams;
    expect(two!.attritionPerYear).toBe(0.55);
    expect(two!.onboarding?.trainingLossShare).toBe(0.12);
    expect(one!.hires[0]!.heads).toBe(5);
    expect(two!.hires).toEqual([
      { date: '2027-01-11', heads: 4 },
      { date: '2027-01-18', heads: 7 },
    ]);
    expect(one!.leaves).toBeUndefined();
    expect(one!.byWeek).toEqual({ inOffice: [null, 0.25, null] });
    expect(two!.shrinkageComponents?.[1]).toEqual({
      ...second.shrinkageComponents![1],
      byWeek: undefined,
    });
    expect(next.transfers?.[0]).not.toHaveProperty('to');
    expect(next.shiftTemplates![0]!.breaks).toHaveLength(2);
    // The plan is sound with it, and what was not touched is the same object.
    expect(() => readPlan(JSON.parse(JSON.stringify(next)))).not.toThrow();
    expect(next.streams).toBe(plan.streams);
    expect(one!.hiring).toBe(plan.teams[0]!.hiring);
  });

  test('what can’t be read is refused with sheet, row and column', async () => {
    const sheets = edited(await opened(), [
      ['Assumptions', 1, 'No-shows', 1.5],
      ['Assumptions', 2, 'Key', 'nobody'],
      ['Hires and rehires', 1, 'First day on contacts', 'soon'],
      ['Hires and rehires', 4, 'Team', 'No such team'],
      ['Planned by hand', 1, 'From', '2031-01-01'],
      ['Planned by hand', 2, 'Field', '__proto__'],
      ['Rooms and trainers', 1, 'Trainers', 'two'],
    ]);
    const { refused } = readSheets(plan, sheets, hash);
    expect(refused).toEqual([
      'Assumptions, row 2, No-shows: found 150%; allowed: a number from 0% to 90%',
      'Assumptions, row 3: found the key “nobody”; allowed: a key of this plan',
      'Hires and rehires, row 2, First day on contacts: found “soon”; allowed: a date such as 2027-03-01',
      'Hires and rehires, row 5, Team: found “No such team”; allowed: the name of one team, or its id',
      expect.stringMatching(
        /^Rooms and trainers, row 2, Trainers: found “two”; allowed: a whole number from 0 to 1,000/,
      ),
      'Planned by hand, row 2, From: found “2031-01-01”; allowed: a day of the plan, such as 2027-01-04',
      expect.stringMatching(/^Planned by hand, row 3, Field: found “__proto__”; allowed: attritionPerYear/),
    ]);
  });

  test('another workbook is no headcount, and one of another state says so', async () => {
    const foreign = readSheets(plan, [{ name: 'Sheet1', rows: [['a', 'b']] }], hash);
    expect(foreign.refused[0]).toMatch(/^Found the sheets “Sheet1”; allowed: a workbook of this screen/);
    const { notes } = readSheets(plan, await opened(), 'other');
    expect(notes[0]).toMatch(/written from another state/);
  });
});
