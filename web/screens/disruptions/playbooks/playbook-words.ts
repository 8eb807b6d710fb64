import type { Bought } from '../../../../engine/answers';
import { formatCount, formatDays, formatMoney } from '../../../format';

/** What a playbook buys, in one sentence. */
export function boughtSentence(name: string, bought: Bought, currency: string): string {
  const { contactsSaved, cost, savedPerThousand, daysSooner, backlogSaved } = bought;
  const price = cost > 0 ? `for ${formatMoney(cost, currency)}` : 'at no cost of its own';
  if (contactsSaved < -0.5) {
    return `“${name}” makes it worse: ${formatCount(-contactsSaved)} more contacts are lost for good, ${price}.`;
  }
  const rate =
    savedPerThousand !== null && contactsSaved > 0.5
      ? `, ${formatCount(savedPerThousand)} for each ${formatMoney(1000, currency)}`
      : '';
  const sooner =
    daysSooner === null || Math.abs(daysSooner) < 0.5
      ? ''
      : daysSooner > 0
        ? ` Service is back ${formatDays(daysSooner)} sooner.`
        : ` Service is back ${formatDays(-daysSooner)} later, because what was put off is still being worked off.`;
  const waiting =
    backlogSaved < -100 ? ` ${formatCount(-backlogSaved)} more contacts wait to be worked off when most do.` : '';
  return `“${name}” saves ${formatCount(contactsSaved)} contacts from being lost for good, ${price}${rate}.${waiting}${sooner}`;
}

/** Contacts saved for each thousand paid; nothing where none were saved, for money doesn't buy a loss. */
export function rateWords(bought: Pick<Bought, 'contactsSaved' | 'savedPerThousand'> | null): string {
  const isBought = bought !== null && bought.savedPerThousand !== null && bought.contactsSaved > 0.5;
  return isBought ? formatCount(bought.savedPerThousand ?? 0) : '';
}
