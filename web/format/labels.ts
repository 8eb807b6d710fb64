import { channelWord, dimensionWord, siteKindWord } from '../../engine/plan';

const GRADES = new Map([
  ['filing', 'filing or official statement'],
  ['survey', 'survey or press report'],
  ['opinion', 'opinion'],
]);

export const channelLabel = channelWord;
export const kindLabel = siteKindWord;
export const dimensionLabel = dimensionWord;
export const gradeLabel = (grade: string | null | undefined): string => (grade ? (GRADES.get(grade) ?? grade) : '');

const regions = new Map<string, Intl.DisplayNames | null>();

/** A country's or a language's name in the reader's language; the code itself when the browser doesn't know it. */
function display(type: 'region' | 'language', code: string, locale?: string): string {
  const key = `${type}|${locale ?? ''}`;
  let names = regions.get(key);
  if (names === undefined) {
    names = new Intl.DisplayNames(locale, { type, fallback: 'code' });
    regions.set(key, names);
  }
  try {
    return names?.of(code) ?? code;
  } catch {
    return code;
  }
}

export const countryLabel = (code: string, locale?: string): string => display('region', code, locale);
export const languageLabel = (code: string, locale?: string): string => display('language', code, locale);

/** A member of a dimension as people call it; codes of countries and kinds become words, the rest has its own name. */
export function memberLabel(dimension: string, member: string, name: string): string {
  if (dimension === 'country') return countryLabel(member);
  if (dimension === 'kind') return kindLabel(member);
  if (dimension === 'language') return languageLabel(member);
  return name;
}
