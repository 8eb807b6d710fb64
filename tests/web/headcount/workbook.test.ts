import readWorkbook from 'read-excel-file/node';
import { expect, test } from 'vitest';
import { planHeadcount } from '../../../engine/answers';
import { headcountSheets, headcountWorkbook } from '../../../web/screens/headcount/headcount-workbook';
import { planOfWeeks } from '../../support/busy-team';

const hostile = '=HYPERLINK("http://example.invalid","x")';
const plan = planOfWeeks(3, (base) => ({
  ...base,
  teams: base.teams.map((team, at) =>
    at === 0 ? { ...team, name: hostile, byWeek: { inOffice: [null, 0.2, null] } } : team,
  ),
}));
const answer = planHeadcount(plan);

test('the workbook holds every week with the answer’s own figures, and the assumptions', () => {
  const sheets = new Map(headcountSheets(plan, answer, null).map((sheet) => [sheet.name, sheet.rows]));
  const [head = [], ...rows] = sheets.get('Headcount') ?? [];
  expect(rows).toHaveLength(answer.groups.length * 3);
  const column = head.indexOf('requiredFte');
  expect(rows.map((row) => row[column])).toEqual(answer.groups.flatMap((group) => [...group.weekly.requiredFte]));
  expect(sheets.get('Assumptions')).toHaveLength(3);
  expect(sheets.get('Planned by hand')?.[1]).toEqual([hostile, '2027-W02', '2027-01-11', 'inOffice', 0.2]);
  expect(sheets.get('About')?.flat()).toContain(answer.provenance.planHash);
});

test('what is written opens again with every value: numbers as numbers, a name like a formula as text', async () => {
  const sheets = headcountSheets(plan, answer, null);
  const bytes = Buffer.from(await (await headcountWorkbook(plan, answer, null)).arrayBuffer());
  const read = await readWorkbook(bytes);
  expect(read.map(({ sheet }) => sheet)).toEqual(sheets.map(({ name }) => name));
  // Empty cells at a row's end may come back as nothing or not at all.
  const plain = (row: readonly unknown[]) => {
    const cells = row.map((cell) =>
      cell === undefined || (typeof cell === 'number' && !Number.isFinite(cell)) ? null : cell,
    );
    while (cells.length > 0 && cells.at(-1) === null) cells.pop();
    return cells;
  };
  read.forEach(({ data }, at) => {
    expect(data.map(plain)).toEqual(sheets[at]!.rows.map(plain));
  });
  expect(read.flatMap(({ data }) => data.flat())).toContain(hostile);
});
