import {
  COVER_CAUSES,
  type CoverAnswer,
  HEADCOUNT_FIGURES,
  type HeadcountAnswer,
  type HeadcountGroup,
  type HireAnswer,
  headcountRates,
  type LaunchAnswer,
  type SkillAnswer,
} from '../../../engine/answers';
import type { Cell } from '../csv';

const RATES = [
  'gapFte',
  'paidFte',
  'productiveFte',
  'speed',
  'quality',
  'productiveShare',
  'occupancy',
  'attritionPerYear',
] as const;

const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

export const COLUMNS = [
  'id',
  'name',
  'week',
  'start_date',
  'period',
  ...HEADCOUNT_FIGURES.map(snake),
  ...RATES.map(snake),
  'service_level',
];

/** Rows of the weekly headcount. */
export function* rows({ groups, weeks, service, by }: HeadcountAnswer): Iterable<Cell[]> {
  for (const group of groups) {
    for (const [at, week] of weeks.entries()) {
      const level = by === 'total' ? service?.all[at] : undefined;
      yield [group.id, group.name, week.label, week.startDate, week.periodLabel, ...figures(group, at), level];
    }
  }
}

function figures({ weekly }: HeadcountGroup, week: number): Cell[] {
  const rates = headcountRates(weekly, week);
  return [...HEADCOUNT_FIGURES.map((figure) => weekly[figure][week]), ...RATES.map((rate) => rates[rate])];
}

export const CLASS_COLUMNS = [
  'team',
  'name',
  'site',
  'heads',
  'places',
  'offers',
  'decide_by',
  'training_from',
  'on_contacts',
  'week',
];

/** Rows of classes to hire. */
export function* classRows({ classes }: HireAnswer): Iterable<Cell[]> {
  for (const { team, name, site, heads, places, offers, decideBy, trainingFrom, onContacts, week } of classes) {
    yield [team, name, site, heads, places, offers, decideBy, trainingFrom, onContacts, week];
  }
}

export const COVER_COLUMNS = [
  'team',
  'name',
  'site',
  'required_hours',
  'shift_hours',
  'open_hours',
  'overhead',
  ...COVER_CAUSES.map((cause) => `beyond_${snake(cause)}`),
];

/** Rows of shift cover, the total last. */
export function* coverRows({ teams, total }: CoverAnswer): Iterable<Cell[]> {
  for (const one of [...teams, { ...total, team: 'total', name: 'All teams', site: '' }]) {
    const { team, name, site, requiredHours, shiftHours, openHours, overhead, causes } = one;
    yield [
      team,
      name,
      site,
      requiredHours,
      shiftHours,
      openHours,
      overhead,
      ...COVER_CAUSES.map((cause) => causes[cause]),
    ];
  }
}

export const LAUNCH_COLUMNS = [
  'launch',
  'launch_date',
  'team',
  'name',
  'site',
  'heads',
  'hours',
  'ready_date',
  'days_to_spare',
  'trained_at_launch',
  'start_by',
  'share_needed',
  'productive_fte',
];

/** Rows of readiness for launches. */
export function* launchRows({ launches }: LaunchAnswer): Iterable<Cell[]> {
  for (const { id, date, teams } of launches) {
    for (const one of teams) {
      const { team, name, site, heads, hours, readyDate, daysToSpare, trainedAtLaunch, startBy, shareNeeded } = one;
      const ready = [readyDate, daysToSpare, trainedAtLaunch, startBy, shareNeeded, one.productiveFte];
      yield [id, date, team, name, site, heads, hours, ...ready];
    }
  }
}

export const SKILL_COLUMNS = [
  'skill',
  'language',
  'month',
  'required_fte',
  'available_fte',
  'gap_fte',
  'heads',
  'in_training',
  'hired',
  'moved_in',
  'moved_out',
  'left',
];

/** Rows of skills by month. */
export function* skillRows({ skills }: SkillAnswer): Iterable<Cell[]> {
  for (const { skill, language, months } of skills) {
    for (const { month, requiredFte, availableFte, gapFte, heads, inTraining, ...flows } of months) {
      const fte = [requiredFte, availableFte, gapFte];
      yield [skill, language, month, ...fte, heads, inTraining, flows.hired, flows.movedIn, flows.movedOut, flows.left];
    }
  }
}
