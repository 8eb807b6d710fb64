import { useEffect, useState } from 'react';

/** The time, renewed at every full minute. */
export function useMinute(): Date {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const wait = 60_000 - (now.getTime() % 60_000);
    const timer = setTimeout(() => setNow(new Date()), wait + 20);
    return () => clearTimeout(timer);
  }, [now]);
  return now;
}
