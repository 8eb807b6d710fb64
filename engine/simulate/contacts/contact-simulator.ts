import { checkpoint, type RunControl } from '../../units';
import { AgentFinder } from './agent-finder';
import { AgentFloor } from './agent-floor';
import { ArrivalClock } from './arrival-clock';
import { type ContactLayout, layOut } from './contact-layout';
import type { ContactModel } from './contact-model';
import { CAUSE, ContactRecords, FATE, NONE, NOWHERE } from './contact-records';
import { CustomerDraws } from './customer-draws';
import { EventHeap } from './event-heap';
import { expectedContacts } from './expected-contacts';
import { LineFinder, TINY } from './line-finder';
import { Memberships } from './memberships';
import { Roster } from './roster';
import { SideBySide } from './side-by-side';
import { WaitingLines } from './waiting-lines';

/** Kinds of event; an event's code is contact × 4 + kind. */
const DONE = 0;
const GIVE_UP = 1;
const COMES_AGAIN = 2;
const PATIENCE_OF_ROUTING = 3;

/** Events between two looks at the stop sign. */
const SLICE = 1 << 16;

/**
 * Simulates a network contact by contact: arrivals, lines, agents with skills, patience, and what customers do next.
 *
 * Use where what happens within an interval matters: small groups, skills that overlap, chat side by side, routing rules,
 * callbacks; and to hold `flow` to account. `flow` answers a year in an instant. Make one simulator for a model and run
 * as many replications as wanted: its memory is used again, and the code is compiled once.
 *
 * A contact takes the free agent that the queue's rule chooses, or waits in line. A freed agent takes the line of lowest
 * rank, first come first served. Where nothing depends on the moment at which a customer gives up, that is settled when
 * the contact reaches the head of its line; the heap then holds ends of handling alone. Agents whose shift is over finish
 * what they have in hand. Every draw comes from a stream named by (seed, replication, stream, purpose), so scenarios
 * share luck and no answer depends on how replications are spread over workers.
 *
 * Units: seconds from the start of the run. Cost: about 0.3 µs a contact, 60 bytes of memory for each of a replication.
 *
 * @example const simulator = new ContactSimulator(model); simulator.run(7, 0); tallyContacts(simulator)
 */
export class ContactSimulator {
  readonly records: ContactRecords;
  readonly floor: AgentFloor;
  readonly layout: ContactLayout;

  private readonly clock: ArrivalClock;
  private readonly draws: CustomerDraws;
  private readonly events: EventHeap;
  private now = 0;
  private period = 0;
  private readonly lines: WaitingLines;
  /** Streams whose customers' giving up must be seen when it happens. */
  private readonly watched: Uint8Array;
  private readonly memberships: Memberships;
  private readonly finder: AgentFinder;
  private readonly lineFinder: LineFinder;
  private readonly roster: Roster;
  private readonly sideBySide: SideBySide;

  /** @param commonVariation part of the smallest stream's daily variation that is common to all streams, 0 to 1 */
  constructor(
    readonly model: ContactModel,
    commonVariation = 0,
  ) {
    this.layout = layOut(model);
    const { layout } = this;
    this.records = new ContactRecords(usualRoom(model));
    this.floor = new AgentFloor(model, layout.classOf, layout.classes, layout.levels, layout.guards);
    this.clock = new ArrivalClock(model, commonVariation);
    this.draws = new CustomerDraws(model);
    this.events = new EventHeap(4096);
    this.memberships = new Memberships(model, layout);
    this.finder = new AgentFinder(layout, this.floor, this.memberships);
    this.lines = new WaitingLines(model.queues.length, this.records, (id) => this.abandon(id));
    this.watched = Uint8Array.from(model.streams, (stream, s) => {
      if (stream.patience.mean === Number.POSITIVE_INFINITY) return 0;
      const counted = layout.streamQueues[s]!.some((queue) => model.queues[queue]!.places < Number.POSITIVE_INFINITY);
      return stream.returns.length > 0 || counted ? 1 : 0;
    });
    this.lineFinder = new LineFinder(layout, this.lines, this.records, this.memberships, this.finder);
    this.roster = new Roster(model.groups);
    this.sideBySide = new SideBySide(layout, this.records, this.draws, this.floor.held.length, (id) =>
      this.events.push(this.records.endedAt[id]!, id * 4 + DONE),
    );
  }

  /** Runs one replication; its contacts and hours then stand in `records` and `floor`, until the next. */
  run(seed: number, replication: number, control?: RunControl): void {
    const { clock, events, model } = this;
    const { end, periods, finishAll } = model;
    const last = finishAll ? Number.POSITIVE_INFINITY : end;
    this.restart(seed, replication);
    let period = 0;
    let nextPeriod = 0;
    for (let step = 1; ; step++) {
      if (step % SLICE === 0) checkpoint(control, Math.min(1, this.now / end), 'simulating contacts');
      const due = events.next();
      const coming = clock.next();
      const time = Math.min(due, coming);
      if (time >= nextPeriod && nextPeriod < last) {
        this.startPeriod(period, nextPeriod);
        period++;
        nextPeriod = period < periods.length ? periods[period]! : Number.POSITIVE_INFINITY;
        continue;
      }
      if (time >= end && (!finishAll || time === Number.POSITIVE_INFINITY)) break;
      this.now = time;
      if (due <= coming) this.happen(events.take());
      else this.arrive(clock.take(), CAUSE.first, NONE);
    }
    this.close(finishAll ? Math.max(end, this.now) : end);
  }

  private restart(seed: number, replication: number): void {
    this.records.clear();
    this.floor.clear();
    this.events.clear();
    this.clock.restart(seed, replication);
    this.draws.restart(seed, replication);
    this.lines.clear();
    this.roster.restart(seed, replication);
    this.now = 0;
    this.period = 0;
  }

  /** Agents come and go, and speeds change. */
  private startPeriod(period: number, time: number): void {
    const { floor, roster } = this;
    if (period > 0) floor.closePeriod(period - 1, time);
    this.now = time;
    this.period = period;
    this.memberships.startPeriod(period);
    for (let g = 0; g < floor.groups; g++) this.staff(g, roster.agents(g, period));
    if (period > 0) this.serveWaiting();
  }

  /** A route that opens again leads those who wait to agents who are idle already. */
  private serveWaiting(): void {
    const { lines, finder, records, layout } = this;
    if (!layout.routed) return;
    for (let queue = 0; queue < lines.head.length; queue++) {
      for (let id = lines.first(queue, this.now); id >= 0; id = lines.first(queue, this.now)) {
        const agent = finder.find(queue, this.now - records.arrivedAt[id]! + TINY, id);
        if (agent < 0) break;
        lines.take(queue, id);
        this.serve(agent, id, finder.memberOf(queue, agent));
      }
    }
  }

  private staff(group: number, wanted: number): void {
    const { floor } = this;
    let change = wanted - (floor.present[group]! - floor.leaving[group]!);
    for (; change < 0; change++) {
      const idle = floor.idleOf(group);
      if (idle >= 0) floor.leave(idle, this.now);
      else floor.leaving[group]!++;
    }
    for (; change > 0 && floor.leaving[group]! > 0; change--) floor.leaving[group]!--;
    for (; change > 0; change--) {
      const agent = floor.enter(group, this.now);
      if (agent < 0) return;
      this.seekWork(agent, false);
    }
  }

  private arrive(stream: number, cause: number, previous: number): void {
    const { records, draws, period } = this;
    const id = records.append();
    const attempt = previous < 0 || cause === CAUSE.transfer ? 1 : Math.min(255, records.attempt[previous]! + 1);
    draws.customer(stream, period, attempt, previous < 0);
    const queue = this.chooseQueue(stream);
    records.arrivedAt[id] = this.now;
    records.endedAt[id] = this.now + draws.patience;
    records.work[id] = draws.work;
    records.stream[id] = stream;
    records.queue[id] = queue;
    if (draws.reason > 0) records.reason[id] = draws.reason;
    if (previous >= 0) {
      records.cause[id] = cause;
      records.attempt[id] = attempt;
      records.previous[id] = previous;
    }
    if (draws.isTurnedAway) {
      this.turnAway(id, draws.mayComeAgain);
      return;
    }
    const agent = this.finder.find(queue, 0, id);
    if (agent >= 0) {
      this.serve(agent, id, this.finder.memberOf(queue, agent));
    } else if (draws.leavesAtOnce) {
      records.endedAt[id] = this.now;
      this.abandon(id);
    } else {
      this.lineUp(id, queue);
    }
  }

  private chooseQueue(stream: number): number {
    const own = this.layout.streamQueues[stream]!;
    if (own.length === 1) return own[0]!;
    const { queues } = this.model;
    const shareNow = (queue: number) => {
      const { share } = queues[queue]!;
      return share.length === 1 ? share[0]! : share[this.period]!;
    };
    let sum = 0;
    for (let i = 0; i < own.length; i++) sum += shareNow(own[i]!);
    let point = this.draws.route(stream) * sum;
    for (let i = 0; i < own.length - 1; i++) {
      point -= shareNow(own[i]!);
      if (point < 0) return own[i]!;
    }
    return own[own.length - 1]!;
  }

  private lineUp(id: number, queue: number): void {
    const { records, layout, lines, events, draws } = this;
    const stream = records.stream[id]!;
    if (lines.waiting[queue]! >= layout.places[queue]!) {
      this.turnAway(id, true);
      return;
    }
    lines.append(queue, id);
    if (this.watched[stream] === 1) events.push(records.endedAt[id]!, id * 4 + GIVE_UP);
    const help = layout.helpAfter[queue]!;
    for (let i = 0; i < help.length; i++) events.push(this.now + help[i]!, id * 4 + PATIENCE_OF_ROUTING);
    const callback = draws.callbackAfter[stream]!;
    if (callback < Number.POSITIVE_INFINITY) events.push(this.now + callback, id * 4 + PATIENCE_OF_ROUTING);
  }

  private happen(code: number): void {
    const id = code >> 2;
    const { records } = this;
    switch (code & 3) {
      case DONE:
        // An end that was moved has left its old event behind; one moved back and forth may have two at its time.
        if (records.endedAt[id] === this.now && records.fate[id] === FATE.inService) this.finish(id);
        break;
      case GIVE_UP:
        if (records.fate[id] === FATE.waiting && records.endedAt[id]! <= this.now) {
          this.lines.waiting[records.queue[id]!]!--;
          this.abandon(id);
        }
        break;
      case COMES_AGAIN:
        this.comeAgain(id);
        break;
      default:
        if (records.fate[id] === FATE.waiting && records.endedAt[id]! > this.now) this.waitedLong(id);
    }
  }

  /** Someone has waited until a threshold of the routing: helpers may take over, or a callback is offered. */
  private waitedLong(id: number): void {
    const { records, draws } = this;
    const stream = records.stream[id]!;
    const queue = records.queue[id]!;
    const age = this.now - records.arrivedAt[id]!;
    if (records.calledBack[id] === 0 && age + TINY >= draws.callbackAfter[stream]!) {
      records.calledBack[id] = draws.acceptsCallback(stream) ? 1 : 2;
      if (records.calledBack[id] === 1) records.endedAt[id] = Number.POSITIVE_INFINITY;
    }
    const first = this.lines.first(queue, this.now);
    if (first < 0) return;
    const agent = this.finder.find(queue, this.now - records.arrivedAt[first]! + TINY, first);
    if (agent < 0) return;
    this.lines.take(queue, first);
    this.serve(agent, first, this.finder.memberOf(queue, agent));
  }

  private abandon(id: number): void {
    const { records } = this;
    records.fate[id] = FATE.abandoned;
    this.planReturn(id);
  }

  /** Closed, or no place in line. */
  private turnAway(id: number, mayComeAgain: boolean): void {
    this.records.fate[id] = FATE.turnedAway;
    this.records.endedAt[id] = this.now;
    if (mayComeAgain) this.planReturn(id);
  }

  private planReturn(id: number): void {
    const { records, draws } = this;
    const stream = records.stream[id]!;
    if (draws.hasReturns[stream] === 0) return;
    const next = draws.nextStream(stream, records.attempt[id]!);
    if (next === NOWHERE) return;
    records.nextStream[id] = next;
    const at = draws.opening(next, records.endedAt[id]! + draws.delay);
    if (at < Number.POSITIVE_INFINITY) this.events.push(at, id * 4 + COMES_AGAIN);
  }

  private comeAgain(id: number): void {
    const { records } = this;
    const next = records.nextStream[id]!;
    this.arrive(next, next === records.stream[id]! ? CAUSE.redial : CAUSE.hop, id);
  }

  private serve(agent: number, id: number, member: number): void {
    const { floor, records, layout } = this;
    const group = floor.groupOf[agent]!;
    floor.unlist(agent);
    const before = floor.held[agent]!;
    floor.held[agent] = before + 1;
    if (before === 0) floor.countBusy(group, 1, this.now);
    records.fate[id] = FATE.inService;
    records.startedAt[id] = this.now;
    records.agent[id] = agent;
    const end = this.now + records.work[id]! * this.memberships.pace[member]!;
    records.endedAt[id] = end;
    const queue = layout.memberQueue[member]!;
    const most = layout.concurrency[queue]!;
    if (layout.groupStretches[group] === 1) {
      this.sideBySide.take(agent, before, id, this.now);
    } else {
      this.events.push(end, id * 4 + DONE);
    }
    if (most > 1 && before + 1 < layout.groupConcurrency[group]! && floor.leaving[group] === 0)
      floor.list(agent, this.now);
  }

  private finish(id: number): void {
    const { records, floor, layout, draws } = this;
    const agent = records.agent[id]!;
    const group = floor.groupOf[agent]!;
    const stream = records.stream[id]!;
    records.fate[id] = FATE.answered;
    const left = floor.held[agent]! - 1;
    floor.held[agent] = left;
    if (layout.groupStretches[group] === 1) this.sideBySide.drop(agent, left, id, this.now);
    if (left === 0) floor.countBusy(group, -1, this.now);
    if (floor.leaving[group]! > 0) {
      floor.unlist(agent);
      if (left === 0) {
        floor.leaving[group]!--;
        floor.leave(agent, this.now);
      }
    } else {
      this.seekWork(agent, true);
    }
    if (draws.hasTransfers[stream] === 1) {
      const next = draws.transfer(stream);
      if (next !== NOWHERE) {
        records.nextStream[id] = next;
        this.arrive(next, CAUSE.transfer, id);
      }
    }
  }

  /** An agent with room takes from the lines what the group's ranks say, until full; else waits for work. */
  private seekWork(agent: number, listed: boolean): void {
    const { floor, layout } = this;
    const group = floor.groupOf[agent]!;
    const most = layout.groupConcurrency[group]!;
    let held = floor.held[agent]!;
    let taken = false;
    for (;;) {
      const member = this.lineFinder.next(group, held, this.now);
      if (member < 0) break;
      const queue = layout.memberQueue[member]!;
      const id = this.lineFinder.contact;
      this.lines.take(queue, id);
      this.serve(agent, id, member);
      taken = true;
      held = floor.held[agent]!;
      if (held >= layout.concurrency[queue]! || held >= most) break;
    }
    if (taken) return;
    if (listed) floor.unlist(agent);
    floor.list(agent, this.now);
  }

  /** Settles at the end of the run whatever patience decides, and adds up the last period. */
  private close(end: number): void {
    this.now = end;
    this.lines.close(end);
    this.floor.closePeriod(this.period, end);
  }
}

/** Room for the expected first attempts of a run and a bit more; the columns grow where that is not enough. */
function usualRoom(model: ContactModel): number {
  const expected = expectedContacts(model);
  return Math.ceil(1.05 * expected + 6 * Math.sqrt(expected)) + 1024;
}
