import { choiceColumn, type GridColumn, numberColumn, shareColumn, textColumn } from '../../../grid';
import { type DraftTeam, type RuleTable, type TeamEntry, teamEntries } from './rule-table';
import { teamName } from './team-rows';

type Part = NonNullable<DraftTeam['shrinkageComponents']>[number];
type PartRow = TeamEntry<Part>;

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;
const KINDS = [
  { value: 'in-office', label: 'At work' },
  { value: 'out-of-office', label: 'Away' },
] as const;

/** Sets the team's shrinkage to what its components add up to. */
export function addUp(team: DraftTeam): void {
  const parts = team.shrinkageComponents;
  if (!parts) return;
  const of = (kind: Part['kind']) =>
    Math.round(parts.reduce((sum, part) => sum + (part.kind === kind ? part.share : 0), 0) * 1e9) / 1e9;
  team.shrinkage.inOffice = of('in-office');
  team.shrinkage.outOfOffice = of('out-of-office');
}

/** Paid time away from contacts, reason by reason and month by month. */
export const shrinkageTable: RuleTable<PartRow> = {
  key: 'shrinkage',
  title: 'Shrinkage by component',
  what: 'Why paid time is not on contacts, as a share of it, and how much more or less than usual in each month (2 is twice as much). The team’s shrinkage is what its components add up to; single weeks are planned in the grid above.',
  empty: 'No team splits its shrinkage.',
  rows: (plan) => teamEntries(plan, (team) => team.shrinkageComponents),
  isOfTeam: true,
  placeOf: ({ teamAt, at }) => `teams[${teamAt}].shrinkageComponents[${at}]`,
  keyOf: ({ team, entry }) => `${team.id}/${entry.id}`,
  nameOf: ({ team, entry }) => `${entry.name} of ${team.name}`,
  add: (_plan, team) => {
    team.shrinkageComponents ??= [
      { id: 'at-work', name: 'Time at work', kind: 'in-office', share: team.shrinkage.inOffice },
      { id: 'away', name: 'Time away', kind: 'out-of-office', share: team.shrinkage.outOfOffice },
    ];
    const taken = new Set(team.shrinkageComponents.map(({ id }) => id));
    let number = team.shrinkageComponents.length + 1;
    while (taken.has(`component-${number}`)) number++;
    team.shrinkageComponents.push({
      id: `component-${number}`,
      name: `Component ${number}`,
      kind: 'in-office',
      share: 0,
    });
  },
  remove: (_plan, { team, at }) => {
    team.shrinkageComponents?.splice(at, 1);
    addUp(team);
    if (team.shrinkageComponents?.length === 0) delete team.shrinkageComponents;
  },
  columns: () => [
    teamName<PartRow>(),
    textColumn<PartRow>({
      key: 'name',
      label: 'Component',
      path: 'name',
      get: ({ entry }) => entry.name,
      set: ({ entry }, value) => {
        entry.name = value;
      },
    }),
    choiceColumn<PartRow>({
      key: 'kind',
      label: 'Where',
      path: 'kind',
      width: 96,
      choices: KINDS,
      get: ({ entry }) => entry.kind,
      set: ({ entry, team }, value) => {
        entry.kind = value;
        addUp(team);
      },
    }),
    shareColumn<PartRow>({
      key: 'share',
      label: 'Share',
      path: 'share',
      width: 80,
      max: 0.9,
      get: ({ entry }) => entry.share,
      set: ({ entry, team }, value) => {
        entry.share = value;
        addUp(team);
      },
    }),
    ...MONTHS.map(
      (label, month): GridColumn<PartRow> =>
        numberColumn<PartRow>({
          key: `month-${month + 1}`,
          label,
          path: `byMonth[${month}]`,
          width: 56,
          max: 20,
          get: ({ entry }) => entry.byMonth?.[month] ?? 1,
          set: ({ entry }, value) => {
            entry.byMonth = MONTHS.map((_, at) => entry.byMonth?.[at] ?? 1);
            entry.byMonth[month] = value;
          },
        }),
    ),
  ],
};
