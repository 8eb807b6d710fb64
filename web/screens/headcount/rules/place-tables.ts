import { addDays } from '../../../format';
import { countColumn, type GridColumn, shownColumn, textColumn } from '../../../grid';
import { nameList } from './name-list';
import { DAY, type DraftPlan, type RuleTable } from './rule-table';

interface SiteRow {
  readonly site: DraftPlan['sites'][number];
  readonly at: number;
}

/** Rooms or trainers of a site; an emptied cell takes both away, and the limit with them. */
const places = (field: 'rooms' | 'trainers') => ({
  max: 1000,
  orNothing: true,
  get: ({ site }: SiteRow) => site.training?.[field],
  set: ({ site }: SiteRow, value: number | null) => {
    if (value === null) delete site.training;
    else site.training = { rooms: value, trainers: value, ...site.training, [field]: value };
  },
});

/** Rooms and trainers of each site. */
export const roomTable: RuleTable<SiteRow> = {
  key: 'rooms',
  title: 'Rooms and trainers',
  what: 'A class takes a room and a trainer of its site for all its weeks of training. A site that states neither has as many as it needs.',
  rows: (plan) => plan.sites.map((site, at): SiteRow => ({ site, at })),
  placeOf: ({ at }) => `sites[${at}]`,
  keyOf: ({ site }) => site.id,
  nameOf: ({ site }) => site.name,
  columns: (): GridColumn<SiteRow>[] => [
    shownColumn<SiteRow>('site', 'Site', 'name', ({ site }) => site.name, 190),
    countColumn<SiteRow>({
      key: 'rooms',
      label: 'Training rooms',
      path: 'training.rooms',
      ...places('rooms'),
    }),
    countColumn<SiteRow>({
      key: 'trainers',
      label: 'Trainers',
      path: 'training.trainers',
      ...places('trainers'),
    }),
  ],
};

interface FreezeRow {
  readonly freeze: NonNullable<DraftPlan['hiringFreezes']>[number];
  readonly at: number;
}

/** Days on which nobody starts training. */
export const freezeTable: RuleTable<FreezeRow> = {
  key: 'freezes',
  title: 'Freeze weeks',
  what: 'From one day to another, both included, no class starts its training.',
  empty: 'No freeze is planned.',
  rows: (plan) => (plan.hiringFreezes ?? []).map((freeze, at): FreezeRow => ({ freeze, at })),
  placeOf: ({ at }) => `hiringFreezes[${at}]`,
  keyOf: ({ freeze, at }) => `${freeze.from}/${at + 1}`,
  nameOf: ({ freeze }) => `the freeze from ${freeze.from}`,
  add: (plan) => {
    const { startDate } = plan.calendar;
    plan.hiringFreezes = [...(plan.hiringFreezes ?? []), { from: startDate, until: addDays(startDate, 13) }];
  },
  remove: (plan, { at }) => {
    plan.hiringFreezes?.splice(at, 1);
    if (plan.hiringFreezes?.length === 0) delete plan.hiringFreezes;
  },
  columns: (plan) => [
    textColumn<FreezeRow>({
      key: 'from',
      label: 'From',
      path: 'from',
      width: 120,
      ...DAY,
      get: ({ freeze }) => freeze.from,
      set: ({ freeze }, value) => {
        freeze.from = value;
      },
    }),
    textColumn<FreezeRow>({
      key: 'until',
      label: 'Until',
      path: 'until',
      width: 120,
      ...DAY,
      get: ({ freeze }) => freeze.until,
      set: ({ freeze }, value) => {
        freeze.until = value;
      },
    }),
    textColumn<FreezeRow>({
      key: 'sites',
      label: 'Sites',
      path: 'sites',
      width: 320,
      orNothing: true,
      hint: 'Names with a semicolon between them; everywhere where nothing stands',
      allowed: 'names of sites with a semicolon between them, or nothing for everywhere',
      most: 30_000,
      isAllowed: nameList(plan.sites).isList,
      get: ({ freeze }) => nameList(plan.sites).write(freeze.sites),
      text: ({ freeze }) => nameList(plan.sites).write(freeze.sites) || 'everywhere',
      set: ({ freeze }, value) => {
        const sites = nameList(plan.sites).read(value);
        if (sites.length > 0) freeze.sites = sites;
        else delete freeze.sites;
      },
    }),
  ],
};
