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

/** Two calculations side by side as one: the shares that each is of the whole, and the label of the one that lags. */
export class JoinedProgress implements ProgressSource {
  private seen: readonly (Progress | null)[] = [];
  private value: Progress | null = null;

  constructor(private readonly parts: readonly { readonly source: ProgressSource; readonly weight: number }[]) {}

  readonly get = (): Progress | null => {
    const now = this.parts.map(({ source }) => source.get());
    if (now.every((one, at) => one === this.seen[at])) return this.value;
    this.seen = now;
    const lagging = now.reduce((least, one) => (one && (!least || one.share < least.share) ? one : least), null);
    const share = this.parts.reduce((sum, { weight }, at) => sum + weight * (now[at]?.share ?? 0), 0);
    this.value = lagging && { share, label: lagging.label };
    return this.value;
  };

  readonly subscribe = (listener: () => void): (() => void) => {
    const ends = this.parts.map(({ source }) => source.subscribe(listener));
    return () => {
      for (const end of ends) end();
    };
  };
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
