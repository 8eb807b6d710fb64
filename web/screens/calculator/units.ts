import type { CalculationUnit } from '../../../engine/answers';
import { formatCount, formatNumber, NOTHING } from '../../format';
import { duration, exactShare } from '../../queue';

const twoDecimals = new Intl.NumberFormat(undefined, { minimumFractionDigits: 2, maximumFractionDigits: 2 });

/** A number of an answer with its unit, as a planner reads it. */
export function writeValue(value: number | string | null, unit: CalculationUnit): string {
  if (value === null) return NOTHING;
  if (typeof value === 'string') return value;
  switch (unit) {
    case '%':
      return exactShare(value);
    case 's':
      return duration(value);
    case 'h':
      return `${formatNumber(value, Math.abs(value) < 100 ? 2 : 0)} h`;
    case 'min':
      return `${formatNumber(value, 1)} min`;
    case 'money':
      return formatNumber(value, Math.abs(value) < 1000 ? 2 : 0);
    case 'agents':
      return Number.isInteger(value) ? formatCount(value) : twoDecimals.format(value);
    case 'contacts':
      return formatNumber(value, Math.abs(value) < 1000 ? 1 : 0);
    case '':
      return formatNumber(value, 3);
  }
}

/** The same on an axis, where the title has the unit. */
export function axisValue(value: number, unit: CalculationUnit): string {
  return unit === '%' ? `${formatNumber(value * 100, 1)} %` : formatNumber(value, Math.abs(value) < 10 ? 2 : 1);
}

/** What stands beside a field. */
export const FIELD_UNITS: Readonly<Record<CalculationUnit, string>> = {
  '': '',
  s: 's',
  min: 'min',
  h: 'h',
  '%': '%',
  money: '',
  contacts: '',
  agents: '',
};
