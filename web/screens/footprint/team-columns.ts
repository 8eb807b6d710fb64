import type { Plan, Team } from '../../../engine/plan';
import { channelLabel, formatCount, languageLabel } from '../../format';
import { choiceColumn, type GridColumn, numberColumn, shareColumn, shownColumn, textColumn } from '../../grid';
import type { Editable } from '../../state';

type Row = Editable<Team>;

export const headsOf = (team: Pick<Team, 'headcount'>): number =>
  team.headcount.reduce((sum, entry) => sum + entry.heads, 0);

/** Another headcount on the first day, with the tenures in the same proportion. */
export function setHeads(team: Row, heads: number): void {
  const before = headsOf(team as Team);
  const [first] = team.headcount;
  if (before > 0) for (const entry of team.headcount) entry.heads = (entry.heads * heads) / before;
  else if (first) first.heads = heads;
}

/** Another shrinkage of a kind; its components, where they are planned, keep their proportions. */
export function setShrinkage(team: Row, field: 'inOffice' | 'outOfOffice', value: number): void {
  const kind = field === 'inOffice' ? 'in-office' : 'out-of-office';
  const before = team.shrinkage[field];
  const parts = team.shrinkageComponents?.filter((part) => part.kind === kind) ?? [];
  for (const part of parts) part.share = before > 0 ? (part.share * value) / before : value / parts.length;
  team.shrinkage[field] = value;
  if (parts.length === 0 && value > 0 && team.shrinkageComponents) {
    const words = kind === 'in-office' ? 'Time at work' : 'Time away';
    team.shrinkageComponents.push({ id: kind, name: words, kind, share: value });
  }
}

/** What of a team is edited in the table. */
export function teamColumns(plan: Plan): GridColumn<Row>[] {
  const sites = plan.sites.map(({ id, name }) => ({ value: id, label: name }));
  return [
    textColumn<Row>({
      key: 'name',
      label: 'Team',
      path: 'name',
      width: 210,
      get: (row) => row.name,
      set: (row, value) => {
        row.name = value;
      },
    }),
    choiceColumn<Row>({
      key: 'site',
      label: 'Site',
      path: 'site',
      choices: sites,
      get: (row) => row.site,
      set: (row, value) => {
        row.site = value;
      },
    }),
    numberColumn<Row>({
      key: 'heads',
      label: 'Heads, first day',
      path: 'headcount',
      decimals: 1,
      hint: 'All tenures together; a change keeps their proportions',
      get: (row) => headsOf(row as Team),
      set: (row, value) => setHeads(row, value),
      max: 1e6,
    }),
    shownColumn<Row>(
      'hires',
      'Hires planned',
      'hires',
      (row) =>
        row.hires.length === 0
          ? 'none'
          : `${formatCount(row.hires.reduce((sum, hire) => sum + hire.heads, 0))} in ${row.hires.length}`,
      100,
      'Heads that finish training, in so many classes',
    ),
    shownColumn<Row>(
      'skills',
      'Skills',
      'skills',
      (row) =>
        row.skills.map(({ skill, proficiency }) => (proficiency === 1 ? skill : `${skill} ×${proficiency}`)).join(', '),
      190,
    ),
    shownColumn<Row>(
      'languages',
      'Languages',
      'languages',
      (row) => row.languages.map((code) => languageLabel(code)).join(', '),
      120,
    ),
    shownColumn<Row>('channels', 'Channels', 'channels', (row) => row.channels.map(channelLabel).join(', '), 140),
    shareColumn<Row>({
      key: 'attrition',
      label: 'Attrition a year',
      path: 'attritionPerYear',
      max: 5,
      hint: 'Leavers over average heads; can be above 100 %',
      get: (row) => row.attritionPerYear,
      set: (row, value) => {
        row.attritionPerYear = value;
      },
    }),
    shareColumn<Row>({
      key: 'inOffice',
      label: 'Shrinkage at work',
      path: 'shrinkage.inOffice',
      max: 0.9,
      hint: 'Paid time away from contacts: breaks, meetings, coaching',
      get: (row) => row.shrinkage.inOffice,
      set: (row, value) => {
        setShrinkage(row, 'inOffice', value);
      },
    }),
    shareColumn<Row>({
      key: 'outOfOffice',
      label: 'Shrinkage away',
      path: 'shrinkage.outOfOffice',
      max: 0.9,
      hint: 'Paid time away from work: vacation, sickness, leave',
      get: (row) => row.shrinkage.outOfOffice,
      set: (row, value) => {
        setShrinkage(row, 'outOfOffice', value);
      },
    }),
    numberColumn<Row>({
      key: 'hours',
      label: 'Paid hours a week',
      path: 'paidHoursPerWeek',
      min: 1,
      max: 60,
      get: (row) => row.paidHoursPerWeek,
      set: (row, value) => {
        row.paidHoursPerWeek = value;
      },
    }),
    shareColumn<Row>({
      key: 'speed',
      label: 'First-month speed',
      path: 'learning.firstMonthSpeed',
      get: (row) => row.learning.firstMonthSpeed,
      set: (row, value) => {
        row.learning.firstMonthSpeed = value;
      },
    }),
    numberColumn<Row>({
      key: 'months',
      label: 'Months to full speed',
      path: 'learning.monthsToFullSpeed',
      max: 60,
      get: (row) => row.learning.monthsToFullSpeed,
      set: (row, value) => {
        row.learning.monthsToFullSpeed = value;
      },
    }),
    numberColumn<Row>({
      key: 'span',
      label: 'Agents to a leader',
      path: 'spanOfControl',
      min: 1,
      max: 200,
      get: (row) => row.spanOfControl,
      set: (row, value) => {
        row.spanOfControl = value;
      },
    }),
  ];
}
