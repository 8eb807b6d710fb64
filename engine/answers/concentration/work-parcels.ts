import type { WorkParcel } from '../../risk';
import type { PreparedPlan } from '../prepared-plan';

const sum = (values: Float64Array) => values.reduce((total, value) => total + value, 0);

/**
 * What each team did for each stream over the horizon, in hours, contacts and what those contacts put at stake.
 *
 * Hours in which a team was on duty and none of its streams open belong to its streams by the hours it gave them, so that
 * parcels add up to the team's productive hours. `stakes` gives the value of a contact by stream; none without it.
 */
export function workParcels(
  { network, base }: Pick<PreparedPlan, 'network' | 'base'>,
  stakes: ReadonlyMap<string, number> | null,
): WorkParcel[] {
  const streamAt = new Map(network.plan.streams.map(({ id }, at) => [id, at]));
  return base.teams.flatMap(({ id, total }, team): WorkParcel[] => {
    const own = base.memberships.filter((entry) => entry.team === id);
    const given = own.map(({ productiveHours }) => sum(productiveHours));
    const all = given.reduce((whole, hours) => whole + hours, 0);
    if (!(all > 0)) return [{ team, stream: null, hours: total.productiveHours, contacts: 0, value: 0 }];
    return own.map(({ stream, answered }, at) => {
      const contacts = sum(answered);
      return {
        team,
        stream: streamAt.get(stream)!,
        hours: (total.productiveHours * given[at]!) / all,
        contacts,
        value: contacts * (stakes?.get(stream) ?? 0),
      };
    });
  });
}
