/**
 * Service level with each contact counted by what is at stake in it.
 *
 * Σ value × served within target ÷ Σ value × all that were due. With equal values it is the plain level; above it, the
 * dear contacts fare better than the cheap ones. Contacts worth nothing don't count.
 *
 * Source: weighted mean. Units: shares, plan currency a contact (at least 0). NaN where nothing is at stake.
 *
 * @example valueWeightedLevel([{ contacts: 100, level: 0.9, value: 30 }, { contacts: 300, level: 0.7, value: 10 }]) // 0.8
 */
export function valueWeightedLevel(
  streams: readonly { readonly contacts: number; readonly level: number; readonly value: number }[],
): number {
  let within = 0;
  let all = 0;
  for (const { contacts, level, value } of streams) {
    if (!(contacts > 0) || Number.isNaN(level) || !(value > 0)) continue;
    within += contacts * value * level;
    all += contacts * value;
  }
  return all > 0 ? within / all : Number.NaN;
}
