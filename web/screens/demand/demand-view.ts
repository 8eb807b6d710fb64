import { choiceField, numberField, textField } from '../../address';

/** What of the demand is looked at; kept in the address. */
export const demandView = {
  /** A stream's id, or a way to put streams together. */
  stream: textField(),
  /** Steps of the plan's own chart. */
  step: choiceField(['week', 'day'], 'week'),
  /** Id of the event that is picked. */
  event: textField(),
  /** Id of the kept history that is shown; the first one without it. */
  history: textField(),
  /** Grain of the forecast. */
  by: choiceField(['interval', 'day'], 'interval'),
  days: numberField(28, 1, 1500),
  /** Market whose holidays are known to the forecast; empty for none. */
  holidays: textField(),
  /** Steps of the chart. */
  grain: choiceField(['interval', 'day', 'week'], 'day'),
  /** Whether the forecast has been asked for. */
  forecast: choiceField(['', 'shown'], ''),
} as const;
