import { isDate, isZone, openingHoursIssue } from '../../calendar';
import { nearlyEqual } from '../../units';

/** Notes one thing that is wrong with the plan. */
export type Add = (code: string, path: string, value: unknown, allowed: string, message?: string) => void;

export function reference(ids: ReadonlySet<string>, path: string, value: string, what: string, add: Add): void {
  if (ids.has(value)) return;
  const some = [...ids].slice(0, 8).join(', ');
  const allowed =
    ids.size === 0
      ? `a ${what} of this plan (it has none)`
      : `the id of a ${what}: ${some}${ids.size > 8 ? ', …' : ''}`;
  add('plan.unknown-reference', path, value, allowed);
}

export function sumsToOne(values: readonly number[], path: string, add: Add): void {
  const sum = values.reduce((total, value) => total + value, 0);
  if (!nearlyEqual(sum, 1, 1e-3))
    add('plan.shares', path, `shares that add to ${Number(sum.toFixed(6))}`, 'shares that add to 1');
}

export function existingDate(path: string, value: string, add: Add): void {
  if (!isDate(value)) add('plan.date', path, value, 'a day that exists, such as 2027-01-04');
}

export function checkZone(path: string, value: string, add: Add): void {
  if (!isZone(value)) add('plan.zone', path, value, 'an IANA time zone such as Europe/Berlin');
}

export function checkHours(path: string, value: string, add: Add): void {
  const wrong = openingHoursIssue(value);
  if (wrong) add('plan.opening-hours', path, value, wrong);
}
