import { choiceField, listField, numberField, textField } from '../../address';

/** What of the money is looked at; kept in the address. */
export const moneyView = {
  by: choiceField(['provider', 'site', 'kind', 'team', 'component'], 'provider'),
  period: choiceField(['week', 'period', 'quarter', 'year'], 'quarter'),
  /** Id of the scenario looked at, and of the one compared with; empty for the plan as it is. */
  scenario: textField(),
  against: textField(),
  /** Code of the currency to read amounts in; empty for the plan's own. */
  currency: textField(),
  /** Branches that are open, by path. */
  open: listField(),
  /** Budget line looked at, by its place. */
  line: numberField(0, 0, 200),
  /** Id of the business case. */
  case: textField(),
  raise: numberField(0.05, 0, 1),
  /** Which figures are edited. */
  figures: choiceField(['value', 'cost', 'case'], 'value'),
} as const;

export const CUTS = [
  { value: 'provider', label: 'Provider' },
  { value: 'site', label: 'Site' },
  { value: 'kind', label: 'Kind' },
  { value: 'team', label: 'Team' },
  { value: 'component', label: 'Component' },
] as const;

export const PERIODS = [
  { value: 'week', label: 'Week' },
  { value: 'period', label: 'Month' },
  { value: 'quarter', label: 'Quarter' },
  { value: 'year', label: 'Year' },
] as const;
