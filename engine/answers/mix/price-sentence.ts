import type { MixLimit } from '../../sourcing';

/** What a limit costs, in words: what a point more or less of it would save in a year. */
export function priceSentence(currency: string, { id, label, kind }: MixLimit, perPoint: number): string {
  const amount = `${currency} ${Math.round(Math.abs(perPoint)).toLocaleString('en')}`;
  if (kind === 'seats') return `${label}: one percent more saves ${amount} a year.`;
  const what = id.startsWith('kind ') ? `${label} share` : `share of ${label} (${id.split(' ')[0]})`;
  return kind === 'min-share'
    ? `Floor on the ${what}: a point less saves ${amount} a year.`
    : `Cap on the ${what}: a point more saves ${amount} a year.`;
}

/** A limit in words, for lists of those that can't be kept together. */
export function limitSentence({ id, label, kind, limit }: MixLimit): string {
  const share = `${Math.round(limit * 1000) / 10} %`;
  if (kind === 'seats') return `${label} hold at most ${share} of today’s busiest hour`;
  return `${label} (${id.split(' ')[0]}) at ${kind === 'max-share' ? 'most' : 'least'} ${share} of all hours`;
}
