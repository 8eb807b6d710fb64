import type { Plan } from '../../../../engine/plan';
import { choiceColumn, countColumn, type GridColumn, numberColumn, shareColumn, textColumn } from '../../../grid';
import {
  DAY,
  type DraftPlan,
  type DraftTeam,
  datedKey,
  type RuleTable,
  type TeamEntry,
  teamEntries,
} from './rule-table';
import { teamName } from './team-rows';

type Leave = TeamEntry<NonNullable<DraftTeam['leaves']>[number]>;
type Hire = TeamEntry<DraftTeam['hires'][number]>;

/** How many of a list's first entries start on a day. */
const sameDay = (list: readonly { readonly date: string }[] | undefined, date: string, first: number) =>
  (list ?? []).slice(0, first).filter((one) => one.date === date).length;

const teamChoices = (plan: Plan) => plan.teams.map(({ id, name }) => ({ value: id, label: name }));

function dateColumn<Row>(label: string, entryOf: (row: Row) => { date: string }): GridColumn<Row> {
  return textColumn<Row>({
    key: 'date',
    label,
    path: 'date',
    width: 130,
    ...DAY,
    get: (row) => entryOf(row).date,
    set: (row, value) => {
      entryOf(row).date = value;
    },
  });
}

function headsColumn<Row>(entryOf: (row: Row) => { heads: number }): GridColumn<Row> {
  return numberColumn<Row>({
    key: 'heads',
    label: 'Heads',
    path: 'heads',
    max: 100_000,
    decimals: 1,
    get: (row) => entryOf(row).heads,
    set: (row, value) => {
      entryOf(row).heads = value;
    },
  });
}

/** People who are away for weeks and come back. */
export const leaveTable: RuleTable<Leave> = {
  key: 'leaves',
  title: 'Leaves',
  what: 'People away for weeks and back afterwards, such as parents. They stay on the payroll if the leave is paid, and are counted as employed.',
  empty: 'No leave is planned.',
  rows: (plan) => teamEntries(plan, (team) => team.leaves),
  placeOf: ({ teamAt, at }) => `teams[${teamAt}].leaves[${at}]`,
  keyOf: ({ team, entry, at }) => datedKey(team.id, entry.date, sameDay(team.leaves, entry.date, at)),
  isOfTeam: true,
  nameOf: ({ team, entry }) => `the leave of ${team.name} from ${entry.date}`,
  add: (plan, team) => {
    team.leaves = [...(team.leaves ?? []), { date: plan.calendar.startDate, weeks: 4, heads: 1, paid: true }];
  },
  remove: (_plan, { team, at }) => {
    team.leaves?.splice(at, 1);
    if (team.leaves?.length === 0) delete team.leaves;
  },
  columns: () => [
    teamName<Leave>(),
    dateColumn<Leave>('From', ({ entry }) => entry),
    countColumn<Leave>({
      key: 'weeks',
      label: 'Weeks',
      path: 'weeks',
      min: 1,
      max: 104,
      get: ({ entry }) => entry.weeks,
      set: ({ entry }, value) => {
        entry.weeks = value;
      },
    }),
    headsColumn<Leave>(({ entry }) => entry),
    choiceColumn<Leave>({
      key: 'paid',
      label: 'Pay',
      path: 'paid',
      width: 110,
      choices: [
        { value: 'yes', label: 'Paid' },
        { value: 'no', label: 'Unpaid' },
      ],
      get: ({ entry }) => (entry.paid ? 'yes' : 'no'),
      set: ({ entry }, value: string) => {
        entry.paid = value === 'yes';
      },
    }),
  ],
};

interface TransferRow {
  readonly transfer: NonNullable<DraftPlan['transfers']>[number];
  readonly at: number;
}

const PROMOTED = '-';

/** People who change teams, skills or sites, or are promoted out of contact work. */
export const transferTable: RuleTable<TransferRow> = {
  key: 'transfers',
  title: 'Transfers and promotions',
  what: 'People who change teams, and so skills or sites, or leave contact work by promotion. They train for so many paid weeks, and part of their experience counts in the new team.',
  empty: 'No transfer is planned.',
  rows: (plan) => (plan.transfers ?? []).map((transfer, at): TransferRow => ({ transfer, at })),
  placeOf: ({ at }) => `transfers[${at}]`,
  keyOf: ({ transfer: { from, to, date }, at }) => `${from}/${to ?? PROMOTED}/${date}/${at + 1}`,
  nameOf: ({ transfer }) => `the transfer of ${transfer.date}`,
  add: (plan, team) => {
    const to = plan.teams.find(({ id }) => id !== team.id);
    const experienceKept = 0.5 as TransferRow['transfer']['experienceKept'];
    const entry = { from: team.id, date: plan.calendar.startDate, heads: 1, trainingWeeks: 2, experienceKept };
    plan.transfers = [...(plan.transfers ?? []), to ? { ...entry, to: to.id } : entry];
  },
  remove: (plan, { at }) => {
    plan.transfers?.splice(at, 1);
    if (plan.transfers?.length === 0) delete plan.transfers;
  },
  columns: (plan) => [
    choiceColumn<TransferRow>({
      key: 'from',
      label: 'From team',
      path: 'from',
      width: 190,
      choices: teamChoices(plan),
      get: ({ transfer }) => transfer.from,
      set: ({ transfer }, value) => {
        transfer.from = value;
      },
    }),
    choiceColumn<TransferRow>({
      key: 'to',
      label: 'To team',
      path: 'to',
      width: 190,
      choices: [{ value: PROMOTED, label: 'Promoted out of contact work' }, ...teamChoices(plan)],
      get: ({ transfer }) => transfer.to ?? PROMOTED,
      set: ({ transfer }, value: string) => {
        if (value === PROMOTED) delete transfer.to;
        else transfer.to = value;
      },
    }),
    dateColumn<TransferRow>('On', ({ transfer }) => transfer),
    headsColumn<TransferRow>(({ transfer }) => transfer),
    countColumn<TransferRow>({
      key: 'trainingWeeks',
      label: 'Weeks of training',
      path: 'trainingWeeks',
      max: 52,
      get: ({ transfer }) => transfer.trainingWeeks,
      set: ({ transfer }, value) => {
        transfer.trainingWeeks = value;
      },
    }),
    shareColumn<TransferRow>({
      key: 'experienceKept',
      label: 'Experience that counts',
      path: 'experienceKept',
      get: ({ transfer }) => transfer.experienceKept,
      set: ({ transfer }, value) => {
        transfer.experienceKept = value;
      },
    }),
  ],
};

/** Classes by date, and people who come back. */
export const hireTable: RuleTable<Hire> = {
  key: 'hires',
  title: 'Hires and rehires',
  what: 'Every class by the day on which it starts on contacts. People who come back bring months of experience and skip training.',
  empty: 'No hires are planned.',
  rows: (plan) => teamEntries(plan, (team) => team.hires),
  placeOf: ({ teamAt, at }) => `teams[${teamAt}].hires[${at}]`,
  keyOf: ({ team, entry, at }) => datedKey(team.id, entry.date, sameDay(team.hires, entry.date, at)),
  isOfTeam: true,
  nameOf: ({ team, entry }) => `the class of ${team.name} on ${entry.date}`,
  add: (plan, team) => {
    team.hires.push({ date: plan.calendar.startDate, heads: 1 });
  },
  remove: (_plan, { team, at }) => {
    team.hires.splice(at, 1);
  },
  columns: () => [
    teamName<Hire>(),
    dateColumn<Hire>('First day on contacts', ({ entry }) => entry),
    headsColumn<Hire>(({ entry }) => entry),
    numberColumn<Hire>({
      key: 'experienceMonths',
      label: 'Months of experience',
      path: 'experienceMonths',
      max: 600,
      orNothing: true,
      hint: 'Of people who come back; nothing for new ones',
      get: ({ entry }) => entry.experienceMonths ?? null,
      set: ({ entry }, value: number | null) => {
        if (value === null || value === 0) delete entry.experienceMonths;
        else entry.experienceMonths = value;
      },
    }),
  ],
};
