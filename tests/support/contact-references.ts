import {
  STREAM_COUNT as C,
  type ContactModel,
  type ContactRecords,
  ContactSimulator,
  type ContactTally,
  FATE,
  STREAM_COUNTS,
  tallyContacts,
} from '../../engine/simulate';
import { ratioEstimate } from '../../engine/stats';
import { plainModel, plainStream } from './contact-models';
import { sharedJson } from './shared-table';

interface Published {
  readonly mean: number;
  readonly ci_low: number;
  readonly ci_high: number;
}

/** A published simulation result beside our own. */
export interface ReferenceFigure {
  readonly name: string;
  readonly published: Published;
  readonly mean: number;
  readonly half: number;
}

const MINUTE = 60;
const DAY = 480 * MINUTE;

/** Twelve agents for 4.2 calls a minute of two minutes over an eight-hour day, from an empty start until all is finished. */
function oneDay(patienceMinutes: number): ContactModel {
  const model = plainModel({
    streams: [
      plainStream({
        perSecond: 4.2 / MINUTE,
        end: DAY,
        handleTime: { mean: 2 * MINUTE, cv: 1 },
        patience: { mean: patienceMinutes * MINUTE, cv: 1, atOnce: 0 },
      }),
    ],
    agents: [12],
    serves: [[{ group: 0 }]],
    end: DAY,
    finishAll: true,
  });
  // A period of its own after closing: occupancy is that of the day.
  const group = { name: 'agents', agents: Float64Array.of(12, 12), speed: Float64Array.of(1, 1) };
  return { ...model, periods: Float64Array.of(0, DAY), groups: [group] };
}

const END = 360 * MINUTE;
const PERIODS = Float64Array.of(0, 120 * MINUTE, 240 * MINUTE, END);

/**
 * Three call types, two groups, three periods of two hours, one busyness factor a day for all types.
 *
 * A freed agent takes the oldest call of the types it serves, as the router of the published program does; by the order of
 * types that its description names, twice as many of the second type would be answered in time.
 */
function skills(): ContactModel {
  const rates = [
    [4.2, 5.3, 3.2],
    [5.1, 4.3, 4.8],
    [6.3, 5.2, 4.8],
  ];
  const byPeriod = (perMinute: readonly number[]) => Float64Array.from(perMinute, (rate) => 1 / rate);
  const streams = rates.map((rate, type) =>
    plainStream({
      name: `type ${type}`,
      until: Float64Array.of(PERIODS[1]!, PERIODS[2]!, END),
      rate: Float64Array.from(rate, (perMinute) => perMinute / MINUTE),
      day: new Uint16Array(3),
      dailyVariation: 1 / Math.sqrt(28.7),
      handleTime: { mean: MINUTE, cv: 1 },
      patience: { mean: MINUTE, cv: 1, atOnce: 0 },
      handleTimeFactor: byPeriod([0.5, 0.6, 0.4, 0.4]),
      patienceFactor: byPeriod([0.3, 0.4, 0.2, 0.2]),
    }),
  );
  const model = plainModel({
    streams,
    agents: [0, 0],
    serves: [
      [{ group: 0, rank: 1 }],
      [
        { group: 0, rank: 1 },
        { group: 1, rank: 1 },
      ],
      [{ group: 1, rank: 1 }],
    ],
    end: END,
    finishAll: true,
    choice: 'in-order',
  });
  const speed = new Float64Array(4).fill(1);
  return {
    ...model,
    periods: PERIODS,
    groups: [
      { name: 'group 0', agents: Float64Array.of(12, 18, 9, 9), speed },
      { name: 'group 1', agents: Float64Array.of(15, 20, 11, 11), speed },
    ],
  };
}

const THRESHOLD = 20;

/** A replication's counts, and those who gave up after the threshold: some published levels leave out who gave up before. */
interface Replication extends ContactTally {
  readonly gaveUpLate: number;
}

function gaveUpLate({ count, fate, arrivedAt, endedAt }: ContactRecords): number {
  let late = 0;
  for (let id = 0; id < count; id++)
    if (fate[id] === FATE.abandoned && endedAt[id]! - arrivedAt[id]! >= THRESHOLD) late++;
  return late;
}

/** Our figures for the published cases, with so many replications of each. */
export function referenceFigures(seed: number, replications: number): ReferenceFigure[] {
  const { cases } = sharedJson<{ cases: readonly { id: string; outputs: Record<string, unknown> }[] }>(
    'data/simulation_references/cases.json',
  );
  const published = (id: string) => cases.find((one) => one.id === id)!.outputs;
  const run = (model: ContactModel, bounds: Float64Array, commonVariation = 0): Replication[] => {
    const simulator = new ContactSimulator(model, commonVariation);
    return Array.from({ length: replications }, (_, replication) => {
      simulator.run(seed, replication);
      return { ...tallyContacts(simulator, replication, bounds), gaveUpLate: gaveUpLate(simulator.records) };
    });
  };
  const sums = (tally: ContactTally, count: number) => {
    let sum = 0;
    for (let at = count; at < tally.streams.length; at += STREAM_COUNTS) sum += tally.streams[at]!;
    return sum;
  };
  const figure = (
    name: string,
    known: unknown,
    tallies: readonly Replication[],
    part: (tally: Replication) => number,
    whole: (tally: Replication) => number = () => 1,
  ): ReferenceFigure => {
    const { mean, hi95 } = ratioEstimate(tallies.map(part), tallies.map(whole), Number.POSITIVE_INFINITY);
    return { name, published: known as Published, mean, half: hi95 - mean };
  };
  const answered = (tally: ContactTally) => sums(tally, C.answered);
  const inTarget = (tally: ContactTally) => sums(tally, C.withinTarget);
  const answeredOrLate = (tally: Replication) => answered(tally) + tally.gaveUpLate;
  const busy = (tally: ContactTally) => tally.groupBusyHours.reduce((a, b) => a + b, 0);
  const staffed = (tally: ContactTally) => tally.groupHours.reduce((a, b) => a + b, 0);

  const ofFirst = (kind: 'Busy' | '') => (tally: ContactTally) =>
    tally[`group${kind}Hours`].subarray(0, tally.days).reduce((a, b) => a + b, 0);

  const plain = published('MMC');
  const ofPlain = run(oneDay(Number.POSITIVE_INFINITY), Float64Array.of(0, DAY));
  const impatient = published('MMCAb');
  const ofImpatient = run(oneDay(1), Float64Array.of(0, DAY));
  const both = (id: string, known: Record<string, unknown>, tallies: readonly Replication[]) => [
    figure(`${id}: answered within 20 s a day`, known.calls_answered_within_threshold_per_day, tallies, inTarget),
    figure(`${id}: service level of served`, known.service_level_of_served, tallies, inTarget, answered),
    figure(
      `${id}: wait of served, minutes`,
      known.mean_wait_of_served_min,
      tallies,
      (tally) => sums(tally, C.waited) / MINUTE,
      answered,
    ),
    figure(`${id}: occupancy`, known.occupancy, tallies, busy, staffed),
  ];
  const multi = published('SimpleMSK');
  const ofMulti = run(skills(), Float64Array.of(...PERIODS, Number.POSITIVE_INFINITY), 1);
  const cells = multi.answered_in_threshold_type_period as Record<string, readonly Published[]>;
  return [
    ...both('MMC', plain, ofPlain),
    ...both('MMCAb', impatient, ofImpatient),
    figure(
      'MMCAb: service level, those who gave up late counted',
      impatient.service_level_counting_abandoned_after_threshold,
      ofImpatient,
      inTarget,
      answeredOrLate,
    ),
    figure('MMCAb: abandoned a day', impatient.abandoned_per_day, ofImpatient, (tally) => sums(tally, C.abandoned)),
    figure('SimpleMSK: served a day', multi.served_per_day, ofMulti, answered),
    figure('SimpleMSK: abandoned a day', multi.abandoned_per_day, ofMulti, (tally) => sums(tally, C.abandoned)),
    figure('SimpleMSK: service level', multi.service_level, ofMulti, inTarget, answeredOrLate),
    // Their program watches the first group, from opening until the last call is finished.
    figure('SimpleMSK: occupancy of the first group', multi.occupancy, ofMulti, ofFirst('Busy'), ofFirst('')),
    ...[0, 1, 2].flatMap((type) =>
      [0, 1, 2].map((period) =>
        figure(
          `SimpleMSK: type ${type} in period ${period}, answered within 20 s`,
          cells[`type${type}`]![period],
          ofMulti,
          (tally) => tally.streams[(type * PERIODS.length + period) * STREAM_COUNTS + C.withinTarget]!,
        ),
      ),
    ),
  ];
}
