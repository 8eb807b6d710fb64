import { useEffect, useState } from 'react';

/** Long enough that passing by on the way to another screen starts nothing long. */
const REST_MS = 1500;

/** Whether a screen has been looked at for a while; starts again whenever `ready` is lost. */
export function useRested(ready: boolean): boolean {
  const [rested, setRested] = useState(false);
  useEffect(() => {
    if (!ready) return setRested(false);
    const timer = setTimeout(() => setRested(true), REST_MS);
    return () => clearTimeout(timer);
  }, [ready]);
  return rested;
}
