import type { OverviewAnswer } from '../../../engine/answers';
import { formatMoney, formatShare } from '../../format';

/** One of the overview's numbers with its unit. */
export function numberText(number: OverviewAnswer['numbers'][number], currency: string): string {
  switch (number.unit) {
    case 'share':
      return formatShare(number.value);
    case 'money-year':
      return `${formatMoney(number.value, currency)} a year`;
  }
}
