import { type DimensionShare, MEASURE_WORDS, type MemberShare } from '../../../engine/answers';

export const MEASURES = ['hours', 'contacts', 'value'] as const;
export type Measure = (typeof MEASURES)[number];

export const MEASURE_CHOICES: readonly { readonly value: Measure; readonly label: string }[] = [
  { value: 'hours', label: 'Hours' },
  { value: 'contacts', label: 'Contacts' },
  { value: 'value', label: 'Value' },
];

export const measureWords = (measure: Measure): string => MEASURE_WORDS[measure];

export function shareBy(member: MemberShare, measure: Measure): number {
  switch (measure) {
    case 'hours':
      return member.share;
    case 'contacts':
      return member.contactShare;
    case 'value':
      return member.valueShare ?? 0;
  }
}

/** Members by one measure, largest first. */
export function rankedBy({ members }: DimensionShare, measure: Measure): readonly MemberShare[] {
  return [...members].sort((a, b) => shareBy(b, measure) - shareBy(a, measure));
}
