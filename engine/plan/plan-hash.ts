import type { Plan } from './schema';

/**
 * A short fingerprint of a plan's content, the same for the same content whatever the order of its keys.
 *
 * For provenance and links; not a defence against forgery.
 * Source: FNV-1a (Fowler, Noll, Vo), two 32-bit lanes with different offsets. Cost: linear in the document.
 */
export function planHash(plan: Plan): string {
  return contentHash(plan);
}

/** The same fingerprint for a part of a plan, or any plain data. */
export function contentHash(data: unknown): string {
  const text = canonical(data);
  let low = 0x811c9dc5;
  let high = 0xcbf29ce4;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    low = Math.imul(low ^ code, 0x01000193);
    high = Math.imul(high ^ ((code << 7) | (code >>> 3)), 0x01000193) + at;
  }
  return (high >>> 0).toString(16).padStart(8, '0') + (low >>> 0).toString(16).padStart(8, '0');
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value)
      .filter(([, inner]) => inner !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${entries.map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner)}`).join(',')}}`;
  }
  return JSON.stringify(value) ?? 'null';
}
