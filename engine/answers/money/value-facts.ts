import type { Market, Plan, Reason, Stream } from '../../plan';
import { answerDemand } from '../demand';
import type { MoneyGround } from './money-ground';

/** A reason's part of a stream's contacts; null where the stream states no reasons. */
export interface ReasonPart {
  readonly reason: Reason | null;
  /** Shares of the stream's contacts and of its hours of work. */
  readonly contactShare: number;
  readonly hoursShare: number;
  /** Contacts a year that automation keeps from being heard. */
  readonly automatedPerYear: number;
}

/** What happened in a stream, in the counts that its value follows from. */
export interface StreamFacts {
  readonly stream: Stream;
  readonly market: Market;
  readonly parts: readonly ReasonPart[];
  /** By week. */
  readonly answered: Float64Array;
  readonly lost: Float64Array;
  readonly minutesWaited: Float64Array;
  readonly redials: Float64Array;
  /** Contacts that were due, and the share served within their target. */
  readonly due: number;
  readonly level: number;
}

/** The counts of a run, stream by stream; the mix of reasons is that of the plan's demand. */
export function valueFacts({ plan, run }: Pick<MoneyGround, 'plan' | 'run'>): StreamFacts[] {
  const markets = new Map(plan.markets.map((market) => [market.id, market]));
  const streams = new Map(plan.streams.map((stream) => [stream.id, stream]));
  const parts = reasonParts(plan);
  return run.streams.flatMap(({ id, total, weekly }): StreamFacts[] => {
    const stream = streams.get(id);
    const market = stream && markets.get(stream.market);
    if (!stream || !market) return [];
    const minutesWaited = weekly.answered.map((count, week) => {
      const asa = weekly.asaSeconds[week]!;
      return Number.isNaN(asa) ? 0 : (count * asa) / 60;
    });
    return [
      {
        stream,
        market,
        parts: parts.get(id) ?? [{ reason: null, contactShare: 1, hoursShare: 1, automatedPerYear: 0 }],
        answered: weekly.answered,
        lost: weekly.lost,
        minutesWaited,
        redials: weekly.redials,
        due: total.offered + total.redials,
        level: total.serviceLevel ?? Number.NaN,
      },
    ];
  });
}

function reasonParts(plan: Plan): Map<string, ReasonPart[]> {
  const { reasons, stages, days } = answerDemand(plan);
  const automation = stages.indexOf('automation');
  const known = new Map(plan.reasons.map((reason) => [reason.id, reason]));
  const byStream = new Map<string, ReasonPart[]>();
  for (const { stream } of plan.streams.map(({ id }) => ({ stream: id }))) {
    const rows = reasons.filter((row) => row.stream === stream);
    const contacts = rows.reduce((sum, row) => sum + row.contacts, 0);
    const hours = rows.reduce((sum, row) => sum + row.hours, 0);
    if (contacts <= 0 || hours <= 0) continue;
    byStream.set(
      stream,
      rows.map((row) => ({
        reason: (row.reason && known.get(row.reason)) || null,
        contactShare: row.contacts / contacts,
        hoursShare: row.hours / hours,
        automatedPerYear: (-(row.byStage[automation]?.contacts ?? 0) * 365.25) / days.length,
      })),
    );
  }
  return byStream;
}
