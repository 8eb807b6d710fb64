import { nearlyEqual } from '../../units';

/** A function that a formula may call. */
export interface FormulaFunction {
  /** Fewest and most arguments. */
  readonly arguments: readonly [fewest: number, most: number];
  readonly apply: (...values: number[]) => number;
}

/** Differences below this share of a number are noise of binary arithmetic. */
const NOISE = 1e-12;
const MOST_ARGUMENTS = 20;
const MOST_DECIMALS = 9;

/** Every function that a formula may call; there are no others. */
export const FORMULA_FUNCTIONS: ReadonlyMap<string, FormulaFunction> = new Map<string, FormulaFunction>([
  ['min', { arguments: [1, MOST_ARGUMENTS], apply: Math.min }],
  ['max', { arguments: [1, MOST_ARGUMENTS], apply: Math.max }],
  ['round', { arguments: [1, 2], apply: (value, decimals = 0) => roundHalfAway(value, decimals) }],
  ['floor', { arguments: [1, 1], apply: (value) => wholeBelow(value) }],
  ['ceil', { arguments: [1, 1], apply: (value) => 0 - wholeBelow(-value) }],
  ['abs', { arguments: [1, 1], apply: Math.abs }],
  ['sqrt', { arguments: [1, 1], apply: Math.sqrt }],
  ['exp', { arguments: [1, 1], apply: Math.exp }],
  ['log', { arguments: [1, 2], apply: (value, base) => logarithm(value, base) }],
  ['pow', { arguments: [2, 2], apply: (value, exponent) => value ** exponent }],
]);

/** The names of all functions, for a list of what is allowed. */
export const FORMULA_FUNCTION_NAMES = [...FORMULA_FUNCTIONS.keys()].join(', ');

export const FORMULA_COMPARISONS: ReadonlyMap<string, (left: number, right: number) => boolean> = new Map([
  ['smaller', (left: number, right: number) => left < right && !same(left, right)],
  ['smallerEq', (left: number, right: number) => left <= right || same(left, right)],
  ['larger', (left: number, right: number) => left > right && !same(left, right)],
  ['largerEq', (left: number, right: number) => left >= right || same(left, right)],
  ['equal', (left: number, right: number) => same(left, right)],
  ['unequal', (left: number, right: number) => !same(left, right)],
]);

/** Words that mean something to the parser, or would be mistaken for a constant. */
const PARSER_WORDS = new Set(
  'mod to in and xor or not end true false null undefined NaN Infinity e pi i tau phi'.split(' '),
);

/** A driver's name: a letter, then letters, digits and underscores, at most 40 in all. */
export const DRIVER_NAME = /^[A-Za-z][A-Za-z0-9_]{0,39}$/;
export const DRIVER_NAME_ALLOWED = 'a letter, then letters, digits and underscores, at most 40';
export const FREE_NAME_ALLOWED = 'a name that is no function and no other word of formulas';

/** Whether a driver may have a name: not a function's, a word of the parser, or something that every object has. */
export function isFreeDriverName(name: string): boolean {
  return !FORMULA_FUNCTIONS.has(name) && !PARSER_WORDS.has(name) && !(name in Object.prototype) && name !== 'prototype';
}

const same = (left: number, right: number) => nearlyEqual(left, right, NOISE);

function wholeBelow(value: number): number {
  return Math.floor(value + NOISE * Math.max(1, Math.abs(value)));
}

/** Halves go away from zero, as in a spreadsheet; 1.005 to two decimals is 1.01 although binary holds a little less. */
function roundHalfAway(value: number, decimals: number): number {
  if (!Number.isInteger(decimals) || Math.abs(decimals) > MOST_DECIMALS) return Number.NaN;
  const scale = 10 ** Math.abs(decimals);
  const scaled = Math.abs(decimals < 0 ? value / scale : value * scale);
  const whole = wholeBelow(scaled + 0.5);
  return Math.sign(value) * (decimals < 0 ? whole * scale : whole / scale);
}

function logarithm(value: number, base: number | undefined): number {
  if (base === undefined) return Math.log(value);
  if (base === 10) return Math.log10(value);
  if (base === 2) return Math.log2(value);
  return Math.log(value) / Math.log(base);
}
