import type { DaysToHold } from '../../../engine/answers';
import { choiceField, dateField, textField, type ViewOf } from '../../address';
import { DEFINITIONS } from '../../format';

/** What of the staffing is looked at; kept in the address. */
export const staffingView = {
  /** The week around, a single day of it, or the whole horizon by week. */
  span: choiceField(['week', 'day', 'horizon'], 'week'),
  /** First day of the week; the plan's first week without it. */
  week: dateField(),
  /** The day looked at; the first of its week without it. */
  day: dateField(),
  /** What stands together: streams alone, or all that ask for the same skill. */
  group: choiceField(['stream', 'skill'], 'stream'),
  /** Id of a stream or of a skill, as grouped; empty for all together. */
  stream: textField(),
  model: choiceField(['erlang-a', 'erlang-c'], 'erlang-a'),
  /** How service level is counted. */
  counted: choiceField(DEFINITIONS, 'answeredOverOffered'),
  /** On how many days of a hundred targets are to hold; `forecast`: a day just as forecast is staffed for. */
  days: choiceField(['forecast', '50', '80', '90', '95'], 'forecast'),
  /** How much of the days’ luck streams share: all of it, half, or none. */
  luck: choiceField(['common', 'half', 'own'], 'common'),
  /** Whether each stream holds on its own days or all on the same. */
  hold: choiceField(['each', 'all'], 'each'),
  figure: choiceField(['net', 'required', 'available'], 'net'),
  /** The interval that is explained, such as `2027-01-04T07:30`. */
  at: textField(),
} as const;

export type StaffingFigure = 'net' | 'required' | 'available';

export const FIGURE_NAMES: Readonly<Record<StaffingFigure, string>> = {
  net: 'Net staffing',
  required: 'Required agents',
  available: 'Available agents',
};

/** What the heatmap can show, in its order. */
export const FIGURES = (['net', 'required', 'available'] as const).map((value) => ({
  value,
  label: FIGURE_NAMES[value],
}));

export const SPANS = [
  { value: 'day', label: 'Day' },
  { value: 'week', label: 'Week' },
  { value: 'horizon', label: 'Whole horizon' },
] as const;

export const GROUPINGS = [
  { value: 'stream', label: 'By stream' },
  { value: 'skill', label: 'By skill' },
] as const;

export const MODEL_NAMES = {
  'erlang-a': 'Erlang A (customers hang up)',
  'erlang-c': 'Erlang C (nobody hangs up; for comparison)',
} as const;

export const DAY_CHOICES = [
  { value: 'forecast', label: 'a day as forecast' },
  { value: '50', label: '50 % of days' },
  { value: '80', label: '80 % of days' },
  { value: '90', label: '90 % of days' },
  { value: '95', label: '95 % of days' },
] as const;

export const LUCK_CHOICES = [
  { value: 'common', label: 'together' },
  { value: 'half', label: 'half together' },
  { value: 'own', label: 'each by itself' },
] as const;

export const HOLD_CHOICES = [
  { value: 'each', label: 'each stream, its own days' },
  { value: 'all', label: 'all streams, the same days' },
] as const;

/** What the choices mean to the engine. */
export function uncertaintyOf({
  days,
  luck,
  hold,
}: Pick<ViewOf<typeof staffingView>, 'days' | 'luck' | 'hold'>): DaysToHold | undefined {
  if (days === 'forecast') return undefined;
  return { shareOfDays: Number(days) / 100, common: { common: 1, half: 0.5, own: 0 }[luck], hold };
}
