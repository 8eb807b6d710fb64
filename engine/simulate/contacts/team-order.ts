import type { TeamOrigin } from '../../footprint';
import type { Routing } from '../../plan';

type Pool = Extract<Routing, { mode: 'pool' }>;

/** Working hours of a month, for prices that are stated a month. */
const HOURS_PER_MONTH = 40 * (52.1775 / 12);

/**
 * The order in which a pool's teams are asked, as places in the plan: by cost of an hour on contacts, or as the rule lists them.
 *
 * An hour costs what its provider bills for one, or wages with benefits; contracts by contact or by month are brought to
 * an hour. Null where no order is wanted.
 */
export function teamOrder(
  rule: Pool | undefined,
  teams: readonly number[],
  origins: readonly TeamOrigin[],
  handleSeconds: number,
): ReadonlyMap<number, number> | null {
  if (rule?.choice === 'least-cost') {
    const cost = (team: number) => hourCost(origins[team]!, handleSeconds);
    return placesOf([...teams].sort((a, b) => cost(a) - cost(b) || a - b));
  }
  if (rule?.choice === 'as-listed') {
    const listed = new Map((rule.teams ?? []).map((id, at) => [id, at]));
    const place = (team: number) => listed.get(origins[team]!.team.id) ?? listed.size;
    return placesOf([...teams].sort((a, b) => place(a) - place(b) || a - b));
  }
  return null;
}

function placesOf(teams: readonly number[]): Map<number, number> {
  return new Map(teams.map((team, at) => [team, at]));
}

function hourCost({ provider, site }: TeamOrigin, handleSeconds: number): number {
  const { contract } = provider;
  if (!contract) return site.wage.perHour * (1 + site.wage.benefitsShare);
  switch (contract.basis) {
    case 'hour':
      return contract.price;
    case 'minute':
      return contract.price * 60;
    case 'contact':
      return (contract.price * 3600) / handleSeconds;
    case 'fte-month':
      return contract.price / HOURS_PER_MONTH;
  }
}
