import { expect, test } from 'vitest';
import { planHeadcount } from '../../../engine/answers';
import { headcountSheets, headcountWorkbook } from '../../../web/screens/headcount/headcount-workbook';
import { planOfWeeks } from '../../support/busy-team';
import { unzip } from '../../support/unzip';

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

test('what is written opens again: sheets in order, numbers as numbers, a name like a formula as text', async () => {
  const files = unzip(Buffer.from(await (await headcountWorkbook(plan, answer, null)).arrayBuffer()));
  const workbook = files.get('xl/workbook.xml') ?? '';
  expect([...workbook.matchAll(/<sheet [^>]*name="([^"]+)"/g)].map((found) => found[1])).toEqual([
    'Headcount',
    'Gap in FTE',
    'Hires',
    'Assumptions',
    'Planned by hand',
    'About',
  ]);
  const sheet = files.get('xl/worksheets/sheet1.xml') ?? '';
  expect(sheet).toContain(`<v>${answer.groups[0]!.weekly.requiredFte[0]}</v>`);
  expect([...files.values()].join('')).not.toContain('<f>');
  expect([...files.values()].join('')).toContain('=HYPERLINK(');
});
