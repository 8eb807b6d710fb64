import { InputFault, type Issue, issue } from '../../engine/units';
import type { OptionValues } from './verb';

/** What an option's number may be. */
export interface NumberRange {
  readonly min?: number;
  /** The bounds themselves are not allowed. */
  readonly above?: number;
  readonly max?: number;
  readonly whole?: boolean;
  /** `infinity` may be given. */
  readonly infinity?: boolean;
}

/**
 * Reads a verb's options and gathers all that is wrong with them; `finish` throws it together.
 *
 * A value that is wrong reads as NaN or an empty list until then.
 */
export class OptionReader {
  private readonly issues: Issue[] = [];
  constructor(private readonly values: OptionValues) {}

  has(name: string): boolean {
    return this.values[name] === true;
  }

  /** The option's text; an empty one counts as not given, as scripts with unset variables have it. */
  text(name: string): string | undefined {
    const value = this.values[name];
    return typeof value === 'string' && value !== '' ? value : undefined;
  }

  texts(name: string): readonly string[] {
    const value = this.values[name];
    return Array.isArray(value) ? value.flatMap((text) => String(text).split(',')).map((text) => text.trim()) : [];
  }

  number(name: string, range: NumberRange = {}): number | undefined {
    const text = this.text(name);
    return text === undefined ? undefined : this.parse(`--${name}`, text, range);
  }

  requiredNumber(name: string, range: NumberRange = {}): number {
    const number = this.number(name, range);
    if (number !== undefined) return number;
    this.issues.push(issue('option.missing', `--${name}`, undefined, words(range)));
    return Number.NaN;
  }

  /** Numbers with commas between them. */
  numbers(name: string, range: NumberRange = {}): readonly number[] | undefined {
    const text = this.text(name);
    return text === undefined ? undefined : text.split(',').map((part) => this.parse(`--${name}`, part.trim(), range));
  }

  choice<const T extends string>(name: string, choices: readonly T[]): T | undefined {
    const text = this.text(name);
    if (text === undefined) return undefined;
    const found = choices.find((choice) => choice === text);
    if (found === undefined) this.issues.push(issue('option.choice', `--${name}`, text, choices.join(', ')));
    return found;
  }

  /** Any of some words, given again or with commas between them. */
  choices<const T extends string>(name: string, choices: readonly T[]): readonly T[] {
    return this.texts(name).flatMap((text) => {
      const found = choices.find((choice) => choice === text);
      if (found === undefined) this.issues.push(issue('option.choice', `--${name}`, text, choices.join(', ')));
      return found === undefined ? [] : [found];
    });
  }

  /** Two options that shut each other out. */
  notBoth(one: string, other: string): void {
    if (this.values[one] !== undefined && this.values[other] !== undefined) {
      this.issues.push(issue('option.conflict', `--${one}`, `--${other} as well`, 'one of the two'));
    }
  }

  /** Options of which one alone may be given. */
  atMostOne(...names: readonly string[]): void {
    const given = names.filter((name) => this.values[name] !== undefined);
    for (const name of given.slice(1)) {
      this.issues.push(issue('option.conflict', `--${name}`, `--${given[0]} as well`, 'one of them'));
    }
  }

  /** Refuses options that belong to another use of the verb. */
  only(use: string, names: readonly string[]): void {
    for (const name of Object.keys(this.values)) {
      if (name === 'help' || names.includes(name)) continue;
      const allowed = names.map((one) => `--${one}`).join(', ');
      this.issues.push(issue('option.foreign', `--${name}`, `an option of another use than ${use}`, allowed));
    }
  }

  /** A text that a verb can't read. */
  refuse(name: string, text: string, allowed: string): void {
    this.issues.push(issue('option.text', `--${name}`, text, allowed));
  }

  /** A text that must be given. */
  required(name: string, allowed: string): void {
    if (this.text(name) === undefined) this.issues.push(issue('option.missing', `--${name}`, undefined, allowed));
  }

  /** An option that says something about another one. */
  onlyWith(name: string, other: string): void {
    if (this.values[name] !== undefined && this.values[other] === undefined) {
      this.issues.push(issue('option.alone', `--${name}`, `no --${other}`, `--${other} beside it`));
    }
  }

  finish(): void {
    if (this.issues.length > 0) throw new InputFault(this.issues);
  }

  private parse(place: string, text: string, range: NumberRange): number {
    const value = toNumber(text);
    const good =
      !Number.isNaN(value) &&
      (Number.isFinite(value) || range.infinity === true) &&
      (range.min === undefined || value >= range.min) &&
      (range.above === undefined || value > range.above) &&
      (range.max === undefined || value <= range.max) &&
      (range.whole !== true || Number.isSafeInteger(value));
    if (good) return value;
    this.issues.push(issue('option.number', place, text, words(range)));
    return Number.NaN;
  }
}

/** Runs something and says, of what the engine finds wrong, the option instead of the engine's word for it. */
export function naming<T>(optionOf: Readonly<Record<string, string>>, run: () => T): T {
  const named = (error: unknown): unknown => {
    if (!(error instanceof InputFault)) return error;
    return new InputFault(
      error.issues.map((one) => {
        const path = optionOf[one.path] ?? one.path;
        return { ...one, path, message: one.message.replace(`${one.path}:`, `${path}:`) };
      }),
    );
  };
  try {
    const result = run();
    if (!(result instanceof Promise)) return result;
    return result.catch((error) => {
      throw named(error);
    }) as T;
  } catch (error) {
    throw named(error);
  }
}

function toNumber(text: string): number {
  if (/^(inf|infinity)$/i.test(text)) return Number.POSITIVE_INFINITY;
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text) ? Number(text) : Number.NaN;
}

function words({ min, above, max, whole, infinity }: NumberRange): string {
  const parts = [whole ? 'a whole number' : 'a number'];
  if (min !== undefined) parts.push(`at least ${min}`);
  if (above !== undefined) parts.push(`above ${above}`);
  if (max !== undefined) parts.push(`at most ${max}`);
  return parts.join(', ') + (infinity ? ', or infinity' : '');
}

/** A fault of the engine under the names that its settings have on the command line; anything else as it is. */
export function asOptions(error: unknown, names: Readonly<Record<string, string>>): unknown {
  if (!(error instanceof InputFault)) return error;
  return new InputFault(
    error.issues.map((one) => {
      const path = names[one.path];
      return path === undefined ? one : { ...one, path, message: one.message.replace(one.path, path) };
    }),
  );
}
