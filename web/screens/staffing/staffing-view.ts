import { choiceField, dateField, textField } from '../../address';

/** What of the staffing is looked at; kept in the address. */
export const staffingView = {
  /** First day of the week; the plan's first week without it. */
  week: dateField(),
  /** A stream's id; empty for all together. */
  stream: textField(),
  model: choiceField(['erlang-a', 'erlang-c'], 'erlang-a'),
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

export const MODEL_NAMES = {
  'erlang-a': 'Erlang A (customers hang up)',
  'erlang-c': 'Erlang C (nobody hangs up; for comparison)',
} as const;

export const FIGURES: readonly { readonly value: StaffingFigure; readonly label: string }[] = [
  { value: 'net', label: FIGURE_NAMES.net },
  { value: 'required', label: FIGURE_NAMES.required },
  { value: 'available', label: FIGURE_NAMES.available },
];
