/**
 * A number as people type it: grouping, decimal comma or point, a per cent sign, "1.2k" and "3M".
 *
 * A single separator before exactly three digits ("1,234") is taken for the locale's grouping if the locale groups with
 * it, else for its decimal sign. Null when it is no number.
 */
export function parseNumber(text: string, locale?: string): number | null {
  let body = text
    .trim()
    .replace(/[\s\u00a0\u202f'’_]/g, '')
    .replace(/−/g, '-');
  const scale = body.endsWith('%') ? 0.01 : /k$/i.test(body) ? 1e3 : /m$/i.test(body) ? 1e6 : 1;
  if (scale !== 1) body = body.slice(0, -1);
  if (!/^[+-]?[\d.,]*\d[\d.,]*(e[+-]?\d+)?$/i.test(body)) return null;
  const plain = withPoint(body, decimalSign(locale));
  if (plain === null) return null;
  const value = Number(plain) * scale;
  return Number.isFinite(value) ? value : null;
}

function withPoint(body: string, decimal: string): string | null {
  const points = body.split('.').length - 1;
  const commas = body.split(',').length - 1;
  if (points === 0 && commas === 0) return body;
  if (points > 0 && commas > 0) {
    const last = body.lastIndexOf('.') > body.lastIndexOf(',') ? '.' : ',';
    if (body.split(last).length > 2) return null;
    return body.replaceAll(last === '.' ? ',' : '.', '').replace(last, '.');
  }
  const sign = points > 0 ? '.' : ',';
  const count = points + commas;
  const grouped = /^[+-]?\d{1,3}([.,]\d{3})+$/.test(body);
  if (count > 1) return grouped ? body.replaceAll(sign, '') : null;
  if (grouped && sign !== decimal) return body.replace(sign, '');
  return body.replace(sign, '.');
}

function decimalSign(locale?: string): string {
  return new Intl.NumberFormat(locale).formatToParts(1.5).find((part) => part.type === 'decimal')?.value ?? '.';
}
