const names = new Intl.DisplayNames(['en'], { type: 'region' });

/** The English name of a country's code; anything else is called by itself. */
export function countryName(code: string): string {
  return /^[A-Z]{2}$/.test(code) ? (names.of(code) ?? code) : code;
}
