/** How a long calculation reports to whoever waits for it, and how it learns that nobody does any more. */
export interface RunControl {
  /** Called now and then with the share done, 0 to 1, and what is being worked on. */
  readonly onProgress?: ((share: number, label: string) => void) | undefined;
  /** Asked now and then; true ends the calculation with `Stopped`. */
  readonly shouldStop?: (() => boolean) | undefined;
}

/** A calculation ended because it was asked to; nothing is wrong and nothing was kept. */
export class Stopped extends Error {
  override readonly name = 'Stopped';
  constructor() {
    super('Stopped on request.');
  }
}

/** Reports progress, and throws `Stopped` if the run has been called off. */
export function checkpoint(control: RunControl | undefined, share: number, label: string): void {
  if (control?.shouldStop?.()) throw new Stopped();
  control?.onProgress?.(share, label);
}
