import { STREAM_COUNT as C, STREAM_COUNTS } from '../flow-records';
import { CAUSE, type ContactRecords, FATE, NOWHERE } from './contact-records';
import type { ContactSimulator } from './contact-simulator';

/** What one replication came to, day by day, in the units of `FlowRecords`. */
export interface ContactTally {
  readonly replication: number;
  readonly days: number;
  /** [stream][day][count], by `STREAM_COUNT`; `dutyHours` stay 0, because agents belong to no stream. */
  readonly streams: Float64Array;
  /** [group][day] */
  readonly groupHours: Float64Array;
  readonly groupBusyHours: Float64Array;
  readonly groupAnswered: Float64Array;
  /** By stream over the counted days: called back, handed on to another stream. */
  readonly calledBack: Float64Array;
  readonly transferred: Float64Array;
  /** By stream at the end of the run: waiting or in hand; live ones in hand, which count as answered too; those who gave up and will try again, but haven't yet. */
  readonly stillThere: Float64Array;
  readonly inHandLive: Float64Array;
  readonly returnsPending: Float64Array;
  /** Contacts of the whole run, those of the warm-up included. */
  readonly contacts: number;
}

/**
 * Derives a replication's counts from its records.
 *
 * Live contacts count on the day they arrive, deferrable ones are answered on the day they are finished; promises are
 * judged on the day of arrival, as in `flow`. Who is turned away counts as having given up for good.
 *
 * @param dayStarts seconds at which each counted day starts, and at which the last ends; what arrives before the first warms up
 * Cost: one pass over the records.
 */
export function tallyContacts(simulator: ContactSimulator, replication: number, dayStarts: Float64Array): ContactTally {
  const { records, model } = simulator;
  const days = dayStarts.length - 1;
  const streams = model.streams.length;
  const cells = model.groups.length * days;
  const tally: ContactTally = {
    replication,
    days,
    streams: new Float64Array(streams * days * STREAM_COUNTS),
    groupHours: new Float64Array(cells),
    groupBusyHours: new Float64Array(cells),
    groupAnswered: new Float64Array(cells),
    calledBack: new Float64Array(streams),
    transferred: new Float64Array(streams),
    stillThere: new Float64Array(streams),
    inHandLive: new Float64Array(streams),
    returnsPending: new Float64Array(streams),
    contacts: records.count,
  };
  const isDeferrable = Uint8Array.from(model.streams, ({ deferrable }) => (deferrable ? 1 : 0));
  const target = Float64Array.from(model.streams, ({ targetSeconds }) => targetSeconds);
  const hours = Float64Array.from(model.streams, ({ stretch, concurrency }) => stretch / concurrency / 3600);
  const { arrivedAt, stream: streamOf, cause: causeOf, fate: fateOf, nextStream, count } = records;
  let day = -1;
  for (let id = 0; id < count; id++) {
    while (day + 1 < days && arrivedAt[id]! >= dayStarts[day + 1]!) day++;
    const stream = streamOf[id]!;
    const cause = causeOf[id]!;
    if (cause === CAUSE.redial || cause === CAUSE.hop) tally.returnsPending[stream]!--;
    const fate = fateOf[id]!;
    const gaveUp = fate === FATE.abandoned || fate === FATE.turnedAway;
    if (gaveUp && nextStream[id] !== NOWHERE) tally.returnsPending[nextStream[id]!]!++;
    const live = isDeferrable[stream] === 0;
    if (fate === FATE.waiting || fate === FATE.inService) {
      tally.stillThere[stream]!++;
      if (fate === FATE.inService && live) tally.inHandLive[stream]!++;
    }
    if (day >= 0) countArrival(tally, records, id, (stream * days + day) * STREAM_COUNTS);
    if (!live) countDeferrable(simulator, tally, dayStarts, id, day, target[stream]!, hours[stream]!);
    else if (day >= 0 && fate !== FATE.waiting) countLive(simulator, tally, id, day, target[stream]!, hours[stream]!);
  }
  levelBacklog(tally, streams);
  addHours(simulator, tally, dayStarts);
  return tally;
}

function countArrival(tally: ContactTally, records: ContactRecords, id: number, row: number): void {
  const stream = records.stream[id]!;
  const cause = records.cause[id]!;
  tally.streams[row + (cause === CAUSE.first ? C.offered : cause === CAUSE.redial ? C.redials : C.hopsIn)]!++;
  const fate = records.fate[id]!;
  if (fate === FATE.abandoned || fate === FATE.turnedAway) {
    tally.streams[row + C.abandoned]!++;
    if (records.nextStream[id] === NOWHERE) tally.streams[row + C.lost]!++;
    else if (records.nextStream[id] !== stream) tally.streams[row + C.hopsOut]!++;
    if (fate === FATE.turnedAway) tally.streams[row + C.blocked]!++;
  } else if (fate === FATE.answered) {
    if (records.nextStream[id] !== NOWHERE) tally.transferred[stream]!++;
    if (records.calledBack[id] === 1) tally.calledBack[stream]!++;
  }
}

function countLive(
  { records, floor }: ContactSimulator,
  { streams, groupAnswered, days }: ContactTally,
  id: number,
  day: number,
  target: number,
  hours: number,
): void {
  const row = (records.stream[id]! * days + day) * STREAM_COUNTS;
  const fate = records.fate[id]!;
  streams[row + C.judged]!++;
  if (fate !== FATE.answered && fate !== FATE.inService) return;
  const wait = records.startedAt[id]! - records.arrivedAt[id]!;
  streams[row + C.answered]!++;
  streams[row + C.answeredLive]!++;
  streams[row + C.waited]! += wait;
  streams[row + C.handlingHours]! += records.work[id]! * hours;
  if (wait <= target) streams[row + C.withinTarget]!++;
  groupAnswered[floor.groupOf[records.agent[id]!]! * days + day]!++;
}

function countDeferrable(
  { records, model, floor }: ContactSimulator,
  tally: ContactTally,
  dayStarts: Float64Array,
  id: number,
  day: number,
  target: number,
  hours: number,
): void {
  const { streams, days } = tally;
  const fate = records.fate[id]!;
  const stream = records.stream[id]!;
  const base = stream * days * STREAM_COUNTS;
  if (fate === FATE.turnedAway || fate === FATE.abandoned) {
    if (day >= 0) streams[base + day * STREAM_COUNTS + C.judged]!++;
    return;
  }
  const arrived = records.arrivedAt[id]!;
  const finished = fate === FATE.answered ? records.endedAt[id]! : Number.POSITIVE_INFINITY;
  const inTime = finished - arrived <= target;
  if (day >= 0) {
    const row = base + day * STREAM_COUNTS;
    if (inTime || model.end - arrived > target) streams[row + C.judged]!++;
    if (inTime) streams[row + C.withinTarget]!++;
  }
  // As changes of level first; `levelBacklog` adds them up.
  streams[base + Math.max(0, day) * STREAM_COUNTS + C.backlog]!++;
  if (finished === Number.POSITIVE_INFINITY) return;
  if (finished < dayStarts[0]!) {
    streams[base + C.backlog]!--;
    return;
  }
  let doneOn = Math.max(0, day);
  while (doneOn + 1 < days && finished >= dayStarts[doneOn + 1]!) doneOn++;
  const row = base + doneOn * STREAM_COUNTS;
  streams[row + C.backlog]!--;
  streams[row + C.answered]!++;
  streams[row + C.handlingHours]! += records.work[id]! * hours;
  tally.groupAnswered[floor.groupOf[records.agent[id]!]! * days + doneOn]!++;
}

function levelBacklog(tally: ContactTally, streams: number): void {
  for (let stream = 0; stream < streams; stream++) {
    for (let day = 1; day < tally.days; day++) {
      const at = (stream * tally.days + day) * STREAM_COUNTS + C.backlog;
      tally.streams[at]! += tally.streams[at - STREAM_COUNTS]!;
    }
  }
}

/** Hours of each group by day: a period counts on the day in which it starts. */
function addHours({ floor, model }: ContactSimulator, tally: ContactTally, dayStarts: Float64Array): void {
  let day = -1;
  model.periods.forEach((start, period) => {
    while (day + 1 < tally.days && start >= dayStarts[day + 1]!) day++;
    if (day < 0 || start >= dayStarts[tally.days]!) return;
    for (let group = 0; group < floor.groups; group++) {
      const from = period * floor.groups + group;
      tally.groupHours[group * tally.days + day]! += floor.staffedSeconds[from]! / 3600;
      tally.groupBusyHours[group * tally.days + day]! += floor.busySeconds[from]! / 3600;
    }
  });
}
