import { erlangA, erlangC, finiteQueue, queueOverTime } from '../../engine/queueing';
import {
  STREAM_COUNT as C,
  type ContactModel,
  type ContactTally,
  runReplications,
  STREAM_COUNTS,
} from '../../engine/simulate';
import { ratioEstimate } from '../../engine/stats';
import { plainModel, plainStream } from './contact-models';
import { type Move, stationary } from './markov-chain';

/** A figure that theory knows, and how it is read from a replication: a part of a whole. */
export interface KnownFigure {
  readonly name: string;
  readonly exact: number;
  readonly part: (tally: ContactTally) => number;
  readonly whole: (tally: ContactTally) => number;
}

export interface TheoryCase {
  readonly name: string;
  readonly model: ContactModel;
  /** Bounds of what is counted: one stretch after the warm-up, or several. */
  readonly bounds: Float64Array;
  readonly figures: readonly KnownFigure[];
}

/** A simulated figure beside theory: distance in half-widths of its own 95 % interval. */
export interface Compared {
  readonly name: string;
  readonly exact: number;
  readonly mean: number;
  readonly half: number;
  readonly distance: number;
}

export function compare(one: TheoryCase, seed: number, replications: number): Compared[] {
  const tallies = runReplications(one.model, one.bounds, { seed, first: 0, count: replications });
  return one.figures.map(({ name, exact, part, whole }) => {
    const { mean, hi95 } = ratioEstimate(tallies.map(part), tallies.map(whole), Number.POSITIVE_INFINITY);
    const half = hi95 - mean;
    return { name: `${one.name}: ${name}`, exact, mean, half, distance: Math.abs(mean - exact) / half };
  });
}

const of =
  (count: number, stream = 0, bucket = 0) =>
  (tally: ContactTally) =>
    tally.streams[(stream * tally.days + bucket) * STREAM_COUNTS + count]!;

const all = (tally: ContactTally, stream: number) => {
  let sum = 0;
  for (const count of [C.offered, C.redials, C.hopsIn]) sum += of(count, stream)(tally);
  return sum;
};

const serviceLevel = (exact: number, stream = 0, bucket = 0): KnownFigure => ({
  name: `service level${stream ? ` of ${stream}` : ''}${bucket ? ` in stretch ${bucket}` : ''}`,
  exact,
  part: of(C.withinTarget, stream, bucket),
  whole: of(C.offered, stream, bucket),
});
const abandonment = (exact: number, stream = 0, bucket = 0): KnownFigure => ({
  name: `abandonment${stream ? ` of ${stream}` : ''}${bucket ? ` in stretch ${bucket}` : ''}`,
  exact,
  part: (tally) => of(C.abandoned, stream, bucket)(tally) - of(C.blocked, stream, bucket)(tally),
  whole: of(C.offered, stream, bucket),
});
const waitOfAnswered = (exact: number, stream = 0): KnownFigure => ({
  name: `wait of the answered${stream ? ` of ${stream}` : ''}`,
  exact,
  part: of(C.waited, stream),
  whole: of(C.answeredLive, stream),
});
const occupancy = (exact: number, group = 0): KnownFigure => ({
  name: `occupancy${group ? ` of group ${group}` : ''}`,
  exact,
  part: (tally) => tally.groupBusyHours[group]!,
  whole: (tally) => tally.groupHours[group]!,
});
const blocking = (exact: number): KnownFigure => ({
  name: 'blocking',
  exact,
  part: of(C.blocked),
  whole: (tally) => all(tally, 0),
});

const WARMUP = 20_000;
const END = 120_000;
/** Hours of agents are kept by period, so the counted stretch is a period of its own. */
const steady = (model: ContactModel): Pick<TheoryCase, 'model' | 'bounds'> => ({
  model: {
    ...model,
    periods: Float64Array.of(0, WARMUP),
    groups: model.groups.map(({ name, agents, speed }) => ({
      name,
      agents: Float64Array.of(agents[0]!, agents[0]!),
      speed: Float64Array.of(speed[0]!, speed[0]!),
    })),
  },
  bounds: Float64Array.of(WARMUP, END),
});

function oneQueue(agents: number, patienceSeconds: number, places?: number): ContactModel {
  return plainModel({
    streams: [
      plainStream({
        perSecond: 200 / 3600,
        end: END,
        handleTime: { mean: 180, cv: 1 },
        patience: { mean: patienceSeconds, cv: 1, atOnce: 0 },
      }),
    ],
    agents: [agents],
    serves: [[{ group: 0 }]],
    end: END,
    ...(places === undefined ? {} : { places }),
  });
}

function singleQueues(): TheoryCase[] {
  const input = { arrivalsPerHour: 200, handleTimeSeconds: 180 };
  const c = erlangC({ ...input, agents: 14 });
  const a = erlangA({ ...input, agents: 11, patienceSeconds: 120 });
  const over = erlangA({ ...input, agents: 7, patienceSeconds: 300 });
  const k = finiteQueue({ ...input, agents: 11, capacity: 16 });
  const kM = finiteQueue({ ...input, agents: 9, capacity: 14, patienceSeconds: 200 });
  const gotIn = 1 - kM.blocking;
  return [
    {
      name: 'M/M/14',
      ...steady(oneQueue(14, Number.POSITIVE_INFINITY)),
      figures: [serviceLevel(c.serviceLevel), waitOfAnswered(c.asaSeconds), occupancy(c.occupancy)],
    },
    ...[
      { name: 'M/M/11+M', agents: 11, patience: 120, want: a },
      { name: 'M/M/7+M, overloaded', agents: 7, patience: 300, want: over },
    ].map(({ name, agents, patience, want }) => ({
      name,
      ...steady(oneQueue(agents, patience)),
      figures: [
        serviceLevel(want.serviceLevel),
        abandonment(want.abandonment),
        waitOfAnswered(want.asaSeconds),
        occupancy(want.occupancy),
      ],
    })),
    {
      name: 'M/M/11/16',
      ...steady(oneQueue(11, Number.POSITIVE_INFINITY, 5)),
      figures: [
        blocking(k.blocking),
        serviceLevel(k.serviceLevel),
        waitOfAnswered(k.asaSeconds),
        occupancy(k.occupancy),
      ],
    },
    {
      name: 'M/M/9/14+M',
      ...steady(oneQueue(9, 200, 5)),
      figures: [
        blocking(kM.blocking),
        serviceLevel(kM.serviceLevel),
        { ...abandonment(kM.abandonment), name: `abandonment of all (${gotIn.toFixed(2)} got in)` },
        occupancy(kM.occupancy),
      ],
    },
  ];
}

/** Arrivals that swing through half a day before a fixed number of agents, from an empty start. */
function changingRate(): TheoryCase {
  const hours = 12;
  const arrivalsPerHour = Float64Array.from({ length: hours }, (_, h) => 240 + 80 * Math.sin((2 * Math.PI * h) / 6));
  const end = hours * 3600;
  const want = queueOverTime({
    arrivalsPerHour,
    agents: new Float64Array(hours).fill(18),
    intervalMinutes: 60,
    handleTimeSeconds: 300,
    patienceSeconds: 150,
    repeats: false,
  });
  const model = plainModel({
    streams: [
      plainStream({
        until: arrivalsPerHour.map((_, h) => (h + 1) * 3600),
        rate: arrivalsPerHour.map((rate) => rate / 3600),
        day: new Uint16Array(hours),
        handleTime: { mean: 300, cv: 1 },
        patience: { mean: 150, cv: 1, atOnce: 0 },
      }),
    ],
    agents: [18],
    serves: [[{ group: 0 }]],
    end,
    finishAll: true,
  });
  return {
    name: 'M(t)/M/18+M',
    model,
    bounds: Float64Array.from({ length: hours + 1 }, (_, h) => h * 3600),
    figures: Array.from(want.serviceLevel, (exact, hour) => serviceLevel(exact, 0, hour)),
  };
}

/** Two classes before one group, the first always served first: Kella and Yechiali (1985), nobody gives up. */
function twoClassPriority(): TheoryCase {
  const agents = 12;
  const handle = 180;
  const perHour = [80, 130];
  const { waitProbability } = erlangC({ arrivalsPerHour: 210, handleTimeSeconds: handle, agents });
  const load = perHour.map((rate) => (rate * handle) / 3600 / agents);
  const first = (waitProbability * handle) / agents / (1 - load[0]!);
  const second = first / (1 - load[0]! - load[1]!);
  const model = plainModel({
    streams: perHour.map((rate, s) =>
      plainStream({ name: `class ${s}`, perSecond: rate / 3600, end: END, handleTime: { mean: handle, cv: 1 } }),
    ),
    agents: [agents],
    serves: [[{ group: 0, rank: 1 }], [{ group: 0, rank: 2 }]],
    end: END,
  });
  return {
    name: 'M/M/12 with two priorities',
    ...steady(model),
    figures: [waitOfAnswered(first), waitOfAnswered(second, 1)],
  };
}

/** V: two classes of their own handle time and patience, one group, the first served first. */
function vDesign(): TheoryCase {
  const agents = 6;
  const rate = [50 / 3600, 60 / 3600];
  const done = [1 / 150, 1 / 240];
  const leave = [1 / 90, 1 / 200];
  const mostWaiting = 30;
  const chain = stationary([0, 0, 0, 0], ([b0 = 0, b1 = 0, q0 = 0, q1 = 0]) => {
    const full = b0 + b1 === agents;
    const next = (c0: number, c1: number): readonly number[] =>
      // An agent has come free: the first class, then the second, then nobody.
      q0 > 0 ? [c0 + 1, c1, q0 - 1, q1] : q1 > 0 ? [c0, c1 + 1, q0, q1 - 1] : [c0, c1, 0, 0];
    const moves: Move[] = [
      { to: full ? [b0, b1, q0 + 1, q1] : [b0 + 1, b1, q0, q1], rate: q0 < mostWaiting ? rate[0]! : 0 },
      { to: full ? [b0, b1, q0, q1 + 1] : [b0, b1 + 1, q0, q1], rate: q1 < mostWaiting ? rate[1]! : 0 },
    ];
    if (b0 > 0) moves.push({ to: next(b0 - 1, b1), rate: b0 * done[0]! });
    if (b1 > 0) moves.push({ to: next(b0, b1 - 1), rate: b1 * done[1]! });
    if (q0 > 0) moves.push({ to: [b0, b1, q0 - 1, q1], rate: q0 * leave[0]! });
    if (q1 > 0) moves.push({ to: [b0, b1, q0, q1 - 1], rate: q1 * leave[1]! });
    return moves;
  });
  const mean = (read: (state: readonly number[]) => number) =>
    chain.reduce((sum, { state, probability }) => sum + probability * read(state), 0);
  const model = plainModel({
    streams: rate.map((perSecond, s) =>
      plainStream({
        name: `class ${s}`,
        perSecond,
        end: END,
        handleTime: { mean: 1 / done[s]!, cv: 1 },
        patience: { mean: 1 / leave[s]!, cv: 1, atOnce: 0 },
      }),
    ),
    agents: [agents],
    serves: [[{ group: 0, rank: 1 }], [{ group: 0, rank: 2 }]],
    end: END,
  });
  return {
    name: 'V design',
    ...steady(model),
    figures: [
      abandonment((mean((s) => s[2]!) * leave[0]!) / rate[0]!),
      abandonment((mean((s) => s[3]!) * leave[1]!) / rate[1]!, 1),
      occupancy(mean((s) => s[0]! + s[1]!) / agents),
    ],
  };
}

/**
 * N: the first class goes to its own group if that is free, else to the second; the second class to the second group
 * alone, where it is served first.
 */
function nDesign(): TheoryCase {
  const agents = [4, 4];
  const rate = [100 / 3600, 60 / 3600];
  const done = 1 / 200;
  const leave = [1 / 120, 1 / 60];
  const mostWaiting = 30;
  const chain = stationary([0, 0, 0, 0], ([b0 = 0, b1 = 0, q0 = 0, q1 = 0]) => {
    const moves: Move[] = [];
    if (b0 < agents[0]!) moves.push({ to: [b0 + 1, b1, q0, q1], rate: rate[0]! });
    else if (b1 < agents[1]!) moves.push({ to: [b0, b1 + 1, q0, q1], rate: rate[0]! });
    else if (q0 < mostWaiting) moves.push({ to: [b0, b1, q0 + 1, q1], rate: rate[0]! });
    if (b1 < agents[1]!) moves.push({ to: [b0, b1 + 1, q0, q1], rate: rate[1]! });
    else if (q1 < mostWaiting) moves.push({ to: [b0, b1, q0, q1 + 1], rate: rate[1]! });
    if (b0 > 0) moves.push({ to: q0 > 0 ? [b0, b1, q0 - 1, q1] : [b0 - 1, b1, q0, q1], rate: b0 * done });
    if (b1 > 0) {
      const to = q1 > 0 ? [b0, b1, q0, q1 - 1] : q0 > 0 ? [b0, b1, q0 - 1, q1] : [b0, b1 - 1, q0, q1];
      moves.push({ to, rate: b1 * done });
    }
    if (q0 > 0) moves.push({ to: [b0, b1, q0 - 1, q1], rate: q0 * leave[0]! });
    if (q1 > 0) moves.push({ to: [b0, b1, q0, q1 - 1], rate: q1 * leave[1]! });
    return moves;
  });
  const mean = (read: (state: readonly number[]) => number) =>
    chain.reduce((sum, { state, probability }) => sum + probability * read(state), 0);
  const model = plainModel({
    streams: rate.map((perSecond, s) =>
      plainStream({
        name: `class ${s}`,
        perSecond,
        end: END,
        handleTime: { mean: 1 / done, cv: 1 },
        patience: { mean: 1 / leave[s]!, cv: 1, atOnce: 0 },
      }),
    ),
    agents,
    serves: [
      [
        { group: 0, rank: 1 },
        { group: 1, rank: 2 },
      ],
      [{ group: 1, rank: 1 }],
    ],
    end: END,
    choice: 'in-order',
  });
  return {
    name: 'N design',
    ...steady(model),
    figures: [
      abandonment((mean((s) => s[2]!) * leave[0]!) / rate[0]!),
      abandonment((mean((s) => s[3]!) * leave[1]!) / rate[1]!, 1),
      occupancy(mean((s) => s[0]!) / agents[0]!),
      occupancy(mean((s) => s[1]!) / agents[1]!, 1),
    ],
  };
}

export function theoryCases(): TheoryCase[] {
  return [...singleQueues(), changingRate(), twoClassPriority(), vDesign(), nDesign()];
}
