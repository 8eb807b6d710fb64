import { showValue } from '../../units';

/** Something in the text of a formula that can't stand there. */
export interface FormulaProblem {
  /** Stable code, such as `formula.unknown-name`. */
  readonly code: string;
  /** Where it stands, counted from 1 in characters of the text. */
  readonly column: number;
  readonly found: string;
  readonly allowed: string;
}

/** A problem with what was found cut to a printable length. */
export function formulaProblem(code: string, column: number, found: string, allowed: string): FormulaProblem {
  return { code: `formula.${code}`, column, found: showValue(found), allowed };
}
