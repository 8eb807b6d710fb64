import { shortMoney } from '../impact-report';

/** An amount in a sentence; below 0 with a minus. */
export function moneyWords(value: number, currency: string): string {
  return value < -0.5 ? `−${shortMoney(-value, currency)}` : shortMoney(Math.max(0, value), currency);
}
