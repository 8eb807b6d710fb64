import { STREAM_COUNT as C, type ContactTally, type FlowRecords, STREAM_COUNTS } from '../../simulate';
import { type Estimate, ratioEstimate } from '../../stats';

/** What the simulated days came to for a stream or the whole, each with its 95 % interval over replications. */
export interface ContactFigures {
  /** Shares: served within target of those judged, given up or turned away of all that came. */
  readonly serviceLevel: Estimate;
  readonly abandonment: Estimate;
  /** Mean wait of the answered, live streams alone. */
  readonly asaSeconds: Estimate;
  /** Contacts over the days, in the mean of replications. */
  readonly offered: Estimate;
  readonly redials: Estimate;
  readonly hopsIn: Estimate;
  readonly answered: Estimate;
  readonly abandoned: Estimate;
  readonly lost: Estimate;
  readonly blocked: Estimate;
  readonly calledBack: Estimate;
  readonly transferred: Estimate;
  /** Deferrable contacts open when the last day ends. */
  readonly backlog: Estimate;
}

/** The flow model's figures for the same days; null where nothing was offered. */
export interface FlowFigures {
  readonly serviceLevel: number | null;
  readonly abandonment: number | null;
  readonly asaSeconds: number | null;
  readonly offered: number;
  readonly redials: number;
  readonly answered: number;
  readonly abandoned: number;
  readonly lost: number;
  readonly backlog: number;
  /** Service level by day; NaN where nothing was offered. */
  readonly daily: Float64Array;
}

/** Service level by day with its interval. NaN where nothing was offered. */
export interface DailyLevels {
  readonly mean: Float64Array;
  readonly lo95: Float64Array;
  readonly hi95: Float64Array;
}

type Read = (tally: ContactTally) => number;

/** Adds up counts of some streams over some days of a replication. */
const adder =
  (streams: readonly number[], days: readonly number[]) =>
  (...counts: readonly number[]): Read =>
  (tally) => {
    let sum = 0;
    for (const stream of streams) {
      for (const day of days) {
        for (const count of counts) sum += tally.streams[(stream * tally.days + day) * STREAM_COUNTS + count]!;
      }
    }
    return sum;
  };

export function contactFigures(tallies: readonly ContactTally[], streams: readonly number[]): ContactFigures {
  const days = Array.from({ length: tallies[0]?.days ?? 0 }, (_, day) => day);
  const sum = adder(streams, days);
  const ratio = (part: Read, whole: Read, most: number) => ratioEstimate(tallies.map(part), tallies.map(whole), most);
  const mean = (read: Read) => ratio(read, () => 1, Number.POSITIVE_INFINITY);
  const extra = (field: 'calledBack' | 'transferred') =>
    mean((tally) => streams.reduce((total, stream) => total + tally[field][stream]!, 0));
  const level = adder(streams, days.slice(-1));
  return {
    serviceLevel: ratio(sum(C.withinTarget), sum(C.judged), 1),
    abandonment: ratio(sum(C.abandoned), sum(C.offered, C.redials, C.hopsIn), 1),
    asaSeconds: ratio(sum(C.waited), sum(C.answeredLive), Number.POSITIVE_INFINITY),
    offered: mean(sum(C.offered)),
    redials: mean(sum(C.redials)),
    hopsIn: mean(sum(C.hopsIn)),
    answered: mean(sum(C.answered)),
    abandoned: mean(sum(C.abandoned)),
    lost: mean(sum(C.lost)),
    blocked: mean(sum(C.blocked)),
    calledBack: extra('calledBack'),
    transferred: extra('transferred'),
    backlog: mean(level(C.backlog)),
  };
}

export function dailyLevels(tallies: readonly ContactTally[], streams: readonly number[]): DailyLevels {
  const days = tallies[0]?.days ?? 0;
  const columns = { mean: empty(days), lo95: empty(days), hi95: empty(days) };
  for (let day = 0; day < days; day++) {
    const sum = adder(streams, [day]);
    const judged = tallies.map(sum(C.judged));
    const { mean, lo95, hi95 } = ratioEstimate(tallies.map(sum(C.withinTarget)), judged, 1);
    const isEmpty = judged.every((count) => count === 0);
    columns.mean[day] = isEmpty ? Number.NaN : mean;
    columns.lo95[day] = isEmpty ? Number.NaN : lo95;
    columns.hi95[day] = isEmpty ? Number.NaN : hi95;
  }
  return columns;
}

const empty = (length: number) => new Float64Array(length);

export function flowFigures(
  flow: FlowRecords,
  streams: readonly number[],
  firstDay: number,
  days: number,
): FlowFigures {
  const sum = flowSum(flow, streams, firstDay, days);
  const quotient = (part: number, whole: number) => (whole > 1e-9 ? part / whole : null);
  const daily = Float64Array.from({ length: days }, (_, day) => {
    const of = flowSum(flow, streams, firstDay + day, 1);
    return quotient(of(C.withinTarget), of(C.judged)) ?? Number.NaN;
  });
  return {
    serviceLevel: quotient(sum(C.withinTarget), sum(C.judged)),
    abandonment: quotient(sum(C.abandoned), sum(C.offered) + sum(C.redials) + sum(C.hopsIn)),
    asaSeconds: quotient(sum(C.waited), sum(C.answeredLive)),
    offered: sum(C.offered),
    redials: sum(C.redials),
    answered: sum(C.answered),
    abandoned: sum(C.abandoned),
    lost: sum(C.lost),
    backlog: flowSum(flow, streams, firstDay + days - 1, 1)(C.backlog),
    daily,
  };
}

function flowSum(flow: FlowRecords, streams: readonly number[], firstDay: number, days: number) {
  return (count: number) => {
    let sum = 0;
    for (const stream of streams) {
      for (let day = firstDay; day < firstDay + days; day++) {
        sum += flow.streams[(stream * flow.days + day) * STREAM_COUNTS + count]!;
      }
    }
    return sum;
  };
}
