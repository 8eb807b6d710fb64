import { textField } from '../../address';

/** What of the demand is looked at; kept in the address. */
export const demandView = {
  /** A stream's id; empty for all. */
  stream: textField(),
  /** A kept history's id; empty for none. */
  history: textField(),
} as const;
