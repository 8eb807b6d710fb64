import type { MathNode } from 'mathjs';
import { create, parseDependencies } from 'mathjs/number';
import { checkNames } from './check-names';
import { checkOrder } from './check-order';
import { compileTree, ForbiddenPart, type FormulaRun } from './compile-tree';
import { type FormulaProblem, formulaProblem } from './formula-problem';
import { readTokens } from './read-tokens';

/** Longest text of a formula. */
export const MOST_FORMULA_CHARACTERS = 500;

/** Most numbers, names and signs. */
const MOST_PARTS = 250;

/** Blanks that spreadsheets and word processors put where a space is meant. */
const OTHER_BLANKS = /[\u00a0\u2007\u2009\u202f]/g;

/** A formula ready to be worked out many times. */
export interface CompiledFormula {
  /** Drivers that the formula names, each once, in their order of appearance. */
  readonly used: readonly string[];
  /** The formula's value; `failedPart` is the first part that gave no finite number, and null where all went well. */
  readonly evaluate: (values: ArrayLike<number>) => { readonly value: number; readonly failedPart: string | null };
}

export type FormulaResult =
  | { readonly formula: CompiledFormula; readonly problems: readonly [] }
  | { readonly formula: null; readonly problems: readonly FormulaProblem[] };

/**
 * Reads a planner's expression over named drivers, and makes it ready to be worked out.
 *
 * Use for numbers that a planner wants to state as a formula, such as orders × contact rate; for a typical week with a
 * season, or a forecast, use the other kinds of demand. Allowed: numbers, drivers, + - * / ^, comparisons (1 where they
 * hold, 0 where not), condition ? value : other, parentheses, min, max, round, floor, ceil, abs, sqrt, exp, log, pow.
 * A power binds closer than a sign, so -2^2 is -4 (a spreadsheet says 4). Halves round away from zero; comparisons,
 * floor and ceil overlook the last bits of binary arithmetic.
 *
 * Formula text is never run as code: it is cut into pieces, checked piece by piece, put in order of precedence by the
 * parser of mathjs, and worked out from a closed list of parts.
 *
 * Units: whatever the drivers are in. Valid: at most 500 characters, 250 parts and 20 levels of parentheses. Problems come back as
 * data, each with its column, what was found and what is allowed there. Cost: linear in the text.
 *
 * @example compileFormula('orders * rate', ['orders', 'rate']).formula?.evaluate([500, 0.2]).value // 100
 */
export function compileFormula(given: string, drivers: readonly string[]): FormulaResult {
  const text = given.replace(OTHER_BLANKS, ' ');
  if (text.length > MOST_FORMULA_CHARACTERS) {
    return failed([
      formulaProblem(
        'long',
        MOST_FORMULA_CHARACTERS + 1,
        `${text.length} characters`,
        `at most ${MOST_FORMULA_CHARACTERS} characters`,
      ),
    ]);
  }
  const places = new Map(drivers.map((name, at) => [name, at]));
  const { tokens, problems } = readTokens(text);
  const tooMany = tokens[MOST_PARTS];
  if (tooMany) {
    return failed([formulaProblem('long', tooMany.column, `${tokens.length} parts`, `at most ${MOST_PARTS} parts`)]);
  }
  const names = new Set(drivers);
  // Where characters are missing from the text, their neighbors only seem out of order.
  const first = problems.length > 0 ? problems : checkOrder(tokens, names, text.length);
  const taken = new Set(first.map(({ column }) => column));
  const all = [...first, ...checkNames(tokens, names).filter(({ column }) => !taken.has(column))];
  if (all.length > 0) return failed(all.sort((one, other) => one.column - other.column));
  try {
    const step = compileTree(parser()(text), places);
    return {
      formula: {
        used: [...new Set(tokens.filter(({ text: name }) => places.has(name)).map(({ text: name }) => name))],
        evaluate: (values) => {
          const run: FormulaRun = { values, failedPart: null };
          const value = step(run);
          return { value, failedPart: run.failedPart ?? (Number.isFinite(value) ? null : text) };
        },
      },
      problems: [],
    };
  } catch (error) {
    if (error instanceof ForbiddenPart) {
      return failed([
        formulaProblem('forbidden', 1, error.part, 'numbers, drivers, operators and the listed functions'),
      ]);
    }
    if (error instanceof SyntaxError) {
      const column = Math.min((error as { readonly char?: number }).char ?? 1, text.length + 1);
      return failed([formulaProblem('syntax', column, text.slice(column - 1) || 'the end', 'an expression')]);
    }
    throw error;
  }
}

const failed = (problems: readonly FormulaProblem[]): FormulaResult => ({ formula: null, problems });

let parse: ((text: string) => MathNode) | null = null;

/** The parser alone, without any function or constant behind it; built when it is first wanted. */
function parser(): (text: string) => MathNode {
  parse ??= create({ parseDependencies: parseDependencies! }, {}).parse as (text: string) => MathNode;
  return parse;
}
