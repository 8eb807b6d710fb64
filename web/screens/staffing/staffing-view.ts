import { choiceField, dateField, textField } from '../../address';
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
