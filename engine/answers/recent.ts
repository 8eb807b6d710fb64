/** A few results kept by key, the longest unused dropped first; a pure function's memory, never its meaning. */
export class Recent<T> {
  readonly #kept = new Map<string, T>();

  constructor(readonly most: number) {}

  /** The result for a key: kept, or made now. */
  of(key: string, make: () => T): T {
    const known = this.#kept.get(key);
    const value = known ?? make();
    this.#kept.delete(key);
    this.#kept.set(key, value);
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= this.most) break;
      this.#kept.delete(oldest);
    }
    return value;
  }
}
