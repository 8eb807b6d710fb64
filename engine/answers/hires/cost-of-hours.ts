import type { TeamOrigin } from '../../footprint';
import { WEEKS_PER_MONTH } from '../../sourcing';
import { FTE_HOURS_PER_WEEK } from '../team-costs';

/** Share of an outsourcer's hours on contacts that is taken to be handled, where handling is what it bills. */
const HANDLED = 0.85;

/**
 * What a paid hour of a team's agent costs, in the plan's currency.
 *
 * Own people: wage × (1 + benefits). An outsourcer's by its price: an hour on contacts, a month of an FTE; minutes and
 * contacts as many as fill 85 % of the time, since a bill by volume doesn't know idle hours.
 *
 * @param productive share of a paid hour that is spent on contacts or ready for one
 * @param contactsPerHour contacts that one hour of handling finishes
 */
export function costOfPaidHour({ site, provider }: TeamOrigin, productive: number, contactsPerHour: number): number {
  const { contract } = provider;
  if (!contract) return site.wage.perHour * (1 + site.wage.benefitsShare);
  switch (contract.basis) {
    case 'hour':
      return contract.price * productive;
    case 'minute':
      return contract.price * 60 * productive * HANDLED;
    case 'contact':
      return contract.price * contactsPerHour * productive * HANDLED;
    case 'fte-month':
      return contract.price / (WEEKS_PER_MONTH * FTE_HOURS_PER_WEEK);
  }
}
