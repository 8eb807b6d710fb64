import { EDGE_COUNT, edgeCount, type FlowRecords, type Network, STREAM_COUNT, STREAM_COUNTS } from '../../simulate';
import { contractBill } from '../../sourcing';

/** What a year is judged by, in this order wherever figures stand side by side. */
export const RISK_FIGURES = ['contactsLost', 'valueLost', 'cost', 'weeksBelow'] as const;
export type RiskFigure = (typeof RISK_FIGURES)[number];
export const FIGURES = RISK_FIGURES.length;
export const COST = 2;
export const WEEKS_BELOW = 3;

/** Paid hours a week of one full-time equivalent. */
const FTE_HOURS = 40;

/** What the figures need to know of a plan, put together once. */
export interface FigureGround {
  readonly network: Network;
  /** By stream: contribution that goes with a contact lost. */
  readonly valueOfLost: Float64Array;
  /** Teams of each provider with a contract, and their queue memberships. */
  readonly billed: readonly {
    readonly provider: number;
    readonly teams: readonly number[];
    readonly edges: readonly number[];
  }[];
}

export function figureGround(network: Network): FigureGround {
  const { plan, origins, edgeTeam } = network;
  const churn = new Map(plan.markets.map((market) => [market.id, market.churn]));
  return {
    network,
    valueOfLost: Float64Array.from(plan.streams, ({ market }) => {
      const of = churn.get(market);
      return of ? of.perAbandonedContact * of.valuePerCustomer : 0;
    }),
    billed: plan.providers.flatMap(({ id, contract }, provider) => {
      if (!contract) return [];
      const teams = origins.flatMap((origin, at) => (origin.provider.id === id ? [at] : []));
      return [{ provider, teams, edges: Array.from(edgeTeam.keys()).filter((at) => teams.includes(edgeTeam[at]!)) }];
    }),
  };
}

/**
 * The figures of some weeks of a run, a row of `RISK_FIGURES` a week.
 *
 * Contacts lost: given up for good. Value: their customers who leave × contribution, by the market's own figures. Cost: the
 * outsourcers' bills; own people cost the same whatever happens. Weeks below: streams that miss their own target in the week.
 *
 * Units: contacts, plan currency, stream-weeks. Cost: linear in streams × days and memberships × weeks.
 */
export function weekFigures(
  ground: FigureGround,
  records: FlowRecords,
  fromWeek: number,
  toWeek: number,
): Float64Array {
  const rows = new Float64Array((toWeek - fromWeek) * FIGURES);
  for (let week = fromWeek; week < toWeek; week++) {
    const row = (week - fromWeek) * FIGURES;
    for (const stream of ground.valueOfLost.keys()) {
      const lost = lostIn(records, stream, week * 7, week * 7 + 7);
      rows[row] = rows[row]! + lost;
      rows[row + 1] = rows[row + 1]! + lost * ground.valueOfLost[stream]!;
      if (isBelow(ground, records, stream, week)) rows[row + WEEKS_BELOW] = rows[row + WEEKS_BELOW]! + 1;
    }
    rows[row + COST] = billsOf(ground, records, week);
  }
  return rows;
}

/** A stream's contacts lost on some days. */
export function lostIn(records: FlowRecords, stream: number, fromDay: number, toDay: number): number {
  return sumOf(records, stream, STREAM_COUNT.lost, fromDay, toDay);
}

/** Whether a stream misses its own target in a week. */
export function isBelow({ network }: FigureGround, records: FlowRecords, stream: number, week: number): boolean {
  const sum = (count: number) => sumOf(records, stream, count, week * 7, week * 7 + 7);
  const { target } = network.plan.streams[stream]!;
  return target.kind === 'abandonment'
    ? sum(STREAM_COUNT.abandoned) > target.maxShare * (sum(STREAM_COUNT.offered) + sum(STREAM_COUNT.redials))
    : sum(STREAM_COUNT.withinTarget) < target.share * sum(STREAM_COUNT.judged);
}

function sumOf(records: FlowRecords, stream: number, count: number, fromDay: number, toDay: number): number {
  let sum = 0;
  for (let day = fromDay; day < toDay; day++) {
    sum += records.streams[(stream * records.days + day) * STREAM_COUNTS + count]!;
  }
  return sum;
}

/** Bills of all outsourcers in a week. */
export function billsOf({ network, billed }: FigureGround, records: FlowRecords, week: number): number {
  const { plan, duty } = network;
  let bills = 0;
  for (const { provider, teams, edges } of billed) {
    let [productiveHours, handlingHours, contacts, paidFte] = [0, 0, 0, 0];
    for (const team of teams) {
      for (let day = week * 7; day < week * 7 + 7; day++) {
        productiveHours += records.teamHours[team * records.days + day]!;
      }
      paidFte += duty.heads[team]!.paidHours[week]! / FTE_HOURS;
    }
    for (const edge of edges) {
      handlingHours += edgeCount(records, edge, week, EDGE_COUNT.handlingHours);
      contacts += edgeCount(records, edge, week, EDGE_COUNT.answered);
    }
    const delivered = { productiveHours, handlingHours, contacts, paidFte };
    const { volume, minimum, surge } = contractBill(plan.providers[provider]!.contract!, delivered);
    bills += volume + minimum + surge;
  }
  return bills;
}
