import { type ContactRecords, FATE, NONE } from './contact-records';

/** The line of each queue, in order of arrival, threaded through the records. */
export class WaitingLines {
  readonly head: Int32Array;
  /** How many wait; where customers leave unseen, at most so many. */
  readonly waiting: Int32Array;
  private readonly tail: Int32Array;

  constructor(
    queues: number,
    private readonly records: ContactRecords,
    /** Told of a contact whose patience ran out unseen. */
    private readonly gaveUp: (contact: number) => void,
  ) {
    this.head = new Int32Array(queues);
    this.tail = new Int32Array(queues);
    this.waiting = new Int32Array(queues);
  }

  clear(): void {
    this.head.fill(NONE);
    this.tail.fill(NONE);
    this.waiting.fill(0);
  }

  append(queue: number, contact: number): void {
    const last = this.tail[queue]!;
    if (last >= 0) this.records.behind[last] = contact;
    else this.head[queue] = contact;
    this.tail[queue] = contact;
    this.waiting[queue]!++;
  }

  /** The first in line who is still there; those before, whose patience has run out, are settled. */
  first(queue: number, now: number): number {
    const { records, head } = this;
    let contact = head[queue]!;
    while (contact >= 0) {
      if (records.fate[contact] === FATE.waiting) {
        if (records.endedAt[contact]! > now) break;
        this.waiting[queue]!--;
        this.gaveUp(contact);
      }
      contact = records.behind[contact]!;
      head[queue] = contact;
    }
    if (contact < 0) this.tail[queue] = NONE;
    return contact;
  }

  /** The first after a contact who is still there. */
  next(contact: number, now: number): number {
    const { records } = this;
    let after = records.behind[contact]!;
    while (after >= 0 && (records.fate[after] !== FATE.waiting || records.endedAt[after]! <= now)) {
      after = records.behind[after]!;
    }
    return after;
  }

  /** Takes a contact out of its line; the first at once, another after a look at those before it. */
  take(queue: number, contact: number): void {
    const { behind } = this.records;
    const after = behind[contact]!;
    this.waiting[queue]!--;
    if (this.head[queue] === contact) {
      this.head[queue] = after;
      if (after < 0) this.tail[queue] = NONE;
      return;
    }
    let before = this.head[queue]!;
    while (behind[before] !== contact) before = behind[before]!;
    behind[before] = after;
    if (after < 0) this.tail[queue] = before;
  }

  /** Settles all whose patience has run out by the end of a run. */
  close(end: number): void {
    const { records } = this;
    for (const first of this.head) {
      for (let contact = first; contact >= 0; contact = records.behind[contact]!) {
        if (records.fate[contact] === FATE.waiting && records.endedAt[contact]! <= end) this.gaveUp(contact);
      }
    }
  }
}
