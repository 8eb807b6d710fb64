/** How one parameter of a view stands in the address. */
export interface Field<Value> {
  readonly fallback: Value;
  /** The value of a text, or the fallback when the text means nothing here. */
  read(text: string | null): Value;
  /** The text of a value; null leaves it out, because it is the fallback. */
  write(value: Value): string | null;
}

export type Spec = { readonly [name: string]: Field<unknown> };
export type ViewOf<S extends Spec> = { readonly [Name in keyof S]: S[Name] extends Field<infer Value> ? Value : never };

const LONGEST = 400;

/** Any text up to a length. */
export function textField(fallback = ''): Field<string> {
  return {
    fallback,
    read: (text) => (text === null || text.length > LONGEST ? fallback : text),
    write: (value) => (value === fallback ? null : value),
  };
}

/** One of a few words. */
export function choiceField<const Choice extends string>(choices: readonly Choice[], fallback: Choice): Field<Choice> {
  return {
    fallback,
    read: (text) => choices.find((choice) => choice === text) ?? fallback,
    write: (value) => (value === fallback ? null : value),
  };
}

/** A number within bounds; what lies outside is brought to the nearest end. */
export function numberField(fallback: number, min: number, max: number): Field<number> {
  return {
    fallback,
    read: (text) => {
      const value = text === null || text.trim() === '' ? Number.NaN : Number(text);
      return Number.isFinite(value) ? Math.min(max, Math.max(min, value)) : fallback;
    },
    write: (value) => (value === fallback ? null : String(Math.round(value * 1e6) / 1e6)),
  };
}

/** A date such as 2027-01-04, or nothing. */
export function dateField(): Field<string | null> {
  return {
    fallback: null,
    read: (text) => (text !== null && /^\d{4}-\d{2}-\d{2}$/.test(text) ? text : null),
    write: (value) => value,
  };
}

/** A list of short words, such as ids; the order is kept, doubles are dropped. */
export function listField(): Field<readonly string[]> {
  return {
    fallback: [],
    read: (text) =>
      text === null
        ? []
        : [...new Set(text.split(',').map(decode))].filter((item) => item !== '' && item.length <= 130).slice(0, 200),
    write: (value) =>
      value.length === 0 ? null : value.map((item) => item.replaceAll('%', '%25').replaceAll(',', '%2C')).join(','),
  };
}

function decode(item: string): string {
  return item.replaceAll('%2C', ',').replaceAll('%25', '%');
}
