import { churnResponse, insightValue, likelyOf, retentionSaves, type Settle, withRange } from '../../experience';
import type { Market } from '../../plan';
import type { ReasonPart, StreamFacts } from './value-facts';

/** What makes up the value of contacts; churn is a loss and counts below 0. */
export const VALUE_COMPONENTS = [
  'contribution',
  'saves',
  'insight',
  'churnLost',
  'churnWaits',
  'churnRepeats',
] as const;
export type ValueComponent = (typeof VALUE_COMPONENTS)[number];

const LABELS: Readonly<Record<ValueComponent, string>> = {
  contribution: 'Contribution of contacts',
  saves: 'Customers kept from leaving',
  insight: 'Insight from listening',
  churnLost: 'Customers lost over abandoned contacts',
  churnWaits: 'Customers lost over waits',
  churnRepeats: 'Customers lost over repeats',
};

export const valueLabel = (component: ValueComponent): string => LABELS[component];

/** A market's churn with every figure settled. */
export interface SettledChurn {
  readonly perLost: number;
  readonly perMinute: number;
  readonly perRepeat: number;
  readonly valuePerCustomer: number;
}

export function settledChurn({ id, churn }: Market, settle: Settle): SettledChurn {
  if (!churn) return { perLost: 0, perMinute: 0, perRepeat: 0, valuePerCustomer: 0 };
  const { perAbandonedContact, perAbandonedContactRange, valuePerCustomer, valuePerCustomerRange } = churn;
  return {
    perLost: settle(withRange(perAbandonedContact, perAbandonedContactRange), `${id} churn per abandoned`),
    perMinute: settle(churn.perMinuteWaited ?? 0, `${id} churn per minute`),
    perRepeat: settle(churn.perRepeat ?? 0, `${id} churn per repeat`),
    valuePerCustomer: settle(withRange(valuePerCustomer, valuePerCustomerRange), `${id} value of a customer`),
  };
}

/** Contribution of a contact for a reason, or of the stream's contacts where no reasons are stated. */
export function contributionOf(
  { stream }: Pick<StreamFacts, 'stream'>,
  { reason }: ReasonPart,
  settle: Settle,
): number {
  return reason
    ? settle(withRange(reason.valuePerContact, reason.valuePerContactRange), `reason ${reason.id} value`)
    : settle(stream.worth?.valuePerContact ?? 0, `stream ${stream.id} value`);
}

/** Worth of the customers whom a contact for a reason keeps. */
export function savePerContact(
  { market }: Pick<StreamFacts, 'market'>,
  { reason }: ReasonPart,
  settle: Settle,
): number {
  const { retention, id } = reason ?? {};
  if (!retention) return 0;
  const saves = retentionSaves(
    1,
    settle(retention.leaverShare, `reason ${id} leavers`),
    settle(retention.saveShare, `reason ${id} saved`),
  );
  return saves * settledChurn(market, settle).valuePerCustomer;
}

/** What a contact of a stream brings when it is answered: its mix's contribution and the customers it keeps. */
export function answeredWorth(facts: StreamFacts, settle: Settle): number {
  return facts.parts.reduce(
    (sum, part) =>
      sum + part.contactShare * (contributionOf(facts, part, settle) + savePerContact(facts, part, settle)),
    0,
  );
}

/** What a contact puts at stake: what it brings, and what its customer is worth if it is lost. */
export function stakeOf(facts: StreamFacts, settle: Settle): number {
  const { perLost, valuePerCustomer } = settledChurn(facts.market, settle);
  return Math.max(0, answeredWorth(facts, settle)) + perLost * valuePerCustomer;
}

/** Shares of answered contacts that come again because the matter wasn't settled. */
export function repeatShare({ stream }: StreamFacts, settle: Settle): number {
  const share = stream.worth?.resolutionShare;
  return share === undefined ? 0 : 1 - settle(share, `stream ${stream.id} resolution`);
}

/** The value of some contacts by component, and of each reason within; churn below 0. */
export interface StreamValue {
  readonly components: Record<ValueComponent, number>;
  readonly leavers: number;
  /** Contribution and saves of each part, in the order of the facts. */
  readonly parts: readonly { readonly contribution: number; readonly saves: number }[];
}

/** The value of a stream's contacts over the horizon; insight, which knows no stream, is added by reason. */
export function streamValue(facts: StreamFacts, settle: Settle): StreamValue {
  const answered = sum(facts.answered);
  const parts = facts.parts.map((part) => ({
    contribution: answered * part.contactShare * contributionOf(facts, part, settle),
    saves: answered * part.contactShare * savePerContact(facts, part, settle),
  }));
  const churn = settledChurn(facts.market, settle);
  const leavers = churnResponse(
    {
      lost: sum(facts.lost),
      minutesWaited: sum(facts.minutesWaited),
      repeats: sum(facts.redials) + answered * repeatShare(facts, settle),
    },
    churn,
    facts.market.customers,
  );
  return {
    components: {
      contribution: parts.reduce((total, part) => total + part.contribution, 0),
      saves: parts.reduce((total, part) => total + part.saves, 0),
      insight: 0,
      churnLost: -leavers.lost * churn.valuePerCustomer,
      churnWaits: -leavers.waits * churn.valuePerCustomer,
      churnRepeats: -leavers.repeats * churn.valuePerCustomer,
    },
    leavers: leavers.total,
    parts,
  };
}

/** What hearing a reason's contacts teaches over the horizon, and what automation keeps from being learned. */
export function reasonInsight(
  facts: readonly StreamFacts[],
  reason: string,
  days: number,
  settle: Settle,
): { readonly value: number; readonly lost: number } {
  let heard = 0;
  let automated = 0;
  let insight: NonNullable<ReasonPart['reason']>['insight'];
  for (const stream of facts) {
    for (const part of stream.parts) {
      if (part.reason?.id !== reason) continue;
      insight = part.reason.insight;
      heard += (sum(stream.answered) * part.contactShare * 365.25) / days;
      automated += part.automatedPerYear;
    }
  }
  if (!insight) return { value: 0, lost: 0 };
  const most = settle(insight.mostPerYear, `reason ${reason} insight`);
  const half = settle(insight.contactsToHalf, `reason ${reason} contacts to half`);
  const years = days / 365.25;
  const value = insightValue(most, half, heard) * years;
  return { value, lost: insightValue(most, half, heard + automated) * years - value };
}

/** The same by week at the likeliest figures, for a chart: what a week's contacts bring, without insight and the cap of churn. */
export function weeklyValue(facts: readonly StreamFacts[], weeks: number): Float64Array {
  const value = new Float64Array(weeks);
  for (const stream of facts) {
    const worth = answeredWorth(stream, likelyOf);
    const churn = settledChurn(stream.market, likelyOf);
    const again = repeatShare(stream, likelyOf);
    for (let week = 0; week < weeks; week++) {
      const repeats = stream.redials[week]! + stream.answered[week]! * again;
      const leavers =
        Math.max(0, stream.lost[week]!) * churn.perLost +
        stream.minutesWaited[week]! * churn.perMinute +
        repeats * churn.perRepeat;
      value[week]! += stream.answered[week]! * worth - leavers * churn.valuePerCustomer;
    }
  }
  return value;
}

const sum = (values: Float64Array) => values.reduce((total, value) => total + value, 0);
