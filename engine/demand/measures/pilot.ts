import { dayNumber } from '../../calendar';
import type { MeasureOf } from '../../plan';
import { normalQuantile } from '../../stats';
import { type DemandBook, type LedgerItem, linesIn, record } from '../book';
import { dayOfSlot } from './ramp';

/** A pilot's effect: contacts a customer with the change against without it, and where that lies with 95 % confidence. */
export interface PilotEffect {
  readonly ratio: number;
  readonly low: number;
  readonly high: number;
}

/**
 * The ratio of two contact rates, with its 95 % interval.
 *
 * Ratio = (contacts ÷ customers in the pilot) ÷ (contacts ÷ customers without); its logarithm has a standard error of
 * √(1 ÷ contacts + 1 ÷ contacts). Customers who make contact many times each make the true interval wider.
 *
 * Source: Wald interval of a Poisson rate ratio (Rothman, Greenland and Lash 2008, ch. 14). Valid: a few dozen contacts
 * on each side at least. Cost: constant.
 *
 * @example pilotEffect({ pilotCustomers: 1000, pilotContacts: 180, controlCustomers: 1000, controlContacts: 200 }).ratio // 0.9
 */
export function pilotEffect(measured: MeasureOf<'pilot'>['measured']): PilotEffect {
  const ratio =
    measured.pilotContacts / measured.pilotCustomers / (measured.controlContacts / measured.controlCustomers);
  const error = Math.sqrt(1 / measured.pilotContacts + 1 / measured.controlContacts);
  const reach = Math.exp(normalQuantile(0.975) * error);
  return { ratio, low: ratio / reach, high: ratio * reach };
}

/** Rolls a pilot out: contacts × (1 + share of customers × (ratio - 1)), with what the interval would mean. */
export function rollOut(book: DemandBook, measure: MeasureOf<'pilot'>, item: LedgerItem): void {
  const effect = pilotEffect(measure.measured);
  const steps = measure.rollout.map(({ date, share }) => ({ day: dayNumber(date, 'rollout.date'), share }));
  const shareOn = (day: number) => steps.findLast((step) => step.day <= day)?.share ?? 0;
  let exposed = 0;
  record(book, item, () => {
    for (const { line } of linesIn(book, measure.scope)) {
      for (let day = 0; day < book.days; day++) {
        const share = shareOn(dayOfSlot(book, day));
        if (share === 0) continue;
        const contacts = line.contacts[day]!;
        const there = contacts > 0 ? line.work[day]! / contacts : 0;
        exposed += contacts * share;
        const treated = contacts * share * effect.ratio;
        line.contacts[day] = contacts * (1 - share) + treated;
        line.work[day] = there * (contacts * (1 - share) + treated * (measure.handleTimeFactor ?? 1));
      }
    }
  });
  item.figures.push(
    { name: 'contacts with the change, against without', value: effect.ratio, unit: 'factor' },
    { name: 'its 95 % interval, from', value: effect.low, unit: 'factor' },
    { name: 'its 95 % interval, to', value: effect.high, unit: 'factor' },
    { name: 'contacts at the interval’s lower end', value: exposed * (effect.low - 1), unit: 'contacts' },
    { name: 'contacts at its upper end', value: exposed * (effect.high - 1), unit: 'contacts' },
  );
  if (effect.low < 1 && effect.high > 1) {
    item.warnings.push(
      'The pilot is too small to say whether contacts fall or rise: its interval holds no change at all.',
    );
  }
}
