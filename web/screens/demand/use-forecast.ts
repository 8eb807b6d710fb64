import { useCallback, useEffect, useMemo, useState } from 'react';
import type { HistoryForecast } from '../../../engine/answers';
import type { History } from '../../../engine/plan';
import { JoinedProgress, type Task, useTask } from '../../work';

export interface ForecastSettings {
  readonly grain: 'interval' | 'day';
  readonly horizonDays: number;
  readonly holidays: readonly { readonly date: string; readonly name: string }[];
}

/** Forecasts made lately: they depend on a history and settings alone, so no change of the plan undoes them. */
const made = new WeakMap<History, Map<string, HistoryForecast>>();
const MOST = 6;

interface ForecastTask extends Omit<Task<'forecast'>, 'run' | 'clear' | 'data'> {
  readonly data: HistoryForecast | null;
  readonly stale: boolean;
  readonly run: () => void;
}

/**
 * The forecast of a history, made again when asked for with other settings.
 *
 * The forecast and its test on the last stretch run side by side, each in a worker; what is there first is shown first,
 * and Stop ends both.
 */
export function useForecast(history: History, settings: ForecastSettings, wanted: boolean): ForecastTask {
  const ahead = useTask('forecast');
  const held = useTask('heldOut');
  const [progress] = useState(
    () =>
      new JoinedProgress([
        { source: ahead.progress, weight: 0.55 },
        { source: held.progress, weight: 0.45 },
      ]),
  );
  /** A forecast whose test is still being worked out. */
  const [early, setEarly] = useState<{ history: History; key: string; data: HistoryForecast } | null>(null);
  const key = JSON.stringify(settings);
  const known = made.get(history)?.get(key) ?? null;
  const isEarly = early !== null && early.history === history && early.key === key;
  const options = useMemo(() => ({ history, ...(JSON.parse(key) as ForecastSettings) }), [history, key]);
  const { run: startAhead, stop: stopAhead } = ahead;
  const { run: startHeld, stop: stopHeld } = held;
  const run = useCallback(() => {
    const first = startAhead(options).then((answer) => {
      const data = answer && { ...answer, heldOut: null };
      if (data) setEarly({ history, key, data });
      return data;
    });
    void Promise.all([first, startHeld(options)]).then(([data, tested]) => {
      if (!data || !tested) return;
      remember(history, key, { ...data, ...tested });
      setEarly({ history, key, data: { ...data, ...tested } });
    });
  }, [startAhead, startHeld, options, history, key]);
  useEffect(() => {
    if (wanted && !made.get(history)?.has(key)) run();
  }, [wanted, history, key, run]);
  const stop = useCallback(() => {
    stopAhead();
    stopHeld();
  }, [stopAhead, stopHeld]);
  return {
    data: known ?? early?.data ?? null,
    stale: known === null && early !== null && !isEarly,
    running: (ahead.running || held.running) && known === null,
    progress,
    fault: known ? null : (ahead.fault ?? held.fault),
    stop,
    run,
  };
}

function remember(history: History, key: string, answer: HistoryForecast): void {
  const answers = made.get(history) ?? new Map<string, HistoryForecast>();
  answers.set(key, answer);
  const [oldest] = answers.keys();
  if (answers.size > MOST && oldest !== undefined) answers.delete(oldest);
  made.set(history, answers);
}
