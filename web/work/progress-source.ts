/** How far a calculation is. */
export interface Progress {
  readonly share: number;
  readonly label: string;
}

/** Progress that is watched by the bar that shows it alone: a screen isn't drawn anew for every per cent. */
export interface ProgressSource {
  readonly get: () => Progress | null;
  readonly subscribe: (listener: () => void) => () => void;
}

/** A source that its owner sets. */
export class ProgressCell implements ProgressSource {
  private value: Progress | null = null;
  private readonly listeners = new Set<() => void>();

  readonly get = (): Progress | null => this.value;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  set(value: Progress | null): void {
    if (value === this.value) return;
    this.value = value;
    for (const listener of this.listeners) listener();
  }
}
