import { countColumn, numberColumn, shareColumn, textColumn } from '../../../grid';
import { nameList } from './name-list';
import type { DraftPlan, RuleTable } from './rule-table';

type Shift = NonNullable<DraftPlan['shiftTemplates']>[number];

interface ShiftRow {
  readonly shift: Shift;
  readonly at: number;
}

const TIME = { pattern: /^([01]?\d|2[0-3]):[0-5]\d$/, allowed: 'a time of day such as 07:30' } as const;

const writeTime = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

function readTime(text: string): number {
  const [hours = 0, minutes = 0] = text.split(':').map(Number);
  return hours * 60 + minutes;
}

/** Breaks as text: minutes after the start + minutes long, `240+30, 420+15 paid`. */
export const writeBreaks = (breaks: Shift['breaks']): string =>
  breaks.map(({ afterMinutes, minutes, paid }) => `${afterMinutes}+${minutes}${paid ? ' paid' : ''}`).join(', ');

/** The same text as breaks. */
export function readBreaks(text: string): Shift['breaks'] {
  return text.split(',').flatMap((part) => {
    const [, after, minutes, paid] = /^\s*(\d+)\s*\+\s*(\d+)\s*(paid)?\s*$/.exec(part) ?? [];
    return after === undefined
      ? []
      : [{ afterMinutes: Number(after), minutes: Number(minutes), paid: paid === 'paid' }];
  });
}

const PAUSE = String.raw`\s*\d{1,3}\s*\+\s*\d{1,3}(\s*paid)?\s*`;

/** Shifts that rosters are made of. */
export const shiftTable: RuleTable<ShiftRow> = {
  key: 'shifts',
  title: 'Shifts',
  what: 'What people may work: how long, when it may start by the site’s clock, breaks, days a week, and for how many of a team. The shift cover below is built from them.',
  empty:
    'The plan names no shifts: full days of eight hours are assumed, six hours for up to 30 % of people and four for up to 15 %.',
  rows: (plan) => (plan.shiftTemplates ?? []).map((shift, at): ShiftRow => ({ shift, at })),
  placeOf: ({ at }) => `shiftTemplates[${at}]`,
  keyOf: ({ shift }) => shift.id,
  nameOf: ({ shift }) => shift.name,
  add: (plan) => {
    const shifts = plan.shiftTemplates ?? [];
    const taken = new Set(shifts.map(({ id }) => id));
    let number = shifts.length + 1;
    while (taken.has(`shift-${number}`)) number++;
    plan.shiftTemplates = [
      ...shifts,
      {
        id: `shift-${number}`,
        name: `Shift ${number}`,
        lengthMinutes: 510,
        earliestStartMinute: 420,
        latestStartMinute: 720,
        startEveryMinutes: 30,
        breaks: [{ afterMinutes: 240, minutes: 30, paid: false }],
        daysPerWeek: 5,
      },
    ];
  },
  remove: (plan, { at }) => {
    plan.shiftTemplates?.splice(at, 1);
    if (plan.shiftTemplates?.length === 0) delete plan.shiftTemplates;
  },
  columns: (plan) => [
    textColumn<ShiftRow>({
      key: 'name',
      label: 'Shift',
      path: 'name',
      get: ({ shift }) => shift.name,
      set: ({ shift }, value) => {
        shift.name = value;
      },
    }),
    numberColumn<ShiftRow>({
      key: 'hours',
      label: 'Hours, breaks included',
      path: 'lengthMinutes',
      min: 1,
      max: 16,
      get: ({ shift }) => shift.lengthMinutes / 60,
      set: ({ shift }, value: number) => {
        shift.lengthMinutes = Math.round(value * 60);
      },
    }),
    textColumn<ShiftRow>({
      key: 'earliest',
      label: 'Starts from',
      path: 'earliestStartMinute',
      width: 92,
      ...TIME,
      get: ({ shift }) => writeTime(shift.earliestStartMinute),
      set: ({ shift }, value) => {
        shift.earliestStartMinute = readTime(value);
      },
    }),
    textColumn<ShiftRow>({
      key: 'latest',
      label: 'to',
      path: 'latestStartMinute',
      width: 92,
      ...TIME,
      get: ({ shift }) => writeTime(shift.latestStartMinute),
      set: ({ shift }, value) => {
        shift.latestStartMinute = readTime(value);
      },
    }),
    countColumn<ShiftRow>({
      key: 'every',
      label: 'every, minutes',
      path: 'startEveryMinutes',
      min: 15,
      max: 1440,
      get: ({ shift }) => shift.startEveryMinutes,
      set: ({ shift }, value) => {
        shift.startEveryMinutes = value;
      },
    }),
    textColumn<ShiftRow>({
      key: 'breaks',
      label: 'Breaks',
      path: 'breaks',
      width: 190,
      orNothing: true,
      pattern: new RegExp(`^${PAUSE}(,${PAUSE}){0,7}$`),
      allowed: 'minutes after the start + minutes long, such as 240+30, 420+15 paid',
      hint: 'Minutes after the start + minutes long, such as 240+30, 420+15 paid. Paid breaks belong here or in the shrinkage, not in both',
      get: ({ shift }) => writeBreaks(shift.breaks),
      set: ({ shift }, value) => {
        shift.breaks = readBreaks(value);
      },
    }),
    countColumn<ShiftRow>({
      key: 'days',
      label: 'Days a week',
      path: 'daysPerWeek',
      min: 1,
      max: 7,
      get: ({ shift }) => shift.daysPerWeek,
      set: ({ shift }, value) => {
        shift.daysPerWeek = value;
      },
    }),
    shareColumn<ShiftRow>({
      key: 'maxShare',
      label: 'Of people, at most',
      path: 'maxShare',
      orNothing: true,
      hint: 'A limit on part-time, for example; nothing is no limit',
      get: ({ shift }) => shift.maxShare,
      set: ({ shift }, value: NonNullable<Shift['maxShare']> | null) => {
        if (value === null) delete shift.maxShare;
        else shift.maxShare = value;
      },
    }),
    textColumn<ShiftRow>({
      key: 'sites',
      label: 'Sites',
      path: 'sites',
      width: 220,
      orNothing: true,
      hint: 'Names with a semicolon between them; everywhere where nothing stands',
      allowed: 'names of sites with a semicolon between them, or nothing for everywhere',
      most: 30_000,
      isAllowed: nameList(plan.sites).isList,
      get: ({ shift }) => nameList(plan.sites).write(shift.sites),
      text: ({ shift }) => nameList(plan.sites).write(shift.sites) || 'everywhere',
      set: ({ shift }, value) => {
        const sites = nameList(plan.sites).read(value);
        if (sites.length > 0) shift.sites = sites;
        else delete shift.sites;
      },
    }),
  ],
};
