import { type FormulaProblem, formulaProblem } from './formula-problem';
import { FORMULA_FUNCTION_NAMES, FORMULA_FUNCTIONS } from './formula-words';
import type { FormulaToken } from './read-tokens';

/** Names that are neither a driver nor a function, wherever they stand. */
export function checkNames(tokens: readonly FormulaToken[], drivers: ReadonlySet<string>): readonly FormulaProblem[] {
  const known = drivers.size === 0 ? 'a driver (there is none yet)' : `a driver: ${[...drivers].join(', ')}`;
  return tokens
    .filter(({ kind, text }) => kind === 'name' && !drivers.has(text) && !FORMULA_FUNCTIONS.has(text))
    .map(({ text, column }) =>
      formulaProblem('unknown-name', column, text, `${known}; or a function: ${FORMULA_FUNCTION_NAMES}`),
    );
}
