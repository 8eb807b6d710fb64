import { type FormulaProblem, formulaProblem } from './formula-problem';
import { FORMULA_FUNCTIONS } from './formula-words';
import type { FormulaToken } from './read-tokens';

const A_VALUE = 'a number, a driver, a function or (';
const AN_OPERATOR = 'an operator such as + - * / ^';
/** More levels of parentheses than anybody can read. */
const MOST_LEVELS = 20;

/** An open parenthesis: of a function call, or one that only groups. */
interface Level {
  readonly open: FormulaToken | null;
  readonly call: FormulaToken | null;
  arguments: number;
  /** Conditions whose `:` is still to come. */
  conditions: number;
}

/**
 * Whether values, operators and parentheses follow each other as they may, and every function has as many arguments as
 * it takes. The parser would find most of this too, but not say where in the text; what follows the first thing out of
 * order is not looked at.
 */
export function checkOrder(
  tokens: readonly FormulaToken[],
  drivers: ReadonlySet<string>,
  length: number,
): readonly FormulaProblem[] {
  const problems: FormulaProblem[] = [];
  const add = (code: string, token: FormulaToken | null, allowed: string) => {
    problems.push(formulaProblem(code, token?.column ?? length + 1, token?.text ?? 'the end', allowed));
  };
  const outside: Level = { open: null, call: null, arguments: 0, conditions: 0 };
  const levels = [outside];
  let wantsValue = true;

  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at]!;
    const next = tokens[at + 1];
    const level = levels.at(-1)!;
    if (token.kind !== 'sign') {
      if (!wantsValue) {
        add('order', token, AN_OPERATOR);
        return problems;
      }
      wantsValue = false;
      if (token.kind === 'number') continue;
      if (next?.text === '(' && !drivers.has(token.text)) {
        levels.push({ open: next, call: token, arguments: 1, conditions: 0 });
        wantsValue = true;
        at += 1;
      } else if (FORMULA_FUNCTIONS.has(token.text)) {
        add('order', token, `${token.text}( with its arguments`);
      }
    } else if (token.text === '(') {
      if (!wantsValue) {
        add('order', token, `${AN_OPERATOR}; * multiplies`);
        return problems;
      }
      levels.push({ open: token, call: null, arguments: 0, conditions: 0 });
    } else if (wantsValue) {
      if (token.text === '-' || token.text === '+') continue;
      add('order', token, A_VALUE);
      return problems;
    } else if (token.text === ')') {
      if (level.open === null) {
        add('order', token, `${AN_OPERATOR}; no ( is open`);
        return problems;
      }
      if (level.conditions > 0) add('order', token, ': and what holds otherwise');
      checkArguments(level);
      levels.pop();
    } else if (token.text === ',') {
      if (level.call === null) {
        add('order', token, `${AN_OPERATOR}; decimals take a point`);
        return problems;
      }
      if (level.conditions > 0) add('order', token, ': and what holds otherwise');
      level.arguments += 1;
      wantsValue = true;
    } else if (token.text === ':') {
      if (level.conditions === 0) {
        add('order', token, `${AN_OPERATOR}; : belongs to condition ? value : other value`);
        return problems;
      }
      level.conditions -= 1;
      wantsValue = true;
    } else {
      if (token.text === '?') level.conditions += 1;
      wantsValue = true;
    }
    if (levels.length > MOST_LEVELS + 1) {
      add('deep', token, `at most ${MOST_LEVELS} levels of parentheses`);
      return problems;
    }
  }
  if (wantsValue) add('order', null, A_VALUE);
  const last = levels.at(-1)!;
  if (last.open !== null) add('order', last.open, 'a ) that closes it');
  else if (last.conditions > 0) add('order', null, ': and what holds otherwise');
  return problems;

  function checkArguments({ call, arguments: given }: Level): void {
    const [fewest, most] = (call && FORMULA_FUNCTIONS.get(call.text)?.arguments) ?? [given, given];
    if (call === null || (given >= fewest && given <= most)) return;
    const range = fewest === most ? `${fewest}` : `${fewest} to ${most}`;
    problems.push(
      formulaProblem(
        'arguments',
        call.column,
        `${call.text} of ${given}`,
        `${call.text} of ${range} ${most === 1 ? 'argument' : 'arguments'}`,
      ),
    );
  }
}
