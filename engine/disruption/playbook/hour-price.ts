import type { TeamOrigin } from '../../footprint';
import type { Plan } from '../../plan';
import { productiveShare } from '../../workforce';

const WEEKS_PER_MONTH = 365.25 / 12 / 7;
const FTE_HOURS = 40;
/** Share of a productive hour that is handling, where a contract bills what is handled. */
const USUAL_OCCUPANCY = 0.85;
/** Time and a half, as most laws on overtime ask for. */
const OWN_PREMIUM = 0.5;

/**
 * What one more productive hour of a team costs in the plan's currency, before any premium.
 *
 * One's own: wage × (1 + benefits) ÷ productive share. A contract's hour costs its price; a minute's, contact's or
 * month's price is turned into hours, at 85 % of the hour handled and the mean handle time of the streams that the team
 * can serve.
 *
 * Use for what is bought in a disruption; ordinary hours are billed by `contractBill`.
 */
export function hourPrice(plan: Plan, { team, site, provider }: TeamOrigin): number {
  const { contract } = provider;
  const productive = productiveShare(team.shrinkage);
  if (!contract) return (site.wage.perHour * (1 + site.wage.benefitsShare)) / productive;
  switch (contract.basis) {
    case 'hour':
      return contract.price;
    case 'minute':
      return contract.price * 60 * USUAL_OCCUPANCY;
    case 'contact':
      return (contract.price * 3600 * USUAL_OCCUPANCY) / meanHandleSeconds(plan, team);
    case 'fte-month':
      return contract.price / (FTE_HOURS * WEEKS_PER_MONTH * productive);
  }
}

/** The premium on an hour that a playbook buys: its own, the contract's, or that of overtime. */
export function premiumOf(stated: number | undefined, { provider }: TeamOrigin): number {
  return stated ?? provider.contract?.surgePremium ?? OWN_PREMIUM;
}

function meanHandleSeconds(plan: Plan, team: TeamOrigin['team']): number {
  const skills = new Set(team.skills.map(({ skill }) => skill));
  const times = plan.streams
    .filter((stream) => skills.has(stream.skill) && team.channels.includes(stream.channel))
    .map(({ handleTime }) => handleTime.meanSeconds as number);
  return times.length === 0 ? 300 : times.reduce((sum, time) => sum + time, 0) / times.length;
}
