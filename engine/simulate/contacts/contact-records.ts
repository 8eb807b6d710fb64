/** What has become of a contact. */
export const FATE = { waiting: 0, inService: 1, answered: 2, abandoned: 3, turnedAway: 4 } as const;

/** How a contact came about. */
export const CAUSE = { first: 0, redial: 1, hop: 2, transfer: 3 } as const;

export const NONE = -1;
/** In `nextStream`: the customer doesn't come again. */
export const NOWHERE = 255;

/**
 * Every contact of one replication, a column a fact, in order of arrival.
 *
 * All figures are derived from these columns afterwards. The same arrays serve replication after replication; they grow
 * by doubling when a run has more contacts than any before it. About 60 bytes a contact.
 */
export class ContactRecords {
  count = 0;
  /**
   * Seconds from the run's start: arrival, start of handling (of those who were answered), and the end of what the contact
   * is in: while waiting, when the customer will give up (Infinity never); in service, when it will be done; then, when it was.
   */
  arrivedAt: Float64Array;
  startedAt: Float64Array;
  endedAt: Float64Array;
  /** Handling that the contact takes at full speed, in seconds; less of it is left where an agent was slowed and sped up. */
  work: Float64Array;
  stream: Uint8Array;
  queue: Uint16Array;
  fate: Uint8Array;
  cause: Uint8Array;
  /** 1 for a first attempt. */
  attempt: Uint8Array;
  /** 0 without reasons; else the reason's place in its stream's list, from 1. */
  reason: Uint8Array;
  /** 1 where the customer chose to be called back. */
  calledBack: Uint8Array;
  /** The agent who answered, and that agent's group. */
  agent: Int32Array;
  /** The contact before this one of the same customer, and the stream tried next. */
  previous: Int32Array;
  nextStream: Uint8Array;
  /** The contact behind this one in line. */
  behind: Int32Array;

  constructor(capacity: number) {
    this.arrivedAt = new Float64Array(capacity);
    this.startedAt = new Float64Array(capacity);
    this.endedAt = new Float64Array(capacity);
    this.work = new Float64Array(capacity);
    this.stream = new Uint8Array(capacity);
    this.queue = new Uint16Array(capacity);
    this.fate = new Uint8Array(capacity);
    this.cause = new Uint8Array(capacity);
    this.attempt = new Uint8Array(capacity);
    this.reason = new Uint8Array(capacity);
    this.calledBack = new Uint8Array(capacity);
    this.agent = new Int32Array(capacity);
    this.previous = new Int32Array(capacity);
    this.nextStream = new Uint8Array(capacity);
    this.behind = new Int32Array(capacity);
    this.count = capacity;
    this.clear();
  }

  /** Forgets every contact; the places start as first attempts that nothing has happened to. */
  clear(): void {
    this.fate.fill(FATE.waiting, 0, this.count);
    this.cause.fill(CAUSE.first, 0, this.count);
    this.attempt.fill(1, 0, this.count);
    this.reason.fill(0, 0, this.count);
    this.calledBack.fill(0, 0, this.count);
    this.previous.fill(NONE, 0, this.count);
    this.nextStream.fill(NOWHERE, 0, this.count);
    this.behind.fill(NONE, 0, this.count);
    this.count = 0;
  }

  /** The place of a new contact. */
  append(): number {
    if (this.count === this.arrivedAt.length) this.grow();
    return this.count++;
  }

  private grow(): void {
    const larger = new ContactRecords(Math.max(1024, this.arrivedAt.length * 2));
    for (const column of COLUMNS) (larger[column] as Float64Array).set(this[column] as Float64Array);
    for (const column of COLUMNS) (this[column] as unknown) = larger[column];
  }
}

const COLUMNS = [
  'arrivedAt',
  'startedAt',
  'endedAt',
  'work',
  'stream',
  'queue',
  'fate',
  'cause',
  'attempt',
  'reason',
  'calledBack',
  'agent',
  'previous',
  'nextStream',
  'behind',
] as const satisfies readonly (keyof ContactRecords)[];
