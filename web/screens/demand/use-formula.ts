import { useEffect, useMemo, useState } from 'react';
import type { DriverPreview } from '../../../engine/answers';
import type { DriverDemand, PlanCalendar } from '../../../engine/plan';
import { engine, type Fault, faultOf, SUPERSEDED } from '../../work';

/** How long the hand must rest before the formula is worked out. */
const REST_MS = 120;

interface Held {
  readonly key: string;
  readonly preview: DriverPreview | null;
  readonly fault: Fault | null;
}

/** What a formula gives, worked out off the main thread whenever it changes; the last result stays meanwhile. */
export function useFormula(demand: DriverDemand | null, calendar: PlanCalendar) {
  const { startDate, weeks } = calendar;
  const key = demand && JSON.stringify({ ...demand, startDate, weeks });
  const options = useMemo(
    () => (key === null ? null : (JSON.parse(key) as DriverDemand & { startDate: string; weeks: number })),
    [key],
  );
  const [held, setHeld] = useState<Held | null>(null);
  useEffect(() => {
    if (key === null || options === null) return;
    const abort = new AbortController();
    const timer = setTimeout(() => {
      engine()
        .ask('drivers', options, { signal: abort.signal })
        .then((preview) => !abort.signal.aborted && setHeld({ key, preview, fault: null }))
        .catch((error: unknown) => !abort.signal.aborted && setHeld({ key, preview: null, fault: faultOf(error) }));
    }, REST_MS);
    return () => {
      clearTimeout(timer);
      abort.abort(SUPERSEDED);
    };
  }, [key, options]);
  return { preview: held?.preview ?? null, fault: held?.fault ?? null, stale: held?.key !== key };
}
