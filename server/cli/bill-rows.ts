import { BILL_PARTS, type BillAnswer } from '../../engine/answers';
import type { Cell } from './csv';

export const BILL_COLUMNS = [
  ...['id', 'kind', 'case', 'start', 'provider', 'name', 'productive_hours', 'billed_units'],
  ...['minimum_by_month', 'surge_by_month'],
  ...BILL_PARTS,
  ...['total', 'difference'],
];

/** A line for each case and provider. */
export function* billRows({ cases }: BillAnswer): Iterable<Cell[]> {
  for (const { id, kind, name, startDate, providers } of cases) {
    for (const bill of providers) {
      yield [
        ...[id, kind, name, startDate, bill.provider, bill.name, bill.productiveHours, bill.units],
        ...[bill.minimumByMonth, bill.surgeByMonth],
        ...BILL_PARTS.map((part) => bill[part]),
        ...[bill.total, bill.difference],
      ];
    }
  }
}
