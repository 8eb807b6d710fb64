import type { Plan } from '../../../../engine/plan';
import { choiceColumn, numberColumn, shareColumn, textColumn } from '../../../grid';
import { nameList } from './name-list';
import { DAY, type DraftPlan, type RuleTable } from './rule-table';

interface LaunchRow {
  readonly launch: NonNullable<DraftPlan['launches']>[number];
  readonly at: number;
}

const OWN_DAY = '-';

const eventsOf = (plan: Plan) => (plan.events ?? []).map(({ id, name }) => ({ value: id, label: name }));

/** What people must be trained for before its day. */
export const launchTable: RuleTable<LaunchRow> = {
  key: 'launches',
  title: 'Launches',
  what: 'What people must be trained for before its day: hours a person, from which day on, and the most of paid time that may go into it. The hours come out of the weeks before; whether everybody is ready stands below.',
  empty: 'Nothing is launched that needs training.',
  rows: (plan) => (plan.launches ?? []).map((launch, at): LaunchRow => ({ launch, at })),
  placeOf: ({ at }) => `launches[${at}]`,
  keyOf: ({ launch }) => launch.id,
  nameOf: ({ launch }) => launch.name,
  add: (plan, team) => {
    const launches = plan.launches ?? [];
    const taken = new Set(launches.map(({ id }) => id));
    let number = launches.length + 1;
    while (taken.has(`launch-${number}`)) number++;
    const { startDate } = plan.calendar;
    const entry = { id: `launch-${number}`, name: `Launch ${number}`, teams: [team.id], trainingHours: 8 };
    plan.launches = [...launches, { ...entry, date: startDate, trainingFrom: startDate, maxShare: 0.05 }];
  },
  remove: (plan, { at }) => {
    plan.launches?.splice(at, 1);
    if (plan.launches?.length === 0) delete plan.launches;
  },
  columns: (plan) => {
    const teams = nameList(plan.teams);
    return [
      textColumn<LaunchRow>({
        key: 'name',
        label: 'Launch',
        path: 'name',
        get: ({ launch }) => launch.name,
        set: ({ launch }, value) => {
          launch.name = value;
        },
      }),
      choiceColumn<LaunchRow>({
        key: 'event',
        label: 'Brings the event',
        path: 'event',
        width: 190,
        hint: 'The launch then has the event’s first day',
        choices: [{ value: OWN_DAY, label: 'None, a day of its own' }, ...eventsOf(plan)],
        get: ({ launch }) => launch.event ?? OWN_DAY,
        set: ({ launch }, value: string) => {
          if (value === OWN_DAY) {
            launch.date ??= plan.events?.find(({ id }) => id === launch.event)?.startDate ?? plan.calendar.startDate;
            delete launch.event;
          } else {
            launch.event = value;
            delete launch.date;
          }
        },
      }),
      textColumn<LaunchRow>({
        key: 'date',
        label: 'First day',
        path: 'date',
        width: 120,
        ...DAY,
        get: ({ launch }) => launch.date ?? plan.events?.find(({ id }) => id === launch.event)?.startDate ?? '',
        set: ({ launch }, value) => {
          launch.date = value;
        },
        isFixed: ({ launch }) => launch.event !== undefined,
      }),
      textColumn<LaunchRow>({
        key: 'teams',
        label: 'Teams to train',
        path: 'teams',
        width: 300,
        hint: 'Names with a semicolon between them',
        allowed: 'names of teams with a semicolon between them',
        isAllowed: teams.isList,
        most: 30_000,
        get: ({ launch }) => teams.write(launch.teams),
        set: ({ launch }, value) => {
          launch.teams = teams.read(value);
        },
      }),
      numberColumn<LaunchRow>({
        key: 'trainingHours',
        label: 'Hours a person',
        path: 'trainingHours',
        min: 0.25,
        max: 400,
        get: ({ launch }) => launch.trainingHours,
        set: ({ launch }, value) => {
          launch.trainingHours = value;
        },
      }),
      textColumn<LaunchRow>({
        key: 'trainingFrom',
        label: 'Training from',
        path: 'trainingFrom',
        width: 120,
        ...DAY,
        get: ({ launch }) => launch.trainingFrom,
        set: ({ launch }, value) => {
          launch.trainingFrom = value;
        },
      }),
      shareColumn<LaunchRow>({
        key: 'maxShare',
        label: 'Of paid time, at most',
        path: 'maxShare',
        min: 0.005,
        max: 0.9,
        get: ({ launch }) => launch.maxShare,
        set: ({ launch }, value) => {
          launch.maxShare = value;
        },
      }),
    ];
  },
};
