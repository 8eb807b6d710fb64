import { DIMENSION_LABELS, type MergeAnswer, type MergeFigures } from '../../../../engine/answers';
import {
  formatCount,
  formatMoney,
  formatNumber,
  formatPoints,
  formatSeconds,
  formatShare,
  NOTHING,
  signed,
} from '../../../format';

/** One figure of the comparison, as it reads. */
export interface MergeRow {
  readonly key: string;
  readonly label: string;
  readonly first: string;
  readonly second: string;
  readonly apart: string;
  readonly union: string;
  /** As one, less both apart; less the first plan where both apart mean nothing. */
  readonly change: string;
}

/** Dimensions that a merger moves, in the order of the table. */
const SPREAD = ['parent', 'provider', 'country', 'metro', 'site', 'platform'] as const;

export function mergeRows(answer: MergeAnswer): MergeRow[] {
  const { first, second, union, currency } = answer;
  const apart = answer.apart as Partial<MergeFigures>;
  const points = (value: number) => formatPoints(value * 100);
  const row = (
    key: keyof MergeFigures,
    label: string,
    write: (value: number | null) => string,
    writeChange: (value: number) => string = (value) => signed(value, write),
  ): MergeRow => {
    const [a, b, u] = [first[key], second[key], union[key]] as (number | null)[];
    const both = apart[key] as number | null | undefined;
    const before = both === undefined ? a : both;
    const change = u == null || before == null ? NOTHING : writeChange(u - before);
    return {
      key,
      label,
      first: write(a!),
      second: write(b!),
      apart: both === undefined ? NOTHING : write(both),
      union: write(u!),
      change,
    };
  };
  const share = (value: number | null) => formatShare(value);
  return [
    row('costPerYear', 'Cost a year', (value) => formatMoney(value, currency)),
    row('serviceLevel', 'Served within target', share, points),
    row('abandonment', 'Abandoned', share, points),
    row('asaSeconds', 'Average speed of answer', formatSeconds),
    row('contactsLost', 'Contacts lost for good', formatCount),
    row('occupancy', 'Occupancy', share, points),
    row('heads', 'People on the first day', formatCount),
    row('sites', 'Sites', formatCount),
    row('singleSource', 'Streams that hang on one site, metro or owner', formatCount),
    ...SPREAD.flatMap((dimension): MergeRow[] => spreadRows(answer, dimension)),
  ];
}

function spreadRows({ first, second, union }: MergeAnswer, dimension: (typeof SPREAD)[number]): MergeRow[] {
  const of = ({ spread }: MergeFigures) => spread.find((one) => one.dimension === dimension);
  const [a, b, u] = [of(first), of(second), of(union)];
  if (!u) return [];
  const [one, many] = DIMENSION_LABELS[dimension];
  const number = (value: number | null | undefined) => (value == null ? NOTHING : formatNumber(value, 1));
  const largest = (entry: typeof u | undefined) =>
    entry ? `${formatShare(entry.largestShare)} ${entry.largest}` : NOTHING;
  const effective: MergeRow = {
    key: `effective-${dimension}`,
    label: `Effective number of ${many}`,
    first: number(a?.effectiveNumber),
    second: number(b?.effectiveNumber),
    apart: NOTHING,
    union: number(u.effectiveNumber),
    change:
      u.effectiveNumber === null || a?.effectiveNumber == null
        ? NOTHING
        : signed(u.effectiveNumber - a.effectiveNumber, number),
  };
  const share: MergeRow = {
    key: `largest-${dimension}`,
    label: `Largest ${one}, of hours`,
    first: largest(a),
    second: largest(b),
    apart: NOTHING,
    union: largest(u),
    change: a ? formatPoints((u.largestShare - a.largestShare) * 100) : NOTHING,
  };
  return u.effectiveNumber === null ? [share] : [effective, share];
}
