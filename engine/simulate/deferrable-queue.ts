/** A backlog between two intervals. */
export interface SavedBacklog {
  readonly from: number;
  /** Open contacts of each interval from `from` on. */
  readonly left: Float64Array;
  readonly oldest: number;
  readonly overdueUpTo: number;
  readonly backlog: number;
  readonly urgent: number;
  readonly urgentUpTo: number;
}

/**
 * First-come-first-served work without a caller on the line: a backlog with the age of its every part.
 *
 * Fluid: contacts are fractional, and each interval's arrivals are finished in order. Every contact that arrived is
 * finished or still there, to the last digit that floating point has.
 */
export class DeferrableQueue {
  readonly #left: Float64Array;
  #oldest = 0;
  #overdueUpTo = 0;
  #backlog = 0;
  #urgent = 0;
  #urgentUpTo = 0;

  /**
   * @param intervals length of the horizon
   * @param promise intervals within which work is to be finished
   * @param calm intervals after which it becomes urgent
   * @param judge told, for the interval of arrival, how many contacts were finished in time or not
   */
  constructor(
    intervals: number,
    readonly promise: number,
    readonly calm: number,
    readonly judge: (arrivedAt: number, contacts: number, inTime: boolean) => void,
  ) {
    this.#left = new Float64Array(intervals);
  }

  get backlog(): number {
    return this.#backlog;
  }

  /** Open contacts that have waited so long that they are urgent. */
  get urgent(): number {
    return this.#urgent;
  }

  add(interval: number, contacts: number): void {
    this.#left[interval]! += contacts;
    this.#backlog += contacts;
    for (; this.#urgentUpTo <= interval - this.calm; this.#urgentUpTo++) this.#urgent += this.#left[this.#urgentUpTo]!;
  }

  /** Finishes up to so many contacts, oldest first; returns how many were there to finish. */
  finish(interval: number, capacity: number): number {
    let room = capacity;
    while (room > 0 && this.#oldest <= interval) {
      const here = this.#left[this.#oldest]!;
      const done = Math.min(here, room);
      if (done > 0) {
        const late = interval - this.#oldest > this.promise;
        // Work already found overdue was judged when its time ran out.
        if (!late || this.#oldest >= this.#overdueUpTo) this.judge(this.#oldest, done, !late);
        this.#left[this.#oldest] = here - done;
        room -= done;
      }
      if (this.#left[this.#oldest]! > 0) break;
      this.#oldest++;
    }
    const finished = capacity - room;
    // Nothing of rounding is left once everything is done.
    this.#backlog = this.#oldest > interval ? 0 : Math.max(0, this.#backlog - finished);
    this.#urgent = this.#oldest >= this.#urgentUpTo ? 0 : Math.max(0, this.#urgent - finished);
    return finished;
  }

  /** The first interval whose work may still be judged. */
  get openFrom(): number {
    return Math.min(this.#oldest, this.#overdueUpTo);
  }

  /** All that is open before an interval begins, to go on from later. */
  save(interval: number): SavedBacklog {
    const from = Math.min(interval, this.openFrom);
    return {
      from,
      left: this.#left.slice(from, interval),
      oldest: this.#oldest,
      overdueUpTo: this.#overdueUpTo,
      backlog: this.#backlog,
      urgent: this.#urgent,
      urgentUpTo: this.#urgentUpTo,
    };
  }

  /** Goes on from what was saved; what was there is forgotten. */
  restore(saved: SavedBacklog): void {
    this.#left.fill(0);
    this.#left.set(saved.left, saved.from);
    this.#oldest = saved.oldest;
    this.#overdueUpTo = saved.overdueUpTo;
    this.#backlog = saved.backlog;
    this.#urgent = saved.urgent;
    this.#urgentUpTo = saved.urgentUpTo;
  }

  /** Judges what has just passed its promise and is still open. */
  expire(interval: number): void {
    const last = interval - this.promise;
    for (; this.#overdueUpTo < last; this.#overdueUpTo++) {
      const open = this.#left[this.#overdueUpTo]!;
      if (open > 0) this.judge(this.#overdueUpTo, open, false);
    }
  }
}
