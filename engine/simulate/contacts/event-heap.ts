/**
 * Coming events by time: a binary heap over two typed arrays.
 *
 * The root is taken lazily: a push right after a take replaces it, which is one walk through the heap instead of two.
 * Cost: O(log events); grows by doubling.
 */
export class EventHeap {
  private times: Float64Array;
  private codes: Int32Array;
  private size = 0;
  /** The root was taken and its place is free. */
  private hollow = false;

  constructor(capacity: number) {
    this.times = new Float64Array(capacity);
    this.codes = new Int32Array(capacity);
  }

  clear(): void {
    this.size = 0;
    this.hollow = false;
  }

  /** Time of the next event; Infinity when there is none. */
  next(): number {
    if (this.hollow) this.close();
    return this.size > 0 ? this.times[0]! : Number.POSITIVE_INFINITY;
  }

  /** Takes the next event and returns its code; there must be one, and `next` must have been asked. */
  take(): number {
    this.hollow = true;
    return this.codes[0]!;
  }

  push(time: number, code: number): void {
    if (this.hollow) {
      this.hollow = false;
      this.sink(time, code);
      return;
    }
    if (this.size === this.times.length) this.grow();
    this.rise(this.size++, time, code);
  }

  private close(): void {
    this.hollow = false;
    const last = --this.size;
    if (last > 0) this.sink(this.times[last]!, this.codes[last]!);
  }

  /** Puts an event in place of the root: the hole sinks to a leaf, then the event rises from there. */
  private sink(time: number, code: number): void {
    const { times, codes, size } = this;
    let hole = 0;
    let child = 2;
    while (child < size) {
      let least = times[child]!;
      const left = times[child - 1]!;
      if (left < least) {
        least = left;
        child--;
      }
      times[hole] = least;
      codes[hole] = codes[child]!;
      hole = child;
      child = 2 * child + 2;
    }
    if (child === size) {
      times[hole] = times[size - 1]!;
      codes[hole] = codes[size - 1]!;
      hole = size - 1;
    }
    this.rise(hole, time, code);
  }

  private rise(from: number, time: number, code: number): void {
    const { times, codes } = this;
    let hole = from;
    while (hole > 0) {
      const parent = (hole - 1) >> 1;
      const above = times[parent]!;
      if (above <= time) break;
      times[hole] = above;
      codes[hole] = codes[parent]!;
      hole = parent;
    }
    times[hole] = time;
    codes[hole] = code;
  }

  private grow(): void {
    const times = new Float64Array(this.times.length * 2);
    times.set(this.times);
    this.times = times;
    const codes = new Int32Array(this.codes.length * 2);
    codes.set(this.codes);
    this.codes = codes;
  }
}
