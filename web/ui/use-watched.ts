import { useEffect, useState } from 'react';

/** A value that changes by itself, such as progress or the place of a crosshair. */
export interface Watchable<Value> {
  readonly get: () => Value;
  readonly subscribe: (listener: () => void) => () => void;
}

/**
 * The value of a source, drawn anew whenever it changes.
 *
 * Use for what moves while the engine works. A source read by `useSyncExternalStore` that changes in the middle of a
 * drawing in small steps makes React draw all of it again in one long task; a reader that is a moment late does not.
 */
export function useWatched<Value>(source: Watchable<Value>): Value {
  const [value, setValue] = useState(source.get);
  useEffect(() => {
    const read = () => setValue(source.get());
    read();
    return source.subscribe(read);
  }, [source]);
  return value;
}
