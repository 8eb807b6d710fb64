import { type FormulaProblem, formulaProblem } from './formula-problem';

/** A piece of a formula's text and the column, from 1, at which it starts. */
export interface FormulaToken {
  readonly kind: 'number' | 'name' | 'sign';
  readonly text: string;
  readonly column: number;
}

const BLANKS = /[ \t]+/y;
const NUMBER = /(?:\d+(?:\.\d+)?|\.\d+)(?:[eE][+-]?\d+)?/y;
const NAME = /[\p{L}_$][\p{L}\p{N}_$]*/uy;
const SIGN = /<=|>=|==|!=|[-+*/^(),?:<>]/y;

const INSTEAD: readonly (readonly [characters: string, instead: string])[] = [
  ['=', 'one expression without assignment; == compares'],
  ['"\'`“”„‘’', 'numbers and drivers; text has no place in a formula'],
  ['[]', 'parentheses; a driver with a number for each week needs no brackets'],
  ['{}', 'parentheses'],
  ['.', 'a digit after the point; names have no parts'],
  [';#\n\r\u2028\u2029', 'one expression on one line'],
  ['%', 'a share: 5 % is 0.05'],
  ['×·⋅∙', '* to multiply'],
  ['÷∕', '/ to divide'],
  ['−–—', '- to subtract'],
  ['≤', '<='],
  ['≥', '>='],
  ['≠', '!='],
  ['!', '!= to compare'],
  ['&|~', 'condition ? value : other value'],
  ['²³', '^2 or ^3'],
];

/** Cuts a formula into numbers, names and signs; everything else is a problem that says what to write instead. */
export function readTokens(text: string): {
  readonly tokens: readonly FormulaToken[];
  readonly problems: readonly FormulaProblem[];
} {
  const tokens: FormulaToken[] = [];
  const problems: FormulaProblem[] = [];
  let at = 0;
  const take = (pattern: RegExp): string | null => {
    pattern.lastIndex = at;
    return pattern.exec(text)?.[0] ?? null;
  };
  while (at < text.length) {
    const blanks = take(BLANKS);
    if (blanks !== null) {
      at += blanks.length;
      continue;
    }
    const column = at + 1;
    const number = take(NUMBER);
    const name = number === null ? take(NAME) : null;
    const found = number ?? name ?? take(SIGN);
    if (found === null) {
      const character = String.fromCodePoint(text.codePointAt(at)!);
      const instead = INSTEAD.find(([characters]) => characters.includes(character))?.[1];
      problems.push(
        formulaProblem(
          'character',
          column,
          character,
          instead ?? 'numbers, drivers, + - * / ^ ( ) < > ? : and functions',
        ),
      );
      at += character.length;
      continue;
    }
    tokens.push({ kind: number !== null ? 'number' : name !== null ? 'name' : 'sign', text: found, column });
    if (number !== null && !Number.isFinite(Number(number))) {
      problems.push(formulaProblem('number', column, number, 'a number below 1.8e308'));
    }
    at += found.length;
  }
  return { tokens, problems };
}
