const LONGEST_ID = 64;
const LONGEST_NAME = 120;

/** An id that none of the entries has, made of words: lower-case letters, digits and hyphens. */
export function freeId(words: string, fallback: string, taken: readonly { readonly id: string }[]): string {
  const ids = new Set(taken.map(({ id }) => id));
  const plain = words
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}+/gu, '')
    .replace(/[^a-z0-9]+/g, '-');
  const stem = trim(plain.slice(0, LONGEST_ID)) || fallback;
  if (!ids.has(stem)) return stem;
  for (let number = 2; ; number++) {
    const id = `${trim(stem.slice(0, LONGEST_ID - 1 - String(number).length))}-${number}`;
    if (!ids.has(id)) return id;
  }
}

/** A name that none of the entries has: a taken one gets a number behind it. */
export function freeName(wanted: string, taken: readonly { readonly name: string }[]): string {
  const names = new Set(taken.map(({ name }) => name));
  const stem = cut(wanted, LONGEST_NAME);
  if (!names.has(stem)) return stem;
  for (let number = 2; ; number++) {
    const end = ` (${number})`;
    const name = `${cut(stem, LONGEST_NAME - end.length)}${end}`;
    if (!names.has(name)) return name;
  }
}

const trim = (id: string): string => id.replace(/^-+|-+$/g, '');

/** At most so many UTF-16 units, never half a character. */
function cut(text: string, length: number): string {
  if (text.length <= length) return text;
  return text
    .slice(0, length)
    .replace(/[\uD800-\uDBFF]$/, '')
    .trimEnd();
}
