/** What stands where there is no number, such as a service level of a night without contacts. */
export const NOTHING = '–';

type Locale = string | undefined;

const formats = new Map<string, Intl.NumberFormat>();

function format(locale: Locale, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${locale ?? ''}|${JSON.stringify(options)}`;
  let found = formats.get(key);
  if (!found) {
    found = new Intl.NumberFormat(locale, options);
    formats.set(key, found);
  }
  return found;
}

/** A hyphen for a minus is too short to be seen beside figures. */
const minus = (text: string): string => text.replace(/^-/, '−');

const absent = (value: number | null | undefined): value is null | undefined =>
  value === null || value === undefined || Number.isNaN(value);

/** Whole numbers with grouping: contacts, heads, seats. Never "-0". */
export function formatCount(value: number | null | undefined, locale?: Locale): string {
  if (absent(value)) return NOTHING;
  return minus(format(locale, { maximumFractionDigits: 0, signDisplay: 'negative' }).format(value));
}

/** A number with at most so many decimals. */
export function formatNumber(value: number | null | undefined, decimals = 1, locale?: Locale): string {
  if (absent(value)) return NOTHING;
  return minus(format(locale, { maximumFractionDigits: decimals, signDisplay: 'negative' }).format(value));
}

/** Full-time equivalents, always to a tenth. */
export function formatFte(value: number | null | undefined, locale?: Locale): string {
  if (absent(value)) return NOTHING;
  return minus(
    format(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1, signDisplay: 'negative' }).format(value),
  );
}

/** A share as a percentage with one decimal at most. */
export function formatShare(value: number | null | undefined, locale?: Locale): string {
  if (absent(value)) return NOTHING;
  return minus(format(locale, { style: 'percent', maximumFractionDigits: 1, signDisplay: 'negative' }).format(value));
}

/** Percentage points with sign, from points (12.3 is 12.3 points). */
export function formatPoints(points: number | null | undefined, locale?: Locale): string {
  if (absent(points)) return NOTHING;
  return `${minus(format(locale, { maximumFractionDigits: 1, signDisplay: 'exceptZero' }).format(points))} pts`;
}

/** Money abbreviated with its unit: $4.2M. */
export function formatMoney(value: number | null | undefined, currency: string, locale?: Locale): string {
  if (absent(value)) return NOTHING;
  return minus(
    format(locale, {
      style: 'currency',
      currency,
      currencyDisplay: 'narrowSymbol',
      notation: 'compact',
      maximumFractionDigits: Math.abs(value) < 1000 ? 0 : 1,
      signDisplay: 'negative',
    }).format(value),
  );
}

/** A price or a wage, with the currency's cents. */
export function formatPrice(value: number | null | undefined, currency: string, locale?: Locale): string {
  if (absent(value)) return NOTHING;
  return minus(format(locale, { style: 'currency', currency, currencyDisplay: 'narrowSymbol' }).format(value));
}

/** Large counts abbreviated: 1.2M. */
export function formatCompact(value: number | null | undefined, locale?: Locale): string {
  if (absent(value)) return NOTHING;
  return minus(
    format(locale, { notation: 'compact', maximumFractionDigits: 1, signDisplay: 'negative' }).format(value),
  );
}

/** Any of the above with a sign in front of what is above zero, for variances. */
export function signed(value: number | null | undefined, write: (value: number) => string): string {
  if (absent(value)) return NOTHING;
  const text = write(Math.abs(value));
  const isZero = text === write(0);
  return isZero ? text : value > 0 ? `+${text}` : `−${text}`;
}

/** The variance against a base as a share with sign; nothing where the base is zero. */
export function formatChange(value: number | null, base: number | null, locale?: Locale): string {
  if (value === null || base === null || Math.abs(base) < 1e-12) return NOTHING;
  return signed((value - base) / Math.abs(base), (share) => formatShare(share, locale));
}
