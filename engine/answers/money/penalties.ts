import { gatherWeeks, weekRuleOf } from '../../calendar';
import { servicePenalty } from '../../sourcing';
import type { CostColumns } from './cost-components';
import type { MoneyGround } from './money-ground';

/**
 * What outsourcers give back for service below target, month by month, as a negative cost of their teams.
 *
 * A provider is measured by the streams that its teams answered, at the level that each stream had as a whole: where
 * several serve one queue, all of them get its level. The month's sum is divided over its teams and weeks by their bills.
 */
export function addPenalties({ plan, network, run }: MoneyGround, columns: readonly CostColumns[]): void {
  const { startDate, weeks, weekRule } = plan.calendar;
  const months = gatherWeeks({ startDate, weeks }, weekRuleOf(weekRule), 'period');
  for (const { id, contract } of plan.providers) {
    const share = contract?.penaltySharePerPoint ?? 0;
    if (share === 0) continue;
    const teams = network.origins.flatMap((origin, at) => (origin.provider.id === id ? [at] : []));
    const billOf = (at: number, week: number) =>
      columns[at]!.volume[week]! + columns[at]!.minimum[week]! + columns[at]!.surge[week]!;
    for (const { first, weeks: count } of months) {
      let bill = 0;
      for (const at of teams) for (let week = first; week < first + count; week++) bill += billOf(at, week);
      if (bill <= 0) continue;
      const penalty = servicePenalty(bill, share, servedStreams({ plan, network, run }, id, first, first + count));
      for (const at of teams) {
        for (let week = first; week < first + count; week++) {
          columns[at]!.penalty[week] = (-penalty * billOf(at, week)) / bill;
        }
      }
    }
  }
}

/** The streams that a provider answered in some weeks, with the level they had and the one promised. */
function servedStreams(
  { plan, network, run }: Pick<MoneyGround, 'plan' | 'network' | 'run'>,
  provider: string,
  from: number,
  to: number,
): { answered: number; level: number; target: number }[] {
  const providerOf = new Map(network.origins.map((origin) => [origin.team.id, origin.provider.id]));
  const streams = new Map(run.streams.map((stream) => [stream.id, stream]));
  const promises = new Map(plan.streams.map((stream) => [stream.id, stream.target]));
  return run.memberships.flatMap(({ stream, team, answered }) => {
    const series = streams.get(stream)?.weekly;
    const target = promises.get(stream);
    if (providerOf.get(team) !== provider || !series || !target) return [];
    let contacts = 0;
    let level = 0;
    for (let week = from; week < to; week++) {
      const reached = target.kind === 'abandonment' ? 1 - series.abandonment[week]! : series.serviceLevel[week]!;
      if (Number.isNaN(reached)) continue;
      contacts += answered[week]!;
      level += answered[week]! * reached;
    }
    const promised = target.kind === 'abandonment' ? 1 - target.maxShare : target.share;
    return contacts > 0 ? [{ answered: contacts, level: level / contacts, target: promised }] : [];
  });
}
