import { csvText } from '../format';
import type { ChartTable } from './chart-types';

/** A table as CSV text with a head; numbers in full, units in the head. */
export function tableCsv({ columns, rows }: ChartTable): string {
  const head = columns.map(({ label, unit }) => (unit ? `${label} (${unit})` : label));
  return csvText([head, ...rows]);
}
