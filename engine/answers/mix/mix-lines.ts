import { type Dimension, memberLabel, membersOf, teamOrigins } from '../../footprint';
import type { Plan } from '../../plan';
import { isOfHours } from './mix-limits';

/** A cap or floor that may be moved: where it stands, if it is set, and what it is on. */
export interface MixLine {
  readonly id: string;
  readonly dimension: Dimension;
  /** One member; null where it holds for each. */
  readonly member: string | null;
  readonly end: 'maxShare' | 'minShare';
  readonly share: number | null;
  /** Such as "Largest country" or "work-at-home, at least". */
  readonly label: string;
}

/** Limits that people ask about even where a plan doesn't set them. */
const USUAL = [
  { dimension: 'parent', member: null, end: 'maxShare' },
  { dimension: 'provider', member: null, end: 'maxShare' },
  { dimension: 'country', member: null, end: 'maxShare' },
  { dimension: 'metro', member: null, end: 'maxShare' },
  { dimension: 'kind', member: 'work-at-home', end: 'minShare' },
  { dimension: 'kind', member: 'work-at-home', end: 'maxShare' },
  { dimension: 'kind', member: 'in-house', end: 'minShare' },
] as const;

/**
 * The limits of a plan as lines to be moved, and the usual ones that it doesn't set, as far as somebody belongs to them.
 *
 * @param plan with its candidates among its teams
 */
export function mixLines(plan: Plan, limits: Plan['policies']['limits']): MixLine[] {
  const set = limits
    .filter(isOfHours)
    .flatMap(({ dimension, member, maxShare, minShare }) => [
      ...(maxShare === undefined ? [] : [line(plan, dimension, member ?? null, 'maxShare', maxShare)]),
      ...(minShare === undefined ? [] : [line(plan, dimension, member ?? null, 'minShare', minShare)]),
    ]);
  const known = new Set(set.map(({ id }) => id));
  const origins = teamOrigins(plan);
  const isThere = (dimension: Dimension, member: string | null) =>
    member === null || origins.some((origin) => membersOf(origin, dimension).includes(member));
  const usual = USUAL.filter(({ dimension, member }) => isThere(dimension, member))
    .map(({ dimension, member, end }) => line(plan, dimension, member, end, null))
    .filter(({ id }) => !known.has(id));
  return [...set, ...usual];
}

function line(
  plan: Plan,
  dimension: Dimension,
  member: string | null,
  end: MixLine['end'],
  share: number | null,
): MixLine {
  const of = dimension === 'parent' ? 'owner' : dimension;
  const label =
    member === null
      ? `${end === 'maxShare' ? 'Largest' : 'Smallest'} ${of}`
      : `${memberLabel(plan, dimension, member)}, at ${end === 'maxShare' ? 'most' : 'least'}`;
  return { id: `${dimension} ${member ?? ''} ${end}`, dimension, member, end, share, label };
}

/** By line: the share that it is about, of some hours by team, and whose it is. */
export function lineShares(
  plan: Plan,
  lines: readonly MixLine[],
  hours: readonly number[],
): { share: number; of: string }[] {
  const origins = teamOrigins(plan);
  const whole = hours.reduce((sum, value) => sum + value, 0);
  return lines.map(({ dimension, member, end }) => {
    const shares = new Map<string, number>(member === null ? [] : [[member, 0]]);
    origins.forEach((origin, at) => {
      for (const one of membersOf(origin, dimension)) {
        if (member === null || member === one) shares.set(one, (shares.get(one) ?? 0) + hours[at]! / (whole || 1));
      }
    });
    const sorted = [...shares].sort((a, b) => (end === 'maxShare' ? b[1] - a[1] : a[1] - b[1]));
    const [of, share] = sorted[0] ?? ['', 0];
    return { share, of: of === '' ? '' : memberLabel(plan, dimension, of) };
  });
}
