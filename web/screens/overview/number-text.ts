import type { OverviewAnswer } from '../../../engine/answers';
import { formatFte, formatMoney, formatNumber, formatShare } from '../../format';

/** One of the overview's three numbers with its unit. */
export function numberText(number: OverviewAnswer['numbers'][number], currency: string): string {
  switch (number.unit) {
    case 'share':
      return formatShare(number.value);
    case 'money-year':
      return `${formatMoney(number.value, currency)} a year`;
    case 'fte':
      return `${formatFte(number.value)} FTE`;
    case 'number':
      return formatNumber(number.value, 1);
  }
}
