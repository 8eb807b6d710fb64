import { choiceField, textField } from '../../address';
import { RULE_KEYS } from './rules';

/** What of the headcount is looked at; kept in the address. */
export const headcountView = {
  by: choiceField(['team', 'site', 'provider', 'kind', 'total'], 'team'),
  /** Id of the row looked at; empty for all together. */
  row: textField(),
  unit: choiceField(['fte', 'heads'], 'fte'),
  /** Which demand is planned for: the forecast, or one that is not exceeded so often. */
  demand: choiceField(['forecast', '50', '80', '90'], 'forecast'),
  /** Which calendar names the weeks; the plan's own when empty. */
  weeks: choiceField(['plan', 'iso', 'sunday', '4-4-5', '4-5-4', '5-4-4'], 'plan'),
  /** Which of the tables that people are planned by is open. */
  rules: choiceField(RULE_KEYS, 'onboarding'),
} as const;

export const ROW_KINDS = [
  { value: 'team', label: 'Team' },
  { value: 'site', label: 'Site' },
  { value: 'provider', label: 'Provider' },
  { value: 'kind', label: 'Kind' },
  { value: 'total', label: 'Total' },
] as const;

export const UNITS = [
  { value: 'fte', label: 'FTE' },
  { value: 'heads', label: 'Heads' },
] as const;

export const DEMANDS = [
  { value: 'forecast', label: 'Forecast' },
  { value: '50', label: 'P50 of each day' },
  { value: '80', label: 'P80 of each day' },
  { value: '90', label: 'P90 of each day' },
] as const;

export const WEEK_NAMES = [
  { value: 'plan', label: 'As the plan' },
  { value: 'iso', label: 'ISO weeks' },
  { value: 'sunday', label: 'Sunday weeks' },
  { value: '4-4-5', label: 'Retail 4-4-5' },
  { value: '4-5-4', label: 'Retail 4-5-4' },
  { value: '5-4-4', label: 'Retail 5-4-4' },
] as const;
